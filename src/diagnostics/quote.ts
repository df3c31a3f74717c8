/** A value in a message: in double quotes, control characters escaped. */
export function quote(value: string): string {
  return JSON.stringify(value)
}

/** Values in a message: `"a", "b" and "c"`. */
export function quoteAll(values: readonly string[]): string {
  const last = values.slice(-1).map(quote)
  const others = values.slice(0, -1).map(quote).join(', ')
  return [...(others === '' ? [] : [others]), ...last].join(' and ')
}
