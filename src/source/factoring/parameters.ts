import type { Hole } from './skeleton.js'

/** One hole over several calls: the same value in all, or text around the value of a parameter. */
export type Column =
  | { readonly kind: 'same'; readonly value: string | number }
  | { readonly kind: 'varies'; readonly parameter: number; readonly before: string; readonly after: string }

/** Calls of one skeleton as a table: a row for each call, a column for each hole. */
export interface Table {
  readonly columns: readonly Column[]
  /** The values of each parameter, one for each row, and the hole that they were found in. */
  readonly parameters: readonly { readonly values: readonly (string | number)[]; readonly hole: number }[]
}

/** The table of calls given by their holes; the shortest texts become parameters, others are built from them. */
export function tableOf(rows: readonly (readonly Hole[])[]): Table {
  const width = rows[0]?.length ?? 0
  const values = Array.from({ length: width }, (_, hole) => rows.map((row) => row[hole]?.value ?? ''))
  const varying = [...values.keys()].filter((hole) => new Set(values[hole]).size > 1)
  const shortestFirst = varying.sort((one, other) => lengthOf(values[one]) - lengthOf(values[other]))
  const columns: Column[] = values.map(([value = '']) => ({ kind: 'same', value }))
  const parameters: { values: readonly (string | number)[]; hole: number }[] = []
  for (const hole of shortestFirst) {
    const column = values[hole] ?? []
    const known = parameters.findIndex((parameter) => affixesOf(column, parameter.values) !== undefined)
    const parameter = known === -1 ? parameters.push({ values: column, hole }) - 1 : known
    const affixes = affixesOf(column, parameters[parameter]?.values ?? [])
    columns[hole] = { kind: 'varies', parameter, ...(affixes ?? { before: '', after: '' }) }
  }
  return { columns, parameters }
}

function lengthOf(values: readonly (string | number)[] = []): number {
  return values.reduce((sum: number, value) => sum + String(value).length, 0)
}

/** The text before and after each parameter that gives the values, where it is the same and plain for all. */
function affixesOf(
  values: readonly (string | number)[],
  parameters: readonly (string | number)[],
): { readonly before: string; readonly after: string } | undefined {
  if (values.every((value, row) => value === parameters[row])) return { before: '', after: '' }
  const [value = '', parameter = ''] = [values[0], parameters[0]]
  if (typeof value !== 'string') return undefined
  const at = value.indexOf(String(parameter))
  if (at === -1) return undefined
  const before = value.slice(0, at)
  const after = value.slice(at + String(parameter).length)
  const fits = values.every(
    (each, row) => typeof each === 'string' && each === `${before}${parameters[row]}${after}`,
  )
  return fits && /^[\w .:/-]*$/.test(before + after) ? { before, after } : undefined
}
