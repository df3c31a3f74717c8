import { orderedText } from '../../cib/canonical.js'
import type { ChildBuilder } from '../../dsl/values.js'
import { type CibElement, childrenOf, type ElementBase, type Extra } from '../../model/index.js'
import { shapeOf } from '../../model/shapes/shapes.js'
import { type Code, call, thunk, withComments } from '../syntax/code.js'
import { elementLiteral, extraLiteral } from './literal.js'

/** How an element becomes code. */
export interface Conversion<Value> {
  /** The element that a value becomes in its place, where the ids in `used` are in use. */
  readonly becomes: (value: Value, used: Set<string>) => CibElement
  /** Code to try, the best first. */
  readonly candidates: readonly (() => Code<Value>)[]
  /** The element as an object literal, for that place. */
  readonly otherwise: () => Code
  /** The ids in use in that place; those that the chosen code generates are added. */
  readonly used?: Set<string>
  /** True where `withExtra` cannot be called; an element with extra content is an object literal then. */
  readonly bare?: boolean
}

/**
 * The first candidate that becomes the element, else the element as an object literal. Each candidate is
 * evaluated and compared, so the code is right even where a builder cannot express the element.
 */
export function convert<Value>(element: CibElement, conversion: Conversion<Value>): Code {
  return withCommentsOf(firstMatch(element, conversion)?.code ?? conversion.otherwise(), element)
}

/** The code of an element whose id is generated from that of its owner. */
export function convertPart<E extends CibElement>(
  element: E,
  owner: string,
  used: Set<string>,
  candidates: readonly (() => Code<ChildBuilder<E>>)[],
): Code {
  const count = used.size
  const otherwise = () => thunk(elementLiteral(element))
  const becomes = (part: ChildBuilder<E>, ids: Set<string>) => part(owner, ids)
  const match = firstMatch(element, { becomes, candidates, otherwise, used })
  if (match === undefined) return withCommentsOf(otherwise(), element)
  /** In the place where it was compared the part is the element: nested parts need no second comparison. */
  const value: ChildBuilder<E> = (given, used) => {
    if (given !== owner || used.size !== count) return match.code.value(given, used)
    for (const id of match.generated) used.add(id)
    return element
  }
  return withCommentsOf({ ...match.code, value }, element)
}

function firstMatch<Value>(
  element: CibElement,
  { becomes, candidates, used = new Set(), bare = false }: Conversion<Value>,
): { readonly code: Code<Value>; readonly generated: ReadonlySet<string> } | undefined {
  for (const candidate of candidates) {
    const code = bare ? candidate() : withExtra(candidate(), element.extra)
    const generated = new GeneratedIds(used)
    if (!isSame(becomes(code.value, generated), element)) continue
    for (const id of generated) used.add(id)
    return { code, generated }
  }
  return undefined
}

/** The ids that one candidate generates; those in use before are there to see, but no members. */
class GeneratedIds extends Set<string> {
  readonly #before: ReadonlySet<string>

  constructor(before: ReadonlySet<string>) {
    super()
    this.#before = before
  }

  override has(id: string): boolean {
    return super.has(id) || this.#before.has(id)
  }

  override get size(): number {
    return super.size + this.#before.size
  }
}

/** The code with the comments that the element had. */
export function withCommentsOf(code: Code, { extra }: ElementBase): Code {
  return withComments(code, extra?.comments, extra?.closingComments)
}

function withExtra<Value>(code: Code<Value>, extra: Extra | undefined): Code<Value> {
  const literal = extraLiteral(extra)
  return literal === undefined ? code : (call('withExtra', code, literal) as Code<Value>)
}

/** True for elements that are written alike, in the same order; children that are the same objects are not looked at. */
export function isSame(one: CibElement, other: CibElement): boolean {
  if (one === other) return true
  if (tagOf(one) !== tagOf(other)) return false
  return hasSameContent(one, other) || textOf(one) === textOf(other)
}

function hasSameContent(one: CibElement, other: CibElement): boolean {
  const [children, others] = [childrenOf(one), childrenOf(other)]
  return (
    children.length === others.length &&
    children.every((child, index) => child === others[index]) &&
    isWithoutElements(one) &&
    isWithoutElements(other)
  )
}

/** True where all child elements are fields. */
function isWithoutElements({ extra = {} }: CibElement): boolean {
  return extra.elements === undefined && extra.order === undefined
}

const tags = new WeakMap<CibElement, string>()

/** The element without its child elements, as text. */
function tagOf(element: CibElement): string {
  const known = tags.get(element)
  if (known !== undefined) return known
  const fields: Record<string, unknown> = { ...element }
  for (const field of Object.keys(shapeOf(element.element)?.slots ?? {})) {
    fields[field] = Array.isArray(fields[field]) ? [] : undefined
  }
  const { elements: _, order: __, ...extra } = element.extra ?? {}
  const tag = orderedText({ ...fields, extra } as unknown as CibElement)
  tags.set(element, tag)
  return tag
}

const texts = new WeakMap<CibElement, string>()

function textOf(element: CibElement): string {
  const text = texts.get(element) ?? orderedText(element)
  texts.set(element, text)
  return text
}
