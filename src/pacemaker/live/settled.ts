import { setTimeout } from 'node:timers/promises'
import { PacemakerError } from '../tool/pacemaker-error.js'
import { inWorkplace } from '../tool/workplace.js'

/** How much longer the tool may take than it is asked to wait, in milliseconds. */
const margin = 30_000

/** How long a controller may be without an answer, since it starts or is elected, in milliseconds. */
const silence = 20_000

/** What crm_resource exits with where the time is over. */
const timedOut = 124

/**
 * Waits until the cluster of this machine has nothing left to do: `crm_resource --wait`. Rejects with `PacemakerError` where
 * that takes longer than `wait` milliseconds, or where nobody answers.
 */
export async function clusterSettled(wait: number): Promise<void> {
  const seconds = Math.ceil(wait / 1000)
  const args = ['--wait', `--timeout=${seconds}s`]
  for (const end = Date.now() + silence; ; await setTimeout(1000)) {
    const { exitCode, stderr } = await inWorkplace(({ run }) => run('crm_resource', args, wait + margin))
    if (exitCode === 0) return
    const reason = stderr.trim().split('\n').at(-1) ?? ''
    const because = reason === '' ? '' : `: ${reason}`
    if (exitCode === timedOut)
      throw new PacemakerError(`the cluster has not settled within ${seconds} s${because}`)
    if (Date.now() > end) throw new PacemakerError(`whether the cluster has settled is not known${because}`)
  }
}
