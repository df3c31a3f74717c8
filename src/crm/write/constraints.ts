import type { RawElement } from '../../model/index.js'
import { attributeOf } from '../read/cursor.js'
import type { Groups } from './resources.js'
import { ruleWords, scoreWord } from './rules.js'
import { attributeWords } from './sets.js'

/** `location ID RESOURCE ... SCORE: NODE`, or with its rules. */
export function locationWords(location: RawElement): Groups {
  const [id = '', rsc, pattern, node] = ['id', 'rsc', 'rsc-pattern', 'node'].map((name) =>
    attributeOf(location, name),
  )
  const sets = ['{', ...setsWords(location, 'role'), '}']
  const what = rsc !== undefined ? [rsc] : pattern !== undefined ? [`/${pattern}/`] : sets
  const head = ['location', id, ...what, ...attributeWords(location, ['role', 'resource-discovery'])]
  const rules = location.children.filter(({ name }) => name === 'rule').map((rule) => ruleWords(rule, id))
  return [node === undefined ? head : [...head, `${scoreWord(location)}:`, node], ...rules]
}

/** `colocation ID SCORE: RESOURCE RESOURCE`. */
export function colocationWords(colocation: RawElement): Groups {
  const id = attributeOf(colocation, 'id') ?? ''
  const members = membersOf(colocation, ['rsc', 'with-rsc'], 'role')
  return [
    [
      'colocation',
      id,
      `${scoreWord(colocation)}:`,
      ...members,
      ...attributeWords(colocation, ['node-attribute']),
    ],
  ]
}

/** `order ID [KIND:] RESOURCE RESOURCE`. */
export function orderWords(order: RawElement): Groups {
  const [id = '', kind] = ['id', 'kind'].map((name) => attributeOf(order, name))
  const members = membersOf(order, ['first', 'then'], 'action')
  return [
    [
      'order',
      id,
      ...(kind === undefined ? [] : [`${kind}:`]),
      ...members,
      ...attributeWords(order, ['symmetrical']),
    ],
  ]
}

/** `rsc_ticket ID TICKET: RESOURCE`. */
export function ticketWords(ticket: RawElement): Groups {
  const [id = '', name = ''] = ['id', 'ticket'].map((key) => attributeOf(ticket, key))
  const members = membersOf(ticket, ['rsc'], 'role')
  return [['rsc_ticket', id, `${name}:`, ...members, ...attributeWords(ticket, ['loss-policy'])]]
}

function membersOf(
  constraint: RawElement,
  names: readonly string[],
  qualifier: 'role' | 'action',
): readonly string[] {
  const isPlain = names.every((name) => attributeOf(constraint, name) !== undefined)
  if (!isPlain) return setsWords(constraint, qualifier, names.length)
  return names.map((name) => {
    const qualified =
      attributeOf(constraint, `${name}-${qualifier}`) ?? attributeOf(constraint, `${name}-instance`)
    return `${attributeOf(constraint, name)}${qualified === undefined ? '' : `:${qualified}`}`
  })
}

/** Sets of resources in brackets; with a mark before as many resources as would be read as no sets. */
function setsWords(constraint: RawElement, qualifier: 'role' | 'action', plain = 0): readonly string[] {
  const words = constraint.children.flatMap((set) => {
    if (set.name !== 'resource_set') return []
    const [of, sequential, all] = [qualifier, 'sequential', 'require-all'].map((name) =>
      attributeOf(set, name),
    )
    const members = set.children.map((member) => {
      const id = attributeOf(member, 'id') ?? ''
      return of === undefined ? id : `${id}:${of}`
    })
    if (all === 'false') return ['[', ...(sequential === 'false' ? [] : ['sequential=true']), ...members, ']']
    return sequential === 'false' ? ['(', ...members, ')'] : members
  })
  return words.length === plain ? ['_rsc_set_', ...words] : words
}
