import { escapeInJson, escapeUnseen } from '../../diagnostics/unseen.js'
import { clusterReport } from '../../pacemaker/live/report.js'
import { unitStates } from '../../pacemaker/live/units.js'
import { NotInstalledError, PacemakerError } from '../../pacemaker/tool/pacemaker-error.js'
import { systemdServices } from '../../systemd/index.js'
import { asked } from '../asked.js'
import { readInput } from '../input.js'

import { isWell, statusTable, type Watched } from '../table/status-table.js'
import { report, reportUnusable } from '../terminal/report.js'

interface StatusOptions {
  readonly format: 'text' | 'json'
  readonly full?: string
}

/** `lightcib status`: both halves of a light architecture, Pacemaker's and systemd's. Returns 0 where all is well, 1 where something is not, 2 for errors. */
export async function status(name: string | undefined, options: StatusOptions): Promise<number> {
  const units = name === undefined ? [] : await unitsOf(name, options.full)
  if (units === undefined) return 2
  const cluster = await asked(() => clusterReport())
  const watched: Watched = { cluster, units: await statesOf(units) }
  const text =
    options.format === 'json'
      ? `${escapeInJson(JSON.stringify(watched, undefined, 2))}\n`
      : statusTable(watched)
          .map((line) => `${escapeUnseen(line)}\n`)
          .join('')
  process.stdout.write(text)
  return isWell(watched) ? 0 : 1
}

/** The units that the description has under systemd. */
async function unitsOf(name: string, full: string | undefined): Promise<readonly string[] | undefined> {
  const inputs = [await readInput(name), ...(full === undefined ? [] : [await readInput(full)])]
  for (const { file, cluster, findings } of inputs) if (cluster === undefined) reportUnusable(file, findings)
  const [own, before] = inputs.map(({ cluster }) => cluster)
  if (own === undefined || (full !== undefined && before === undefined)) return undefined
  if (own.services === undefined && before === undefined) return []
  const { output, diagnostics } = systemdServices(own, before === undefined ? {} : { full: before })
  if (output === undefined) report(name, diagnostics)
  return output?.map(({ unit }) => unit)
}

/** systemd's answers; where it is not there, every unit is unknown. */
async function statesOf(units: readonly string[]): ReturnType<typeof unitStates> {
  try {
    return await unitStates(units)
  } catch (error) {
    if (!(error instanceof PacemakerError)) throw error
    if (!(error instanceof NotInstalledError))
      process.stderr.write(`lightcib: ${escapeUnseen(error.message)}\n`)
    return units.map((unit) => ({ unit, state: 'unknown', restarts: 0, isOverridden: false }))
  }
}
