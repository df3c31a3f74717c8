/** What is answered, in sentences; the one place of their words, but for those of the causes. */
import { quote, quoteAll } from '../../diagnostics/quote.js'
import type { Cause } from '../cause/cause.js'
import type { Move } from '../event/outcome.js'
import type { Reason } from './reason.js'
import type { Consequences } from './what-if.js'

/** One sentence, and the causes that it names. */
export interface Sentence {
  readonly text: string
  readonly causes: readonly Omit<Cause, 'lift'>[]
}

/** The most sentences of an answer. */
const mostSentences = 5

/** An answer as at most five sentences: what is so, then the causes. */
export function sentencesOf(reason: Reason): readonly Sentence[] {
  const { needed, causes } = reason
  const most = mostSentences - 1
  const own = causes.length > most ? causes.slice(0, most - 1) : causes
  const rest = causes.slice(own.length)
  const sentences: readonly Sentence[] = [
    { text: `${stateInWords(reason)}${introduction(reason)}`, causes: [] },
    ...own.map((cause) => ({
      text:
        needed === 'any'
          ? `${cause.words}; without that, ${placed(reason, cause.nodesWithout)}`
          : cause.words,
      causes: [cause],
    })),
    ...(rest.length === 0 ? [] : [{ text: rest.map(({ words }) => words).join('; '), causes: rest }]),
  ]
  return sentences.map(({ text, causes: named }) => ({
    text: `${text.charAt(0).toUpperCase()}${text.slice(1)}.`,
    causes: named,
  }))
}

function stateInWords(reason: Reason): string {
  const { resource, question, node = '', nodes, role } = reason
  switch (question) {
    case 'stopped':
      return placed(reason, [])
    case 'not-on':
      return nodes.length === 0
        ? placed(reason, [])
        : `${quote(resource)} ${role === undefined ? 'does not run' : 'is not Promoted'} on node ${quote(node)} but on ${quoteAll(nodes)}`
    case 'leaves':
      return `${quote(resource)} ${role === undefined ? 'leaves' : 'does not stay Promoted on'} node ${quote(node)}, and then ${placed(reason, nodes)}`
    case 'moved':
      return `${quote(resource)} moved: first it ran on ${quoteAll(reason.nodesBefore)}, and then ${placed(reason, nodes)}`
    default:
      return nodes.every((each) => reason.nodesBefore.includes(each))
        ? placed(reason, nodes)
        : placedSoon(reason)
  }
}

/** Where it is now, and where what is planned brings it. */
export function placedSoon(reason: Pick<Reason, 'resource' | 'role' | 'nodes' | 'nodesBefore'>): string {
  const [will, then] = [reason.role === undefined ? 'run' : 'be Promoted', 'when all that is planned is done']
  return `${placed(reason, reason.nodesBefore)} now, and will ${will} on ${quoteAll(reason.nodes)} ${then}`
}

function introduction(reason: Reason): string {
  const { causes, needed, nodesWithoutAll } = reason
  if (causes.length === 0) return ', and nothing that could be lifted changes that'
  if (needed === 'all') {
    return `: each of these alone is enough for that; without all of them, ${placed(reason, nodesWithoutAll)}`
  }
  return causes.length === 1 ? ', for one reason' : ': to lift any one of these changes that'
}

function placed({ resource, role }: Pick<Reason, 'resource' | 'role'>, nodes: readonly string[]): string {
  const is = `${quote(resource)} ${role === undefined ? 'runs' : 'is Promoted'}`
  return nodes.length === 0 ? `${is} nowhere` : `${is} on ${quoteAll(nodes)}`
}

/** What would follow from an event, as at most five sentences. */
export function consequencesInWords(event: string, consequences: Consequences): readonly Sentence[] {
  const { moved, stopped, restarted, actions, outcome, limitedBy } = consequences
  const isChanged = actions + moved.length + stopped.length > 0
  const would = isChanged ? `cause ${actions} action${actions === 1 ? '' : 's'}` : 'change nothing'
  const stuck =
    outcome === 'settled' ? '' : `, and the cluster would not come to rest: the scheduler is ${outcome}`
  const limits = limitedBy.map(({ words }) => words).join('; ')
  return [
    { text: `${quote(event)} would ${would}${stuck}.`, causes: [] },
    ...listed('It would ', movesInWords(moved).join('; ')),
    ...listed('Nowhere would run ', stopped.length === 0 ? '' : quoteAll(stopped)),
    ...listed('It would restart ', restarted.length === 0 ? '' : quoteAll(restarted)),
    ...(limits === '' ? [] : [{ text: `More would be done, but ${limits}.`, causes: limitedBy }]),
  ]
}

function listed(begin: string, words: string): readonly Sentence[] {
  return words === '' ? [] : [{ text: `${begin}${words}.`, causes: [] }]
}

function movesInWords(moved: readonly Move[]): readonly string[] {
  const isNew = ({ from }: Move) => from.length === 0
  const to = (each: Move) => `${quote(each.id)} on ${quoteAll(each.to)}`
  const fromTo = ({ id, role, from, to: nodes }: Move) =>
    `${quote(id)}${role === undefined ? '' : ` as ${role}`} from ${quoteAll(from)} to ${quoteAll(nodes)}`
  const elsewhere = moved.filter((each) => !isNew(each)).map(fromTo)
  const started = moved.filter((each) => isNew(each) && each.role === undefined).map(to)
  const promoted = moved.filter((each) => isNew(each) && each.role !== undefined).map(to)
  return [
    ['move', elsewhere],
    ['start', started],
    ['promote', promoted],
  ].flatMap(([verb, all]) => (all?.length === 0 ? [] : `${verb} ${(all as string[]).join(', ')}`))
}
