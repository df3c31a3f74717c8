import { isAboutSection } from '../check/about-section.js'
import { findingsOf, policiesFor } from '../check/check.js'
import { policyNamed } from '../check/policies/index.js'
import { codesWith } from '../check/settings/codes.js'
import type { CheckOptions, RuleSelection } from '../check/settings/options.js'
import { type Settled, settle } from '../check/settings/settle.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { outputEntries } from '../diagnostics/entries/output.js'
import { pacemakerEntries } from '../diagnostics/entries/pacemaker.js'
import { policyEntries } from '../diagnostics/entries/policy.js'
import { nearest } from '../diagnostics/nearest.js'
import { quote } from '../diagnostics/quote.js'
import type { Cluster, Policy } from '../model/index.js'
import { type Configs, configs, type LoadedConfig } from './config.js'
import type { Input } from './input.js'
import { locate } from './locate.js'
import { guardedIfNeeded } from './module/guard.js'
import { report } from './terminal/report.js'
import { UsageError } from './usage-error.js'
import type { PacemakerAnswers } from './with-pacemaker.js'

/** What the command line asks for, before what a configuration has. */
export interface CheckRequest {
  readonly policies?: readonly Policy[]
  readonly rules?: RuleSelection
  /** Asks the real Pacemaker what the policies leave unknown. */
  readonly ask?: (cluster: Cluster, policies: readonly Policy[]) => Promise<PacemakerAnswers>
}

/** An input that was checked under its configuration. */
export interface Checking {
  readonly config: LoadedConfig
  /** All findings with their places, and these later ones among them. */
  readonly settled: (later?: readonly Diagnostic[]) => Settled
}

/** Checks a cluster, that of the input or one made from it. */
export async function checking(
  input: Input,
  cluster: Cluster,
  loader: Configs,
  request: CheckRequest = {},
): Promise<Checking> {
  const config = await loader.of(input.file)
  const policies = request.policies ?? cluster.policies ?? config.options.policies
  const options: CheckOptions = {
    ...config.options,
    rules: { ...config.options.rules, ...request.rules },
    ...(policies !== undefined && { policies }),
  }
  rejectUnknownCodes(options)
  const isWhole = cluster === input.cluster
  const skipped = (code: string) =>
    !isWhole ||
    code in outputEntries ||
    (request.ask === undefined && code in pacemakerEntries) ||
    (request.policies !== undefined && code in policyEntries)
  const isSection = input.findings.some(({ code }) => code === 'cib-section')
  const answers = isSection ? undefined : await request.ask?.(cluster, policiesFor(cluster, options))
  const unfiltered = await guardedIfNeeded(`the check of ${quote(input.file)}`, () =>
    findingsOf(cluster, options, answers?.settle),
  )
  const found = unfiltered.filter(({ code }) => !isSection || isAboutSection(code))
  const all = [...found, ...(answers?.beyond([...input.findings, ...found]) ?? [])]
  return {
    config,
    settled: (later = []) => settle(cluster, locate(input, [...all, ...later]), options, skipped),
  }
}

/** The policies of `--policy`. */
export function policiesNamed(names: readonly string[]): readonly Policy[] {
  return names.map(policyNamed).map((named) => {
    if ('usage' in named) throw new UsageError(named.usage)
    return named
  })
}

/** The same for a command that checks beside what it does: what is wrong with the configuration is printed. */
export async function checkingOne(input: Input, cluster: Cluster): Promise<Checking['settled']> {
  const { config, settled } = await checking(input, cluster, configs())
  if (config.file !== undefined) report(config.file, config.findings.map(config.locate))
  return settled
}

function rejectUnknownCodes(options: CheckOptions): void {
  const codes = codesWith(options)
  const unknown = options.rules?.only?.find((code) => !codes.has(code))
  if (unknown === undefined) return
  const near = nearest(unknown, codes)
  const hint = near === undefined ? '' : `; did you mean ${quote(near)}?`
  throw new UsageError(`unknown code ${quote(unknown)}: no finding has it${hint}`)
}
