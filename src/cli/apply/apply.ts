import { type CibStore, liveCluster } from '../../apply/cib-store.js'
import { type Preparation, prepare } from '../../apply/prepare.js'
import { rollback, runSteps } from '../../apply/run-steps.js'
import { policiesFor } from '../../check/check.js'
import { diagnostic, hasErrors } from '../../diagnostics/diagnostic.js'
import { quote } from '../../diagnostics/quote.js'
import { escapeUnseen } from '../../diagnostics/unseen.js'
import { UnknownResourceError } from '../../graph/index.js'
import type { Cluster, Policy } from '../../model/index.js'
import { setEndBySignal } from '../../pacemaker/tool/on-end.js'
import { PacemakerError } from '../../pacemaker/tool/pacemaker-error.js'
import { quote as shellWord } from '../../pcs/script/quoting.js'
import { handOverWords } from '../../plan/print/hand-over.js'
import { planText } from '../../plan/print/text.js'
import { checkingOne } from '../checking.js'
import { configs } from '../config.js'
import { writeFile } from '../files/write-file.js'
import { type Input, readInput } from '../input.js'
import { wrongUsage } from '../module/exit-code.js'
import { endBySignal } from '../module/guard.js'
import { report, reportUnusable } from '../terminal/report.js'
import { isAgreed, print } from './ask.js'
import { cibFile } from './cib-file.js'
import { isWell, problemsOf } from './problems.js'

interface ApplyOptions {
  readonly file?: string
  readonly onePush?: boolean
  /** The input is a saved CIB: it comes back also with errors. */
  readonly rollback?: boolean
  readonly yes?: boolean
  readonly backup?: string
  readonly rollbackOnFailure?: boolean
  readonly detailedExitcode?: boolean
  /** The folder with the files of compile --to systemd. */
  readonly systemd: string
  /** In seconds. */
  readonly wait: number
}

/** `lightcib apply`: makes a live CIB, or one in a file, as described. Returns 0, or with --detailed-exitcode 2 where it changed something; 1 for errors. */
export async function apply(name: string, options: ApplyOptions): Promise<number> {
  const changed = options.detailedExitcode === true ? 2 : 0
  setEndBySignal(endBySignal)
  const input = await readInput(name)
  const { cluster } = input
  if (cluster === undefined) {
    reportUnusable(input.file, input.findings)
    return wrongUsage
  }
  const { findings } = (await checkingOne(input, cluster))()
  const isRollback = options.rollback === true
  if (hasErrors(findings)) {
    const errors = findings.filter(({ severity }) => severity === 'error')
    if (isRollback) report(input.file, errors)
    else report(input.file, [...errors, diagnostic('plan-target-invalid', '/cib', { errors: errors.length })])
    if (!isRollback) return 1
  }
  const store =
    options.file === undefined
      ? liveCluster({ wait: options.wait * 1000, systemd: options.systemd })
      : cibFile(options.file)
  try {
    const prepared = await prepare(store, cluster, { onePush: options.onePush === true, isRollback })
    report(options.file ?? 'the live CIB', prepared.diagnostics)
    if (!prepared.ok) return 1
    const policies = await policiesOf(input, cluster)
    if (prepared.output.plan === undefined) {
      print('nothing to do: the cluster is as described')
      return isWell(await problemsOf(store, prepared.output.live, cluster, policies)) ? 0 : 1
    }
    return (await changedBy(store, prepared.output, { ...options, input: name }, cluster, policies))
      ? changed
      : 1
  } catch (error) {
    if (!(error instanceof PacemakerError || error instanceof UnknownResourceError)) throw error
    print(error.message)
    return 1
  }
}

/** Shows the plan, asks, saves the backup, runs the steps, and looks at what came of it. True where all is well. */
async function changedBy(
  store: CibStore,
  prepared: Preparation,
  options: ApplyOptions & { readonly input: string },
  cluster: Cluster,
  policies: readonly Policy[],
): Promise<boolean> {
  const { plan, simulation, cib, live } = prepared
  if (plan === undefined) return true
  const services = plan.steps.flatMap(({ handOver }) => handOver ?? [])
  if (options.file === undefined) for (const each of services) await store.handOver?.(each, '--ready')
  process.stdout.write(planText(plan, simulation).split('\n').map(escapeUnseen).join('\n'))
  if (options.yes !== true && !(await isAgreed('Apply this?', options))) {
    print('nothing is changed')
    return false
  }
  const backup = options.backup ?? `cib-backup-${new Date().toISOString().replace(/[:.]/g, '-')}.xml`
  saveBackup(backup, cib)
  const count = plan.steps.length
  const applied = await runSteps(store, prepared, {
    onStep: ({ title }, number) => print(`step ${number} of ${count}: ${title}`),
  })
  const script = `bash ${shellWord(`${options.systemd}/hand-over.sh`)}`
  for (const each of options.file === undefined ? applied.waiting : [])
    print(`left to do: ${[script, ...handOverWords(each).map(shellWord)].join(' ')}`)
  const problems = await problemsOf(store, live, cluster, applied.done === count ? policies : [], applied)
  if (isWell(problems)) {
    print(`done: ${count} ${count === 1 ? 'step' : 'steps'}; the CIB of before is in ${quote(backup)}`)
    return true
  }
  const unsure = applied.isUnsure ? `, and step ${applied.done + 1} may be` : ''
  print(`${applied.done} of ${count} steps are done${unsure}; the CIB of before is in ${quote(backup)}`)
  if (applied.done === 0 || applied.isUnsure) return false
  const isWanted =
    options.rollbackOnFailure === true ||
    (options.yes !== true && (await isAgreed('Bring the CIB of before back?', options)))
  if (!isWanted) {
    for (const each of applied.handedOver)
      print(`to go back, first: ${[script, ...handOverWords(each, '--undo').map(shellWord)].join(' ')}`)
    print(`lightcib apply ${shellWord(backup)} --rollback brings it back; the same command as before goes on`)
    return false
  }
  await rollback(store, prepared, applied)
  print('the CIB of before is back')
  return false
}

function saveBackup(name: string, text: string): void {
  const written = writeFile(name, text, { isSecret: true, isNew: true })
  if ('reason' in written)
    throw new PacemakerError(`cannot write the backup ${quote(name)}: ${written.reason}; nothing is changed`)
}

async function policiesOf(input: Input, cluster: Cluster): Promise<readonly Policy[]> {
  const { options } = await configs().of(input.file)
  const policies = cluster.policies ?? options.policies
  return policiesFor(cluster, policies === undefined ? {} : { policies })
}
