import { agentName } from '../element/agent-name.js'
import { type Doc, mapParts, textOf } from '../syntax/expression.js'

/** What an expression must save, in characters, to become a variable, and how long it must be. */
const worthwhile = { saved: 120, length: 40 } as const

/** An expression that stands in several places. */
export interface Repeat {
  readonly docs: [Doc, ...Doc[]]
  /** What it is for, where it stands first: `dummy operations`. */
  readonly name: string
}

/** What repeats enough to be a variable, the longest first; `shared` are the variables that may stand in it. */
export function longestRepeats(docs: readonly Doc[], shared: ReadonlySet<string>): readonly Repeat[] {
  const found = new Map<string, Repeat>()
  for (const doc of docs) collect(doc, { agent: 'shared', key: '' }, shared, found)
  return [...found]
    .filter(([text, { docs }]) => (docs.length - 1) * text.length >= worthwhile.saved)
    .sort(([one], [other]) => other.length - one.length)
    .map(([, repeat]) => repeat)
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
  if (doc.kind === 'local' || (doc.kind === 'call' && doc.callee === 'raw')) return false
  let isFree = doc.kind !== 'call' || parts.includes(doc.callee)
  mapParts(doc, (part, at) => {
    isFree = collect(part, placeOf(doc, place, at), shared, found) && isFree
    return part
  })
  const text = isFree ? textOf(doc) : undefined
  if (text === undefined || text.length < worthwhile.length) return isFree
  const before = found.get(text)
  if (before === undefined) found.set(text, { docs: [doc], name: `${place.agent} ${place.key}` })
  else before.docs.push(doc)
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
  if (part?.kind === 'call') return { agent, key: part.callee }
  return doc.callee === 'withExtra' ? { agent: 'extra', key: '' } : { agent: doc.callee, key: 'options' }
}
