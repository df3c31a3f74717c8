import type { Box, BoxLook } from '../parts/boxes.js'
import { type Edge, type Junction, type LineLook, lookOf } from './lines.js'

/** One look that occurs in the picture, and its meaning. */
export type LegendEntry =
  | { readonly sample: 'box'; readonly look: BoxLook; readonly text: string }
  | { readonly sample: 'line'; readonly look: LineLook; readonly text: string }
  | { readonly sample: 'junction' | 'cycle' | 'added' | 'removed'; readonly text: string }

const boxTexts: Readonly<Record<BoxLook, string>> = {
  vip: 'virtual IP',
  haproxy: 'HAProxy',
  primitive: 'primitive: runs on one node',
  clone: 'clone: runs on several nodes',
  promotable: 'promotable clone',
  bundle: 'bundle of containers',
  group: 'group: members start in order, on one node',
  template: 'template',
  tag: 'tag',
  node: 'node',
  rule: 'nodes that a rule selects',
  missing: 'referenced, but not defined',
}

/** What each look of a line means. */
export const lineTexts: Readonly<Record<LineLook, string>> = {
  Mandatory: 'order: the second waits for the first (Mandatory)',
  Optional: 'order: if both start or stop in one transition (Optional)',
  Serialize: 'order: never both at the same time (Serialize)',
  infinity: 'colocation: only on the node of the other (INFINITY)',
  positive: 'colocation: prefers the node of the other (score)',
  negative: 'colocation: avoids the node of the other (negative score)',
  zero: 'colocation: no effect (score 0)',
  member: 'order of group members',
  rule: 'order by a rule of Pacemaker',
  part: 'member of a tag or template',
  prefers: 'location: a better place, by its score',
  avoids: 'location: a worse place, or none (-INFINITY)',
  fences: 'fencing: the device can fence the node',
}

const differences = [
  { sample: 'added', text: 'added: only in the second cluster' },
  { sample: 'removed', text: 'removed: only in the first cluster' },
] as const

/** A service has a look of its own instead of that of a primitive, and the border of a clone. */
function looksOf({ kind, service }: Box): readonly BoxLook[] {
  if (service === undefined) return [kind]
  return kind === 'primitive' ? [service] : [kind, service]
}

/** The legend: what occurs, always in the same order. */
export function legendOf(drawn: {
  readonly boxes: readonly Box[]
  readonly junctions: readonly Junction[]
  readonly edges: readonly Edge[]
}): readonly LegendEntry[] {
  const all = drawn.boxes.flatMap((box) => [box, ...box.members])
  const boxes = new Set<BoxLook>(all.flatMap(looksOf))
  const lines = new Set(drawn.edges.map(lookOf))
  const looks = <Look extends string>(texts: Readonly<Record<Look, string>>, used: ReadonlySet<Look>) =>
    (Object.keys(texts) as Look[]).filter((look) => used.has(look))
  return [
    ...looks(boxTexts, boxes).map((look) => ({ sample: 'box', look, text: boxTexts[look] }) as const),
    ...looks(lineTexts, lines).map((look) => ({ sample: 'line', look, text: lineTexts[look] }) as const),
    ...(drawn.junctions.length === 0
      ? []
      : [{ sample: 'junction', text: 'resource sets: every pair through this point' } as const]),
    ...(drawn.edges.some(({ inCycle }) => inCycle)
      ? [{ sample: 'cycle', text: 'ordering cycle: each waits for the next' } as const]
      : []),
    ...differences.filter(({ sample }) =>
      [...all, ...drawn.edges].some(({ difference }) => difference === sample),
    ),
  ]
}
