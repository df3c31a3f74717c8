import { booleanOf, type Constraint, type ResourceSet } from '../../model/index.js'

/** One end of a line: a box or junction, and the id inside it where the constraint names that. */
export interface End {
  readonly key: string
  readonly inside?: string
}

/** A point where lines meet, so that n resources before m resources are n + m lines, not n times m. */
export interface Junction {
  readonly key: string
  /** As its lines look. */
  readonly look: OrderLine['kind'] | ColocationLine['strength']
  readonly labels: readonly string[]
}

/** A line for a constraint. */
interface LineBase {
  readonly from: End
  readonly to: End
  /** Only what is not the default: `promote → start`. */
  readonly labels: readonly string[]
  /** The constraint's id. */
  readonly constraint: string
}

/** From `first` to `then`. */
export interface OrderLine extends LineBase {
  readonly line: 'order'
  readonly kind: 'Mandatory' | 'Optional' | 'Serialize'
}

/** From `rsc` to `with-rsc`; the strength comes from the score: required, preferred, avoided, without effect. */
export interface ColocationLine extends LineBase {
  readonly line: 'colocation'
  readonly strength: 'infinity' | 'positive' | 'negative' | 'zero'
}

/** A line for no constraint: to the next member of a group, a rule of Pacemaker, or from a tag or template to a part. */
export interface ImpliedLine {
  readonly line: 'implied'
  readonly from: End
  readonly to: End
  readonly reason: 'member' | 'rule' | 'part'
}

/** From a resource to a node, or to a rule that selects nodes: a location, or what a fencing device fences. */
export interface PlacementLine extends LineBase {
  readonly line: 'location' | 'fencing'
  readonly effect: 'prefers' | 'avoids' | 'fences'
}

/** A line of any kind. */
export type Line = OrderLine | ColocationLine | ImpliedLine | PlacementLine

/** How a line looks. */
export type LineLook =
  | OrderLine['kind']
  | ColocationLine['strength']
  | ImpliedLine['reason']
  | PlacementLine['effect']

/** A line with a key that is safe in every output; ids are not. */
export type Edge = Line & {
  readonly key: string
  /** True where it is part of an ordering cycle. */
  readonly inCycle?: boolean
  /** Where two clusters are in one picture: which of them alone has it. */
  readonly difference?: 'added' | 'removed'
}

/** The edges of lines, their keys counted from `e0`. */
export function edgesOf(lines: readonly Line[]): readonly Edge[] {
  return lines.map((line, index) => ({ key: `e${index}`, ...line }))
}

/** The look of an edge. */
export function lookOf(edge: Edge): LineLook {
  switch (edge.line) {
    case 'order':
      return edge.kind
    case 'colocation':
      return edge.strength
    case 'implied':
      return edge.reason
    case 'location':
    case 'fencing':
      return edge.effect
  }
}

/** What one constraint draws. */
export interface Drawn<Line> {
  readonly lines: readonly Line[]
  readonly junctions: readonly Junction[]
}

/** Where the ids and sets of constraints lead. */
export interface References {
  readonly end: (id: string) => End
  /** The sets of a constraint, each `id-ref` resolved. */
  readonly sets: (
    constraint: Pick<Constraint & { element: 'rsc_order' }, 'resourceSets'>,
  ) => readonly ResourceSet[]
}

/** The ends that a set names, in its order. */
export function endsOf(set: ResourceSet, { end }: References): readonly End[] {
  return set.resourceRefs.map(({ id = '' }) => end(id))
}

/** False where the set has `sequential="false"`. */
export function isSequential({ sequential }: ResourceSet): boolean {
  return sequential === undefined || booleanOf(sequential) === true
}

/** Lines from all of `sources` to all of `targets`, through a junction where that saves lines. */
export function joined<Line extends OrderLine | ColocationLine>(
  sources: readonly End[],
  targets: readonly End[],
  line: Omit<Line, 'from' | 'to'>,
  key: string,
  look: Junction['look'],
): Drawn<Line> {
  const draw = (from: End, to: End, labels = line.labels) => ({ ...line, labels, from, to }) as Line
  if (sources.length < 2 || targets.length < 2) {
    return { lines: sources.flatMap((from) => targets.map((to) => draw(from, to))), junctions: [] }
  }
  const middle = { key }
  return {
    lines: [...sources.map((from) => draw(from, middle, [])), ...targets.map((to) => draw(middle, to, []))],
    junctions: [{ key, look, labels: line.labels }],
  }
}

/** All lines and junctions of several. */
export function combined<Line>(parts: readonly Drawn<Line>[]): Drawn<Line> {
  return {
    lines: parts.flatMap(({ lines }) => lines),
    junctions: parts.flatMap(({ junctions }) => junctions),
  }
}

/** Each item with the next. */
export function neighbours<T>(list: readonly T[]): readonly (readonly [T, T])[] {
  return list.slice(1).map((item, index) => [list[index] as T, item] as const)
}
