import { attributeOf, type Draft, setAttribute } from './cursor.js'

const withoutId = new Set(
  'rsc_defaults op_defaults operations fencing-topology network docker podman rkt storage select select_attributes select_fencing select_nodes select_resources resource_ref obj_ref crmsh-ref role'.split(
    ' ',
  ),
)
const suffixes: Readonly<Record<string, string>> = {
  instance_attributes: 'instance_attributes',
  meta_attributes: 'meta_attributes',
  utilization: 'utilization',
  rule: 'rule',
  expression: 'expression',
  date_expression: 'expression',
  duration: 'duration',
  date_spec: 'date_spec',
}

/** Gives an object and all in it the ids that crmsh gives, where they have none; `used` are those of the objects before. */
export function giveIds(object: Draft, used: Set<string>, prefix = firstPrefix(object)): void {
  if (!withoutId.has(object.name) && attributeOf(object, 'id-ref') === undefined) {
    const own = attributeOf(object, 'id') ?? attributeOf(object, 'uname')
    const id = own ?? free(idUnder(object, prefix), used)
    used.add(id)
    setAttribute(object, 'id', id)
  }
  const next =
    (object.name === 'node' ? attributeOf(object, 'uname') : undefined) ?? attributeOf(object, 'id') ?? prefix
  for (const child of object.children) giveIds(child, used, next)
}

function firstPrefix({ name }: Draft): string {
  return name === 'fencing-topology' ? 'fencing' : ''
}

function idUnder(element: Draft, prefix: string): string {
  const start = /^\d+$/.test(prefix) && element.name !== 'node' ? `num-${prefix}` : prefix
  const name = attributeOf(element, 'name')
  if (element.name === 'nvpair') return `${start}-${name}`
  if (element.name === 'op') {
    const interval = attributeOf(element, 'interval')
    return interval ? `${start}-${name}-${interval}` : `${start}-${name}`
  }
  const suffix = suffixes[element.name]
  return suffix === undefined ? start : `${start}-${suffix}`
}

/** The id, or the first of `ID-0`, `ID-1`, ... that is not in use. */
function free(id: string, used: ReadonlySet<string>): string {
  if (!used.has(id)) return id
  let number = 0
  while (used.has(`${id}-${number}`)) number++
  return `${id}-${number}`
}
