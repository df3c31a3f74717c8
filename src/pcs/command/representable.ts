/**
 * Why Pacemaker 2.0 changes a value, or undefined where it does not: what is not printable ASCII
 * becomes blanks or backslash sequences. Measured with 2.0.5.
 */
export function whyChangedBy20(value: string): string | undefined {
  const [character] = /[^\x20-\x7e]/u.exec(value) ?? []
  return character === undefined ? undefined : asSomethingElse(character)
}

/**
 * Why Pacemaker 2.1 changes a value, or undefined where it does not: tabs, line breaks and DEL become
 * blanks and backslash sequences, and at the first letter that is not ASCII it stops escaping, so that
 * a quote, `&` or `<` after it leaves the CIB unreadable. Measured with 2.1.5.
 */
export function whyChangedBy21(value: string): string | undefined {
  const [control] = /[\t\n\r\x7f]/.exec(value) ?? []
  if (control !== undefined) return asSomethingElse(control)
  const markup = /[^\0-\x7f].*?([&<"])/su.exec(value)?.[1]
  if (markup === undefined) return undefined
  return `it does not escape ${markup} behind a letter that is not ASCII, so that the CIB is unreadable`
}

function asSomethingElse(character: string): string {
  return `it writes ${JSON.stringify(character)} as something else`
}
