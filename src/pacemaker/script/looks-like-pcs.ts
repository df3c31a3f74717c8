/** The commands of pcs that change the CIB; `cluster` and others change what is around it. */
export const ofTheCib = ['resource', 'stonith', 'constraint', 'property', 'tag', 'node', 'acl', 'alert']

const change = new RegExp(
  `^[ \\t]*(?:sudo[ \\t]+)?pcs[ \\t]+(?:-f[ \\t]+\\S+[ \\t]+)?(?:${ofTheCib.join('|')})[ \\t]`,
  'm',
)

/** True for a text with a line that begins with a command of pcs that changes the CIB. */
export function looksLikePcs(text: string): boolean {
  return change.test(text)
}
