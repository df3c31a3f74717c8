import type { RuleSet } from '../../check/rule.js'
import type { SuppressedFinding } from '../../check/settings/settle.js'
import { type Diagnostic, hasErrors } from '../../diagnostics/diagnostic.js'
import { escapeInJson, escapeUnseen } from '../../diagnostics/unseen.js'
import { type CheckRequest, checking, policiesNamed } from '../checking.js'
import { configFindings, configs } from '../config.js'
import { readInput } from '../input.js'
import { inOrder, report, reportUnusable, summary } from '../report.js'

interface CheckOptions {
  readonly format: 'text' | 'json'
  readonly policy?: readonly string[]
  readonly rule?: readonly string[]
  readonly rules?: RuleSet
  readonly config?: string
  readonly maxWarnings?: number
  readonly withPacemaker?: boolean
  /** In seconds. */
  readonly timeLimit: number
}

type InFile<Finding> = Finding & { readonly file: string }

/** `lightcib check`: the findings for each input; text on standard error, JSON on standard output. Returns the exit code. */
export async function check(files: readonly string[], options: CheckOptions): Promise<number> {
  const { format, maxWarnings = Number.POSITIVE_INFINITY } = options
  const request = {
    ...requestOf(options),
    ...(options.withPacemaker && (await pacemakerWithin(options.timeLimit))),
  }
  const found = configs(options.config)
  const diagnostics: InFile<Diagnostic>[] = []
  const suppressed: InFile<SuppressedFinding>[] = []
  const isText = format === 'text'
  let hasUnusable = false
  for (const name of files) {
    const input = await readInput(name)
    const { file, cluster } = input
    if (cluster === undefined) {
      hasUnusable = true
      for (const finding of input.findings) diagnostics.push({ file, ...finding })
      if (isText) reportUnusable(file, input.findings)
      continue
    }
    const { config, settled: settle } = await checking(input, cluster, found, request)
    const settled = settle()
    config.unused.push(settled.unused)
    for (const finding of inOrder(settled.findings)) diagnostics.push({ file, ...finding })
    for (const finding of settled.suppressed) suppressed.push({ file, ...finding })
    if (!isText) continue
    report(file, settled.findings)
    process.stdout.write(`${escapeUnseen(file)}: ${summary(cluster, settled)}\n`)
  }
  for (const config of await found.loaded()) {
    const { file } = config
    if (file === undefined) continue
    const findings = configFindings(config)
    for (const finding of findings) diagnostics.push({ file, ...finding })
    if (isText) report(file, findings)
  }
  if (!isText)
    process.stdout.write(`${escapeInJson(JSON.stringify({ diagnostics, suppressed }, undefined, 2))}\n`)
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning').length
  if (warnings > maxWarnings) {
    process.stderr.write(`lightcib: ${warnings} warnings, more than --max-warnings ${maxWarnings}\n`)
  }
  if (hasUnusable) return 2
  return hasErrors(diagnostics) || warnings > maxWarnings ? 1 : 0
}

function requestOf({ policy = [], rule, rules: set }: CheckOptions): CheckRequest {
  const policies = policiesNamed(policy)
  return {
    ...(policies.length > 0 && { policies }),
    rules: { ...(set !== undefined && { set }), ...(rule !== undefined && { only: rule }) },
  }
}

/** Pacemaker is loaded only when it is asked. */
async function pacemakerWithin(seconds: number): Promise<Pick<CheckRequest, 'ask'>> {
  const { askPacemaker } = await import('../with-pacemaker.js')
  return { ask: (cluster, policies) => askPacemaker(cluster, policies, seconds * 1000) }
}
