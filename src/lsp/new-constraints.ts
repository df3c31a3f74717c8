import { claimId, pcsId } from '../model/ids.js'
import { type Edited, element, type Pair, pairsIn } from './edits.js'

const actions = ['start', 'stop', 'promote', 'demote']
const roles = ['Started', 'Promoted', 'Unpromoted', 'Master', 'Slave']

/** The element of `constraint order [ACTION] A then [ACTION] B [NAME=VALUE ...]`, with the id that pcs gives it. */
export function newOrder(words: readonly string[], edited: Edited): string | undefined {
  const at = words.indexOf('then')
  const first = qualified(words.slice(0, at), actions)
  const then = qualified(words.slice(at + 1), actions)
  if (at < 0 || first === undefined || then === undefined || first.rest.length > 0) return undefined
  const options = pairsIn(then.rest)
  if (options === undefined) return undefined
  const kind = options.find(([name]) => name === 'kind')?.[1]
  const id = claimId(pcsId.order(first.id, then.id, kind ?? 'mandatory'), edited.ids)
  const named = first.qualifier !== undefined || then.qualifier !== undefined
  const acting = (name: string, action = 'start'): readonly Pair[] => (named ? [[name, action]] : [])
  return element('rsc_order', [
    ['id', id],
    ['first', first.id],
    ...acting('first-action', first.qualifier),
    ['then', then.id],
    ...acting('then-action', then.qualifier),
    ...options,
  ])
}

/** The element of `constraint colocation add [ROLE] A with [ROLE] B [SCORE] [NAME=VALUE ...]`. */
export function newColocation(words: readonly string[], edited: Edited): string | undefined {
  const at = words.indexOf('with')
  const one = qualified(words.slice(0, at), roles)
  const other = qualified(words.slice(at + 1), roles)
  if (at < 0 || one === undefined || other === undefined || one.rest.length > 0) return undefined
  const [first = '', ...more] = other.rest
  const isScore = /^[+-]?(?:\d+|INFINITY)$/.test(first)
  const options = pairsIn(isScore ? [`score=${first}`, ...more] : other.rest)
  if (options === undefined) return undefined
  const score = options.find(([name]) => name === 'score')?.[1] ?? 'INFINITY'
  const id = claimId(pcsId.colocation(one.id, other.id, score), edited.ids)
  const inRole = (name: string, role: string | undefined): readonly Pair[] =>
    role === undefined ? [] : [[name, role]]
  return element('rsc_colocation', [
    ['id', id],
    ['rsc', one.id],
    ...inRole('rsc-role', one.qualifier),
    ['with-rsc', other.id],
    ...inRole('with-rsc-role', other.qualifier),
    ['score', score],
    ...options.filter(([name]) => name !== 'score'),
  ])
}

/** A resource with its action or role before it, and what follows. */
function qualified(words: readonly string[], qualifiers: readonly string[]) {
  const [head = ''] = words
  const has = words.length > 1 && qualifiers.includes(head)
  const [id, ...rest] = has ? words.slice(1) : words
  return id === undefined ? undefined : { qualifier: has ? head : undefined, id, rest }
}
