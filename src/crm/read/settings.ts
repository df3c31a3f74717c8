import { readNvpairs, readSets } from './attribute-sets.js'
import { type Cursor, type Draft, draft, setAttribute } from './cursor.js'
import { readRules } from './rules.js'

/** The id that an object may begin with: `$id=ID` or `ID:`. */
function readInitialId(cursor: Cursor): string | undefined {
  return (cursor.match(/^\$id=(.*)$/s) ?? cursor.match(/^([\w-]+):$/))?.[1]
}

/** `node [ID:] NAME[:TYPE] [description=TEXT] [attributes ...] [utilization ...]`. */
export function readNode(cursor: Cursor): Draft {
  const id = readInitialId(cursor)
  const [, uname, type] =
    cursor.match(/^([^:]+)(?::(normal|member|ping|remote))?$/i) ?? cursor.fail('the name of a node')
  const description = cursor.match(/^description=(.+)$/is)?.[1]
  const node = draft('node', { id, uname, type, description })
  const sets = { attributes: 'instance_attributes', utilization: 'utilization' }
  node.children.push(...readSets(cursor, sets, 'attributes'))
  return node
}

/** `property [ID:] [rule ...] NAME=VALUE ...`, also the defaults of resources and operations. */
export function readProperties(cursor: Cursor, element: string, byDefault: string): Draft {
  const [, idRef] = cursor.match(/^\$id-ref=(.*)$/s) ?? []
  const id = idRef === undefined ? (readInitialId(cursor) ?? byDefault) : undefined
  const set = draft(element, { id, 'id-ref': idRef })
  set.children.push(...readRules(cursor), ...readNvpairs(cursor))
  return set
}

/** `fencing_topology [TARGET: DEVICES ...] ...`; without a target the devices are those of every node. */
export function readTopology(cursor: Cursor, nodes: readonly string[]): Draft {
  const topology = draft('fencing-topology')
  const levels: { target: Readonly<Record<string, string>>; devices: string }[] = []
  let target: Readonly<Record<string, string>> | undefined
  while (cursor.left > 0) {
    const attribute = cursor.match(/^attr:([\w-]+)=([\w-]+)$/i)
    const pattern = attribute ? undefined : cursor.match(/^pattern:(.+)$/i)
    const name = attribute || pattern ? undefined : cursor.match(/^([^:]+):$/)
    if (attribute) target = { 'target-attribute': attribute[1] ?? '', 'target-value': attribute[2] ?? '' }
    else if (pattern) target = { 'target-pattern': pattern[1] ?? '' }
    else if (name) target = { target: name[1] ?? '' }
    else {
      const devices = cursor.take('devices')
      if (target !== undefined) levels.push({ target, devices })
      else levels.push(...nodes.map((node) => ({ target: { target: node }, devices })))
    }
  }
  const counts = new Map<string, number>()
  for (const { target: given, devices } of levels) {
    const key = Object.values(given)[0] ?? ''
    const index = (counts.get(key) ?? 0) + 1
    counts.set(key, index)
    topology.children.push(draft('fencing-level', { ...given, index: String(index), devices }))
  }
  return topology
}

/** `tag ID: RESOURCE ...`. */
export function readTag(cursor: Cursor): Draft {
  const [, id] = cursor.match(/^([a-zA-Z_][^\s:]*):?$/) ?? cursor.fail('the name of a tag')
  const tag = draft('tag', { id })
  while (cursor.left > 0) tag.children.push(draft('obj_ref', { id: cursor.take('a resource') }))
  return tag
}

/** `alert ID PATH [attributes ...] [meta ...] [select ...] [to { VALUE [attributes ...] [meta ...] }] ...`. */
export function readAlert(cursor: Cursor): Draft {
  const id = cursor.take('an id')
  const alert = draft('alert', { id, path: cursor.take('a path') })
  setAttribute(alert, 'description', cursor.match(/^description=(.+)$/is)?.[1])
  const sets = { attributes: 'instance_attributes', meta: 'meta_attributes' }
  let count = 0
  while (cursor.left > 0) {
    if (cursor.match(/^select$/)) alert.children.push(readSelect(cursor))
    else if (cursor.match(/^to$/)) {
      const isBraced = cursor.match(/^\{$/)
      const recipient = draft('recipient', {
        id: `${id}-recipient-${++count}`,
        value: cursor.take('a recipient'),
        description: cursor.match(/^description=(.+)$/is)?.[1],
      })
      const ends = `attributes|meta|to${isBraced ? '|\\}' : ''}`
      recipient.children.push(...readSets(cursor, sets, undefined, ends))
      if (isBraced && !cursor.match(/^\}$/)) cursor.fail('"}"')
      alert.children.push(recipient)
    } else {
      const found = readSets(cursor, sets, undefined, 'attributes|meta|to|select')
      if (found.length === 0) cursor.fail('attributes, meta, select or to')
      alert.children.push(...found)
    }
  }
  return alert
}

function readSelect(cursor: Cursor): Draft {
  const select = draft('select')
  for (let kind = cursor.match(/^(?:nodes|fencing|resources|attributes)$/); kind; ) {
    const selected = draft(`select_${kind[0]}`)
    select.children.push(selected)
    if (kind[0] === 'attributes' && cursor.match(/^\{$/)) {
      while (cursor.word !== '}') {
        selected.children.push(draft('attribute', { name: cursor.take('the name of a node attribute') }))
      }
      cursor.take('"}"')
    }
    kind = cursor.match(/^(?:nodes|fencing|resources|attributes)$/)
  }
  return select
}
