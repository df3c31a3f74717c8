import type { CibElement, Extra, RawElement } from '../../model/index.js'
import { fieldOf, shapeOf } from '../../model/shapes.js'
import { array, type Code, call, commented, object, text } from '../syntax/code.js'
import { isReference, isResource } from './references.js'

/** An element written out as the model has it, all below it too; `name` says a reference to a resource. */
export function spell(element: CibElement, name: (id: string) => Code = text): Code<CibElement> {
  const fields = element as unknown as Readonly<Record<string, unknown>>
  const { attributes, slots } = shapeOf(element.element) ?? { attributes: [], slots: {} }
  const texts = attributes.map(fieldOf).map((field) => {
    const given = fields[field]
    if (given === undefined) return [field, field === 'id' && isResource(element) ? noId : undefined] as const
    return [field, (isReference(element, field) ? name : text)(String(given))] as const
  })
  const children = Object.keys(slots).map((field) => [field, spellSlot(fields[field], name)] as const)
  const spelled = object([
    ['element', text(element.element)],
    ...texts,
    ...children,
    ['extra', extraLiteral(element.extra)],
  ])
  return spelled as Code<CibElement>
}

/** In place of the id that a resource must have to compile, and has not. */
const noId: Code<undefined> = { doc: { kind: 'name', text: 'undefined as never' }, value: undefined }

function spellSlot(filled: unknown, name: (id: string) => Code): Code | undefined {
  const below = (child: CibElement) =>
    commented(spell(child, name), child.extra?.comments, child.extra?.closingComments)
  if (filled === undefined) return undefined
  return Array.isArray(filled) ? array(filled.map(below)) : below(filled as CibElement)
}

/** What is kept besides comments; undefined where there is nothing. */
export function extraLiteral(extra: Extra | undefined): Code<Extra> | undefined {
  const { attributes, elements, order, text: inside } = extra ?? {}
  const said = object({
    attributes: attributes && array(attributes.map((pair) => array(pair.map(text)))),
    elements: elements && array(elements.map(spellRaw)),
    order: order && array(order.map(text)),
    text: inside === undefined ? undefined : text(inside),
  })
  return Object.keys(said.value).length === 0 ? undefined : (said as Code<Extra>)
}

/** An element just as it stands in the XML. */
export function spellRaw({ name, attributes, children, ...rest }: RawElement): Code<RawElement> {
  const names = new Set(attributes.map(([attribute]) => attribute))
  const isPlain = names.size === attributes.length && !names.has('__proto__')
  const pairs = attributes.map(([attribute, given]) => [attribute, text(given)] as const)
  const said = isPlain
    ? object(pairs)
    : array(pairs.map(([attribute, given]) => array([text(attribute), given])))
  const more = rest.text === undefined ? undefined : text(rest.text)
  const code = call(
    'raw',
    text(name),
    attributes.length === 0 ? undefined : said,
    children.length === 0 ? more && array([]) : array(children.map(spellRaw)),
    more,
  )
  return commented(code, rest.comments, rest.closingComments)
}
