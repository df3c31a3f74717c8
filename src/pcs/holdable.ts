/**
 * Why Pacemaker 2 does not keep a value, or undefined where it does.
 *
 * When it writes XML it turns tabs into blanks and line breaks and DEL into backslash sequences, and it
 * stops escaping at the first letter that is not ASCII: a quote, `&` or `<` behind it makes the CIB
 * unreadable. Measured with 2.1.5.
 */
export function whyUnholdable(value: string): string | undefined {
  const [control] = /[\t\n\r\x7f]/.exec(value) ?? []
  if (control !== undefined) return `it writes ${JSON.stringify(control)} as something else`
  const markup = /[^\0-\x7f].*?([&<"])/su.exec(value)?.[1]
  if (markup === undefined) return undefined
  return `it does not escape ${markup} behind a letter that is not ASCII, which makes the CIB unreadable`
}
