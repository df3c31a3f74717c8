import { PacemakerError } from '../tool/pacemaker-error.js'
import { inWorkplace } from '../tool/workplace.js'

/** How much longer the tool may take than it is asked to wait, in milliseconds. */
const margin = 30_000

/**
 * Waits until the cluster of this machine has nothing left to do: `crm_resource --wait`. Rejects with `PacemakerError` where
 * that takes longer than `wait` milliseconds.
 */
export async function clusterSettled(wait: number): Promise<void> {
  const seconds = Math.ceil(wait / 1000)
  const args = ['--wait', `--timeout=${seconds}s`]
  const { exitCode, stderr } = await inWorkplace(({ run }) => run('crm_resource', args, wait + margin))
  if (exitCode === 0) return
  const reason = stderr.trim().split('\n').at(-1) ?? ''
  throw new PacemakerError(
    `the cluster has not settled within ${seconds} s${reason === '' ? '' : `: ${reason}`}`,
  )
}
