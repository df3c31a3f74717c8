import { readCib } from '../cib/read.js'
import { liveCib } from '../pacemaker/live/cib.js'
import { asked } from './asked.js'
import { type Input, readInput } from './input.js'

/** The CIB of the cluster that this machine belongs to, or the one in a file. */
export async function readLive(file: string | undefined): Promise<Input> {
  if (file !== undefined) return readInput(file)
  const { output: cluster, diagnostics: findings } = readCib(await asked(() => liveCib()), { validate: true })
  return { file: 'the live CIB', findings, ...(cluster === undefined ? {} : { cluster }) }
}
