import type {
  CibElement,
  InstanceAttributes,
  MetaAttributes,
  Nvpair,
  Op,
  Primitive,
  Template,
} from '../../model/index.js'
import { attributeIn } from './attributes.js'
import { type Change, isIn } from './change.js'

/** What 2.x read from an operation's instance attributes too. */
const ofOperation = [
  ...['interval-origin', 'start-delay', 'enabled', 'on-fail', 'record-pending', 'role', 'timeout'],
]

/** Since 3.0 an operation has no `requires`; that of start and promote is a meta attribute of the resource. */
export const requiresOfOp: Change = (element) => {
  if (element.element !== 'op') return undefined
  const requires = attributeIn(element, 'requires')
  if (requires === undefined) return undefined
  const { attributes, ...extra } = element.extra ?? {}
  const others = (attributes ?? []).filter(([name]) => name !== 'requires')
  const op: Op = { ...element, extra: others.length === 0 ? extra : { ...extra, attributes: others } }
  return { element: op, what: fateOfRequires(element) }
}

/** The same for `requires` among the operation's own attributes. */
export const requiresInSet: Change = (element, place) => {
  if (element.element !== 'nvpair' || element.name !== 'requires') return undefined
  if (!isIn(place, 'meta_attributes', 'instance_attributes')) return undefined
  const op = place.parent?.parent?.element
  return op?.element === 'op' ? { element: undefined, what: fateOfRequires(op) } : undefined
}

function fateOfRequires(op: Op): string {
  return startsResource(op)
    ? 'requires as a meta attribute of the resource'
    : 'no requires: only that of start and promote counts'
}

function startsResource({ name }: Op): boolean {
  return name === 'start' || name === 'promote'
}

/** The meta attributes of a resource that come from its operations; the last one wins. */
export const requiresOfResource: Change = (element, { element: before }) => {
  if (!isService(element) || !isService(before)) return undefined
  const isSet = before.metaAttributes.some((set) => set.rule === undefined && hasRequires(set))
  const ops = (before.operations?.ops ?? []).filter(startsResource)
  const added = isSet ? [] : requiresOf(before, ops)
  if (added.length === 0) return undefined
  const metaAttributes = [...element.metaAttributes, ...added]
  return { element: { ...element, metaAttributes }, what: 'requires of its operations as its own' }
}

function requiresOf(resource: Primitive | Template, ops: readonly Op[]): readonly MetaAttributes[] {
  const last = ops.findLast((op) => attributeIn(op, 'requires') !== undefined)
  if (last !== undefined) {
    const value = attributeIn(last, 'requires') as string
    const id = `_2TO3_${last.id}-meta-requires`
    const pair: Nvpair = { element: 'nvpair', id, name: 'requires', value }
    return [{ element: 'meta_attributes', id: `_2TO3_${resource.id}-meta`, nvpairs: [pair] }]
  }
  const sets = ops.flatMap((op) => [...op.metaAttributes, ...op.instanceAttributes].filter(hasRequires))
  return sets.map(({ nvpairs, ...set }) => ({
    ...set,
    element: 'meta_attributes' as const,
    id: `_2TO3_${set.id}`,
    nvpairs: nvpairs.filter(isRequires),
  }))
}

function isRequires({ name }: Nvpair): boolean {
  return name === 'requires'
}

function hasRequires({ nvpairs }: MetaAttributes | InstanceAttributes): boolean {
  return nvpairs.some(isRequires)
}

/** What 2.x read from an operation's instance attributes is a meta attribute since 3.0. */
export const instanceToMeta: Change = (element) => {
  if (element.element !== 'op') return undefined
  const sets = element.instanceAttributes.filter(({ nvpairs }) => nvpairs.some(isOfOperation))
  if (sets.length === 0) return undefined
  const plain = sets.filter(({ rule }) => rule === undefined).flatMap(({ nvpairs }) => nvpairs)
  const ruled = sets.filter(({ rule }) => rule !== undefined)
  const made = ruled.map(
    ({ nvpairs, ...set }): MetaAttributes => ({
      ...set,
      element: 'meta_attributes',
      id: `_2TO3_${set.id}`,
      nvpairs: nvpairs.filter(isOfOperation),
    }),
  )
  const moved = [...new Map(plain.filter(isOfOperation).map((pair) => [pair.name, pair])).values()]
  const names = sets.flatMap(({ nvpairs }) => nvpairs.filter(isOfOperation).map(({ name }) => name))
  const op: Op = {
    ...element,
    instanceAttributes: element.instanceAttributes.flatMap((set) => {
      const nvpairs = set.nvpairs.filter((pair) => !isOfOperation(pair))
      return nvpairs.length === 0 ? [] : [{ ...set, nvpairs }]
    }),
    metaAttributes: [...withPairs(element, moved), ...made],
  }
  return { element: op, what: `${names.join(', ')} as meta attributes` }
}

function isOfOperation({ name = '' }: Nvpair): boolean {
  return ofOperation.includes(name)
}

function withPairs({ id, metaAttributes }: Op, pairs: readonly Nvpair[]): readonly MetaAttributes[] {
  if (pairs.length === 0) return metaAttributes
  const first = metaAttributes.find(({ rule }) => rule === undefined)
  if (first === undefined) {
    return [...metaAttributes, { element: 'meta_attributes', id: `_2TO3_${id}-meta`, nvpairs: pairs }]
  }
  return metaAttributes.map((set) => (set === first ? { ...set, nvpairs: [...set.nvpairs, ...pairs] } : set))
}

function isService(element: CibElement): element is Primitive | Template {
  return element.element === 'primitive' || element.element === 'template'
}
