const classes: readonly string[] = [
  ...(['alpha', 'digit', 'alnum', 'upper', 'lower', 'space'] as const),
  ...(['blank', 'punct', 'print', 'graph', 'cntrl', 'xdigit'] as const),
]

/** Why a text is no POSIX extended regular expression, as regcomp(3) of glibc judges it; undefined where it is one. */
export function faultOfPattern(text: string): string | undefined {
  let depth = 0
  /** True where a repetition has something to repeat. */
  let hasAtom = false
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] as string
    if (letter === '\\') {
      at++
      if (at === text.length) return 'a backslash at the end'
      hasAtom = true
    } else if (letter === '[') {
      const bracket = bracketAt(text, at)
      if (typeof bracket === 'string') return bracket
      at = bracket
      hasAtom = true
    } else if (letter === '(' || letter === '|' || letter === '^') {
      if (letter === '(') depth++
      hasAtom = false
    } else if (letter === ')') {
      if (depth > 0) depth--
      hasAtom = true
    } else if ('*+?{'.includes(letter)) {
      if (!hasAtom) return `nothing before ${letter} to repeat`
      if (letter !== '{') continue
      const bounds = /^\{(\d*)(?:,(\d*))?\}/.exec(text.slice(at, at + 20))
      if (bounds === null) return '{ without a number and }'
      const [whole, low = '', high = ''] = bounds
      if (low !== '' && high !== '' && Number(low) > Number(high))
        return `the bounds of ${whole} are reversed`
      at += whole.length - 1
    } else hasAtom = true
  }
  return depth > 0 ? '( without )' : undefined
}

/** Where the bracket expression that starts here ends, or what is wrong with it. */
function bracketAt(text: string, start: number): number | string {
  let at = start + 1
  if (text[at] === '^') at++
  for (const first = at; at < text.length; at++) {
    const letter = text[at] as string
    if (letter === ']' && at > first) return at
    const kind = letter === '[' ? text[at + 1] : undefined
    if (kind !== undefined && ':.='.includes(kind)) {
      const end = text.indexOf(`${kind}]`, at + 2)
      if (end < 0) return '[ without ]'
      const name = text.slice(at + 2, end)
      if (kind === ':' && !classes.includes(name)) return `no class is called ${name}`
      at = end + 1
      continue
    }
    const last = text[at + 2]
    if (text[at + 1] === '-' && last !== undefined && last !== ']' && last !== '[') {
      if (last < letter) return `the range ${letter}-${last} is reversed`
      at += 2
    }
  }
  return '[ without ]'
}
