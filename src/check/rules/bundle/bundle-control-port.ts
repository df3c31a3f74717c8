import { quote } from '../../../diagnostics/quote.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** Several replicas on one host that would share a port. */
export const rule = defineRule<{ bundle: string; perHost: string }>({
  code: 'bundle-control-port',
  severity: 'error',
  message: ({ bundle, perHost }) =>
    `bundle ${quote(bundle)} has replicas-per-host ${quote(perHost)} and one control-port for all: Pacemaker takes replicas-per-host as 1`,
  hint: () => 'add ip-range-start, so that each replica has an address, or remove replicas-per-host',
  visit: {
    bundle: (place, { report }) => {
      const { id, primitive, network, container } = place.element
      const perHost = container.replicasPerHost
      if (primitive === undefined || network?.controlPort === undefined || network.ipRangeStart !== undefined)
        return
      if (perHost === undefined || !(Number.parseInt(perHost, 10) > 1)) return
      report(place, { bundle: id, perHost })
    },
  },
})

export const docs: RuleDocs = {
  about: 'A bundle has a control-port, no addresses, and more than one replica on a host.',
  why: 'All replicas of a host would listen on one port. Pacemaker starts one on each host, and the others not at all.',
  source: 'Pacemaker Explained, bundle network',
  pacemaker: { does: 'logs an error and takes replicas-per-host as 1', versions: '1.1.18 and later' },
  wrong: `cluster({
  resources: [
    bundle('web', podman({ image: 'web:1', replicas: 4, replicasPerHost: 2 }), {
      network: { controlPort: 3121 },
      primitive: ocf.heartbeat.apache('httpd'),
    }),
  ],
})`,
  right: `cluster({
  resources: [
    bundle('web', podman({ image: 'web:1', replicas: 4, replicasPerHost: 2 }), {
      network: { ipRangeStart: '192.0.2.10', controlPort: 3121 },
      primitive: ocf.heartbeat.apache('httpd'),
    }),
  ],
})`,
  fix: 'pcs resource bundle update web network ip-range-start=192.0.2.10',
}
