import { check as checkCluster } from '../check/check.js'
import { policyNamed } from '../check/policies/index.js'
import { hasErrors } from '../diagnostics/diagnostic.js'
import { type Cluster, constraintsOf, resourcesOf } from '../model/index.js'
import { readInput } from './input.js'
import { locate } from './locate.js'
import { type FileFinding, report, reportUnusable, summary } from './report.js'

interface CheckOptions {
  readonly format: 'text' | 'json'
  readonly policy?: readonly string[]
}

/** `lightcib check`: findings of all inputs; text on standard error, JSON on standard output. */
export async function check(
  files: readonly string[],
  { format, policy = [] }: CheckOptions,
): Promise<number> {
  const policies = policy.map(policyNamed)
  const wrong = policies.find((named) => 'usage' in named)
  if (wrong !== undefined) {
    process.stderr.write(`lightcib: ${wrong.usage}\n`)
    return 2
  }
  const asked =
    policy.length === 0 ? undefined : policies.flatMap((named) => ('usage' in named ? [] : [named]))
  const all: FileFinding[] = []
  let exitCode = 0
  for (const name of files) {
    const input = await readInput(name)
    const { file, cluster } = input
    const found = cluster === undefined ? input.findings : locate(input, checkCluster(cluster, asked))
    const findings = found.map((finding) => ({ file, ...finding }))
    for (const finding of findings) all.push(finding)
    exitCode = Math.max(exitCode, cluster === undefined ? 2 : hasErrors(findings) ? 1 : 0)
    if (format === 'json') continue
    if (cluster === undefined) reportUnusable(findings)
    else {
      report(findings)
      process.stdout.write(`${file}: ${sizeOf(cluster)}: ${summary(findings)}\n`)
    }
  }
  if (format === 'json') process.stdout.write(`${JSON.stringify({ diagnostics: all }, undefined, 2)}\n`)
  return exitCode
}

function sizeOf(cluster: Cluster): string {
  const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`
  return `${plural(resourcesOf(cluster).length, 'resource')}, ${plural(constraintsOf(cluster).length, 'constraint')}`
}
