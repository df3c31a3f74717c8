import { check as checkCluster } from '../check/check.js'
import { policyNamed } from '../check/policies/index.js'
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.js'
import { readInput } from './input.js'
import { locate } from './locate.js'
import { report, reportUnusable, summary } from './report.js'

interface CheckOptions {
  readonly format: 'text' | 'json'
  readonly policy?: readonly string[]
}

/** `lightcib check`: the findings for each input; text on standard error, JSON on standard output. Returns the exit code. */
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
  const selected =
    policy.length === 0 ? undefined : policies.flatMap((named) => ('usage' in named ? [] : [named]))
  const all: (Diagnostic & { readonly file: string })[] = []
  let exitCode = 0
  for (const name of files) {
    const input = await readInput(name)
    const { file, cluster } = input
    const findings = cluster === undefined ? input.findings : locate(input, checkCluster(cluster, selected))
    for (const finding of findings) all.push({ file, ...finding })
    exitCode = Math.max(exitCode, cluster === undefined ? 2 : hasErrors(findings) ? 1 : 0)
    if (format === 'json') continue
    if (cluster === undefined) reportUnusable(file, findings)
    else {
      report(file, findings)
      process.stdout.write(`${file}: ${summary(cluster, findings)}\n`)
    }
  }
  if (format === 'json') process.stdout.write(`${JSON.stringify({ diagnostics: all }, undefined, 2)}\n`)
  return exitCode
}
