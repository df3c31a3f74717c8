import type { RawElement } from '../../model/index.js'
import { attributeOf } from '../read/cursor.js'
import type { Groups } from './resources.js'
import { attributeWords, contentWords, setWords } from './sets.js'

/** `node ID: NAME[:TYPE] [attributes ...] [utilization ...]`. */
export function nodeWords(node: RawElement): Groups {
  const [id = '', uname = '', type] = ['id', 'uname', 'type'].map((name) => attributeOf(node, name))
  return [
    [
      'node',
      headId(id),
      type === undefined ? uname : `${uname}:${type}`,
      ...attributeWords(node, ['description']),
    ],
    ...node.children.map((set) =>
      setWords(set.name === 'instance_attributes' ? 'attributes' : set.name, set, uname),
    ),
  ]
}

function headId(id: string): string {
  return /^[\w-]+$/.test(id) ? `${id}:` : `$id=${id}`
}

/** `property ID: NAME=VALUE ...`, also `rsc_defaults` and `op_defaults`. */
export function propertyWords(keyword: string, set: RawElement): Groups {
  const words = contentWords(set)
  const [id, idRef] = ['id', 'id-ref'].map((name) => attributeOf(set, name))
  const own = idRef === undefined ? headId(id ?? '') : `$id-ref=${idRef}`
  const isPlain = set.children.every(({ name }) => name === 'nvpair')
  return [[keyword, own, ...(isPlain ? [] : words)], ...(isPlain ? words.map((word) => [word]) : [])]
}

/** `fencing_topology TARGET: DEVICES ...`. */
export function topologyWords(topology: RawElement): Groups {
  let last = ''
  const groups: string[][] = [['fencing_topology']]
  for (const level of topology.children) {
    const [node, pattern, attribute, value, devices = ''] = [
      'target',
      'target-pattern',
      'target-attribute',
      'target-value',
      'devices',
    ].map((name) => attributeOf(level, name))
    const target =
      node !== undefined
        ? `${node}:`
        : pattern !== undefined
          ? `pattern:${pattern}`
          : `attr:${attribute}=${value}`
    if (target === last) groups.at(-1)?.push(devices)
    else groups.push([target, devices])
    last = target
  }
  return groups
}

/** `tag ID: RESOURCE ...`. */
export function tagWords(tag: RawElement): Groups {
  return [['tag', `${attributeOf(tag, 'id')}:`, ...idsOf(tag)]]
}

function idsOf({ children }: RawElement): readonly string[] {
  return children.map((child) => attributeOf(child, 'id') ?? '')
}

/** `acl_target ID ROLE ...`, `acl_group ID ROLE ...`. */
export function targetWords(target: RawElement): Groups {
  return [[target.name, attributeOf(target, 'id') ?? '', ...idsOf(target)]]
}

/** `role ID`, and a group of words for each permission. */
export function roleWords(role: RawElement): Groups {
  const names = { xpath: 'xpath', reference: 'ref', 'object-type': 'type', attribute: 'attr' }
  const permissions = role.children.map((permission) => [
    attributeOf(permission, 'kind') ?? '',
    `$id=${attributeOf(permission, 'id')}`,
    ...attributeWords(permission, ['description']),
    ...Object.entries(names).flatMap(([name, word]) => {
      const value = attributeOf(permission, name)
      return value === undefined ? [] : [`${word}:${value}`]
    }),
  ])
  return [['role', attributeOf(role, 'id') ?? '', ...attributeWords(role, ['description'])], ...permissions]
}

/** `alert ID PATH`, with sets, what it selects, and recipients. */
export function alertWords(alert: RawElement): Groups {
  const [id = '', path = ''] = ['id', 'path'].map((name) => attributeOf(alert, name))
  const sets = (element: RawElement, owner: string) =>
    element.children
      .filter(({ name }) => name.endsWith('_attributes') && !name.startsWith('select'))
      .flatMap((set) => setWords(set.name === 'meta_attributes' ? 'meta' : 'attributes', set, owner))
  const parts = alert.children.flatMap((child): Groups => {
    if (child.name === 'recipient') {
      const [own = '', value = ''] = ['id', 'value'].map((name) => attributeOf(child, name))
      return [['to', '{', value, ...attributeWords(child, ['description']), ...sets(child, own), '}']]
    }
    if (child.name !== 'select') return []
    const kinds = child.children.flatMap(({ name, children }) => [
      name.replace('select_', ''),
      ...(name === 'select_attributes'
        ? ['{', ...children.map((each) => attributeOf(each, 'name') ?? ''), '}']
        : []),
    ])
    return [['select', ...kinds]]
  })
  return [['alert', id, path, ...attributeWords(alert, ['description'])], sets(alert, id), ...parts].filter(
    ({ length }) => length > 0,
  )
}
