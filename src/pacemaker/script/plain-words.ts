/** The words of a command without `sudo`, and of pcs without the file that it changes: `pcs -f FILE resource ...`. */
export function plainWords(words: readonly string[]): readonly string[] {
  const [program, ...args] = words[0] === 'sudo' ? words.slice(1) : words
  if (program !== 'pcs') return program === undefined ? [] : [program, ...args]
  const at = args.indexOf('-f')
  const others = at === -1 ? args : [...args.slice(0, at), ...args.slice(at + 2)]
  return [program, ...others.filter((word) => !/^(?:-f=|--file=)/.test(word))]
}
