import type { RawElement } from '../../model/index.js'
import { attributeOf } from '../read/cursor.js'
import { ruleWords } from './rules.js'

/** The words of a set of attributes behind their keyword; `prefix` is what crmsh derives its id from. */
export function setWords(keyword: string, set: RawElement, prefix: string): readonly string[] {
  const idRef = attributeOf(set, 'id-ref')
  if (idRef !== undefined) return [keyword, `$id-ref=${idRef}`]
  const score = attributeOf(set, 'score')
  return [
    keyword,
    ...idWords(set, `${prefix}-${set.name}`),
    ...(score === undefined ? [] : [`${score}:`]),
    ...contentWords(set),
  ]
}

/** The rules of a set, and its names and values. */
export function contentWords(set: RawElement): readonly string[] {
  const id = attributeOf(set, 'id') ?? ''
  return set.children.flatMap((child) =>
    child.name === 'rule' ? ruleWords(child, id) : [nvpairWord(child, id)],
  )
}

/** `$id=ID`, where that is not the id that crmsh would give. */
export function idWords(element: RawElement, byDefault: string): readonly string[] {
  const id = attributeOf(element, 'id')
  return id === undefined || id === byDefault ? [] : [`$id=${id}`]
}

function nvpairWord(nvpair: RawElement, set: string): string {
  const [id, idRef, name = '', value] = ['id', 'id-ref', 'name', 'value'].map((key) =>
    attributeOf(nvpair, key),
  )
  if (idRef !== undefined) return name === '' ? `@${idRef}` : `@${idRef}:${name}`
  const given = value === undefined ? name : `${name}=${value}`
  return id === `${set}-${name}` ? given : `$${id}:${given}`
}

/** The value of an attribute as `NAME=VALUE`, for each of the names that there is. */
export function attributeWords(element: RawElement, names: readonly string[]): readonly string[] {
  return names.flatMap((name) => {
    const value = attributeOf(element, name)
    return value === undefined ? [] : [`${name}=${value}`]
  })
}
