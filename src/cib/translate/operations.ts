import type {
  InstanceAttributes,
  MetaAttributes,
  Nvpair,
  Op,
  Primitive,
  Template,
} from '../../model/index.js'
import { attributeIn } from './attributes.js'
import { type Change, isIn } from './change.js'
import { isService } from './resources.js'

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
  return ops.flatMap((op, at) => {
    const later = ops.slice(at + 1)
    const inMeta = op.metaAttributes.filter((set, number) => {
      const after = [
        ...op.metaAttributes.slice(number + 1),
        ...later.flatMap((other) => other.metaAttributes),
      ]
      return hasRequires(set) && !after.some(isPlain)
    })
    const inInstance = op.instanceAttributes.filter((set, number) => {
      const after = [
        ...op.instanceAttributes.slice(number + 1),
        ...later.flatMap((other) => other.instanceAttributes),
        ...ops.flatMap((other) => other.metaAttributes),
      ]
      return hasRequires(set) && !after.some(isPlain)
    })
    return [...inMeta, ...inInstance].map(ofResource)
  })
}

function isPlain(set: MetaAttributes | InstanceAttributes): boolean {
  return set.rule === undefined && hasRequires(set)
}

function ofResource({ nvpairs, ...set }: MetaAttributes | InstanceAttributes): MetaAttributes {
  return { ...set, element: 'meta_attributes', id: `_2TO3_${set.id}`, nvpairs: nvpairs.filter(isRequires) }
}

function isRequires({ name }: Nvpair): boolean {
  return name === 'requires'
}

function hasRequires({ nvpairs }: MetaAttributes | InstanceAttributes): boolean {
  return nvpairs.some(isRequires)
}

/** What 2.x read from an operation's instance attributes is a meta attribute since 3.0. */
export const instanceToMeta: Change = (element, { element: before, parent }) => {
  if (element.element !== 'op' || before.element !== 'op') return undefined
  const sets = element.instanceAttributes
  if (!sets.some(({ nvpairs }) => nvpairs.some(isOfOperation))) return undefined
  const service = parent?.parent?.element
  const own = isService(service) ? service.metaAttributes.filter(({ rule }) => rule === undefined) : []
  const moved = sets.map(({ nvpairs }, at) => {
    const winning = [...own, ...sets.slice(at + 1).filter(({ rule }) => rule === undefined)]
    const isKnown = ({ name }: Nvpair) =>
      winning.some((set) => set.nvpairs.some((pair) => pair.name === name))
    return nvpairs.filter((pair) => isOfOperation(pair) && !isKnown(pair))
  })
  const plain = sets.flatMap(({ rule }, at) => (rule === undefined ? (moved[at] ?? []) : []))
  const ruled = sets.flatMap((set, at): MetaAttributes[] => {
    const nvpairs = moved[at] ?? []
    if (set.rule === undefined || nvpairs.length === 0) return []
    return [{ ...set, element: 'meta_attributes', id: `_2TO3_${set.id}`, nvpairs }]
  })
  const names = sets.flatMap(({ nvpairs }) => nvpairs.filter(isOfOperation).map(({ name }) => name))
  const op: Op = {
    ...element,
    instanceAttributes: sets.flatMap((set) => {
      const nvpairs = set.nvpairs.filter((pair) => !isOfOperation(pair))
      return nvpairs.length === 0 ? [] : [{ ...set, nvpairs }]
    }),
    metaAttributes: [...withPairs(element, before, plain), ...ruled],
  }
  return { element: op, what: `${names.join(', ')} as meta attributes` }
}

function isOfOperation({ name = '' }: Nvpair): boolean {
  return ofOperation.includes(name)
}

/** The pairs join the first set without a rule, even one that lost its own, or make a new one. */
function withPairs(
  { id, metaAttributes }: Op,
  before: Op,
  pairs: readonly Nvpair[],
): readonly MetaAttributes[] {
  if (pairs.length === 0) return metaAttributes
  const first = before.metaAttributes.find(({ rule }) => rule === undefined)
  if (first === undefined) {
    return [...metaAttributes, { element: 'meta_attributes', id: `_2TO3_${id}-meta`, nvpairs: pairs }]
  }
  return before.metaAttributes.flatMap((set) => {
    const now = metaAttributes.find((other) => other.id === set.id)
    if (set !== first) return now ?? []
    return [{ ...set, nvpairs: [...(now?.nvpairs ?? []), ...pairs] }]
  })
}
