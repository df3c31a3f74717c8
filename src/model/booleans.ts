/**
 * The value of a boolean as Pacemaker reads it, whatever the case: true, yes, on, y and 1; false, no, off, n and 0.
 * Undefined for any other text.
 */
export function booleanOf(text: string | undefined): boolean | undefined {
  if (text === undefined) return undefined
  if (/^(true|yes|on|y|1)$/i.test(text)) return true
  return /^(false|no|off|n|0)$/i.test(text) ? false : undefined
}
