/** What a promotable resource is doing, by the names since Pacemaker 2.1. */
export type Role = 'Promoted' | 'Unpromoted'

/** The role that a text names, old names too; undefined for Started, which any active resource is, and any other. */
export function roleOf(text: string | undefined): Role | undefined {
  switch (text?.toLowerCase()) {
    case 'promoted':
    case 'master':
      return 'Promoted'
    case 'unpromoted':
    case 'slave':
      return 'Unpromoted'
    default:
      return undefined
  }
}
