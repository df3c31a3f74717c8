import { type Doc, partsOf } from '../syntax/expression.js'
import { camelCase } from '../syntax/names.js'

/** `ipaddr2` for `ocf.heartbeat.IPaddr2(...)`, `service` for `systemd(...)`; nothing for what has no agent itself. */
export function agentName(doc: Doc | undefined): string {
  if (doc?.kind !== 'call') return ''
  if (doc.callee === 'systemd') return 'service'
  if (doc.callee.startsWith('ocf')) return camelCase(/(\w[\w-]*)(?:'])?$/.exec(doc.callee)?.[1] ?? '')
  const agent = doc.args[1]
  const isNamed = doc.callee === 'primitive' || doc.callee === 'template'
  return isNamed && agent?.kind === 'literal' ? camelCase(String(agent.value).split(':').at(-1) ?? '') : ''
}

const wrappers: Readonly<Record<string, string>> = {
  clone: 'clone',
  promotable: 'clone',
  master: 'master',
  group: 'group',
  bundle: 'bundle',
}

/** The name of a function that makes resources like this one: `serviceClone` for `clone(systemd(...))`. */
export function kindName(doc: Doc): string {
  const wrapper = doc.kind === 'call' ? wrappers[doc.callee] : undefined
  if (wrapper === undefined) return agentName(doc) || 'resource'
  return camelCase(`${agentName(partsOf(doc)[0]) || 'resource'} ${wrapper}`)
}
