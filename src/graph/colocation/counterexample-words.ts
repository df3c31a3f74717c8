import type { Counterexample, NodeState } from './counterexample.js'

/** `with n1 and n2 down and haproxy failed on n3, vip runs on n3 and haproxy nowhere`. */
export function counterexampleInWords(rsc: string, withRsc: string, shown: Counterexample): string {
  const { states, failed, rscFailed } = shown
  const nodesThatAre = (state: NodeState) => Object.keys(states).filter((node) => states[node] === state)
  const [down, failing] = [nodesThatAre('down'), nodesThatAre('failed')]
  const circumstances = [
    ...(down.length === 0 ? [] : [`${listed(down, 'and')} down`]),
    ...(failing.length === 0 ? [] : [`${failed} failed on ${listed(failing, 'and')}`]),
    ...(rscFailed.length === 0 ? [] : [`${rsc} itself failed on ${listed(rscFailed, 'and')}`]),
  ]
  const where = shown.withRsc.length === 0 ? 'nowhere' : `only on ${listed(shown.withRsc, 'or')}`
  return `with ${listed(circumstances, 'and')}, ${rsc} runs on ${listed(shown.rsc, 'or')} and ${withRsc} ${where}`
}

function listed(items: readonly string[], last: 'and' | 'or'): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`
}
