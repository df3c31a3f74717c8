/** True for a text that has a command of pcs at the beginning of a line. */
export function looksLikePcs(text: string): boolean {
  return /^[ \t]*(?:sudo[ \t]+)?pcs[ \t]+\S/m.test(text)
}
