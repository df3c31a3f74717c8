import { isNcName } from './nc-name.js'

/**
 * The ids that pcs writes, so that a cluster written in the DSL and the same cluster built by pcs
 * are equal to the id. Measured with pcs 0.11.5; 0.10 and 0.12 write the same.
 */

/** What pcs leaves of a text in an id: ASCII letters, digits, `_`, `-`, `.`; the rest is dropped. */
export function sanitizeId(text: string): string {
  return text.replace(/^[^A-Za-z_]|[^A-Za-z0-9_.-]/gu, '')
}

/** True for what the schema accepts as an id (an NCName). */
export function isId(text: string): boolean {
  return isNcName(text)
}

/** Ids that are used already. */
export type UsedIds = Pick<Set<string>, 'has' | 'add'>

/** The id, or the first of id-1, id-2, ... that is not used. */
export function freeId(id: string, used: Pick<UsedIds, 'has'>): string {
  let free = id
  for (let n = 1; used.has(free); n++) free = `${id}-${n}`
  return free
}

/** The free id, which is used from then on. */
export function claimId(id: string, used: UsedIds): string {
  const free = freeId(id, used)
  used.add(free)
  return free
}

/** pcs cuts the names of properties and defaults at 20 characters. */
const shortNameLength = 20

export const pcsId = {
  attributeSet: (owner: string, element: string) => `${owner}-${element}`,
  nvpair: (set: string, name: string) => sanitizeId(`${set}-${name}`),
  shortNvpair: (set: string, name: string) =>
    sanitizeId(`${set}-${[...name].slice(0, shortNameLength).join('')}`),
  op: (resource: string, name: string, interval: string) =>
    sanitizeId(`${resource}-${name}-interval-${interval}`),
  clone: (resource: string) => `${resource}-clone`,
  master: (resource: string) => `${resource}-master`,
  nodeAttributes: (node: string) => `nodes-${node}`,
  portMapping: (bundle: string, portOrRange: string) => sanitizeId(`${bundle}-port-map-${portOrRange}`),
  storageMapping: (bundle: string) => `${bundle}-storage-map`,
  order: (first: string, then: string, strength: string) => `order-${first}-${then}-${strength}`,
  colocation: (rsc: string, withRsc: string, score: string) => `colocation-${rsc}-${withRsc}-${score}`,
  location: (rsc: string, node: string, score: string) => sanitizeId(`location-${rsc}-${node}-${score}`),
  ruleLocation: (rsc: string) => sanitizeId(`location-${rsc}`),
  ticket: (ticket: string, rsc: string, role: string | undefined) =>
    role === undefined ? `ticket-${ticket}-${rsc}` : `ticket-${ticket}-${rsc}-${role}`,
  /** The first and last letter of each of the first three resources over all sets. */
  setConstraint: (kind: 'order' | 'colocation' | 'ticket', resources: readonly string[]) =>
    `${kind}_set_${resources
      .slice(0, 3)
      .map((id) => `${id.at(0) ?? ''}${id.at(-1) ?? ''}`)
      .join('')}`,
  resourceSet: (constraint: string) => `${constraint}_set`,
  rule: (owner: string) => `${owner}-rule`,
  expression: (rule: string) => `${rule}-expr`,
} as const
