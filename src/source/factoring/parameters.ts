import type { Expression } from '../syntax/expression.js'
import { quote } from '../syntax/quote.js'
import type { Hole } from './skeleton.js'

/** One hole over several calls: the same in all, or text around the value of a parameter. */
export type Column =
  | { readonly kind: 'same' }
  | { readonly kind: 'varies'; readonly parameter: number; readonly before: string; readonly after: string }

/** Calls of one skeleton as a table: a row for each call, a column for each hole. */
export interface Table {
  readonly columns: readonly Column[]
  /** What fills each parameter, one for each row, and the hole that it was found in. */
  readonly parameters: readonly { readonly holes: readonly Hole[]; readonly hole: number }[]
}

/** The table of calls given by their holes; variables and the shortest texts become parameters, others are built from them. */
export function tableOf(rows: readonly (readonly Hole[])[]): Table {
  const [first = []] = rows
  const holes = first.map((_, hole) => rows.map((row) => row[hole] as Hole))
  const varying = [...holes.keys()].filter((hole) => holes[hole]?.some((each) => !isSame(each, first[hole])))
  const byRank = varying.sort((one, other) => rankOf(holes[one]) - rankOf(holes[other]))
  const columns: Column[] = holes.map(() => ({ kind: 'same' }))
  const parameters: { holes: readonly Hole[]; hole: number }[] = []
  for (const hole of byRank) {
    const column = holes[hole] ?? []
    const known = parameters.findIndex((parameter) => affixesOf(column, parameter.holes) !== undefined)
    const parameter = known === -1 ? parameters.push({ holes: column, hole }) - 1 : known
    const affixes = affixesOf(column, parameters[parameter]?.holes ?? [])
    columns[hole] = { kind: 'varies', parameter, ...(affixes ?? { before: '', after: '' }) }
  }
  return { columns, parameters }
}

/** True where both are filled with the same. */
export function isSame(one: Hole | undefined, other: Hole | undefined): boolean {
  return one?.value === other?.value && one?.name === other?.name
}

function rankOf(holes: readonly Hole[] = []): number {
  const isVariable = holes.some(({ name }) => name !== undefined)
  return isVariable ? -1 : holes.reduce((sum, { value }) => sum + String(value).length, 0)
}

/** The text before and after each parameter that gives the values, where it is the same and plain for all. */
function affixesOf(
  column: readonly Hole[],
  parameters: readonly Hole[],
): { readonly before: string; readonly after: string } | undefined {
  if (column.every((hole, row) => isSame(hole, parameters[row]))) return { before: '', after: '' }
  const [{ value = '' } = {}, { value: parameter = '' } = {}] = [column[0], parameters[0]]
  if (typeof value !== 'string' || String(parameter) === '') return undefined
  const at = value.indexOf(String(parameter))
  if (at === -1) return undefined
  const before = value.slice(0, at)
  const after = value.slice(at + String(parameter).length)
  const fits = column.every((hole, row) => isBuilt(hole, before, parameters[row], after))
  return fits && /^[\w .:/-]*$/.test(before + after) ? { before, after } : undefined
}

/** True for a text that consists of these three. */
export function isBuilt(hole: Hole, before: string, parameter: Hole | undefined, after: string): boolean {
  return hole.name === undefined && hole.value === `${before}${parameter?.value}${after}`
}

/** What fills the hole in a function whose parameters have these names. */
export function columnExpression(
  column: Column | undefined,
  hole: Hole,
  { parameters }: Table,
  names: readonly string[],
): Expression {
  if (column?.kind !== 'varies') return filling(hole)
  const name = names[column.parameter] ?? ''
  const isElement = parameters[column.parameter]?.holes[0]?.name !== undefined
  const value = isElement && hole.name === undefined ? `${name}.id` : name
  const { before, after } = column
  return { kind: 'local', text: before + after === '' ? value : `\`${before}\${${value}}${after}\`` }
}

/** The variable, text or number that is in the hole. */
export function filling({ value, name }: Hole): Expression {
  if (name !== undefined) return { kind: 'name', text: name }
  return { kind: 'literal', text: typeof value === 'string' ? quote(value) : String(value), value }
}
