import { agentName } from './agent-name.js'
import { type Doc, mapParts, textOf } from './doc.js'

/** What an expression must save, in characters, to become a variable, and how long it must be. */
const worthwhile = { saved: 120, length: 40 } as const

/** An expression that stands in several places. */
export interface Repeat {
  readonly doc: Doc
  /** What it is for, where it stands first: `dummy operations`. */
  readonly name: string
  count: number
}

/**
 * The longest expression that repeats, so that none becomes a variable before what holds it; `shared` are
 * the variables that may stand in one.
 */
export function longestRepeat(docs: readonly Doc[], shared: ReadonlySet<string>): Repeat | undefined {
  const found = new Map<string, Repeat>()
  for (const doc of docs) collect(doc, { agent: 'shared', key: '' }, shared, found)
  let longest: Repeat | undefined
  for (const repeat of found.values()) {
    const length = lengthOf(repeat)
    if ((repeat.count - 1) * length < worthwhile.saved) continue
    if (longest === undefined || length > lengthOf(longest)) longest = repeat
  }
  return longest
}

function lengthOf({ doc }: Repeat): number {
  return textOf(doc)?.length ?? 0
}

/** Where an expression stands: in what agent's resource, and as what. */
interface Place {
  readonly agent: string
  readonly key: string
}

/** Counts the parts of an expression that could be variables; true where it could be one itself. */
function collect(doc: Doc, place: Place, shared: ReadonlySet<string>, found: Map<string, Repeat>): boolean {
  if (doc.kind === 'literal') return true
  if (doc.kind === 'name') return shared.has(doc.text)
  if (doc.kind === 'call' && doc.callee === 'raw') return false
  let isFree = doc.kind !== 'call' || parts.includes(doc.callee)
  mapParts(doc, (part, at) => {
    isFree = collect(part, placeOf(doc, place, at), shared, found) && isFree
    return part
  })
  const text = textOf(doc)
  if (!isFree || text === undefined || text.length < worthwhile.length) return isFree
  const before = found.get(text)
  if (before === undefined) found.set(text, { doc, name: `${place.agent} ${place.key}`, count: 1 })
  else before.count++
  return true
}

/** The builders whose result may stand in several places: it has no id before it is put in one. */
const parts: readonly string[] = [
  'attributeSet',
  'attributeSetRef',
  'dateExpression',
  'docker',
  'expression',
  'nvpair',
  'operations',
  'operationsRef',
  'opExpression',
  'permission',
  'podman',
  'portMapping',
  'recipient',
  'rkt',
  'rscExpression',
  'rule',
  'ruleRef',
  'storageMapping',
]

/** The place of a part: under its property, as parameters or options of an agent, or as options of a call. */
function placeOf(doc: Doc, place: Place, at: string | number): Place {
  const agent = agentName(doc) || place.agent
  if (doc.kind === 'object') return { agent, key: String(at) }
  if (doc.kind !== 'call' || parts.includes(doc.callee)) return { agent, key: place.key }
  if (agentName(doc) !== '') return { agent, key: at === doc.args.length - 1 ? 'options' : 'parameters' }
  const part = doc.args[Number(at)]
  return part?.kind === 'call' ? { agent, key: part.callee } : { agent: doc.callee, key: 'options' }
}
