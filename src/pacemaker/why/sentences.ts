/** What is answered, in sentences; the one place of their words, but for those of the causes. */
import { quote, quoteAll } from '../../diagnostics/quote.js'
import type { Move } from '../event/outcome.js'
import type { ProvenCause, Reason } from './reason.js'
import type { Consequences } from './what-if.js'

/** One sentence, and the causes that it names. */
export interface Sentence {
  readonly text: string
  readonly causes: readonly ProvenCause[]
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
      return placed(reason, nodes)
  }
}

function introduction(reason: Reason): string {
  const { causes, needed, nodesWithoutAll } = reason
  if (causes.length === 0) return ', and nothing that could be lifted changes that'
  if (needed === 'all') {
    return `: each of these alone is enough for that; without all of them, ${placed(reason, nodesWithoutAll)}`
  }
  return causes.length === 1 ? ', for one reason' : ': to lift any one of these changes that'
}

function placed({ resource, role }: Reason, nodes: readonly string[]): string {
  const is = `${quote(resource)} ${role === undefined ? 'runs' : 'is Promoted'}`
  return nodes.length === 0 ? `${is} nowhere` : `${is} on ${quoteAll(nodes)}`
}

/** What would follow from an event, as at most five sentences. */
export function consequencesInWords(event: string, consequences: Consequences): readonly string[] {
  const { moved, stopped, restarted, actions, outcome } = consequences
  const move = ({ id, role, from, to }: Move) =>
    `${quote(id)}${role === undefined ? '' : ` as ${role}`}${from.length === 0 ? '' : ` from ${quoteAll(from)}`} to ${quoteAll(to)}`
  const started = moved.filter(({ from }) => from.length === 0)
  const elsewhere = moved.filter(({ from }) => from.length > 0)
  return [
    `${quote(event)} would cause ${actions} action${actions === 1 ? '' : 's'}${outcome === 'settled' ? '' : `, and the cluster would not come to rest: the scheduler is ${outcome}`}`,
    ...(elsewhere.length === 0 ? [] : [`It would move ${elsewhere.map(move).join(', ')}`]),
    ...(started.length === 0
      ? []
      : [`It would start ${started.map(({ id, to }) => `${quote(id)} on ${quoteAll(to)}`).join(', ')}`]),
    ...(stopped.length === 0 ? [] : [`Nowhere would run ${quoteAll(stopped)}`]),
    ...(restarted.length === 0 ? [] : [`It would restart ${quoteAll(restarted)}`]),
  ]
}
