/** A line of a configuration, continued lines joined, and the number of its first. */
export interface Line {
  readonly text: string
  readonly number: number
}

/** The lines of a configuration that are not empty; a backslash at the end of one continues it. */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = []
  let joined = ''
  let first = 0
  for (const [at, raw] of text.split('\n').entries()) {
    const part = raw.trim()
    if (joined === '') first = at
    joined += part.replace(/\\+$/, '')
    if (part.endsWith('\\')) continue
    if (joined.trim() !== '') lines.push({ text: joined.trim(), number: first + 1 })
    joined = ''
  }
  if (joined.trim() !== '') lines.push({ text: joined.trim(), number: first + 1 })
  return lines
}

/** The words of a line, divided and unquoted as a POSIX shell does; undefined where a quote is not closed. */
export function wordsOf(line: string): readonly string[] | undefined {
  const words: string[] = []
  let word: string | undefined
  for (let at = 0; at < line.length; at++) {
    const character = line[at] as string
    if (/\s/.test(character)) {
      if (word !== undefined) words.push(word)
      word = undefined
      continue
    }
    word ??= ''
    if (character === "'") {
      const end = line.indexOf("'", at + 1)
      if (end === -1) return undefined
      word += line.slice(at + 1, end)
      at = end
    } else if (character === '"') {
      for (at++; line[at] !== '"'; at++) {
        if (at >= line.length) return undefined
        if (line[at] === '\\' && /["\\]/.test(line[at + 1] ?? '')) at++
        word += line[at]
      }
    } else if (character === '\\') {
      if (at + 1 >= line.length) return undefined
      word += line[++at]
    } else word += character
  }
  return word === undefined ? words : [...words, word]
}

/** The word as it is written in a line; with quotes where it needs some. */
export function quoteWord(word: string): string {
  if (/^[\w.@%+:,/#${}()[\]=~^*?!|<>&;-]+$/.test(word) && !/^[#]/.test(word)) return word
  const [, name = '', value = word] = /^([\w.:$-]+=)(.*)$/s.exec(word) ?? []
  return `${name}"${value.replace(/["\\]/g, '\\$&')}"`
}
