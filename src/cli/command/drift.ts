import { secretsIn } from '../../cib/secrets.js'
import { escapeInJson } from '../../diagnostics/unseen.js'
import { diff } from '../../diff/index.js'
import { diffLines } from '../../diff/text.js'
import { drift as driftOf } from '../../plan/index.js'
import { readInput } from '../input.js'
import { readLive } from '../live.js'
import { type OutputOptions, writeOutput } from '../output.js'
import { differenceText } from '../table/difference-lines.js'
import { report, reportUnusable } from '../terminal/report.js'

interface DriftOptions extends OutputOptions {
  readonly file?: string
  readonly format: 'text' | 'json'
}

/** `lightcib drift`: what a live cluster is otherwise than described. Returns 0 where nothing is, 1 where something is, 2 for errors. */
export async function drift(name: string, options: DriftOptions): Promise<number> {
  const described = await readInput(name)
  const live = await readLive(options.file)
  for (const { file, cluster, findings } of [described, live])
    if (cluster === undefined) reportUnusable(file, findings)
  if (described.cluster === undefined || live.cluster === undefined) return 2
  const { output, diagnostics } = driftOf(live.cluster, described.cluster)
  report(name, diagnostics)
  if (output === undefined) return 2
  const changes = diff(output.described, output.live)
  const text =
    options.format === 'json'
      ? `${escapeInJson(JSON.stringify({ changes }, undefined, 2))}\n`
      : differenceText(diffLines(output.described, output.live), options.output)
  const code = writeOutput(text, options, {
    isSecret: [live.cluster, described.cluster].some((each) => secretsIn(each).length > 0),
    inputs: [name],
  })
  return code === 0 ? Number(changes.length > 0) : 2
}
