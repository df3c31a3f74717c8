import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { canonicalCib } from '../cib/canonical.js'
import { readCib } from '../cib/read.js'
import { writeCib } from '../cib/write.js'
import { type Diagnostic, diagnostic, failure, type Result, success } from '../diagnostics/diagnostic.js'
import type { Cluster, SystemdService } from '../model/index.js'
import { malformed } from '../model/wellformed/malformed.js'
import type { PcsVersion } from '../pcs/index.js'
import { type Plan, planData } from '../plan/index.js'

const format = 'lightcib-plan-1'

/** What a saved plan has: the CIB that it is for, and where it leads. */
interface SavedPlan {
  readonly format: string
  readonly epoch: string
  readonly digest: string
  readonly pcs: PcsVersion
  readonly maintenance: boolean
  readonly target: string
  /** What the target has under systemd, which is no part of its CIB. */
  readonly services?: readonly SystemdService[]
  readonly steps: unknown
}

/** The text of a saved plan. */
export function savedPlan(plan: Plan, maintenance: boolean): Result<string> {
  const target = writeCib(plan.to)
  if (!target.ok) return target
  const saved: SavedPlan = {
    format,
    epoch: epochOf(plan.from),
    digest: digestOf(plan.from),
    pcs: plan.pcs,
    maintenance,
    target: target.output,
    ...(plan.to.services && { services: plan.to.services }),
    steps: planData(plan).steps,
  }
  return success(`${JSON.stringify(saved, undefined, 2)}\n`)
}

/** The target and options of a saved plan, if it was made for this CIB. */
export function readSavedPlan(
  file: string,
  from: Cluster,
): Result<{ readonly target: Cluster; readonly pcs: PcsVersion; readonly maintenance: boolean }> {
  const saved = parsed(file)
  if (!saved.ok) return saved
  const { epoch, digest, pcs, maintenance, target, services } = saved.output
  const outdated = [
    ['the epoch', epoch, epochOf(from)],
    ['the digest', digest, digestOf(from)],
  ].flatMap(([what = '', made = '', found = '']): readonly Diagnostic[] =>
    made === found ? [] : [diagnostic('plan-outdated', '/cib', { what, made, found })],
  )
  if (outdated.length > 0) return failure(outdated)
  const { output } = readCib(target)
  if (output === undefined) return unreadable(file, 'its target is not a CIB')
  const cluster = { ...output, ...(services && { services }) }
  const broken = malformed(cluster)
  return broken.length > 0 ? failure(broken) : success({ target: cluster, pcs, maintenance })
}

function parsed(file: string): Result<SavedPlan> {
  try {
    const saved = JSON.parse(readFileSync(file, 'utf8')) as Partial<SavedPlan> | null
    if (saved?.format !== format || typeof saved.target !== 'string')
      return unreadable(file, 'it is not a saved plan')
    return success(saved as SavedPlan)
  } catch (error) {
    return unreadable(file, (error as Error).message.split('\n')[0] as string)
  }
}

function unreadable(file: string, reason: string): Result<never> {
  return failure([diagnostic('unreadable-input', '/', { file, reason })])
}

function epochOf({ adminEpoch = '0', epoch = '0' }: Cluster): string {
  return `${adminEpoch}.${epoch}`
}

function digestOf(cluster: Cluster): string {
  return createHash('sha256').update(canonicalCib(cluster)).digest('hex')
}
