import { claimId, pcsId } from '../model/ids.js'
import { type Edited, element, insertion, pairsIn, setPairs, withAttributes } from './edits.js'
import type { TextChange } from './rename.js'
import { attributeIn, type WrittenElement, writtenById } from './written.js'

/** `resource meta R n=v`, `resource update R n=v op NAME n=v`, `resource op add R NAME n=v`. */
export function ofResource(verb: string, words: readonly string[], root: WrittenElement, edited: Edited) {
  const [id, ...rest] = verb === 'op' ? words.slice(1) : words
  const resource = writtenById(root, id)
  if (resource === undefined) return undefined
  if (verb === 'op') return words[0] === 'add' ? withOps(resource, [rest], edited, true) : undefined
  const [given = [], ...ops] = split(rest)
  const pairs = pairsIn(given)
  if (pairs === undefined) return undefined
  if (verb === 'meta') return setPairs(resource, 'meta_attributes', pairs, edited)
  const ofOps = ops.length === 0 ? [] : withOps(resource, ops, edited, false)
  return ofOps && [...setPairs(resource, 'instance_attributes', pairs, edited), ...ofOps]
}

/** Words in parts that begin after each `op`. */
function split(words: readonly string[]): readonly (readonly string[])[] {
  const at = words.indexOf('op')
  return at < 0 ? [words] : [words.slice(0, at), ...split(words.slice(at + 1))]
}

/** The changes for operations, each a name and its options; an existing one of the name and interval gets the options. */
function withOps(
  resource: WrittenElement,
  ops: readonly (readonly string[])[],
  edited: Edited,
  isNew: boolean,
): readonly TextChange[] | undefined {
  const operations = resource.children.find(({ name }) => name === 'operations')
  if (resource.name !== 'primitive' || attributeIn(operations ?? resource, 'id-ref') !== undefined)
    return undefined
  const added: string[] = []
  const changes: TextChange[] = []
  for (const [name = '', ...options] of ops) {
    const pairs = pairsIn(options)
    if (pairs === undefined) return undefined
    const interval = pairs.find(([key]) => key === 'interval')?.[1] ?? '0s'
    const same = operations?.children.filter((op) => attributeIn(op, 'name') === name) ?? []
    const op = same.find(
      (each) => Number.parseFloat(attributeIn(each, 'interval') ?? '0') === Number.parseFloat(interval),
    )
    if (op !== undefined && !isNew)
      changes.push(
        withAttributes(
          op,
          pairs.filter(([key]) => key !== 'interval'),
        ),
      )
    else {
      const id = claimId(pcsId.op(attributeIn(resource, 'id') ?? '', name, interval), edited.ids)
      added.push(
        element('op', [
          ['id', id],
          ['name', name],
          ['interval', interval],
          ...pairs.filter(([key]) => key !== 'interval'),
        ]),
      )
    }
  }
  if (added.length === 0) return changes
  const xml = operations === undefined ? [`<operations>${added.join('')}</operations>`] : added
  return [...changes, insertion(operations ?? resource, xml, edited.text)]
}
