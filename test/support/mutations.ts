import fc from 'fast-check'
import type { WritableElement } from '../../src/xml/element.js'

type Attributes = WritableElement['attributes']

/** How a document is changed: `pick` and `other` choose places and words, by their remainder. */
export interface Mutation {
  readonly what: (typeof kinds)[number]
  readonly pick: number
  readonly other: number
  readonly word: string
}

const kinds = [
  ...([
    'attribute removed',
    'attribute renamed',
    'attribute added',
    'value changed',
    'value swapped',
  ] as const),
  ...(['element removed', 'element doubled', 'element moved', 'element renamed', 'text added'] as const),
]

const words = [
  ...[
    '',
    ' ',
    'x',
    'a b',
    ' a',
    'a ',
    '1',
    '0',
    '-1',
    '+1',
    ' 5 ',
    '10',
    '01',
    '1.5',
    '1e3',
    '9'.repeat(24),
    '9'.repeat(25),
  ],
  ...['true', 'false', 'TRUE', 'yes', ' true ', 'INFINITY', '+INFINITY', '-INFINITY', 'inf', ' INFINITY'],
  ...['Master', 'Slave', 'Promoted', 'Unpromoted', 'Started', 'Stopped', 'started', 'Mandatory', 'Optional'],
  ...['ocf', 'lsb', 'systemd', 'service', 'upstart', 'nagios', 'heartbeat', 'stonith', 'start', 'promote'],
  ...['member', 'normal', 'ping', 'remote', 'in_range', 'lt', 'gt', 'date_spec', 'defined', 'eq', 'integer'],
  ...['a:b', '1a', '-a', '.a', '_', 'é', 'a\u00B7', 'a,b', 'a, b', '80-90', 'demote', 'restart-container'],
  ...[
    'stonith-action',
    'stonith_action',
    'poweroff',
    'cluster-infrastructure',
    'cman',
    'restart-type',
    'requires',
  ],
  ...[
    'isolation',
    'can_fail',
    'pcmk_list_cmd',
    'timeout',
    'remove-after-stop',
    'none',
    'fencing',
    'unfencing',
  ],
]

/** A change of any kind. */
export const mutation: fc.Arbitrary<Mutation> = fc.record({
  what: fc.constantFrom(...kinds),
  pick: fc.nat({ max: 1e6 }),
  other: fc.nat({ max: 1e6 }),
  word: fc.constantFrom(...words),
})

/** The document with the change; elements are picked by name first, so that rare ones come up too. */
export function mutate(root: WritableElement, { what, pick, other, word }: Mutation): WritableElement {
  const all = elementsOf(root)
  const names = [...new Set(all.map(({ name }) => name))]
  const alike = all.filter(({ name }) => name === names[pick % names.length])
  const target = alike[Math.floor(pick / names.length) % alike.length] as WritableElement
  const another = all[other % all.length] as WritableElement
  const attributes = [...target.attributes]
  const at = other % Math.max(attributes.length, 1)
  const attributeNames = [...new Set(all.flatMap((element) => element.attributes.map(([name]) => name)))]
  const free = attributeNames.filter((name) => !attributes.some(([given]) => given === name))
  const name = free[other % free.length] ?? 'x'
  const [own, value] = attributes[at] ?? [name, word]
  switch (what) {
    case 'attribute removed':
      return withAttributes(root, target, attributes.toSpliced(at, 1))
    case 'attribute renamed':
      return withAttributes(root, target, attributes.toSpliced(at, 1, [name, value]))
    case 'attribute added':
      return withAttributes(root, target, [...attributes, [name, word]])
    case 'value changed':
      return withAttributes(root, target, attributes.toSpliced(at, 1, [own, word]))
    case 'value swapped': {
      const foreign = another.attributes[pick % Math.max(another.attributes.length, 1)]?.[1] ?? word
      return withAttributes(root, target, attributes.toSpliced(at, 1, [own, foreign]))
    }
    case 'element removed':
      return replace(root, target, () => [])
    case 'element doubled':
      return replace(root, target, (element) => [element, other % 2 === 0 ? element : renumbered(element)])
    case 'element moved':
      return inserted(
        replace(root, target, () => []),
        another,
        target,
        pick,
      )
    case 'element renamed':
      return replace(root, target, (element) => [{ ...element, name: names[other % names.length] as string }])
    case 'text added':
      return replace(root, target, (element) => [{ ...element, text: word }])
  }
}

function elementsOf(element: WritableElement): WritableElement[] {
  return element.name === 'status' ? [element] : [element, ...element.children.flatMap(elementsOf)]
}

function withAttributes(
  root: WritableElement,
  target: WritableElement,
  attributes: Attributes,
): WritableElement {
  return replace(root, target, (element) => [{ ...element, attributes }])
}

/** The tree with the target replaced; the root stays where it would vanish or multiply. */
function replace(
  root: WritableElement,
  target: WritableElement,
  change: (element: WritableElement) => readonly WritableElement[],
): WritableElement {
  if (root === target) return change(root)[0] ?? root
  const inside = (element: WritableElement): readonly WritableElement[] =>
    element === target ? change(element) : [{ ...element, children: element.children.flatMap(inside) }]
  return { ...root, children: root.children.flatMap(inside) }
}

/** The tree with an element among the children of the first element that is like `parent`. */
function inserted(
  root: WritableElement,
  parent: WritableElement,
  child: WritableElement,
  at: number,
): WritableElement {
  const found = elementsOf(root).find(
    ({ name, attributes }) => name === parent.name && attributes === parent.attributes,
  )
  if (found === undefined) return root
  const children = found.children.toSpliced(at % (found.children.length + 1), 0, child)
  return replace(root, found, (element) => [{ ...element, children }])
}

/** The element with other ids, so that it may stand beside itself. */
function renumbered(element: WritableElement): WritableElement {
  const attributes = element.attributes.map(
    ([name, value]) =>
      [name, name === 'id' && element.name !== 'resource_ref' ? `${value}-too` : value] as const,
  )
  return { ...element, attributes, children: element.children.map(renumbered) }
}
