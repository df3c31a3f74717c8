import { type Expression, partsOf } from './expression.js'
import { quoteKey } from './quote.js'

/** In characters; longer expressions are not compared with others, nor printed on one line. */
const longest = 5000

/** An expression on one line, and whether it may be printed so. */
interface Flat {
  readonly text: string
  readonly breaks?: boolean
}

const flats = new WeakMap<Expression, Flat | undefined>()

/** The expression as text that is equal for equal expressions; undefined where there is a comment in it, or too much. */
export function textOf(expression: Expression): string | undefined {
  return flatten(expression)?.text
}

/** The expression on one line; undefined where a part of it needs several lines. */
export function flat(expression: Expression): string | undefined {
  const flattened = flatten(expression)
  return flattened?.breaks ? undefined : flattened?.text
}

function flatten(expression: Expression): Flat | undefined {
  if ((expression.kind === 'literal' || expression.kind === 'name') && expression.comments === undefined)
    return expression
  if (flats.has(expression)) return flats.get(expression)
  const flattened = isCommented(expression) ? undefined : flattenParts(expression)
  flats.set(expression, flattened)
  return flattened
}

function isCommented({ comments = [], closing = [] }: Expression): boolean {
  return comments.length + closing.length > 0
}

function flattenParts(expression: Expression): Flat | undefined {
  const parts = partsOf(expression).map(flatten)
  const texts = parts.flatMap((part) => (part === undefined ? [] : [part.text]))
  const length = texts.reduce((sum, text) => sum + text.length, 0)
  if (texts.length < parts.length || length > longest) return undefined
  return {
    text: lineOf(expression, texts),
    breaks: isTable(expression) || parts.some((part) => part?.breaks),
  }
}

/** True for a list of several objects or lists that have several parts each: each has a line of its own. */
function isTable(expression: Expression): boolean {
  if (expression.kind !== 'array' || expression.items.length < 2) return false
  const [first] = expression.items
  const isNested = first?.kind === 'object' || first?.kind === 'array'
  return isNested && expression.items.every((item) => item.kind === first.kind && partsOf(item).length > 1)
}

function lineOf(expression: Expression, parts: readonly string[]): string {
  switch (expression.kind) {
    case 'literal':
    case 'name':
    case 'local':
      return expression.text
    case 'array':
      return `[${parts.join(', ')}]`
    case 'object':
      return expression.entries.length === 0
        ? '{}'
        : `{ ${expression.entries.map(({ key }, index) => property(key, parts[index] ?? '')).join(', ')} }`
    case 'call':
      return `${expression.callee}(${parts.join(', ')})`
    case 'map':
      return `${needsConst(expression.list) ? `(${parts[0]} as const)` : parts[0]}${loopStart(expression)} ${parts[1]})`
    case 'thunk':
      return `() => ${expression.body.kind === 'object' ? `(${parts[0]}) as const` : parts[0]}`
    case 'spread':
      return `...${parts[0]}`
  }
}

/** True for a list whose values the compiler would forget. */
export function needsConst(list: Expression): boolean {
  return list.kind === 'array' && list.items.some(({ kind }) => kind === 'literal' || kind === 'array')
}

/** A loop between its list and its body: `.map((ip) =>`. */
export function loopStart(expression: Expression & { readonly kind: 'map' }): string {
  return `${loopMethod(expression)}${loopParameters(expression)} =>`
}

export function loopMethod({ isFlat }: Expression & { readonly kind: 'map' }): string {
  return isFlat ? '.flatMap(' : '.map('
}

export function loopParameters({ parameters }: Expression & { readonly kind: 'map' }): string {
  const names = parameters.join(', ')
  return parameters.length > 1 ? `([${names}])` : `(${names})`
}

/** A property, in short where its value is a variable of that name. */
export function property(key: string, value: string): string {
  const name = quoteKey(key)
  return name === value ? name : `${name}: ${value}`
}
