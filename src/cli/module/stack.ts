/** The stack of an error; anything may be thrown, and may throw when it is read. */
export function stackOf(thrown: unknown): string {
  try {
    const { stack } = thrown as { readonly stack?: unknown }
    return typeof stack === 'string' ? stack : ''
  } catch {
    return ''
  }
}
