import type { RuleSet } from '../../check/rule.js'
import { hasErrors } from '../../diagnostics/diagnostic.js'
import { escapeUnseen } from '../../diagnostics/unseen.js'
import { constraintsOf, resourcesOf } from '../../model/index.js'
import { type CheckRequest, checking, policiesNamed } from '../checking.js'
import { configFindings, configs } from '../config.js'
import { inputsNamed } from '../files/globs.js'
import type { Checked, CheckedInput } from '../findings/checked.js'
import type { FindingsFormat } from '../findings/formats.js'
import { readInput } from '../input.js'
import { type OutputOptions, writeOutput } from '../output.js'
import { progressBar } from '../terminal/progress-bar.js'
import { inOrder, report, reportUnusable, summary } from '../terminal/report.js'
import { verbosityNow } from '../terminal/verbosity.js'
import { UsageError } from '../usage-error.js'

interface CheckOptions extends OutputOptions {
  readonly format: 'text' | FindingsFormat
  readonly policy?: readonly string[]
  readonly rule?: readonly string[]
  readonly rules?: RuleSet
  readonly config?: string
  readonly maxWarnings?: number
  readonly withPacemaker?: boolean
  /** In seconds. */
  readonly timeLimit: number
}

/** The options that have a value where none is given. */
export const checkDefaults = { format: 'text', timeLimit: 300 } as const

/**
 * `lightcib check`: the findings for each input; text on standard error, another format on standard output or in a file, and
 * then the text as well. Returns the exit code.
 */
export async function check(given: readonly string[], options: CheckOptions): Promise<number> {
  const { format, output, maxWarnings = Number.POSITIVE_INFINITY } = options
  if (format === 'text' && output !== undefined) {
    throw new UsageError('--output needs a --format other than text')
  }
  const names = await inputsNamed(given)
  const found = await findingsOf(names, options, format === 'text' || output !== undefined)
  const { inputs, diagnostics } = found
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning').length
  const warningsFail = warnings > maxWarnings
  if (format !== 'text') {
    const { printFindings } = await import('../findings/formats.js')
    const text = printFindings({ ...found, warningsFail }, format)
    if (writeOutput(text, options, { isSecret: false, inputs: names }) !== 0) return 2
  }
  if (warningsFail) {
    process.stderr.write(`lightcib: ${warnings} warnings, more than --max-warnings ${maxWarnings}\n`)
  }
  if (inputs.some(({ usable }) => !usable)) return 2
  return hasErrors(diagnostics) || warningsFail ? 1 : 0
}

/** Checks each input, and prints what was found where it is to be text. */
async function findingsOf(
  names: readonly string[],
  options: CheckOptions,
  isText: boolean,
): Promise<Omit<Checked, 'warningsFail'>> {
  const request = {
    ...requestOf(options),
    ...(options.withPacemaker && (await pacemakerWithin(options.timeLimit))),
  }
  const loader = configs(options.config)
  const inputs: CheckedInput[] = []
  const diagnostics: Checked['diagnostics'][number][] = []
  const suppressed: Checked['suppressed'][number][] = []
  const bar = progressBar()
  for (const [at, name] of names.entries()) {
    bar.show(at, names.length)
    const input = await readInput(name)
    const { file, cluster } = input
    if (cluster === undefined) {
      inputs.push({ file, usable: false, resources: 0, constraints: 0 })
      for (const finding of input.findings) diagnostics.push({ file, ...finding })
      bar.clear()
      if (isText) reportUnusable(file, input.findings)
      continue
    }
    const { config, settled: settle } = await checking(input, cluster, loader, request)
    const settled = settle()
    bar.clear()
    config.unused.push(settled.unused)
    const [resources, constraints] = [resourcesOf(cluster).length, constraintsOf(cluster).length]
    inputs.push({ file, usable: true, resources, constraints })
    for (const finding of inOrder(settled.findings)) diagnostics.push({ file, ...finding })
    for (const finding of settled.suppressed) suppressed.push({ file, ...finding })
    if (!isText) continue
    report(file, settled.findings)
    if (verbosityNow() === 'quiet') continue
    process.stdout.write(`${escapeUnseen(file)}: ${summary(cluster, settled)}\n`)
  }
  for (const config of await loader.loaded()) {
    const { file } = config
    if (file === undefined) continue
    const findings = configFindings(config)
    for (const finding of findings) diagnostics.push({ file, ...finding })
    if (isText) report(file, findings)
  }
  return { inputs, diagnostics, suppressed }
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
