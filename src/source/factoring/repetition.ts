import { isBuilt, isSame, type Table, tableOf } from './parameters.js'
import type { Hole, Skeleton } from './skeleton.js'

/** Blocks of calls in a row that differ in a few values. */
export interface Repetition {
  /** The number of calls in a block. */
  readonly period: number
  /** The number of blocks. */
  readonly count: number
  /** A row for each block. */
  readonly table: Table
}

const longestPeriod = 6
/** How many blocks are worth a loop over variables, over values, and over rows. */
const worthwhile = { variables: 3, values: 4, rows: 6, parameters: 4 } as const

type Skeletons = readonly (Skeleton | undefined)[]

/** The repetition that starts at a place and covers most calls; of those, the one with the fewest parameters. */
export function repetitionAt(skeletons: Skeletons, start: number): Repetition | undefined {
  let best: Repetition | undefined
  for (let period = 1; period <= longestPeriod; period++) {
    const found = repetitionOf(skeletons, start, period)
    if (found !== undefined && (best === undefined || isBetter(found, best))) best = found
  }
  return best
}

function isBetter(one: Repetition, other: Repetition): boolean {
  const [calls, others] = [one, other].map(({ period, count }) => period * count) as [number, number]
  const [few, many] = [one.table.parameters.length, other.table.parameters.length]
  return few < many ? 2 * calls >= others : few === many && calls > others
}

function repetitionOf(skeletons: Skeletons, start: number, period: number): Repetition | undefined {
  const isFirst = start === 0 || skeletons[start - 1]?.key !== skeletons[start + period - 1]?.key
  const alike = repetition(alikeOf(rowsFrom(skeletons, start, period)), period)
  const whole = isFirst ? repetition([...rowsFrom(skeletons, start, period)], period) : undefined
  if (whole === undefined || alike === undefined) return whole ?? alike
  return isBetter(alike, whole) ? alike : whole
}

/** The holes of each block that has the skeletons of the first one. */
function* rowsFrom(skeletons: Skeletons, start: number, period: number): Generator<readonly Hole[]> {
  const first = skeletons.slice(start, start + period)
  for (let at = start; at + period <= skeletons.length; at += period) {
    const block = skeletons.slice(at, at + period)
    if (!block.every((each, index) => each !== undefined && each.key === first[index]?.key)) return
    yield block.flatMap((each) => each?.holes ?? [])
  }
}

/** The blocks that differ from each other only as the first two do. */
function alikeOf(blocks: Generator<readonly Hole[]>): readonly (readonly Hole[])[] {
  const [first, second] = [blocks.next().value, blocks.next().value] as (readonly Hole[] | undefined)[]
  if (first === undefined || second === undefined) return []
  const { columns, parameters } = tableOf([first, second])
  const rows = [first, second]
  for (const row of blocks) {
    const belongs = columns.every((column, at) => {
      const hole = row[at] as Hole
      if (column.kind === 'same') return isSame(hole, first[at])
      const parameter = row[parameters[column.parameter]?.hole ?? at]
      return isSame(hole, parameter) || isBuilt(hole, column.before, parameter, column.after)
    })
    if (!belongs) break
    rows.push(row)
  }
  return rows
}

function repetition(rows: readonly (readonly Hole[])[], period: number): Repetition | undefined {
  if (rows.length < worthwhile.variables) return undefined
  const table = tableOf(rows)
  const { parameters } = table
  const isVariable = parameters[0]?.holes.every(({ name }) => name !== undefined) === true
  const least = parameters.length > 1 ? 'rows' : isVariable ? 'variables' : 'values'
  const isWorthwhile =
    parameters.length > 0 && parameters.length <= worthwhile.parameters && rows.length >= worthwhile[least]
  return isWorthwhile ? { period, count: rows.length, table } : undefined
}
