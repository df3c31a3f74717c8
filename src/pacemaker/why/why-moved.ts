import { quote, quoteAll } from '../../diagnostics/quote.js'
import type { Cluster } from '../../model/index.js'
import { causesFor } from '../cause/causes.js'
import { schedulerIn } from '../scheduler.js'
import { type TimeLimit, usualLimit } from '../simulate.js'
import { startOf } from '../start.js'
import { PacemakerError } from '../tool/pacemaker-error.js'
import { inWorkplace } from '../tool/workplace.js'
import { askedResource } from './asked-resource.js'
import { changesBetween } from './changes.js'
import { outcomesOf } from './outcomes.js'
import { type Question, type Reason, reasonFor } from './reason.js'

/**
 * What changed between two CIBs with a status, such as two pe-inputs, that made a resource move. Each cause is proven: the
 * scheduler leaves the resource where it was when the later CIB has that as the earlier one had it. Rejects with
 * `PacemakerError` where Pacemaker gives no answer or the resource did not move, and with `UnknownResourceError` where the
 * later CIB has no such resource.
 */
export async function whyMoved(
  before: Cluster,
  after: Cluster,
  id: string,
  { limit = usualLimit }: TimeLimit = {},
): Promise<Reason> {
  for (const cluster of [after, before]) askedResource(cluster, id)
  return inWorkplace(async (workplace) => {
    const scheduler = schedulerIn(workplace, limit)
    const [earlier, later] = await Promise.all(
      [before, after].map((cluster) => startOf(cluster, scheduler, { start: 'status' })),
    )
    if (earlier === undefined || later === undefined) throw new PacemakerError('there are no two clusters')
    const was = await outcomesOf(earlier.cluster, id, scheduler)
    const is = await outcomesOf(later.cluster, id, scheduler)
    const same = (nodes: readonly string[]) => nodes.join('\n') === was.nodes.join('\n')
    if (same(is.nodes)) {
      const where = is.nodes.length === 0 ? 'nowhere' : `on ${quoteAll(is.nodes)}`
      throw new PacemakerError(`${quote(id)} did not move: it runs ${where} in both`)
    }
    const question: Question = { question: 'moved', isOtherwise: same }
    const outcomes = { ...is, nodesBefore: was.nodes }
    // What was so before cannot be why.
    const known = new Set(causesFor(before, id, was.before).map(({ kind, words }) => `${kind} ${words}`))
    const added = causesFor(after, id, is.before).filter(({ kind, words }) => !known.has(`${kind} ${words}`))
    const reason = await reasonFor(id, question, added, outcomes)
    return reason.causes.length > 0
      ? reason
      : reasonFor(id, question, changesBetween(before, after), outcomes)
  })
}
