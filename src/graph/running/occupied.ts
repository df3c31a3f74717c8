import { INFINITY_SCORE } from '../../model/index.js'
import { isEverywhere, type Placement } from '../colocation/placement.js'
import { roomOn } from '../colocation/room.js'
import { needsOnNode } from '../feasibility/closure.js'
import { closureOf, feasibility } from '../feasibility/feasibility.js'
import { needsOf } from '../feasibility/needs.js'
import type { ColocationLink } from '../resource/colocation-links.js'
import { placedWith, runsOnSeveralNodes, withAncestors } from '../resource/members.js'
import { type ResourceEntry, topOf } from '../resource/resource-index.js'
import type { Reason } from './reason.js'
import type { Spreading } from './spreading.js'

/**
 * Marks where a service finds each node in use by what it must avoid: by a clone that runs there, or by as many others
 * that avoid each other as there are nodes.
 */
export function markOccupied(spreading: Spreading, placement: Placement, nodes: readonly string[]): void {
  const avoided = new Map<ResourceEntry, ColocationLink[]>()
  for (const link of placement.separations) {
    const [service] = placedWith(link.dependent, placement.index)
    if (service === undefined) continue
    const known = avoided.get(service)
    if (known === undefined) avoided.set(service, [link])
    else known.push(link)
  }
  for (const [service, links] of avoided) {
    if (isPulled(service, nodes, placement)) continue
    for (const link of links) markClone(service, link, spreading, placement, nodes)
    if (!runsOnSeveralNodes(topOf(service))) markCrowded(service, links, spreading, placement, nodes)
  }
}

/** A location of INFINITY may move others out of its way. */
function isPulled(service: ResourceEntry, nodes: readonly string[], { locations }: Placement): boolean {
  return nodes.some((node) =>
    withAncestors(service).some((entry) => {
      const score = locations.scoreOn(entry, node)
      return score === undefined || score >= INFINITY_SCORE
    }),
  )
}

function markClone(
  service: ResourceEntry,
  { primary, constraint }: ColocationLink,
  spreading: Spreading,
  placement: Placement,
  nodes: readonly string[],
): void {
  const [inner] = placedWith(primary, placement.index)
  if (inner === undefined || !isEverywhere(inner, placement)) return
  const closure = closureOf([inner], placement)
  // What it needs and runs once, may be elsewhere.
  if (![...needsOnNode(inner, closure, placement)].every((need) => isEverywhere(need, placement))) return
  const runsOn = (node: string, up: readonly string[]) =>
    feasibility(closure, placement, { up, hasFailed: () => false }).can(inner, node) === 'yes'
  for (const node of nodes) {
    if (spreading.on(service, node) !== undefined || spreading.on(inner, node) !== undefined) continue
    if (!runsOn(node, [node]) || !runsOn(node, nodes)) continue
    spreading.mark(service, node, { constraints: [constraint], because: [] })
  }
}

function markCrowded(
  service: ResourceEntry,
  links: readonly ColocationLink[],
  spreading: Spreading,
  placement: Placement,
  nodes: readonly string[],
): void {
  const left = nodes.filter((node) => spreading.on(service, node) === undefined)
  if (left.length === 0 || links.length < left.length) return
  const others = links.flatMap((link) => {
    const [other] = placedWith(link.primary, placement.index)
    const isFixed = nodes.every(
      (node) => left.includes(node) !== (other !== undefined && spreading.on(other, node) !== undefined),
    )
    return other !== undefined && isFixed && isPlain(other, left, placement) ? [{ other, link }] : []
  })
  const group = pairwiseAntiColocated(others, placement)
  const services = new Set(group.map(({ other }) => other))
  const isClosed = group.every(({ other }) =>
    needsOf(other, placement).without.every((rival) =>
      placedWith(rival, placement.index).some((inner) => services.has(inner)),
    ),
  )
  if (group.length < left.length || !isClosed) return
  const reason: Reason = {
    constraints: [...group.map(({ link }) => link.constraint), ...group.flatMap(({ between }) => between)],
    because: nodes.flatMap((node) => group.flatMap(({ other }) => spreading.on(other, node) ?? [])),
  }
  for (const node of left) spreading.mark(service, node, reason)
}

interface Other {
  readonly other: ResourceEntry
  readonly link: ColocationLink
}

/** Some of the others of which each avoids each, with the colocations that keep each from those before it. */
function pairwiseAntiColocated(
  others: readonly Other[],
  { separations, index }: Placement,
): (Other & { readonly between: readonly ColocationLink['constraint'][] })[] {
  const found: ReturnType<typeof pairwiseAntiColocated> = []
  for (const candidate of others) {
    const between = found.map(({ other }) =>
      separations.find((link) => {
        const pair = [link.dependent, link.primary].map((entry) => placedWith(entry, index)[0])
        return pair.includes(other) && pair.includes(candidate.other)
      }),
    )
    if (found.some(({ other }) => other === candidate.other)) continue
    const constraints = between.flatMap((link) => link?.constraint ?? [])
    if (constraints.length === found.length) found.push({ ...candidate, between: constraints })
  }
  return found
}

/** True for what runs on any of these nodes that it finds free, and needs nothing else. */
function isPlain(service: ResourceEntry, nodes: readonly string[], placement: Placement): boolean {
  const { resource, previous } = service
  const needs = needsOf(service, placement)
  const isFree = nodes.every((node) =>
    withAncestors(service).every((entry) => (placement.locations.scoreOn(entry, node) ?? -1) >= 0),
  )
  return (
    resource?.element === 'primitive' &&
    previous === undefined &&
    !runsOnSeveralNodes(topOf(service)) &&
    [...needs.here, ...needs.anywhere, ...needs.startable, ...needs.near].length === 0 &&
    !needs.isUnclear &&
    !needs.needsPromotion &&
    !needs.isUnmanaged &&
    !placement.tickets.has(topOf(service)) &&
    nodes.every((node) => roomOn(service, node, placement.cluster) === 'enough') &&
    !needs.isDisabled &&
    isFree
  )
}
