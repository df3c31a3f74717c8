import * as builders from '../../dsl/index.js'
import type { Expression } from './expression.js'
import { quote, quoteKey } from './quote.js'

/** An expression and the value that it has when the module runs. */
export interface Code<Value = unknown> {
  readonly expression: Expression
  readonly value: Value
}

/** A text that a builder requires; where it is missing, the call evaluates to another element and is not used. */
export function required(given: string | undefined): Code<string> {
  return text(String(given))
}

/** A text that stays a text, also where it looks like a number. */
export function text<Text extends string>(value: Text): Code<Text> {
  return { expression: { kind: 'literal', text: quote(value), value }, value }
}

export const nullCode: Code<null> = {
  expression: { kind: 'literal', text: 'null', value: null },
  value: null,
}

/** A value as a person writes it: a number or boolean where that becomes the same text again. */
export function value(given: string): Code<string | number | boolean> {
  if (given === 'true' || given === 'false') return plain(given === 'true')
  return isPlainNumber(given) ? plain(Number(given)) : text(given)
}

function isPlainNumber(given: string): boolean {
  return /^-?\d{1,15}$/.test(given) && String(Number(given)) === given
}

function plain(given: number | boolean): Code<number | boolean> {
  return { expression: { kind: 'literal', text: String(given), value: given }, value: given }
}

export function array<Item>(items: readonly Code<Item>[]): Code<readonly Item[]> {
  return {
    expression: { kind: 'array', items: items.map(({ expression }) => expression) },
    value: items.map((item) => item.value),
  }
}

/** The code itself where it is the only one, else an array. */
export function oneOrMany(codes: readonly Code[]): Code {
  const [first] = codes
  return first !== undefined && codes.length === 1 ? first : array(codes)
}

/** An object of the properties that are defined. */
export function object(
  properties: Readonly<Record<string, Code | undefined>> | readonly (readonly [string, Code | undefined])[],
): Code<object> {
  const entries = (isList(properties) ? properties : Object.entries(properties)).flatMap(([key, code]) =>
    code === undefined ? [] : [{ key, code }],
  )
  return {
    expression: {
      kind: 'object',
      entries: entries.map(({ key, code }) => ({ key, value: code.expression })),
    },
    value: Object.fromEntries(entries.map(({ key, code }) => [key, code.value])),
  }
}

function isList(properties: object): properties is readonly (readonly [string, Code | undefined])[] {
  return Array.isArray(properties)
}

/** One object of the properties of both. */
export function merge(one: Code<object>, other: Code<object>): Code<object> {
  const entries = [one, other].flatMap(({ expression }) =>
    expression.kind === 'object' ? expression.entries : [],
  )
  return { expression: { kind: 'object', entries }, value: { ...one.value, ...other.value } }
}

/** The code, or nothing where it is an empty object. */
export function unlessEmpty(code: Code<object>): Code<object> | undefined {
  return Object.keys(code.value).length === 0 ? undefined : code
}

/** A function that returns the value, whatever its arguments. */
export function thunk<Value>(code: Code<Value>): Code<() => Value> {
  return { expression: { kind: 'thunk', body: code.expression }, value: () => code.value }
}

type Builder = (...given: readonly never[]) => unknown

const byName = { ...builders }

/** A call of a builder; undefined arguments are left out at the end, and are an empty object elsewhere. */
export function call<Name extends Exclude<keyof typeof builders, 'ocf' | 'stonith'>>(
  name: Name,
  ...given: readonly (Code | undefined)[]
): Code<ReturnType<(typeof builders)[Name]>> {
  return apply(name, byName[name] as Builder, given) as Code<ReturnType<(typeof builders)[Name]>>
}

/** A call of a builder of an agent, by the names that lead to it: `ocf`, `heartbeat`, `IPaddr2`, or `stonith` and the agent. */
export function callAgent(path: readonly string[], ...given: readonly (Code | undefined)[]): Code {
  const [start = '', ...names] = path
  const builder = path.reduce((at, name) => at[name] as never, builders as Readonly<Record<string, unknown>>)
  return apply(`${start}${names.map(member).join('')}`, builder as unknown as Builder, given)
}

function member(name: string): string {
  const key = quoteKey(name)
  return key === name ? `.${name}` : `[${key}]`
}

function apply(callee: string, builder: Builder, given: readonly (Code | undefined)[]): Code {
  const count = given.findLastIndex((code) => code !== undefined) + 1
  const args = given.slice(0, count).map((code) => code ?? object({}))
  return {
    expression: { kind: 'call', callee, args: args.map(({ expression }) => expression) },
    value: builder(...(args.map((code) => code.value) as never[])),
  }
}

/** The code with comments before it and after its last part. */
export function withComments<Value>(
  code: Code<Value>,
  comments: readonly string[] = [],
  closing: readonly string[] = [],
): Code<Value> {
  if (comments.length + closing.length === 0) return code
  const { expression } = code
  const hasEnd = expression.kind === 'array' || expression.kind === 'object' || expression.kind === 'call'
  const before = [...comments, ...(expression.comments ?? []), ...(hasEnd ? [] : closing)]
  const after = [...(expression.closing ?? []), ...(hasEnd ? closing : [])]
  return {
    ...code,
    expression: {
      ...expression,
      ...(before.length === 0 ? {} : { comments: before }),
      ...(after.length === 0 ? {} : { closing: after }),
    },
  }
}
