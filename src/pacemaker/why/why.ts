import { quote, quoteAll } from '../../diagnostics/quote.js'
import { topOf } from '../../graph/resource/resource-index.js'
import { type Cluster, isPromotable, nodesOf } from '../../model/index.js'
import { failureCauses } from '../cause/failure-causes.js'
import { schedulerIn } from '../scheduler.js'
import { type TimeLimit, usualLimit } from '../simulate.js'
import { PacemakerError } from '../tool/pacemaker-error.js'
import { inWorkplace } from '../tool/workplace.js'
import { type Ask, answerOf, notOn, on, stopped } from './answer.js'
import { askedResource } from './asked-resource.js'
import type { Reason } from './reason.js'
import { placedSoon } from './sentences.js'

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
  return asked(cluster, id, options, ({ nodes, nodesBefore, before }) => {
    const known = [...new Set([...nodesOf(cluster).flatMap(({ uname }) => uname ?? []), ...before.online])]
    if (!known.includes(node)) {
      throw new PacemakerError(`the cluster has no node ${quote(node)}: it has ${quoteAll(known)}`)
    }
    if (nodes.includes(node)) {
      if (!nodesBefore.includes(node)) throw soon({ resource: id, ...options, nodes, nodesBefore })
      const failed = failureCauses(cluster).filter((each) => each.id === id && each.node === node)
      const failures = failed.map(({ words }) => `; ${words}`).join('')
      throw new PacemakerError(`${quote(id)} ${verbFor(options)} on node ${quote(node)}${failures}`)
    }
    return notOn(node)
  })
}

/** Why a resource runs nowhere; rejects with `PacemakerError` where it runs. */
export async function whyStopped(cluster: Cluster, id: string, options: WhyOptions = {}): Promise<Reason> {
  return asked(cluster, id, options, ({ nodes, nodesBefore }) => {
    if (nodes.length > 0 && nodesBefore.length === 0)
      throw soon({ resource: id, ...options, nodes, nodesBefore })
    if (nodes.length > 0) throw new PacemakerError(`${quote(id)} ${verbFor(options)} on ${quoteAll(nodes)}`)
    return stopped
  })
}

function soon(placement: Parameters<typeof placedSoon>[0]): PacemakerError {
  return new PacemakerError(placedSoon(placement))
}

function verbFor({ role }: WhyOptions): string {
  return role === undefined ? 'runs' : 'is Promoted'
}

async function asked(
  cluster: Cluster,
  id: string,
  { limit = usualLimit, role }: WhyOptions,
  ask: Ask,
): Promise<Reason> {
  const top = topOf(askedResource(cluster, id))
  if (role !== undefined && !top.promotable && !(top.resource && isPromotable(top.resource))) {
    throw new PacemakerError(`${quote(id)} is never Promoted: it is no promotable clone`)
  }
  return inWorkplace((workplace) => answerOf(schedulerIn(workplace, limit), cluster, { id, role }, ask))
}
