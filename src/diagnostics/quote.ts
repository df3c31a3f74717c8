import { escapeUnseen } from './unseen.js'

/** A value in a message: in double quotes, what cannot be seen escaped. */
export function quote(value: string): string {
  return escapeUnseen(JSON.stringify(value))
}

/** A string of the DSL: `'vip'`. */
export function dslString(value: string): string {
  return `'${value.replace(/[\\']/g, '\\$&')}'`
}

/** An id as a word of a pcs command, in single quotes where a shell would read more in it. */
export function shellWord(value: string): string {
  return /^[\w.:-]+$/.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`
}

/** Values in a message: `"a", "b" and "c"`. */
export function quoteAll(values: readonly string[]): string {
  const last = values.slice(-1).map(quote)
  const others = values.slice(0, -1).map(quote).join(', ')
  return [...(others === '' ? [] : [others]), ...last].join(' and ')
}
