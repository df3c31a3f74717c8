import { type Doc, mapParts, textOf } from '../syntax/expression.js'
import { VariableNames } from '../syntax/names.js'
import { namesIn, replaceDoc } from './skeleton.js'

/** As many calls in a row that differ in one variable are worth a loop. */
const worthwhile = 3

/** The cluster with `...[a, b, c].map((each) => order(each, d))` for calls in a row that differ in one variable. */
export function withRuns(doc: Doc, variables: ReadonlySet<string>): Doc {
  if (doc.kind === 'call' && doc.callee === 'raw') return doc
  const inside = mapParts(doc, (part) => withRuns(part, variables))
  return inside.kind === 'array' ? { ...inside, items: joinRuns(inside.items, variables) } : inside
}

function joinRuns(items: readonly Doc[], variables: ReadonlySet<string>): readonly Doc[] {
  const rows = items.map((item) => rowOf(item, variables))
  const joined: Doc[] = []
  for (let at = 0; at < items.length; ) {
    const item = items[at] as Doc
    const run = runFrom(rows.slice(at))
    if (run === undefined) joined.push(item)
    else joined.push({ kind: 'spread', of: loop(item, run) })
    at += run?.length ?? 1
  }
  return joined
}

/** A call apart from the variables in it. */
interface Row {
  readonly key: string
  readonly names: readonly string[]
}

function rowOf(doc: Doc, variables: ReadonlySet<string>): Row | undefined {
  if (doc.kind !== 'call') return undefined
  const names: string[] = []
  const blank = replaceDoc(doc, (part) => {
    if (part.kind !== 'name' || !variables.has(part.text)) return undefined
    names.push(part.text)
    return { kind: 'name', text: '?' }
  })
  const key = textOf(blank)
  return key === undefined || names.length === 0 ? undefined : { key, names }
}

/** What varies in the rows from the first on, one name a row; undefined where too few follow. */
function runFrom(rows: readonly (Row | undefined)[]): readonly string[] | undefined {
  const [first] = rows
  if (first === undefined) return undefined
  let run: readonly string[] | undefined
  for (let length = 2; length <= rows.length && rows[length - 1]?.key === first.key; length++) {
    const columns = first.names.map((_, column) =>
      rows.slice(0, length).map((row) => row?.names[column] ?? ''),
    )
    const varying = columns.filter((names) => new Set(names).size > 1)
    const [names] = varying
    if (names === undefined || varying.some((other) => other.join() !== names.join())) break
    run = length >= worthwhile ? names : undefined
  }
  return run
}

/** The calls of a run as one loop over what varies in them. */
function loop(call: Doc, names: readonly string[]): Doc {
  const [first = ''] = names
  const constant = namesIn(call).filter((name) => name !== first)
  const parameter = new VariableNames(constant).claim(commonStart(names))
  const body = replaceDoc(call, (part) =>
    part.kind === 'name' && part.text === first ? { kind: 'local', text: parameter } : undefined,
  )
  const items = names.map((text): Doc => ({ kind: 'name', text }))
  return { kind: 'map', list: { kind: 'array', items }, parameter, body }
}

/** The words that the names start with, without numbers: `ip` for `ip10_0_0_1` and `ip10_0_0_2`. */
function commonStart(names: readonly string[]): string {
  const [first = ''] = names
  let length = first.length
  while (!names.every((name) => name.startsWith(first.slice(0, length)))) length--
  const words = first.slice(0, length).match(/^[a-z]+|[A-Z][a-z]+/g) ?? []
  const start = words.join('')
  return start.length < 2 ? 'resource' : start
}
