import type { Box, BoxLook } from './boxes.js'
import { type Edge, lookOf } from './edges.js'
import type { Junction, LineLook } from './lines.js'

/** One look that occurs in the picture, and its meaning. */
export type LegendEntry =
  | { readonly sample: 'box'; readonly look: BoxLook; readonly text: string }
  | { readonly sample: 'line'; readonly look: LineLook; readonly text: string }
  | { readonly sample: 'junction' | 'cycle'; readonly text: string }

const boxTexts: Readonly<Record<BoxLook, string>> = {
  vip: 'virtual IP',
  haproxy: 'HAProxy',
  primitive: 'runs on one node',
  clone: 'clone: runs on several nodes',
  promotable: 'promotable clone',
  bundle: 'bundle of containers',
  group: 'group: members start in order, on one node',
  template: 'template',
  tag: 'tag',
  missing: 'named by a constraint, but not in the cluster',
}

/** What each look of a line means. */
export const lineTexts: Readonly<Record<LineLook, string>> = {
  Mandatory: 'then: always waits for it (Mandatory)',
  Optional: 'then: only when both start or stop at once (Optional)',
  Serialize: 'then: the two never start at the same time (Serialize)',
  together: 'runs only where that one runs (INFINITY)',
  near: 'rather runs where that one runs (score)',
  apart: 'does not run where that one runs (negative score)',
  void: 'colocation without effect (score 0)',
  member: 'next in the group',
  rule: 'then: by a rule of Pacemaker itself',
  part: 'stands for',
}

/** The legend: just what occurs, always in the same order. */
export function legendOf(drawn: {
  readonly boxes: readonly Box[]
  readonly junctions: readonly Junction[]
  readonly edges: readonly Edge[]
}): readonly LegendEntry[] {
  const all = drawn.boxes.flatMap((box) => [box, ...box.members])
  const boxes = new Set<BoxLook>(all.flatMap((box) => [box.kind, box.mark ?? []].flat()))
  const lines = new Set(drawn.edges.map(lookOf))
  const looks = <Look extends string>(texts: Readonly<Record<Look, string>>, used: ReadonlySet<Look>) =>
    (Object.keys(texts) as Look[]).filter((look) => used.has(look))
  return [
    ...looks(boxTexts, boxes).map((look) => ({ sample: 'box', look, text: boxTexts[look] }) as const),
    ...looks(lineTexts, lines).map((look) => ({ sample: 'line', look, text: lineTexts[look] }) as const),
    ...(drawn.junctions.length === 0
      ? []
      : [{ sample: 'junction', text: 'each on its right after all on its left' } as const]),
    ...(drawn.edges.some(({ inCycle }) => inCycle)
      ? [{ sample: 'cycle', text: 'a circle of orders: they wait for each other for ever' } as const]
      : []),
  ]
}
