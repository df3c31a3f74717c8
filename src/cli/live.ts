import { readCib } from '../cib/read.js'
import { UnknownResourceError } from '../graph/index.js'
import { liveCib } from '../pacemaker/live/cib.js'
import { PacemakerError } from '../pacemaker/tool/pacemaker-error.js'
import { type Input, readInput } from './input.js'
import { UsageError } from './usage-error.js'

/** The CIB of the cluster that this machine belongs to, or the one in a file. */
export async function readLive(file: string | undefined): Promise<Input> {
  if (file !== undefined) return readInput(file)
  const { output: cluster, diagnostics: findings } = readCib(await asked(() => liveCib()), { validate: true })
  return { file: 'the live CIB', findings, ...(cluster === undefined ? {} : { cluster }) }
}

/** What a tool of Pacemaker answers; why it does not, or which resource is not there, is the user's to know. */
export async function asked<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask()
  } catch (error) {
    const isOfUser = error instanceof PacemakerError || error instanceof UnknownResourceError
    throw isOfUser ? new UsageError(error.message) : error
  }
}
