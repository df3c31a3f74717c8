import { escapeUnseen } from '../../diagnostics/unseen.js'

/**
 * A string literal of any text. Characters that cannot be seen, that end a line, or that turn the direction
 * of the text are escaped; this is the one place where a text of the cluster becomes code.
 */
export function quote(text: string): string {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'"
  return mark + escapeUnseen(text.replaceAll('\\', '\\\\')).replaceAll(mark, `\\${mark}`) + mark
}

/** A property's name in an object literal. */
export function quoteKey(name: string): string {
  if (name === '__proto__') return "['__proto__']"
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quote(name)
}

/** A text as lines of comment, none of which is a directive (`@ts-expect-error`). */
export function commentLines(text: string): readonly string[] {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).map((line) => escapeUnseen(line.trim()))
  while (lines[0] === '') lines.shift()
  while (lines.at(-1) === '') lines.pop()
  return lines.map((line) => (line.startsWith('@') ? `// > ${line}` : `// ${line}`.trimEnd()))
}
