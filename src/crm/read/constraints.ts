import { type Cursor, type Draft, draft, setAttribute } from './cursor.js'
import { readResourceSets } from './resource-sets.js'
import { readRules, scoreOf } from './rules.js'

/** `location ID RESOURCE|/PATTERN/|{ SETS } [role=ROLE] [resource-discovery=WHEN] SCORE: NODE | rule ...`. */
export function readLocation(cursor: Cursor): Draft {
  const location = draft('rsc_location', { id: cursor.take('an id') })
  const pattern = cursor.match(/^\/(.+)\/$/s)
  if (pattern) setAttribute(location, 'rsc-pattern', pattern[1])
  else if (cursor.match(/^\{$/)) {
    const words: string[] = []
    while (cursor.word !== undefined && cursor.word !== '}') words.push(cursor.take(''))
    cursor.take('"}"')
    location.children.push(...readResourceSets(words, 'role'))
  } else setAttribute(location, 'rsc', cursor.take('a resource'))
  for (let found = cursor.match(/^\$?([^=]+)=(.*)$/s); found; found = cursor.match(/^\$?([^=]+)=(.*)$/s)) {
    setAttribute(location, found[1] ?? '', found[2])
  }
  const [, score] = cursor.match(/^([^:]+):$/) ?? []
  if (score !== undefined) {
    setAttribute(location, ...scoreOf(score))
    setAttribute(location, 'node', cursor.take('a node'))
    setAttribute(location, 'role', cursor.match(/^\$?role=(.+)$/i)?.[1])
    return location
  }
  const rules = readRules(cursor)
  if (rules.length === 0) cursor.fail('SCORE: NODE or a rule')
  location.children.push(...rules)
  return location
}

/** `colocation ID SCORE: RESOURCE[:ROLE] RESOURCE[:ROLE] | SETS [node-attribute=NAME]`. */
export function readColocation(cursor: Cursor): Draft {
  const colocation = draft('rsc_colocation', { id: cursor.take('an id') })
  const [, score = ''] = cursor.match(/^([^:]+):$/) ?? cursor.fail('SCORE:')
  setAttribute(colocation, ...scoreOf(score))
  setAttribute(colocation, 'node-attribute', cursor.matchLast(/^node-attribute=(.+)$/)?.[1]?.toLowerCase())
  readResources(cursor, colocation, ['rsc', 'with-rsc'], 'role')
  return colocation
}

/** `order ID [KIND:|SCORE:] RESOURCE[:ACTION] RESOURCE[:ACTION] | SETS [symmetrical=BOOLEAN]`. */
export function readOrder(cursor: Cursor): Draft {
  const order = draft('rsc_order', { id: cursor.take('an id') })
  const [, kind] = cursor.match(/^(Mandatory|Optional|Serialize):$/i) ?? []
  const [, score] = (kind === undefined && cursor.match(/^([^:]+):$/)) || []
  if (kind !== undefined) setAttribute(order, 'kind', capitalised(kind))
  else if (score !== undefined) setAttribute(order, 'kind', score === '0' ? 'Optional' : 'Mandatory')
  const [, symmetrical] = cursor.matchLast(/^symmetrical=(true|false|yes|no|on|off)$/i) ?? []
  const isTrue = symmetrical && /^(?:true|yes|on)$/i.test(symmetrical)
  setAttribute(order, 'symmetrical', symmetrical && (isTrue ? 'true' : 'false'))
  readResources(cursor, order, ['first', 'then'], 'action')
  return order
}

/** `rsc_ticket ID TICKET: RESOURCE[:ROLE] | SETS [loss-policy=POLICY]`. */
export function readTicket(cursor: Cursor): Draft {
  const ticket = draft('rsc_ticket', { id: cursor.take('an id') })
  setAttribute(ticket, 'ticket', (cursor.match(/^([^:]+):$/) ?? cursor.fail('TICKET:'))[1])
  setAttribute(ticket, 'loss-policy', cursor.matchLast(/^loss-policy=(stop|demote|fence|freeze)$/)?.[1])
  readResources(cursor, ticket, ['rsc'], 'role')
  return ticket
}

/** As many resources as there are names are attributes; more or fewer are sets. */
function readResources(
  cursor: Cursor,
  constraint: Draft,
  names: readonly string[],
  qualifier: 'role' | 'action',
): void {
  if (cursor.left !== names.length) {
    constraint.children.push(...readResourceSets(cursor.rest(), qualifier))
    if (constraint.children.length === 0) cursor.fail('a resource')
    return
  }
  for (const name of names) {
    const [resource = '', qualified] = cursor.take('a resource').split(':')
    setAttribute(constraint, name, resource)
    if (qualified === undefined || qualified === '') continue
    if (/^\d+$/.test(qualified)) setAttribute(constraint, `${name}-instance`, qualified)
    else if (qualifier === 'role') setAttribute(constraint, `${name}-role`, capitalised(qualified))
    else setAttribute(constraint, `${name}-action`, qualified.toLowerCase())
  }
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()
}
