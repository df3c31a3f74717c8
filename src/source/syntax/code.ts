import { ocf } from '../../dsl/resource/agents.js'
import { builders } from './builders.js'
import type { Doc } from './expression.js'
import { quote, quoteKey } from './quote.js'

/** An expression and what it will be when the module runs. */
export interface Code<Value = unknown> {
  readonly doc: Doc
  readonly value: Value
}

/** A text that a builder cannot be without; one that is missing says something else, so the call is not taken. */
export function needed(given: string | undefined): Code<string> {
  return text(String(given))
}

/** A text that stays a text, also where it looks like a number. */
export function text<Text extends string>(value: Text): Code<Text> {
  return { doc: { kind: 'literal', text: quote(value), value }, value }
}

export const nothing: Code<null> = { doc: { kind: 'literal', text: 'null', value: null }, value: null }

/** A value as a person writes it: a number or boolean where that becomes the same text again. */
export function value(given: string): Code<string | number | boolean> {
  if (given === 'true' || given === 'false') return plain(given === 'true')
  return isPlainNumber(given) ? plain(Number(given)) : text(given)
}

function isPlainNumber(given: string): boolean {
  return /^-?\d{1,15}$/.test(given) && String(Number(given)) === given
}

function plain(given: number | boolean): Code<number | boolean> {
  return { doc: { kind: 'literal', text: String(given), value: given }, value: given }
}

export function array<Item>(items: readonly Code<Item>[]): Code<readonly Item[]> {
  return {
    doc: { kind: 'array', items: items.map(({ doc }) => doc) },
    value: items.map((item) => item.value),
  }
}

/** One thing, or an array of several or none. */
export function oneOrMany(codes: readonly Code[]): Code {
  const [first] = codes
  return first !== undefined && codes.length === 1 ? first : array(codes)
}

/** An object of the properties that are there. */
export function object(
  properties: Readonly<Record<string, Code | undefined>> | readonly (readonly [string, Code | undefined])[],
): Code<object> {
  const entries = (isList(properties) ? properties : Object.entries(properties)).flatMap(([key, code]) =>
    code === undefined ? [] : [{ key, code }],
  )
  return {
    doc: { kind: 'object', entries: entries.map(({ key, code }) => ({ key, value: code.doc })) },
    value: Object.fromEntries(entries.map(({ key, code }) => [key, code.value])),
  }
}

function isList(properties: object): properties is readonly (readonly [string, Code | undefined])[] {
  return Array.isArray(properties)
}

/** One object of the properties of both. */
export function merge(one: Code<object>, other: Code<object>): Code<object> {
  const entries = [one, other].flatMap(({ doc }) => (doc.kind === 'object' ? doc.entries : []))
  return { doc: { kind: 'object', entries }, value: { ...one.value, ...other.value } }
}

/** The code, or nothing where it is an empty object. */
export function unlessEmpty(code: Code<object>): Code<object> | undefined {
  return Object.keys(code.value).length === 0 ? undefined : code
}

/** A function of whatever it is called with, which always is this. */
export function thunk<Value>(code: Code<Value>): Code<() => Value> {
  return { doc: { kind: 'thunk', body: code.doc }, value: () => code.value }
}

type Builder = (...given: readonly never[]) => unknown
/** A call of a builder; arguments that are not there are left out, at the end or as an empty object. */
export function call<Name extends keyof typeof builders>(
  name: Name,
  ...given: readonly (Code | undefined)[]
): Code<ReturnType<(typeof builders)[Name]>> {
  return apply(name, builders[name] as Builder, given) as Code<ReturnType<(typeof builders)[Name]>>
}

/** A call of `ocf.PROVIDER.TYPE`. */
export function callOcf(provider: string, type: string, ...given: readonly (Code | undefined)[]): Code {
  const agents = ocf as unknown as Readonly<Record<string, Readonly<Record<string, Builder>>>>
  return apply(`ocf${member(provider)}${member(type)}`, agents[provider]?.[type] as Builder, given)
}

function member(name: string): string {
  const key = quoteKey(name)
  return key === name ? `.${name}` : `[${key}]`
}

function apply(callee: string, builder: Builder, given: readonly (Code | undefined)[]): Code {
  const count = given.findLastIndex((code) => code !== undefined) + 1
  const args = given.slice(0, count).map((code) => code ?? object({}))
  return {
    doc: { kind: 'call', callee, args: args.map(({ doc }) => doc) },
    value: builder(...(args.map((code) => code.value) as never[])),
  }
}

/** The code with comments before it and after its last part. */
export function commented<Value>(
  code: Code<Value>,
  comments: readonly string[] = [],
  closing: readonly string[] = [],
): Code<Value> {
  if (comments.length + closing.length === 0) return code
  const { doc } = code
  const atEnd = doc.kind === 'array' || doc.kind === 'object' || doc.kind === 'call'
  const before = [...comments, ...(doc.comments ?? []), ...(atEnd ? [] : closing)]
  const after = [...(doc.closing ?? []), ...(atEnd ? closing : [])]
  return {
    ...code,
    doc: {
      ...doc,
      ...(before.length === 0 ? {} : { comments: before }),
      ...(after.length === 0 ? {} : { closing: after }),
    },
  }
}
