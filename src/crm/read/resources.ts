import { readNvpairs, readSets } from './attribute-sets.js'
import { attributeOf, type Cursor, type Draft, draft, setAttribute } from './cursor.js'

const description = /^description=(.+)$/is

/** Attributes of `<op>`; other names are instance attributes. */
const opAttributes =
  /^(?:id|name|interval|timeout|description|start-delay|interval-origin|record-pending|enabled|role|on-fail|requires|disabled)$/

/** `primitive ID CLASS:PROVIDER:TYPE|@TEMPLATE [params ...] [meta ...] [utilization ...] [operations $id=ID] [op ...]`. */
export function readPrimitive(cursor: Cursor, element: 'primitive' | 'template'): Draft {
  const id = cursor.take('an id')
  const [, template] = (element === 'primitive' && cursor.match(/^@(.+)$/)) || []
  const resource = draft(element, { id, template })
  if (template === undefined) {
    const words = cursor.take('an agent').split(':')
    const [first = '', second, third] = words
    const parts =
      third !== undefined
        ? { class: first, provider: second, type: words.slice(2).join(':') }
        : second !== undefined
          ? first === 'ocf'
            ? { class: 'ocf', provider: 'heartbeat', type: second }
            : { class: first, type: second }
          : { class: 'ocf', provider: 'heartbeat', type: first }
    for (const [name, value] of Object.entries(parts)) setAttribute(resource, name, value)
  }
  setAttribute(resource, 'description', cursor.match(description)?.[1])
  const sets = { params: 'instance_attributes', meta: 'meta_attributes', utilization: 'utilization' }
  resource.children.push(...readSets(cursor, sets, 'params'))
  while (cursor.left > 0) {
    const before = cursor.left
    if (/^op(?:erations)?$/i.test(cursor.word ?? '')) resource.children.push(readOperations(cursor))
    resource.children.push(...readSets(cursor, sets, undefined))
    if (cursor.left === before) cursor.fail('params, meta, utilization, operations or op')
  }
  return resource
}

function readOperations(cursor: Cursor): Draft {
  const operations = draft('operations')
  if (cursor.match(/^operations$/i)) {
    const [, key = '', id = ''] = cursor.match(/^\$(id-ref|id)=(.*)$/s) ?? cursor.fail('$id=ID or $id-ref=ID')
    setAttribute(operations, key, id)
  }
  while (cursor.match(/^op$/i)) operations.children.push(readOp(cursor))
  return operations
}

function readOp(cursor: Cursor): Draft {
  const op = draft('op', { name: cursor.take('the name of an operation') })
  const inside = draft('instance_attributes')
  for (const nvpair of readNvpairs(cursor)) {
    const id = attributeOf(nvpair, 'id')
    const name = attributeOf(nvpair, 'name') ?? ''
    if (opAttributes.test(name)) setAttribute(op, name, attributeOf(nvpair, 'value') ?? id)
    else inside.children.push(nvpair)
  }
  if (attributeOf(op, 'interval') === undefined) setAttribute(op, 'interval', '0')
  if (inside.children.length > 0) op.children.push(inside)
  const sets = { op_params: 'instance_attributes', op_meta: 'meta_attributes' }
  op.children.push(...readSets(cursor, sets, 'op_params'))
  return op
}

/** A reference to a resource that an object of its own describes. */
export const referenceName = 'crmsh-ref'

const collectiveSets = { params: 'instance_attributes', meta: 'meta_attributes' }

/** `group ID MEMBER ... [params ...] [meta ...]`. */
export function readGroup(cursor: Cursor): Draft {
  const group = draft('group', { id: cursor.take('an id') })
  const members: Draft[] = []
  for (;;) {
    const [id] = cursor.match(/^(?!(?:params|meta)$)[^=]+$/i) ?? []
    if (id === undefined) break
    members.push(draft(referenceName, { id }))
  }
  finishCollective(group, members, cursor)
  return group
}

/** `clone ID RESOURCE [params ...] [meta ...]`, `ms` for a `<master>`. */
export function readClone(cursor: Cursor, element: 'clone' | 'master'): Draft {
  const clone = draft(element, { id: cursor.take('an id') })
  finishCollective(clone, [draft(referenceName, { id: cursor.take('a resource') })], cursor)
  return clone
}

function finishCollective(collective: Draft, members: readonly Draft[], cursor: Cursor): void {
  setAttribute(collective, 'description', cursor.match(description)?.[1])
  collective.children.push(...readSets(cursor, collectiveSets, 'params'), ...members)
}

/** `bundle ID docker ... [network ... port-mapping ...] [storage storage-mapping ...] [primitive ID] [meta ...]`. */
export function readBundle(cursor: Cursor): Draft {
  const bundle = draft('bundle', { id: cursor.take('an id') })
  setAttribute(bundle, 'description', cursor.match(description)?.[1])
  const ends = 'network|storage|meta|primitive'
  while (cursor.left > 0) {
    const [word] = cursor.match(/^(?:docker|podman|rkt|network|storage|primitive)$/i) ?? []
    if (word === undefined) {
      const sets = readSets(cursor, { meta: 'meta_attributes' }, undefined, ends)
      if (sets.length === 0) cursor.fail('docker, network, storage, primitive or meta')
      bundle.children.push(...sets)
    } else if (word === 'primitive') {
      bundle.children.push(draft(referenceName, { id: cursor.take('a resource') }))
    } else bundle.children.push(readContainer(cursor, word.toLowerCase(), ends))
  }
  return bundle
}

function readContainer(cursor: Cursor, element: string, ends: string): Draft {
  const container = draft(element)
  let target = container
  for (const nvpair of readNvpairs(cursor, ends)) {
    const name = attributeOf(nvpair, 'name') ?? ''
    if (name === 'port-mapping' || name === 'storage-mapping') {
      target = draft(name)
      container.children.push(target)
    } else setAttribute(target, name, attributeOf(nvpair, 'value'))
  }
  return container
}
