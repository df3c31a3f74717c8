import type { Hole } from './skeleton.js'

/** What stands in one hole of several expressions: the same in all, or made from a parameter. */
export type Column =
  | { readonly kind: 'same'; readonly value: string | number }
  | { readonly kind: 'made'; readonly base: number; readonly before: string; readonly after: string }

/** Expressions of one skeleton as columns, and the values of each parameter that tells them apart. */
export interface Table {
  readonly columns: readonly Column[]
  /** Each parameter's values, one for each expression, and the hole that it stands for. */
  readonly bases: readonly { readonly values: readonly (string | number)[]; readonly hole: number }[]
}

/** The table of expressions given by their holes; the shortest texts become parameters, others are made of them. */
export function tableOf(rows: readonly (readonly Hole[])[]): Table {
  const width = rows[0]?.length ?? 0
  const values = Array.from({ length: width }, (_, hole) => rows.map((row) => row[hole]?.value ?? ''))
  const varying = [...values.keys()].filter((hole) => new Set(values[hole]).size > 1)
  const shortestFirst = varying.sort((one, other) => lengthOf(values[one]) - lengthOf(values[other]))
  const columns: Column[] = values.map(([value = '']) => ({ kind: 'same', value }))
  const bases: { values: readonly (string | number)[]; hole: number }[] = []
  for (const hole of shortestFirst) {
    const column = values[hole] ?? []
    const known = bases.findIndex((base) => frameOf(column, base.values) !== undefined)
    const base = known === -1 ? bases.push({ values: column, hole }) - 1 : known
    const { before, after } = frameOf(column, bases[base]?.values ?? []) ?? { before: '', after: '' }
    columns[hole] = { kind: 'made', base, before, after }
  }
  return { columns, bases }
}

function lengthOf(values: readonly (string | number)[] = []): number {
  return values.reduce((sum: number, value) => sum + String(value).length, 0)
}

/** The text before and after each base that makes the values, where it is the same and plain for all. */
function frameOf(
  values: readonly (string | number)[],
  bases: readonly (string | number)[],
): { readonly before: string; readonly after: string } | undefined {
  if (values.every((value, row) => value === bases[row])) return { before: '', after: '' }
  const [value = '', base = ''] = [values[0], bases[0]]
  if (typeof value !== 'string') return undefined
  const at = value.indexOf(String(base))
  if (at === -1) return undefined
  const before = value.slice(0, at)
  const after = value.slice(at + String(base).length)
  const isMade = values.every(
    (each, row) => typeof each === 'string' && each === `${before}${bases[row]}${after}`,
  )
  return isMade && /^[\w .:/-]*$/.test(before + after) ? { before, after } : undefined
}
