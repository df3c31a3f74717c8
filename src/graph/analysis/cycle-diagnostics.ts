import { type Diagnostic, diagnostic, type Related } from '../../diagnostics/diagnostic.js'
import { type Cluster, pathOf, placesOf, type RscOrder } from '../../model/index.js'
import { languageOf } from '../../model/language.js'
import { placeOfId } from '../../model/walk.js'
import { likelyOrderGraph } from '../order/build-order-graph.js'
import type { ConstraintCause, OrderKind, Step } from '../order/vertex.js'
import { type OrderCycle, orderCycles } from './cycles.js'
import { stepInWords, stepsInMessage, stepsInWords } from './wording.js'

/** A finding `order-cycle` for each cycle of orders: an error, or a warning where only a restart or a move runs into it. */
export function orderCycleDiagnostics(cluster: Cluster): Diagnostic[] {
  const cycles = orderCycles(cluster)
  if (cycles.length === 0) return []
  const places = placesOf(cluster, 'rsc_order')
  const paths = new Map(places.map((place) => [place.element, pathOf(place)]))
  const position = new Map(places.map(({ element }, at) => [element, at]))
  return cycles.map((cycle) => {
    const weakest = weakestOf(cycle, position)
    const shown = stepsShown(cycle)
    const path = weakest && paths.get(weakest.constraint)
    const severity = cycle.kind === 'mixed' || cycle.dependsOnPlacement === true ? 'warning' : 'error'
    const parameters = {
      kind: cycle.kind,
      steps: stepsInWords(cluster, shown),
      weakest: weakest && {
        ...sidesOf(weakest.constraint),
        id: weakest.id,
        isInverse: weakest.inverse,
        repeats: repeatsOf(cluster, weakest),
      },
      placement: cycle.dependsOnPlacement === true ? placementIn(cycle) : undefined,
      language: languageOf(cluster),
    }
    return diagnostic('order-cycle', path ?? '/cib/configuration/constraints', parameters, {
      severity,
      ...(shown.length > 1 && { related: relatedOf(cluster, shown, paths) }),
    })
  })
}

/** What runs on a guest or remote node in a cycle. */
function placementIn({
  steps,
}: OrderCycle): { readonly resource: string; readonly node: string } | undefined {
  const step = steps.find(({ cause }) => 'rule' in cause && cause.rule === 'node')
  if (step === undefined || !('rule' in step.cause)) return undefined
  const { owner: node } = step.cause
  return { resource: step.from.resource === node ? step.to.resource : step.from.resource, node }
}

/** The place of each step in the message: its order, or the resource that Pacemaker's rule is about. */
function relatedOf(
  cluster: Cluster,
  steps: readonly Step[],
  paths: ReadonlyMap<RscOrder, string>,
): readonly Related[] {
  return steps.slice(0, stepsInMessage).flatMap((step) => {
    const { cause } = step
    const owner = 'id' in cause ? undefined : placeOfId(cluster, cause.owner)
    const path = 'id' in cause ? paths.get(cause.constraint) : owner && pathOf(owner)
    return path === undefined ? [] : [{ path, message: stepInWords(cluster, step) }]
  })
}

/** The later orders between the same two actions, which Pacemaker drops as long as this one is there. */
function repeatsOf(cluster: Cluster, { constraint }: ConstraintCause): string[] {
  const { dropped } = likelyOrderGraph(cluster)
  const ids = dropped.filter(({ by }) => by.constraint === constraint).map(({ cause }) => cause.id)
  return [...new Set(ids)].filter((id) => id !== constraint.id)
}

/**
 * The steps of a cycle without the obvious ones: that a resource stops before it starts again, that a collective is done
 * only after it began, and what happens inside a bundle.
 */
function stepsShown({ steps }: OrderCycle): readonly Step[] {
  return steps.length === 1 ? steps : steps.filter(isShown)
}

function isShown({ from, to, cause }: Step): boolean {
  if ('id' in cause) return true
  const isInBundle = cause.rule === 'bundle' || from.part !== undefined || to.part !== undefined
  return !isInBundle && from.resource !== to.resource
}

const weight: Readonly<Record<OrderKind, number>> = { Serialize: 0, Optional: 1, Mandatory: 2 }

/** The order that costs least to give up: the weakest kind, the last of the document among equals. */
function weakestOf(
  { steps }: OrderCycle,
  position: ReadonlyMap<RscOrder, number>,
): ConstraintCause | undefined {
  const at = ({ constraint }: ConstraintCause) => position.get(constraint) ?? 0
  const [weakest] = steps
    .flatMap(({ cause }) => ('id' in cause ? [cause] : []))
    .sort((a, b) => weight[a.kind] - weight[b.kind] || at(b) - at(a))
  return weakest
}

/** What an order without sets names. */
function sidesOf({ first, then, resourceSets }: RscOrder): {
  readonly first?: string
  readonly then?: string
} {
  if (resourceSets.length > 0 || first === undefined || then === undefined) return {}
  return { first, then }
}
