const start =
  ':A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}'

/** The source of a regular expression for a name: XML 1.0, fifth edition; needs the flag `u`. */
export const namePattern = `[${start}][${start}.0-9\\u00B7\\u0300-\\u036F\\u203F\\u2040-]*`

const wholeName = new RegExp(`^${namePattern}$`, 'u')

/**
 * True for a name that can be written. Namespaces are left out: a CIB has none, and xmlbuilder2 adds
 * and drops declarations of its own accord.
 */
export function isWritableName(name: string): boolean {
  return wholeName.test(name) && !name.includes(':') && name !== 'xmlns'
}
