import { type Cursor, type Draft, draft } from './cursor.js'
import { readRules } from './rules.js'

/** Words that end a list of names and values. */
const keywords = 'params|meta|utilization|operations|op|op_params|op_meta|rule|attributes'

/** Names and values: `NAME=VALUE`, `NAME`, `$ID:NAME=VALUE`, `@ID[:NAME]`. */
export function readNvpairs(cursor: Cursor, terminators = keywords): readonly Draft[] {
  const end = new RegExp(`^(?:${terminators})$`, 'i')
  const nvpairs: Draft[] = []
  while (cursor.word !== undefined && !end.test(cursor.word)) {
    const nvpair = readNvpair(cursor)
    if (nvpair === undefined) break
    nvpairs.push(nvpair)
  }
  return nvpairs
}

function readNvpair(cursor: Cursor): Draft | undefined {
  const reference = cursor.match(/^@([^:]+)(?::(.+))?$/s)
  if (reference) return draft('nvpair', { 'id-ref': reference[1], name: reference[2] })
  const identified = cursor.match(/^\$([^:=]+)(?::(.+))?=(.*)$/s)
  if (identified) {
    const [, id, name, value] = identified
    return draft('nvpair', { id, name: name ?? id, value })
  }
  const plain = cursor.match(/^([^=@$][^=]*)=(.*)$/s)
  if (plain) return draft('nvpair', { name: plain[1], value: plain[2] })
  const named = cursor.match(/^[^:=]+$/)
  return named && draft('nvpair', { name: named[0] })
}

/** A set of attributes behind its keyword: `[$id=ID] [SCORE:] [rule ...] NAME=VALUE ...` or `$id-ref=ID`. */
function readSet(cursor: Cursor, element: string, terminators?: string): Draft {
  const [, idRef] = cursor.match(/^\$id-ref=(.*)$/s) ?? []
  if (idRef !== undefined) return draft(element, { 'id-ref': idRef })
  const [, id] = cursor.match(/^\$id=(.*)$/s) ?? []
  const [, score] = cursor.match(/^([^:]+):$/) ?? []
  const set = draft(element, { id, score })
  set.children.push(...readRules(cursor), ...readNvpairs(cursor, terminators))
  return set
}

/** Sets of attributes, each behind its keyword; the first may be without. */
export function readSets(
  cursor: Cursor,
  elements: Readonly<Record<string, string>>,
  implicit: string | undefined,
  terminators?: string,
): readonly Draft[] {
  const keyword = new RegExp(`^(?:${Object.keys(elements).join('|')})$`, 'i')
  const sets: Draft[] = []
  if (implicit !== undefined && cursor.word !== undefined && !keyword.test(cursor.word)) {
    const set = readSet(cursor, elements[implicit] ?? implicit, terminators)
    if (set.attributes.length + set.children.length > 0) sets.push(set)
  }
  for (let found = cursor.match(keyword); found !== undefined; found = cursor.match(keyword)) {
    sets.push(readSet(cursor, elements[found[0].toLowerCase()] ?? '', terminators))
  }
  return sets
}
