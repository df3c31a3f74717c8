/** What was thrown, as one line: anything may be thrown, and the error of a hostile object throws when it is read. */
export function thrownText(thrown: unknown): string {
  try {
    const text =
      thrown instanceof Error
        ? thrown.name === ''
          ? thrown.message
          : `${thrown.name}: ${thrown.message}`
        : String(thrown)
    return text.split('\n')[0] as string
  } catch {
    return 'a value that cannot be read'
  }
}
