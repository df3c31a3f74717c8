import type { CycleKind } from '../../src/graph/index.js'
import { type CibParts, xml } from './cib-text.js'

/** A small cluster and the kinds of the cycles in it. */
export type OrderRow = readonly [
  name: string,
  kinds: readonly CycleKind[],
  resources: readonly string[],
  constraints: readonly string[],
  more?: Partial<CibParts>,
]

const { primitive, group, clone, sets } = xml

export const [a, b, d] = [primitive('A'), primitive('B'), primitive('D')]
/** The group G of m1 and m2. */
export const g = (meta = {}) => group('G', [primitive('m1'), primitive('m2')], meta)
/** The clone C of c. */
export const c = (id: string, meta = {}) => clone(id, primitive(id.toLowerCase()), meta)
/** The promotable clone M of m. */
export const m = (id: string) =>
  clone(id, primitive(id.toLowerCase(), {}, 'Stateful'), { promotable: 'true' })
/** An order of sets. */
export const orders = (id: string, listed: readonly string[], attributes = {}) =>
  sets('rsc_order', id, listed, attributes)
export const loose = { sequential: 'false' }
export const oneWay = { symmetrical: 'false' }
export const up = ['up'] as const
export const none = [] as const
