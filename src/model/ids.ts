/**
 * The ids that pcs writes, so that a cluster written in the DSL and the same cluster built by pcs
 * are equal to the id. Measured with pcs 0.11.5; 0.10 and 0.12 write the same.
 */

/** What pcs leaves of a text in an id: ASCII letters, digits, `_`, `-`, `.`; the rest is dropped. */
export function sanitizeId(text: string): string {
  const [head = '', ...tail] = text
  return (
    (/[A-Za-z_]/.test(head) ? head : '') + tail.filter((letter) => /[A-Za-z0-9_.-]/.test(letter)).join('')
  )
}

/** True for what the schema takes as an id (an NCName). */
export function isId(text: string): boolean {
  return ncName.test(text)
}
const start =
  'A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD'
const ncName = new RegExp(
  `^[${start}\\u{10000}-\\u{EFFFF}][${start}\\u{10000}-\\u{EFFFF}.0-9\\u00B7\\u0300-\\u036F\\u203F\\u2040-]*$`,
  'u',
)

/** The id, or the first of id-1, id-2, ... that is not taken; it is taken from then on. */
export function claimId(id: string, taken: Set<string>): string {
  let free = id
  for (let n = 1; taken.has(free); n++) free = `${id}-${n}`
  taken.add(free)
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
