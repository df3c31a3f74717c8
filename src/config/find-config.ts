import { lstatSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

const names = ['ts', 'mts', 'js', 'mjs'].map((suffix) => `lightcib.config.${suffix}`)

/** The nearest configuration file in the folder or one above it, undefined where there is none. */
export function findConfig(folder: string): string | undefined {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const found = names.map((name) => join(at, name)).find((file) => ownersOf(file).length > 0)
    if (found !== undefined || dirname(at) === at) return found
  }
}

/**
 * True where only this user or root decides what is in the file. Others may have put it there for this user to run,
 * beside a CIB in /tmp for example.
 */
export function isOwn(file: string): boolean {
  const user = process.getuid?.()
  return ownersOf(file).every(
    ({ uid, isOpen }) => user === undefined || ((uid === user || uid === 0) && !isOpen),
  )
}

/** The owners of a file and of the link that it is, and whether others may write it; none where there is no file. */
function ownersOf(file: string): readonly { readonly uid: number; readonly isOpen: boolean }[] {
  const link = lstatSync(file, { throwIfNoEntry: false })
  const target = statSync(file, { throwIfNoEntry: false })
  if (link === undefined || target === undefined) return []
  return [
    { uid: link.uid, isOpen: false },
    { uid: target.uid, isOpen: (target.mode & 0o002) !== 0 },
  ]
}
