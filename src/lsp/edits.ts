import { claimId, pcsId } from '../model/ids.js'
import { encodeAttribute } from '../xml/escape.js'
import type { TextChange } from './rename.js'
import { attributeIn, type WrittenElement } from './written.js'

export type Pair = readonly [name: string, value: string]

/** A text and the ids that are used in it, those of changes included. */
export interface Edited {
  readonly text: string
  readonly ids: Set<string>
}

/** The changes that give the nvpairs of an element's set these values, or remove those of an empty value. */
export function setPairs(
  owner: WrittenElement,
  setName: string,
  pairs: readonly Pair[],
  edited: Edited,
  ownId?: string,
): readonly TextChange[] {
  const sets = owner.children.filter(({ name }) => name === setName)
  const [set] = sets
  const nvpairs = sets.flatMap(({ children }) => children.filter(({ name }) => name === 'nvpair'))
  if (set !== undefined && attributeIn(set, 'id-ref') !== undefined) return []
  const added: Pair[] = []
  const changes: TextChange[] = []
  for (const [name, value] of pairs) {
    const pair = nvpairs.find((each) => attributeIn(each, 'name') === name)
    if (pair === undefined) {
      if (value !== '') added.push([name, value])
    } else if (value === '') changes.push(removal(pair, edited.text))
    else changes.push(withAttributes(pair, [['value', value]]))
  }
  if (added.length === 0) return changes
  const id =
    (set && attributeIn(set, 'id')) ??
    claimId(ownId ?? pcsId.attributeSet(attributeIn(owner, 'id') ?? '', setName), edited.ids)
  const xml = added.map(([name, value]) =>
    element('nvpair', [
      ['id', claimId(pcsId.nvpair(id, name), edited.ids)],
      ['name', name],
      ['value', value],
    ]),
  )
  return set === undefined
    ? [
        ...changes,
        insertion(
          owner,
          [`<${setName} id="${encodeAttribute(id)}">${xml.join('')}</${setName}>`],
          edited.text,
        ),
      ]
    : [...changes, insertion(set, xml, edited.text)]
}

/** The change that adds children at the end of an element, each on a line where the element has lines. */
export function insertion(parent: WrittenElement, xml: readonly string[], text: string): TextChange {
  const indent = /(?:^|\n)([ \t]*)$/.exec(text.slice(0, parent.start))?.[1]
  const inner = xml.map((each) => (indent === undefined ? each : `\n${indent}  ${each}`)).join('')
  if (parent.isEmpty) {
    const outer = indent === undefined ? '' : `\n${indent}`
    const head = text.slice(parent.tag.start, parent.tag.end).replace(/\s*\/>$/, '>')
    return { ...parent.tag, text: `${head}${inner}${outer}</${parent.name}>` }
  }
  const at = parent.children.at(-1)?.end ?? parent.tag.end
  return { start: at, end: at, text: inner }
}

/** The change that takes an element away, with the line that only it is on. */
export function removal({ start, end }: WrittenElement, text: string): TextChange {
  const before = /\n[ \t]*$/.exec(text.slice(0, start))?.[0].length ?? 0
  return { start: start - before, end, text: '' }
}

/** The change that gives an element these attributes beside those that it has. */
export function withAttributes(written: WrittenElement, given: readonly Pair[]): TextChange {
  const others = given.filter(([name]) => attributeIn(written, name) === undefined)
  const kept = written.attributes.map(
    ([name, value]): Pair => [name, given.find(([other]) => other === name)?.[1] ?? value],
  )
  const tag = element(written.name, [...kept, ...others])
  return { ...written.tag, text: written.isEmpty ? tag : tag.replace(/\/>$/, '>') }
}

/** An element without children as XML. */
export function element(name: string, attributes: readonly Pair[]): string {
  const words = attributes.map(([key, value]) => ` ${key}="${encodeAttribute(value)}"`)
  return `<${name}${words.join('')}/>`
}

/** Words of the form NAME=VALUE; undefined where another word is among them. */
export function pairsIn(words: readonly string[]): readonly Pair[] | undefined {
  const pairs = words.map((word): Pair => {
    const at = word.indexOf('=')
    return [word.slice(0, at), word.slice(at + 1)]
  })
  return words.every((word) => word.indexOf('=') > 0) ? pairs : undefined
}
