import { statSync } from 'node:fs'
import { extname } from 'node:path'
import { readCib } from '../cib/read.js'
import { type Diagnostic, diagnostic, failure, type Result } from '../diagnostics/diagnostic.js'
import type { Cluster } from '../model/index.js'
import { readFile } from './files/read-file.js'
import { standardInput } from './findings/checked.js'
import { UsageError } from './usage-error.js'

/** One input; without a cluster it is unusable. */
export interface Input {
  readonly file: string
  readonly cluster?: Cluster
  readonly findings: readonly Diagnostic[]
}

/** True for the name of a module, as opposed to a CIB. */
export function isModule(name: string): boolean {
  return ['.ts', '.mts', '.js', '.mjs'].includes(extname(name))
}

/** Rejects two inputs that are both standard input. */
export function rejectTwoStandardInputs(one: string, other: string): void {
  if (one === '-' && other === '-') throw new UsageError('only one of two inputs can be standard input')
}

/** The cluster in a module, in a file with CIB XML of any name, compressed or not, or on standard input (`-`). */
export async function readInput(name: string): Promise<Input> {
  const file = name === '-' ? standardInput : name
  const { output: cluster, diagnostics: findings } = await read(name, file)
  return { file, findings, ...(cluster === undefined ? {} : { cluster }) }
}

async function read(name: string, file: string): Promise<Result<Cluster>> {
  if (isModule(name) && isRegular(name)) return (await import('./module.js')).readModule(name)
  const unreadable = (reason: string) => failure([diagnostic('unreadable-input', '/', { file, reason })])
  if (isModule(name)) return unreadable('it is no regular file, so it is not run')
  const read = readFile(name)
  if ('reason' in read) return unreadable(read.reason)
  if (extname(name) !== '.xml' && !isXml(read.bytes)) {
    const text = Buffer.from(read.bytes).toString('utf8')
    const { looksLikeCrm, readCrm } = await import('../crm/index.js')
    if (looksLikeCrm(text)) return readCrm(text)
    const { looksLikePcs } = await import('../pacemaker/script/looks-like-pcs.js')
    if (looksLikePcs(text)) return (await import('./script.js')).readScript(text)
    return failure([diagnostic('unknown-input-type', '/', { file })])
  }
  return readCib(read.bytes, { validate: true })
}

/** True where the first character, behind the mark of an encoding and blanks, starts a tag. */
function isXml(bytes: Uint8Array): boolean {
  return /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*</.test(
    Buffer.from(bytes.subarray(0, 4096)).toString('latin1'),
  )
}

/** True for a file, and for one that is not there: what is wrong with that is found when it is read. */
function isRegular(name: string): boolean {
  return statSync(name, { throwIfNoEntry: false })?.isFile() !== false
}
