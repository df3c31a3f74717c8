import { readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { readCib } from '../cib/read.js'
import { type Diagnostic, diagnostic, failure, type Result } from '../diagnostics/diagnostic.js'
import type { Cluster } from '../model/index.js'

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

/** The cluster in a module, in an .xml file, or on standard input (`-`). */
export async function readInput(name: string): Promise<Input> {
  const file = name === '-' ? 'standard input' : name
  const { output: cluster, diagnostics: findings } = await read(name)
  return { file, findings, ...(cluster === undefined ? {} : { cluster }) }
}

async function read(file: string): Promise<Result<Cluster>> {
  if (file === '-') return readXml('standard input', 0)
  if (isModule(file)) return (await import('./module.js')).readModule(file)
  if (extname(file) === '.xml') return readXml(file, file)
  return failure([diagnostic('unknown-input-type', '/', { file })])
}

function readXml(file: string, source: string | number): Result<Cluster> {
  let bytes: Buffer
  try {
    bytes = readFileSync(source)
  } catch (error) {
    const reason = (error as Error).message.split('\n')[0] as string
    return failure([diagnostic('unreadable-input', '/', { file, reason })])
  }
  return readCib(bytes, { validate: true })
}
