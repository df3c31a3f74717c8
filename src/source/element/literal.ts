import type { CibElement, Extra, RawElement } from '../../model/index.js'
import { fieldOf, shapeOf } from '../../model/shapes/shapes.js'
import { secretCode } from '../secrets.js'
import { array, type Code, call, object, text, withComments } from '../syntax/code.js'
import { isReference, isResource } from './references.js'

/** An element and all below it as an object literal of the model; `name` is the code of a reference to a resource. */
export function elementLiteral(element: CibElement, name: (id: string) => Code = text): Code<CibElement> {
  const fields = element as unknown as Readonly<Record<string, unknown>>
  const { attributes, slots } = shapeOf(element.element) ?? { attributes: [], slots: {} }
  const texts = attributes.map(fieldOf).map((field) => {
    const given = fields[field]
    if (given === undefined) return [field, field === 'id' && isResource(element) ? noId : undefined] as const
    const secret = field === 'value' ? secretCode(element) : undefined
    if (secret !== undefined) return [field, secret] as const
    return [field, (isReference(element, field) ? name : text)(String(given))] as const
  })
  const children = Object.keys(slots).map((field) => [field, slotLiteral(fields[field], name)] as const)
  const literal = object([
    ['element', text(element.element)],
    ...texts,
    ...children,
    ['extra', extraLiteral(element.extra)],
  ])
  return literal as Code<CibElement>
}

/** In place of the id that a resource must have to compile, and has not. */
const noId: Code<undefined> = { expression: { kind: 'name', text: 'undefined as never' }, value: undefined }

function slotLiteral(content: unknown, name: (id: string) => Code): Code | undefined {
  const literalOf = (child: CibElement) =>
    withComments(elementLiteral(child, name), child.extra?.comments, child.extra?.closingComments)
  if (content === undefined) return undefined
  return Array.isArray(content) ? array(content.map(literalOf)) : literalOf(content as CibElement)
}

/** What an element has beyond its fields, except comments; undefined where there is none. */
export function extraLiteral(extra: Extra | undefined): Code<Extra> | undefined {
  const { attributes, elements, order, text: inside } = extra ?? {}
  const literal = object({
    attributes: attributes && array(attributes.map((pair) => array(pair.map(text)))),
    elements: elements && array(elements.map(rawCall)),
    order: order && array(order.map(text)),
    text: inside === undefined ? undefined : text(inside),
  })
  return Object.keys(literal.value).length === 0 ? undefined : (literal as Code<Extra>)
}

/** An element just as it is in the XML: `raw('name', { attribute: 'value' }, [...])`. */
export function rawCall({ name, attributes, children, ...rest }: RawElement): Code<RawElement> {
  const names = new Set(attributes.map(([attribute]) => attribute))
  const isPlain = names.size === attributes.length && !names.has('__proto__')
  const pairs = attributes.map(([attribute, given]) => [attribute, text(given)] as const)
  const given = isPlain
    ? object(pairs)
    : array(pairs.map(([attribute, value]) => array([text(attribute), value])))
  const inside = rest.text === undefined ? undefined : text(rest.text)
  const code = call(
    'raw',
    text(name),
    attributes.length === 0 ? undefined : given,
    children.length === 0 ? inside && array([]) : array(children.map(rawCall)),
    inside,
  )
  return withComments(code, rest.comments, rest.closingComments)
}
