import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  openSync,
  renameSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { writeDescriptor, writeDevice } from './device.js'
import { type Draft, makeDraft, removeDraft } from './draft.js'
import { type Target, targetOf } from './target.js'

export interface WriteOptions {
  /** A new file can be read by its owner only. */
  readonly isSecret?: boolean
  /** Replaces what is read-only, another user's, or an input. */
  readonly force?: boolean
  /** Leaves alone what is there already, whoever made it. */
  readonly isNew?: boolean
  /** The files that the text was made from. */
  readonly inputs?: readonly string[]
}

/** Why nothing was written, or what to know about what was. */
export type Written = { readonly reason: string } | { readonly notes: readonly string[] }

/**
 * Writes a text or bytes to what a name leads to. A regular file is replaced as a whole or left alone, also if the machine stops,
 * and has the mode and owner that it had.
 */
export function writeFile(name: string, content: string | Buffer, options: WriteOptions = {}): Written {
  try {
    const target = targetOf(name)
    const reason = obstacle(name, target, options)
    return reason === undefined ? { notes: write(target, Buffer.from(content), options) } : { reason }
  } catch (error) {
    return { reason: reasonOf(error as NodeJS.ErrnoException) }
  }
}

function write(target: Target, bytes: Buffer, options: WriteOptions): readonly string[] {
  if (target.kind === 'descriptor') writeDescriptor(target.descriptor, bytes)
  if (target.kind === 'device') writeDevice(target.path, bytes)
  if (target.kind === 'new') replace(target.path, bytes, undefined, options)
  if (target.kind !== 'file') return []
  replace(target.path, bytes, target.stats, options)
  return notesOn(target.stats, options)
}

/** Why a target is left alone. */
function obstacle(
  name: string,
  target: Target,
  { force, isNew, inputs = [] }: WriteOptions,
): string | undefined {
  if (name === '') return 'the name is empty'
  if (isNew && target.kind !== 'new') return 'it is there already'
  if (target.kind === 'folder') return 'it is a folder'
  if (target.kind !== 'file' || force) return undefined
  const denial = denialOf(target.path)
  if (denial === 'EROFS' || denial === 'EPERM') return reasons[denial]
  if ((target.stats.mode & 0o222) === 0 || denial !== undefined) return 'it is read-only; --force replaces it'
  return inputs.some((input) => isSame(input, target.stats))
    ? 'it is the input; --force replaces it'
    : undefined
}

/** Why a file cannot be written to, as the system calls it. */
function denialOf(path: string): string | undefined {
  try {
    accessSync(path, constants.W_OK)
    return undefined
  } catch (error) {
    return (error as NodeJS.ErrnoException).code
  }
}

function isSame(name: string, { dev, ino }: Stats): boolean {
  try {
    const stats = name === '-' ? fstatSync(0) : statSync(name)
    return stats.ino === ino && stats.dev === dev
  } catch {
    return false
  }
}

function replace(
  path: string,
  bytes: Buffer,
  old: Stats | undefined,
  { isSecret, force }: WriteOptions,
): void {
  const folder = dirname(path)
  const draft = draftIn(folder, old === undefined && !isSecret ? 0o666 : 0o600)
  try {
    writeFileSync(draft.descriptor, bytes)
    if (old !== undefined) keepOwner(draft, old, force)
    fsyncSync(draft.descriptor)
    renameSync(draft.path, path)
  } catch (error) {
    removeDraft(draft)
    throw error
  }
  closeSync(draft.descriptor)
  syncFolder(folder)
}

/** A draft in a folder that is there: where the system has no such file then, none can be made, as in /proc. */
function draftIn(folder: string, mode: number): Draft {
  try {
    return makeDraft(folder, mode)
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ENOENT'
      ? Object.assign(error as Error, { code: 'ENOTSUP' })
      : error
  }
}

/** The mode comes last: a change of the owner may drop some of it. */
function keepOwner({ descriptor }: Draft, { uid, gid, mode }: Stats, force = false): void {
  const own = fstatSync(descriptor)
  if (own.uid !== uid || own.gid !== gid) {
    try {
      fchownSync(descriptor, uid, gid)
    } catch (error) {
      if (!force) throw Object.assign(error as Error, { code: 'EOWNER' })
    }
  }
  fchmodSync(descriptor, mode & 0o7777)
}

/** After this, the new name of the draft survives a power failure; not every file system can do that. */
function syncFolder(folder: string): void {
  try {
    const descriptor = openSync(folder, constants.O_RDONLY)
    try {
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
  } catch {}
}

function notesOn({ nlink, mode }: Stats, { isSecret = false }: WriteOptions): readonly string[] {
  const others = nlink - 1
  return [
    ...(others === 0
      ? []
      : [
          `was one of ${nlink} hard links to a file: the other${others === 1 ? ' has' : 's have'} the old text`,
        ]),
    ...(isSecret && (mode & 0o044) !== 0
      ? [`contains passwords and has the mode ${(mode & 0o777).toString(8)}: other users can read it`]
      : []),
  ]
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'a part of its path is no folder',
  EACCES: 'its folder cannot be written to',
  EPERM: 'it or its folder is immutable or append-only (lsattr shows it)',
  ENOTSUP: 'no file can be made in its folder',
  EROFS: 'its file system is read-only',
  ELOOP: 'its symbolic links form a loop',
  ENOSPC: 'no space is left on the device',
  EDQUOT: 'the quota of disk space is used up',
  EBUSY: 'it is a mount point, which cannot be replaced as a whole',
  EOWNER: 'its owner cannot be kept; --force replaces it',
  ENAMETOOLONG: 'its name is too long',
}

function reasonOf({ code = '', message }: NodeJS.ErrnoException): string {
  return reasons[code] ?? (message.split('\n')[0] as string)
}
