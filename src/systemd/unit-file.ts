/** The options of one section, in order. An option that is a list is one line; an empty list is none. */
export type Options = Readonly<Record<string, string | readonly string[] | undefined>>

/**
 * The text of a unit file or drop-in. The one place where the format is written: `%` begins a specifier, white space
 * separates the words of a list, and a line break would begin another option. systemd.syntax(7), systemd.unit(5).
 */
export function unitFile(comment: string, sections: Readonly<Record<string, Options>>): string {
  const parts = Object.entries(sections).flatMap(([name, options]) => {
    const lines = Object.entries(options).flatMap(([key, value]) => optionLines(key, value))
    return lines.length === 0 ? [] : ['', `[${name}]`, ...lines]
  })
  return [`# ${oneLine(comment)}`, ...parts, ''].join('\n')
}

function optionLines(key: string, value: Options[string]): readonly string[] {
  if (value === undefined || value.length === 0) return []
  const words = typeof value === 'string' ? [value] : value
  return [`${key}=${words.map((word) => oneLine(word).replaceAll('%', '%%')).join(' ')}`]
}

/** Without control characters, and without a backslash at the end, which would join the next line to it. */
function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').replace(/\\+$/, '')
}
