import { CrmSyntaxError, type Draft, draft, setAttribute } from './cursor.js'

/**
 * Sets of resources: `a b ( c d ) [ e f ]`. Those in parentheses are not sequential, those in brackets require one alone;
 * another role or action begins another set.
 */
export function readResourceSets(words: readonly string[], qualifier: 'role' | 'action'): readonly Draft[] {
  const sets: Draft[] = []
  let members: Draft[] = []
  let qualified = ''
  let opened = ''
  let isSequential = true
  let requiresAll = true
  const finish = () => {
    if (members.length === 0) return
    const set = draft('resource_set')
    if (!requiresAll) setAttribute(set, 'require-all', 'false')
    if (!isSequential) setAttribute(set, 'sequential', 'false')
    if (qualified !== '') setAttribute(set, qualifier, qualified)
    set.children.push(...members)
    sets.push(set)
    members = []
    qualified = ''
  }
  for (const word of words.flatMap(partsOf)) {
    if (word === '_rsc_set_') continue
    if (word === '(' || word === '[') {
      if (opened !== '') throw new CrmSyntaxError(`"${word}" inside of "${opened}"`)
      finish()
      opened = word
      isSequential = false
      requiresAll = word === '('
    } else if (word === ')' || word === ']') {
      if (opened !== (word === ')' ? '(' : '[')) throw new CrmSyntaxError(`"${word}" without its beginning`)
      if (members.length === 0) throw new CrmSyntaxError('an empty set of resources')
      finish()
      opened = ''
      isSequential = true
      requiresAll = true
    } else if (word.includes('=')) {
      const [, key, value] = /^(sequential|require-all)=(.+)$/.exec(word) ?? []
      if (key === undefined) throw new CrmSyntaxError(`"${word}" in a set of resources`)
      const isTrue = /^(?:true|yes|on|1|y)$/i.test(value ?? '')
      if (key === 'sequential') isSequential = isTrue
      else requiresAll = isTrue
    } else {
      const [id = '', of = ''] = word.split(':')
      const next = qualifier === 'role' ? of.charAt(0).toUpperCase() + of.slice(1) : of
      if (next !== qualified) finish()
      qualified = next
      members.push(draft('resource_ref', { id }))
    }
  }
  if (opened !== '') throw new CrmSyntaxError(`"${opened}" without its end`)
  finish()
  return sets
}

/** A bracket that has no blank beside it is a word all the same. */
function partsOf(word: string): readonly string[] {
  if (word.length > 1 && /^[([]/.test(word)) return [word.charAt(0), word.slice(1)]
  if (word.length > 1 && /[)\]]$/.test(word)) return [word.slice(0, -1), word.slice(-1)]
  return [word]
}
