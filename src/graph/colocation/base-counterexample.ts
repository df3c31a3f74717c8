import { placedWith } from '../resource/members.js'
import { preferredNodeOf } from '../resource/preferred-node.js'
import type { Entry } from '../resource/resource-index.js'
import type { Counterexample } from './counterexample.js'
import { closureOf, feasibility } from './feasible.js'
import type { Placement } from './placement.js'

/**
 * The state in which what an interleaved clone starts after is missing on the node that the resource likes best: the
 * clone's instance counts as placed there, and never starts. Undefined where it is not sure that it likes one best.
 */
export function baseCounterexample(
  rsc: Entry,
  withRsc: Entry,
  base: Entry,
  placement: Placement,
): Counterexample | undefined {
  const { nodes } = placement.locations
  const [service = base] = placedWith(base, placement.index)
  const closure = closureOf([rsc, withRsc, service], placement)
  const feasible = feasibility(closure, placement, { up: nodes, hasFailed: () => false })
  const canRun = (entry: Entry) => nodes.filter((node) => feasible.can(entry, node) === 'yes')
  const node = preferredNodeOf(rsc, canRun(rsc), placement)
  if (node === undefined || !canRun(withRsc).includes(node)) return undefined
  const withBase = canRun(service).filter((other) => other !== node)
  return {
    states: Object.fromEntries(nodes.map((name) => [name, name === node ? 'failed' : 'up'])),
    failed: service.id,
    rscFailed: [],
    rsc: [node],
    withRsc: canRun(withRsc).filter((other) => withBase.includes(other)),
  }
}
