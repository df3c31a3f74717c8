import { resourceIndex, topOf } from '../../graph/resource/resource-index.js'
import type { Cluster } from '../../model/index.js'
import { pathOfId } from '../../model/walk.js'
import type { Cause } from '../cause/cause.js'
import { causesFor } from '../cause/causes.js'
import { withLocation } from '../cause/edit.js'
import { causeWords } from '../cause/words.js'
import type { Scheduler } from '../scheduler.js'
import { startOf } from '../start.js'
import { type Outcomes, outcomesOf } from './outcomes.js'
import { type Question, type Reason, reasonFor } from './reason.js'

/** Which question it is, when it is known where the resource is. */
export type Ask = (outcomes: Outcomes) => Question

export const stopped: Question = { question: 'stopped', isOtherwise: (nodes) => nodes.length > 0 }

export function notOn(node: string): Question {
  return { question: 'not-on', node, isOtherwise: (nodes) => nodes.includes(node) }
}

export function on(now: readonly string[]): Question {
  const [node = ''] = now
  const isOtherwise = (nodes: readonly string[]) =>
    nodes.length > 0 && (now.length === 1 ? !nodes.includes(node) : nodes.join('\n') !== now.join('\n'))
  return { question: 'on', node, isOtherwise }
}

/** The answer of a scheduler about a resource, or about the role Promoted of it, in a cluster whose CIB has a status. */
export async function answerOf(
  scheduler: Scheduler,
  cluster: Cluster,
  { id, role }: { readonly id: string; readonly role?: 'Promoted' | undefined },
  ask: Ask,
): Promise<Reason> {
  const start = await startOf(cluster, scheduler, { start: 'status' })
  const outcomes = await outcomesOf(start.cluster, id, scheduler, role)
  const question = { ...ask(outcomes), ...(role && { role }) }
  const { node } = question
  const missing =
    node === undefined || role !== undefined
      ? undefined
      : missingConstraint(cluster, id, node, question.question === 'on' ? outcomes.nodes.length : 0)
  return reasonFor(id, question, causesFor(cluster, id, outcomes.before, role), outcomes, missing)
}

/** That only scores decide between nodes: a constraint would change that. It runs in so many places, where that is asked about. */
function missingConstraint(cluster: Cluster, id: string, node: string, places: number): Cause {
  const isOn = places > 0
  const entry = resourceIndex(cluster).get(id)
  const top = entry === undefined ? id : topOf(entry).id
  return {
    kind: isOn ? 'avoidance' : 'preference',
    id: top,
    node,
    path: pathOfId(cluster, top),
    ...(entry?.resource && { element: topOf(entry).resource ?? entry.resource }),
    words: isOn ? causeWords.avoidance(top, node, places > 1) : causeWords.preference(top, node),
    command: ['pcs', 'constraint', 'location', top, isOn ? 'avoids' : 'prefers', `${node}=INFINITY`],
    lift: withLocation(top, node, isOn ? '-INFINITY' : 'INFINITY'),
  }
}
