import { escapeUnseen, hasUnseen, replaceUnseen } from '../../diagnostics/unseen.js'

/** The widest line that a command gets before it is broken. */
const width = 110

/** Words that start a part of a pcs command, and so a line of their own when it is broken. */
const parts = [
  ...['op', 'meta', 'clone', 'promotable', 'bundle', 'rule'],
  ...['container', 'network', 'port-map', 'storage-map', 'set', 'setoptions'],
]

/** The program, its command and its object stay on the first line. */
const headLength = 5

const reserved = /^(case|coproc|do|done|elif|else|esac|fi|for|function|if|in|select|time|until|while)$/

/** What shellcheck reports between plain quotes: an expansion, an escaped or a curly quote, a home. */
const suspicious = /\$[{(0-9A-Za-z_]|`|\\('|$)|[\u2018\u2019]|^~\//

/**
 * A word quoted so that bash reads back the same, whatever is in it. The one place where the script quotes.
 * Characters that cannot be seen are escapes, so that the word stays on one line and looks like what it is.
 */
export function quote(word: string): string {
  if (/^[A-Za-z0-9_@%+:,./=^-]+$/.test(word) && !reserved.test(word)) return word
  if (!hasUnseen(word) && !suspicious.test(word)) return `'${word.replaceAll("'", `'\\''`)}'`
  return `$'${replaceUnseen(word.replace(/[\\']/g, '\\$&'), escaped)}'`
}

function escaped(character: string): string {
  if (character === '\n') return '\\n'
  if (character === '\t') return '\\t'
  const bytes = new TextEncoder().encode(character)
  return [...bytes].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('')
}

/** A comment of any text; what cannot be seen is escaped, so that a reader sees no more and no less than bash. */
export function comment(text: string): readonly string[] {
  return text.split(/[\r\n]+/).map((line) => `# ${escapeUnseen(line)}`.trimEnd())
}

/** A command on one line, or on several with the parts of a pcs command below each other. */
export function commandLines(words: readonly string[]): readonly string[] {
  const all = words.map(quote)
  const whole = all.join(' ')
  if (whole.length <= width) return [whole]
  const lines: string[] = []
  for (const [at, quoted] of all.entries()) {
    const line = lines.at(-1)
    const isPart = at >= headLength && parts.includes(words[at] ?? '')
    const fits = line !== undefined && line.length + quoted.length < width - 2
    if (line !== undefined && !isPart && (fits || at < headLength))
      lines[lines.length - 1] = `${line} ${quoted}`
    else lines.push(`${at === 0 ? '' : isPart ? '  ' : '    '}${quoted}`)
  }
  return lines.map((line, at) => (at < lines.length - 1 ? `${line} \\` : line))
}
