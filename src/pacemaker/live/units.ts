import { type TimeLimit, usualLimit } from '../simulate.js'
import { PacemakerError } from '../tool/pacemaker-error.js'
import { inWorkplace } from '../tool/workplace.js'

/** A unit of systemd on this machine. */
export interface UnitState {
  readonly unit: string
  /** systemd's ActiveState: `active`, `inactive`, `failed`, `activating`, `deactivating`, `reloading`; `not-found` without a unit file. */
  readonly state: string
  /** How often systemd has restarted it. */
  readonly restarts: number
  /** True where Pacemaker's override `50-pacemaker.conf` is still there, with which systemd restarts nothing. */
  readonly isOverridden: boolean
}

const properties = 'Id,LoadState,ActiveState,NRestarts,DropInPaths'

/** The state of units on this machine: `systemctl show`. Rejects with `PacemakerError` where systemd does not answer. */
export async function unitStates(
  units: readonly string[],
  { limit = usualLimit }: TimeLimit = {},
): Promise<readonly UnitState[]> {
  if (units.length === 0) return []
  const args = ['show', `--property=${properties}`, '--', ...units]
  const { exitCode, stdout, stderr } = await inWorkplace(({ run }) => run('systemctl', args, limit))
  if (exitCode !== 0)
    throw new PacemakerError(`systemd does not answer: ${stderr.trim().split('\n').at(-1) ?? ''}`)
  const blocks = stdout.trim().split('\n\n')
  return units.map((unit, at): UnitState => {
    const lines = (blocks[at] ?? '').split('\n').map((line): [string, string] => {
      const split = line.indexOf('=')
      return [line.slice(0, split), line.slice(split + 1)]
    })
    const shown: Readonly<Record<string, string>> = Object.fromEntries(lines)
    return {
      unit,
      state: shown.LoadState === 'not-found' ? 'not-found' : (shown.ActiveState ?? 'unknown'),
      restarts: Number(shown.NRestarts ?? 0),
      isOverridden: /\/50-pacemaker\.conf\b/.test(shown.DropInPaths ?? ''),
    }
  })
}
