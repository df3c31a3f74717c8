import { type Expression, walkExpression } from '../syntax/expression.js'
import { textOf } from '../syntax/one-line.js'
import { DisjointSubtrees } from './disjoint-subtrees.js'
import { type Table, tableOf } from './parameters.js'
import { type Hole, type Skeleton, skeletonOf } from './skeleton.js'

export type Call = Expression & { readonly kind: 'call' }

/** Calls that are equal but for a few values, and what those are. */
export interface ParameterisedCalls {
  readonly calls: readonly Call[]
  readonly table: Table
}

/** What calls need to be worth a function: their number, and how many characters one is longer than its values. */
const worthwhile = { calls: 3, saved: 40 } as const

/** How many values may differ: more in many calls, which become a table. */
function mostParameters(calls: number): number {
  return calls < 6 ? 2 : 4
}

const resources: readonly string[] = [
  'bundle',
  'clone',
  'group',
  'master',
  'primitive',
  'primitiveOf',
  'promotable',
  'systemd',
]

/** The calls worth a function, those that save most first, none inside a call of another. */
export function bestParameterisedCalls(expressions: readonly Expression[]): readonly ParameterisedCalls[] {
  const disjoint = new DisjointSubtrees(expressions)
  return [...parameterisedCallsIn(expressions)]
    .sort((one, other) => savedBy(other) - savedBy(one))
    .filter(({ calls }) => disjoint.select(calls))
}

interface Member {
  readonly call: Call
  readonly skeleton: Skeleton
}

function parameterisedCallsIn(expressions: readonly Expression[]): readonly ParameterisedCalls[] {
  const bySkeleton = new Map<string, Member[]>()
  for (const expression of expressions) {
    walkExpression(expression, (part) => {
      if (part.kind !== 'call' || !(resources.includes(part.callee) || part.callee.startsWith('ocf.'))) return
      const skeleton = skeletonOf(part)
      if (skeleton === undefined) return
      const others = bySkeleton.get(skeleton.key)
      if (others === undefined) bySkeleton.set(skeleton.key, [{ call: part, skeleton }])
      else others.push({ call: part, skeleton })
    })
  }
  return [...bySkeleton.values()].flatMap(split).filter(isWorthwhile)
}

/** The calls of one skeleton, divided until few enough values differ. */
function split(members: readonly Member[]): readonly ParameterisedCalls[] {
  if (members.length < worthwhile.calls) return []
  const table = tableOf(members.map(({ skeleton }) => skeleton.holes))
  const calls = members.map(({ call }) => call)
  const most = mostParameters(calls.length)
  if (table.parameters.length <= most) return [{ calls, table }]
  const [id, ...others] = [...table.parameters].sort(
    (one, other) => distinct(other.holes) - distinct(one.holes),
  )
  const fixed = others.slice(most - 1)
  const groups = new Map<string, Member[]>()
  for (const [row, member] of members.entries()) {
    const key = JSON.stringify(fixed.map(({ holes }) => holes[row]?.value))
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [member])
    else group.push(member)
  }
  return id === undefined || groups.size === 1 ? [] : [...groups.values()].flatMap(split)
}

function distinct(holes: readonly Hole[]): number {
  return new Set(holes.map(({ value }) => value)).size
}

function isWorthwhile({ calls, table }: ParameterisedCalls): boolean {
  return (
    table.parameters.length > 0 &&
    calls.length >= worthwhile.calls &&
    savedBy({ calls, table }) / calls.length >= worthwhile.saved
  )
}

/** How many characters shorter the calls become. */
function savedBy({ calls, table }: ParameterisedCalls): number {
  const values = table.parameters
    .flatMap(({ holes }) => holes)
    .reduce((sum: number, { value }) => sum + String(value).length + 4, 0)
  return calls.reduce((sum, call) => sum + (textOf(call)?.length ?? 0), 0) - values
}
