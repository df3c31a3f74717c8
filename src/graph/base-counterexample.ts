import type { Counterexample } from './counterexample.js'
import { closureOf, feasibility } from './feasible.js'
import { placedWith } from './members.js'
import type { Placement } from './placement.js'
import { type Entry, topOf } from './resource-index.js'

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
  const canRun = (entry: Entry) => nodes.filter((node) => feasible(entry, node) === 'yes')
  const node = favourite(rsc, canRun(rsc), placement)
  if (node === undefined || !canRun(withRsc).includes(node)) return undefined
  const withBase = canRun(service).filter((other) => other !== node)
  return {
    states: Object.fromEntries(nodes.map((name) => [name, name === node ? 'failed' : 'up'])),
    failed: service.id,
    rsc: [node],
    withRsc: canRun(withRsc).filter((other) => withBase.includes(other)),
  }
}

/** The node with the highest score, where nothing but locations has a say and no other node has as much. */
function favourite(rsc: Entry, nodes: readonly string[], placement: Placement): string | undefined {
  const { links, linksOf, locations } = placement
  const isSwayed =
    topOf(rsc) !== rsc || linksOf(rsc).length > 1 || links.some(({ primary }) => primary === rsc)
  const scoreOn = (node: string) => locations.scoreOn(rsc, node) ?? 0
  const [best, second] = [...nodes].sort((a, b) => scoreOn(b) - scoreOn(a))
  if (isSwayed || best === undefined) return undefined
  return second === undefined || scoreOn(best) > scoreOn(second) ? best : undefined
}
