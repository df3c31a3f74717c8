import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs'
import { decompressed, TooLarge } from './decompress.js'
import { noteRead } from './read-notes.js'

/** More than any CIB has, in bytes: Pacemaker itself fails with a hundredth of it. */
const limit = 64 * 1024 * 1024

/** How long a named FIFO or device may be silent, in milliseconds. */
const patience = 10_000

export type Read = { readonly bytes: Uint8Array } | { readonly reason: string }

/**
 * What is in a file, or on standard input (`-`), unpacked where it is gzip or bzip2; else why it is not read. It ends: what
 * is too large is not read to its end, and for a FIFO or device that is silent it does not wait for ever.
 */
export function readFile(name: string): Read {
  let descriptor: number | undefined
  if (name !== '-') noteRead(name)
  try {
    descriptor =
      name === '-' ? 0 : openSync(name, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY)
    const bytes = decompressed(contentOf(descriptor), limit)
    return bytes.length === 0 ? { reason: 'it is empty' } : { bytes }
  } catch (error) {
    return { reason: reasonOf(error as NodeJS.ErrnoException) }
  } finally {
    if (descriptor !== undefined && descriptor !== 0) closeSync(descriptor)
  }
}

function contentOf(descriptor: number): Uint8Array {
  const stats = fstatSync(descriptor)
  if (stats.isDirectory()) throw new Error('it is a folder')
  if (stats.isFile() && stats.size > limit) throw new TooLarge()
  const chunks: Buffer[] = []
  let length = 0
  let waitsUntil = Date.now() + patience
  for (;;) {
    const chunk = Buffer.allocUnsafe(1 << 16)
    const count = readSome(descriptor, chunk)
    if (count > 0) {
      length += count
      chunks.push(chunk.subarray(0, count))
      if (length > limit) throw new TooLarge()
      waitsUntil = Date.now() + patience
    } else if (isAtEnd(count, length, descriptor, stats)) return Buffer.concat(chunks)
    else {
      if (descriptor !== 0 && Date.now() > waitsUntil) throw new Error(silence(stats))
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
    }
  }
}

/** The number of bytes that were read; -1 where there are none yet. */
function readSome(descriptor: number, chunk: Buffer): number {
  try {
    return readSync(descriptor, chunk)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EAGAIN') return -1
    if (code === 'EOF') return 0
    throw error
  }
}

/** A FIFO that was opened without waiting is empty until its first writer comes. */
function isAtEnd(count: number, length: number, descriptor: number, stats: Stats): boolean {
  if (count < 0) return false
  return descriptor === 0 || length > 0 || !stats.isFIFO()
}

function silence(stats: Stats): string {
  return `${stats.isFIFO() ? 'nobody writes to this FIFO' : 'this device is silent'}: gave up after ${patience / 1000} seconds`
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'a part of its path is no folder',
  EACCES: 'it may not be read',
  ELOOP: 'its symbolic links form a loop',
  EISDIR: 'it is a folder',
  ENXIO: 'it is a socket or a device that is not there',
  ENAMETOOLONG: 'its name is too long',
}

/** Why a file cannot be read, without the words of Node. */
export function reasonOf(error: NodeJS.ErrnoException): string {
  if (error instanceof TooLarge) return `it has more than ${limit / 1024 / 1024} MiB: no CIB is that large`
  return reasons[error.code ?? ''] ?? (error.message.split('\n')[0] as string)
}
