const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  E: '\x1b',
  f: '\f',
  v: '\v',
}

/** The text of `$'...'`: `\x` and octal numbers are bytes of UTF-8. */
export function ansiText(text: string): string {
  const bytes = Buffer.from(text).toString('latin1')
  const read = bytes.replace(
    /\\(?:x([\da-fA-F]{1,2})|u([\da-fA-F]{1,4})|U([\da-fA-F]{1,8})|([0-7]{1,3})|([\s\S]))/g,
    (whole, x?: string, short?: string, long?: string, octal?: string, one = '') => {
      if (x !== undefined) return String.fromCharCode(Number.parseInt(x, 16))
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff)
      const code = short ?? long
      if (code !== undefined)
        return Buffer.from(String.fromCodePoint(Number.parseInt(code, 16))).toString('latin1')
      return escapes[one] ?? (/['"\\?]/.test(one) ? one : whole)
    },
  )
  return Buffer.from(read, 'latin1').toString()
}
