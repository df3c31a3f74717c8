import { quote, shellWord } from '../../../diagnostics/quote.js'
import { type CibElement, type Place, placesOf } from '../../../model/index.js'
import { durationMs } from '../../../options/values.js'
import { advisedTimeout } from '../../lookup/advised-timeout.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { type Service, servicesOf } from '../../services.js'

interface Parameters {
  readonly id: string
  readonly op: string
  readonly interval: string
  readonly timeout: string
  readonly agent: string
  readonly advised: number
}

/** A timeout below the one that the agent advises. */
export const rule = defineRule<Parameters>({
  code: 'timeout-short',
  severity: 'warning',
  message: ({ id, op, timeout, agent, advised }) =>
    `timeout ${quote(timeout)} for ${op} of ${quote(id)} is shorter than the ${advised}s that ${agent} advises: ${consequence(op)}`,
  hint: ({ id, op, interval, advised }, language) =>
    language === 'dsl'
      ? `write timeout: '${advised}s'`
      : `pcs resource update ${shellWord(id)} op ${op} interval=${shellWord(interval)} timeout=${advised}s`,
  check: ({ cluster, report }) => {
    const services = new Map<CibElement, Service>(
      servicesOf(cluster).map((service) => [service.primitive, service]),
    )
    for (const place of placesOf(cluster, 'op')) {
      const { name = '', timeout, interval = '0', role } = place.element
      const service = serviceOf(place, services)
      if (service === undefined || timeout === undefined) continue
      const { id, agent } = service
      const advised = advisedTimeout(agent, name, role)
      const given = durationMs(timeout)
      if (advised === undefined || given === undefined || given >= advised * 1000) continue
      report({ place, attribute: 'timeout' }, { id, op: name, interval, timeout, agent, advised })
    }
  },
})

/** The service that an operation is of; undefined for those of a template. */
function serviceOf(place: Place, services: ReadonlyMap<CibElement, Service>): Service | undefined {
  for (let at = place.parent; at !== undefined; at = at.parent) {
    const service = services.get(at.element)
    if (service !== undefined) return service
  }
  return undefined
}

/** What follows where the operation takes as long as the agent allows for. */
function consequence(op: string): string {
  if (op === 'stop' || op === 'demote') return 'a slow one fails, and with fencing the node is fenced'
  return op === 'monitor'
    ? 'a slow one counts as a failure, and the resource is restarted'
    : 'a slow one fails'
}

export const docs: RuleDocs = {
  about: 'The timeout of an operation is shorter than the one that the agent advises in its metadata.',
  why: 'Agents wait for the service within an operation and count on that time: a database recovers its log in the start, exportfs waits for the lease time in the stop. If a stop times out the node is fenced. The crm shell warns of it as well.',
  source:
    'crmsh, check of timeouts against the metadata; metadata of the agents, of several releases the shortest',
  wrong: `cluster({
  resources: [
    primitive('fs', 'ocf:heartbeat:Filesystem', { device: '/dev/sdb1', directory: '/srv', fstype: 'xfs' }, {
      operations: { stop: { timeout: '10s' }, monitor: { interval: '20s', timeout: '40s' } },
    }),
  ],
})`,
  right: `cluster({
  resources: [
    primitive('fs', 'ocf:heartbeat:Filesystem', { device: '/dev/sdb1', directory: '/srv', fstype: 'xfs' }, {
      operations: { stop: { timeout: '60s' }, monitor: { interval: '20s', timeout: '40s' } },
    }),
  ],
})`,
  fix: 'pcs resource update fs op stop interval=0s timeout=60s',
}
