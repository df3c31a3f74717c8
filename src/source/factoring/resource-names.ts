import { type Expression, partsOf } from '../syntax/expression.js'
import { camelCase } from '../syntax/names.js'

/** `ipaddr2` for `ocf.heartbeat.IPaddr2(...)`, `service` for `systemd(...)`, empty for what has no agent itself. */
export function agentName(expression: Expression | undefined): string {
  if (expression?.kind !== 'call') return ''
  const { callee, args } = expression
  if (callee === 'systemd') return 'service'
  if (callee.startsWith('ocf')) return camelCase(/(\w[\w-]*)(?:'])?$/.exec(callee)?.[1] ?? '')
  const agent = args[1]
  const isNamed = callee === 'primitive' || callee === 'template'
  return isNamed && agent?.kind === 'literal' ? camelCase(String(agent.value).split(':').at(-1) ?? '') : ''
}

const wrappers: Readonly<Record<string, string>> = {
  clone: 'clone',
  promotable: 'clone',
  master: 'master',
  group: 'group',
  bundle: 'bundle',
}

/** The name of a function that returns resources like this one: `serviceClone` for `clone(systemd(...))`. */
export function helperName(expression: Expression): string {
  const wrapper = expression.kind === 'call' ? wrappers[expression.callee] : undefined
  if (wrapper === undefined) return agentName(expression) || 'resource'
  return camelCase(`${agentName(partsOf(expression)[0]) || 'resource'} ${wrapper}`)
}

/** The words that the names start with, without numbers: `ip` for `ip10_0_0_1` and `ip10_0_0_2`. */
export function commonStart(names: readonly string[]): string {
  const [first = ''] = names
  let length = first.length
  while (!names.every((name) => name.startsWith(first.slice(0, length)))) length--
  const words = first.slice(0, length).match(/^[a-z]+|[A-Z][a-z]+/g) ?? []
  const start = words.join('')
  return start.length < 2 ? 'resource' : start
}
