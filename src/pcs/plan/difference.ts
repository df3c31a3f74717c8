import type { CibElement } from '../../model/index.js'
import { fieldOf, shapeOf } from '../../model/shapes/shapes.js'
import type { Produced, Unsupported } from '../command/conversion.js'

type Fields = Readonly<Record<string, unknown>>

/** Elements whose ids only an `id-ref` names. */
const parts: readonly CibElement['element'][] = [
  ...(['cluster_property_set', 'instance_attributes', 'meta_attributes', 'utilization', 'nvpair'] as const),
  ...(['op', 'operations', 'resource_set', 'rule', 'expression', 'date_expression', 'date_spec'] as const),
  ...(['duration', 'rsc_expression', 'op_expression', 'acl_permission'] as const),
  ...(['port-mapping', 'storage-mapping'] as const),
]

/** All in which the wanted element differs from the produced one; the order of nvpairs and operations means nothing. */
export function differences(wanted: CibElement, produced: Produced<CibElement>): readonly Unsupported[] {
  const found: Unsupported[] = []
  findDifferences(wanted, produced, found)
  return found
}

function findDifferences(wanted: CibElement, produced: Produced<CibElement>, found: Unsupported[]): void {
  const shape = shapeOf(wanted.element)
  const [wants, gets] = [wanted as unknown as Fields, produced as unknown as Fields]
  for (const attribute of shape?.attributes ?? []) {
    const field = fieldOf(attribute)
    const [want, got] = [wants[field], gets[field]]
    if (want !== got) found.push(differentAttribute(wanted, attribute, want, got))
  }
  for (const slot in shape?.slots) compareChildren(wanted, listOf(wants[slot]), listOf(gets[slot]), found)
}

function differentAttribute(wanted: CibElement, attribute: string, want: unknown, got: unknown): Unsupported {
  const what = describeDifference(wanted, attribute, want, got)
  const isPart = attribute === 'id' && parts.includes(wanted.element) && got !== undefined
  return { element: wanted, attribute, what, ...(isPart && { becomes: `${want ?? 'no id'} -> ${got}` }) }
}

function describeDifference(wanted: CibElement, attribute: string, want: unknown, got: unknown): string {
  const here = `<${wanted.element}>`
  if (want === undefined) return `${here} without ${attribute}: it writes ${attribute}="${got}"`
  if (got === undefined) return `the ${attribute} of ${here}`
  return `${attribute}="${want}" of ${here}: it writes ${attribute}="${got}"`
}

function compareChildren(
  wanted: CibElement,
  wants: readonly CibElement[],
  gets: readonly CibElement[],
  found: Unsupported[],
): void {
  const rest = [...gets]
  for (const want of wants) {
    const key = keyOf(want)
    const at = rest.findIndex((child) => keyOf(child) === key)
    const [got] = at < 0 ? [] : rest.splice(at, 1)
    if (got === undefined) found.push({ element: want, what: describeMissing(want) })
    else findDifferences(want, got, found)
  }
  for (const child of rest) {
    found.push({
      element: wanted,
      what: `<${wanted.element}> without <${child.element}>: it adds one`,
      ...(child.element === 'operations' && listOf(child.ops).length === 0
        ? { becomes: 'an empty <operations> is added' }
        : {}),
    })
  }
}

function listOf(value: unknown): readonly CibElement[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value as CibElement]
}

/** Children of equal keys are compared; those whose order counts all have the same. */
function keyOf(child: CibElement): string {
  if (child.element === 'nvpair') return `nvpair ${child.name}`
  if (child.element === 'op') return `op ${child.name} ${child.interval}`
  return child.element
}

function describeMissing(want: CibElement): string {
  const sets = ['instance_attributes', 'meta_attributes', 'utilization', 'cluster_property_set']
  if (sets.includes(want.element)) return `this set of attributes, <${want.element}>`
  if (want.element === 'nvpair') return `the attribute ${JSON.stringify(want.name ?? want.idRef ?? '')} here`
  return `this <${want.element}>`
}
