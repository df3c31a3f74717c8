import { lstatSync, readlinkSync, realpathSync, type Stats, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'

/** What a name leads to, through symbolic links. */
export type Target =
  /** A file that has to be made. */
  | { readonly kind: 'new'; readonly path: string }
  | { readonly kind: 'file'; readonly path: string; readonly stats: Stats }
  | { readonly kind: 'folder' }
  /** A device, FIFO or socket. */
  | { readonly kind: 'device'; readonly path: string }
  /** A descriptor of this process, as `/dev/stdout` is. */
  | { readonly kind: 'descriptor'; readonly descriptor: number }

/** As many as Linux follows. */
const mostLinks = 40

/** What a name leads to. Throws the error of the system, or one with the code ELOOP for links in a loop. */
export function targetOf(name: string): Target {
  if (/\/$/.test(name)) return { kind: 'folder' }
  let next = name
  for (let links = 0; links <= mostLinks; links++) {
    const folder = realpathSync.native(dirname(next))
    const path = join(folder, basename(next))
    if (isDescriptors(folder)) return descriptorTarget(folder, path)
    const stats = lstatSync(path, { throwIfNoEntry: false })
    if (stats === undefined) return { kind: 'new', path }
    if (!stats.isSymbolicLink()) return existing(path, stats)
    next = resolve(folder, readlinkSync(path))
  }
  throw Object.assign(new Error('ELOOP: too many symbolic links'), { code: 'ELOOP' })
}

function existing(path: string, stats: Stats): Target {
  if (stats.isFile()) return { kind: 'file', path, stats }
  return stats.isDirectory() ? { kind: 'folder' } : { kind: 'device', path }
}

/** Its links are no paths: what a descriptor is can be opened, but not found by a name. */
function isDescriptors(folder: string): boolean {
  return /^\/proc\/\d+(?:\/task\/\d+)?\/fd$/.test(folder) || folder === '/dev/fd'
}

function descriptorTarget(folder: string, path: string): Target {
  statSync(path)
  const isOwn = folder === '/dev/fd' || folder.startsWith(`/proc/${process.pid}/`)
  return isOwn ? { kind: 'descriptor', descriptor: Number(basename(path)) } : { kind: 'device', path }
}
