import { UnknownResourceError } from '../graph/index.js'
import { PacemakerError } from '../pacemaker/tool/pacemaker-error.js'
import { UsageError } from './usage-error.js'

/** What a tool of Pacemaker answers; why it does not, or which resource is not there, is the user's to know. */
export async function asked<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask()
  } catch (error) {
    const isOfUser = error instanceof PacemakerError || error instanceof UnknownResourceError
    throw isOfUser ? new UsageError(error.message) : error
  }
}
