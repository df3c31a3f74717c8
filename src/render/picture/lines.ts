import { booleanOf, type Constraint, type ResourceSet } from '../../model/index.js'

/** One end of a line: a box or junction, and the id inside it where the constraint names that. */
export interface End {
  readonly key: string
  readonly inside?: string
}

/** A point where lines meet, so that "all of these after all of those" takes n + m lines, not n times m. */
export interface Junction {
  readonly key: string
  /** As its lines look. */
  readonly look: OrderLine['kind'] | ColocationLine['strength']
  readonly labels: readonly string[]
}

/** What one constraint draws from one place to another. */
export interface LineBase {
  readonly from: End
  readonly to: End
  /** Only what is not the default: `promote → start`. */
  readonly labels: readonly string[]
  /** The constraint's id. */
  readonly constraint: string
}

/** `to` waits for `from`. */
export interface OrderLine extends LineBase {
  readonly line: 'order'
  readonly kind: 'Mandatory' | 'Optional' | 'Serialize'
}

/** `from` runs where `to` runs, always (`together`) or rather (`near`), or not there; `void` does nothing. */
export interface ColocationLine extends LineBase {
  readonly line: 'colocation'
  readonly strength: 'together' | 'near' | 'apart' | 'void'
}

/** What no constraint says: a group's own order, another rule of Pacemaker, or what a tag or template stands for (`part`). */
export interface ImpliedLine {
  readonly line: 'implied'
  readonly from: End
  readonly to: End
  readonly why: 'member' | 'rule' | 'part'
}

/** How a line looks. */
export type LineLook = OrderLine['kind'] | ColocationLine['strength'] | ImpliedLine['why']

/** What one constraint draws. */
export interface Drawn<Line> {
  readonly lines: readonly Line[]
  readonly junctions: readonly Junction[]
}

/** Where the ids and sets of constraints lead. */
export interface References {
  readonly end: (id: string) => End
  /** The sets of a constraint, each `id-ref` followed. */
  readonly sets: (
    constraint: Pick<Constraint & { element: 'rsc_order' }, 'resourceSets'>,
  ) => readonly ResourceSet[]
}

/** The places that a set names, in its order. */
export function endsOf(set: ResourceSet, { end }: References): readonly End[] {
  return set.resourceRefs.map(({ id = '' }) => end(id))
}

/** True unless the set says `sequential="false"`. */
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

/** One drawing of several. */
export function together<Line>(parts: readonly Drawn<Line>[]): Drawn<Line> {
  return {
    lines: parts.flatMap(({ lines }) => lines),
    junctions: parts.flatMap(({ junctions }) => junctions),
  }
}

/** Pairs of neighbours. */
export function neighbours<T>(list: readonly T[]): readonly (readonly [T, T])[] {
  return list.slice(1).map((item, index) => [list[index] as T, item] as const)
}
