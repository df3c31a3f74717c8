import { quote } from '../../diagnostics/quote.js'
import { locationsByEntry } from '../../graph/location/location-effects.js'
import { type ResourceEntry, type ResourceIndex, resourceIndex } from '../../graph/resource/resource-index.js'
import { expandSets, taggedSet } from '../../graph/resource/resource-sets.js'
import {
  type Cluster,
  type Constraint,
  constraintsOf,
  type RscColocation,
  type RscLocation,
  type RscOrder,
  scoreOf,
} from '../../model/index.js'
import { ruleInWords } from '../../model/rule-words.js'
import { pathOfId } from '../../model/walk.js'
import type { Cause, CauseKind } from './cause.js'
import { withoutId } from './edit.js'
import { causeWords } from './words.js'

const kinds: Readonly<Record<Constraint['element'], CauseKind>> = {
  rsc_location: 'location',
  rsc_colocation: 'colocation',
  rsc_order: 'order',
  rsc_ticket: 'ticket-constraint',
}

/** A constraint as a cause, and the ids of the resources that it is about. */
export interface ConstraintCause extends Cause {
  readonly constraint: Constraint
  readonly resources: readonly string[]
}

/** Each constraint that is about a resource of the cluster. */
export function constraintCauses(cluster: Cluster): readonly ConstraintCause[] {
  const index = resourceIndex(cluster)
  return constraintsOf(cluster).flatMap((constraint) => {
    const { id } = constraint
    const resources = resourcesIn(constraint, index).map((entry) => entry.id)
    if (id === undefined || resources.length === 0) return []
    return {
      kind: kinds[constraint.element],
      id,
      path: pathOfId(cluster, id),
      element: constraint,
      words: wordsOf(constraint, id, resources),
      command: ['pcs', 'constraint', 'delete', id],
      lift: withoutId(id),
      constraint,
      resources,
    }
  })
}

function resourcesIn(constraint: Constraint, index: ResourceIndex): readonly ResourceEntry[] {
  if (constraint.element === 'rsc_location') {
    return [...locationsByEntry(index)].flatMap(([entry, own]) => (own.includes(constraint) ? [entry] : []))
  }
  if (constraint.resourceSets.length > 0)
    return expandSets(constraint, index).flatMap(({ members }) => members)
  const ids =
    constraint.element === 'rsc_order'
      ? [constraint.first, constraint.then]
      : [constraint.rsc, ...(constraint.element === 'rsc_colocation' ? [constraint.withRsc] : [])]
  return ids.flatMap((each) => taggedSet(index, each) ?? [])
}

function wordsOf(constraint: Constraint, id: string, resources: readonly string[]): string {
  switch (constraint.element) {
    case 'rsc_location':
      return causeWords.location(id, locationInWords(constraint, resources))
    case 'rsc_colocation':
      return colocationInWords(constraint, id, resources)
    case 'rsc_order':
      return orderInWords(constraint, id, resources)
    default:
      return causeWords.ticketConstraint(id, resources, constraint.ticket ?? '')
  }
}

function locationInWords(
  { node, score = '0', rules, resourceDiscovery }: RscLocation,
  resources: readonly string[],
): string {
  const discovery =
    resourceDiscovery === undefined || resourceDiscovery === 'always'
      ? []
      : [causeWords.discovery(resources, resourceDiscovery)]
  if (node !== undefined && rules.length === 0) {
    return [causeWords.locationScore(resources, node, score), ...discovery].join(', and ')
  }
  const ofRules = rules.map((rule) =>
    causeWords.locationRule(resources, rule.score ?? rule.scoreAttribute ?? score, ruleInWords(rule)),
  )
  return [...ofRules, ...discovery].join(', and ')
}

function colocationInWords(constraint: RscColocation, id: string, resources: readonly string[]): string {
  const { rsc, withRsc, rscRole, withRscRole, score = '0' } = constraint
  if (rsc === undefined || withRsc === undefined) return causeWords.colocationSets(id, resources)
  const words = scoreOf(score) < 0 ? causeWords.antiColocation : causeWords.colocation
  return words(id, inRole(rsc, rscRole), inRole(withRsc, withRscRole), score)
}

function orderInWords(constraint: RscOrder, id: string, resources: readonly string[]): string {
  const { first, then, firstAction = 'start', thenAction = firstAction, score } = constraint
  if (first === undefined || then === undefined) return causeWords.orderSets(id, resources)
  const kind = constraint.kind ?? (score !== undefined && scoreOf(score) === 0 ? 'Optional' : 'Mandatory')
  const action = (rsc: string, name: string) => `the ${name} of ${quote(rsc)}`
  return causeWords.order(id, action(first, firstAction), action(then, thenAction), kind)
}

function inRole(id: string, role: string | undefined): string {
  return role === undefined || role === 'Started' ? quote(id) : `${quote(id)} as ${role}`
}
