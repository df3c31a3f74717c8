import type { Primitive, Template } from './element/resources.js'

/** The parts of an agent's name. */
export interface Agent {
  readonly class: string
  readonly provider?: string
  readonly type: string
}

/** `ocf:heartbeat:IPaddr2`, `systemd:haproxy`: the form of pcs; templates are not followed. */
export function agentOf(service: Primitive | Template): string {
  return [service.class, service.provider, service.type].filter((part) => part !== undefined).join(':')
}

/** The parts of `ocf:heartbeat:IPaddr2` or `systemd:haproxy`; undefined where the name has no class. */
export function parseAgent(name: string): Agent | undefined {
  const ocf = /^ocf:([^:]+):(.+)$/s.exec(name)
  if (ocf !== null) return { class: 'ocf', provider: ocf[1] as string, type: ocf[2] as string }
  const other = /^([^:]+):(.+)$/s.exec(name)
  return other === null || other[1] === 'ocf'
    ? undefined
    : { class: other[1] as string, type: other[2] as string }
}
