import { type Doc, textOf } from '../syntax/expression.js'
import { type Table, tableOf } from './columns.js'
import { Apart } from './disjoint.js'
import { type Skeleton, skeletonOf, walkDoc } from './skeleton.js'

export type Call = Doc & { readonly kind: 'call' }

/** Calls that are alike but for at most two values. */
export interface Family {
  readonly calls: readonly Call[]
  readonly table: Table
}

/** What makes a family worth a function: how many calls, and how many characters one is longer than its values. */
const worthwhile = { calls: 3, parameters: 2, saved: 40 } as const

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

/** The families worth a function, those that save most first, none in a call of another. */
export function bestFamilies(docs: readonly Doc[]): readonly Family[] {
  const apart = new Apart(docs)
  return [...familiesIn(docs)]
    .sort((one, other) => savedBy(other) - savedBy(one))
    .filter(({ calls }) => apart.take(calls))
}

function familiesIn(docs: readonly Doc[]): readonly Family[] {
  const alike = new Map<string, { readonly call: Call; readonly skeleton: Skeleton }[]>()
  for (const doc of docs) {
    walkDoc(doc, (part) => {
      if (part.kind !== 'call' || !(resources.includes(part.callee) || part.callee.startsWith('ocf.'))) return
      const skeleton = skeletonOf(part)
      if (skeleton === undefined) return
      const others = alike.get(skeleton.key)
      if (others === undefined) alike.set(skeleton.key, [{ call: part, skeleton }])
      else others.push({ call: part, skeleton })
    })
  }
  return [...alike.values()].flatMap(split).filter(isWorthwhile)
}

/** The calls of one skeleton as one family, or as several in which fewer values differ. */
function split(members: readonly { readonly call: Call; readonly skeleton: Skeleton }[]): readonly Family[] {
  if (members.length < worthwhile.calls) return []
  const table = tableOf(members.map(({ skeleton }) => skeleton.holes))
  const calls = members.map(({ call }) => call)
  if (table.bases.length <= worthwhile.parameters) return [{ calls, table }]
  const [id, ...others] = [...table.bases].sort((one, other) => distinct(other.values) - distinct(one.values))
  const fixed = others.slice(worthwhile.parameters - 1)
  const groups = new Map<string, (typeof members)[number][]>()
  for (const [row, member] of members.entries()) {
    const key = JSON.stringify(fixed.map(({ values }) => values[row]))
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [member])
    else group.push(member)
  }
  return id === undefined || groups.size === 1 ? [] : [...groups.values()].flatMap(split)
}

function distinct(values: readonly (string | number)[]): number {
  return new Set(values).size
}

function isWorthwhile({ calls, table }: Family): boolean {
  return (
    table.bases.length > 0 &&
    calls.length >= worthwhile.calls &&
    savedBy({ calls, table }) / calls.length >= worthwhile.saved
  )
}

/** How many characters shorter the calls become. */
function savedBy({ calls, table }: Family): number {
  const values = table.bases
    .flatMap(({ values }) => values)
    .reduce((sum: number, value) => sum + String(value).length + 4, 0)
  return calls.reduce((sum, call) => sum + (textOf(call)?.length ?? 0), 0) - values
}
