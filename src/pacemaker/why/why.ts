import { quote, quoteAll } from '../../diagnostics/quote.js'
import { nearestResource, UnknownResourceError } from '../../graph/resource/known-resource.js'
import { resourceIndex, topOf } from '../../graph/resource/resource-index.js'
import { type Cluster, isPromotable, nodesOf } from '../../model/index.js'
import { pathOfId } from '../../model/walk.js'
import type { Cause } from '../cause/cause.js'
import { causesFor } from '../cause/causes.js'
import { withLocation } from '../cause/edit.js'
import { causeWords } from '../cause/words.js'
import { schedulerIn } from '../scheduler.js'
import { type TimeLimit, usualLimit } from '../simulate.js'
import { startOf } from '../start.js'
import { PacemakerError } from '../tool/pacemaker-error.js'
import { inWorkplace } from '../tool/workplace.js'
import { type Outcomes, outcomesOf } from './outcomes.js'
import { type Question, type Reason, reasonFor } from './reason.js'

/** What of a resource is asked about. */
export interface WhyOptions extends TimeLimit {
  /** Where it is Promoted, in place of where it runs. */
  readonly role?: 'Promoted'
}

/**
 * Why a resource is where it is in a cluster whose CIB has a status: why it runs nowhere, leaves its node, or stays there.
 * Each cause is proven by the scheduler, which was asked what it does without it. Rejects with `PacemakerError` where
 * Pacemaker gives no answer, and with `UnknownResourceError` where there is no such resource.
 *
 * @example
 * ```ts
 * const { causes } = await why(live, 'vip')
 * for (const { words, command } of causes) console.log(words, command.join(' '))
 * ```
 */
export async function why(cluster: Cluster, id: string, options: WhyOptions = {}): Promise<Reason> {
  return asked(cluster, id, options, ({ nodes, nodesBefore }) => {
    if (nodes.length === 0) return stopped
    const [left] = nodesBefore.filter((node) => !nodes.includes(node))
    return left === undefined ? on(nodes) : { ...notOn(left), question: 'leaves' }
  })
}

/** Why a resource does not run on a node; rejects with `PacemakerError` where it does, or no such node is known. */
export async function whyNot(
  cluster: Cluster,
  id: string,
  node: string,
  options: WhyOptions = {},
): Promise<Reason> {
  return asked(cluster, id, options, ({ nodes, before }) => {
    const known = [...new Set([...nodesOf(cluster).flatMap(({ uname }) => uname ?? []), ...before.online])]
    if (!known.includes(node)) {
      throw new PacemakerError(`the cluster has no node ${quote(node)}: it has ${quoteAll(known)}`)
    }
    if (nodes.includes(node))
      throw new PacemakerError(`${quote(id)} ${verbFor(options)} on node ${quote(node)}`)
    return notOn(node)
  })
}

/** Why a resource runs nowhere; rejects with `PacemakerError` where it runs. */
export async function whyStopped(cluster: Cluster, id: string, options: WhyOptions = {}): Promise<Reason> {
  return asked(cluster, id, options, ({ nodes }) => {
    if (nodes.length > 0) throw new PacemakerError(`${quote(id)} ${verbFor(options)} on ${quoteAll(nodes)}`)
    return stopped
  })
}

function verbFor({ role }: WhyOptions): string {
  return role === undefined ? 'runs' : 'is Promoted'
}

const stopped: Question = { question: 'stopped', isOtherwise: (nodes) => nodes.length > 0 }

function notOn(node: string): Question {
  return { question: 'not-on', node, isOtherwise: (nodes) => nodes.includes(node) }
}

function on(now: readonly string[]): Question {
  const [node = ''] = now
  const isOtherwise = (nodes: readonly string[]) =>
    nodes.length > 0 && (now.length === 1 ? !nodes.includes(node) : nodes.join('\n') !== now.join('\n'))
  return { question: 'on', node, isOtherwise }
}

async function asked(
  cluster: Cluster,
  id: string,
  { limit = usualLimit, role }: WhyOptions,
  ask: (outcomes: Outcomes) => Question,
): Promise<Reason> {
  const entry = resourceIndex(cluster).get(id)
  if (entry === undefined) throw new UnknownResourceError(id, nearestResource(cluster, id))
  const top = topOf(entry)
  if (role !== undefined && !top.promotable && !(top.resource && isPromotable(top.resource))) {
    throw new PacemakerError(`${quote(id)} is never Promoted: it is no promotable clone`)
  }
  return inWorkplace(async (workplace) => {
    const scheduler = schedulerIn(workplace, limit)
    const start = await startOf(cluster, scheduler, { start: 'status' })
    const outcomes = await outcomesOf(start.cluster, id, scheduler, role)
    const question = { ...ask(outcomes), ...(role && { role }) }
    const { node } = question
    const missing =
      node === undefined || role !== undefined
        ? undefined
        : missingConstraint(cluster, id, node, question.question === 'on')
    return reasonFor(id, question, causesFor(cluster, id, outcomes.before, role), outcomes, missing)
  })
}

/** That only scores decide between nodes: a constraint would change that. */
function missingConstraint(cluster: Cluster, id: string, node: string, isOn: boolean): Cause {
  const entry = resourceIndex(cluster).get(id)
  const top = entry === undefined ? id : topOf(entry).id
  return {
    kind: isOn ? 'avoidance' : 'preference',
    id: top,
    node,
    path: pathOfId(cluster, top),
    ...(entry?.resource && { element: topOf(entry).resource ?? entry.resource }),
    words: isOn ? causeWords.avoidance(top, node) : causeWords.preference(top, node),
    command: ['pcs', 'constraint', 'location', top, isOn ? 'avoids' : 'prefers', `${node}=INFINITY`],
    lift: withLocation(top, node, isOn ? '-INFINITY' : 'INFINITY'),
  }
}
