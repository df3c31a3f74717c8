import { type TimeLimit, usualLimit } from '../simulate.js'
import { PacemakerError } from '../tool/pacemaker-error.js'
import { inWorkplace } from '../tool/workplace.js'

/**
 * The CIB of the cluster that this machine belongs to, as text, status too: `cibadmin --query`. Rejects with
 * `PacemakerError` where cibadmin is not installed or no cluster runs here. As with all tools of Pacemaker, the environment
 * variable CIB_file names a file in its place.
 */
export async function liveCib({ limit = usualLimit }: TimeLimit = {}): Promise<string> {
  const { exitCode, stdout, stderr } = await inWorkplace(({ run }) => run('cibadmin', ['--query'], limit))
  if (exitCode === 0) return stdout
  const reason = stderr.trim().split('\n').at(-1) ?? ''
  throw new PacemakerError(
    `no CIB of a running cluster: ${reason === '' ? `cibadmin fails with ${exitCode}` : reason}`,
  )
}
