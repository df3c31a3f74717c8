import { quote } from '../../../diagnostics/quote.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A bundle whose service Pacemaker has no address to talk to. */
export const rule = defineRule<{ bundle: string; primitive: string }>({
  code: 'bundle-unreachable',
  severity: 'error',
  message: ({ bundle, primitive }) =>
    `bundle ${quote(bundle)} runs ${quote(primitive)} and has neither ip-range-start nor control-port: Pacemaker drops the bundle`,
  hint: () => 'add a network with control-port, such as 3121, or with ip-range-start',
  visit: {
    bundle: (place, { report }) => {
      const { id, primitive, network } = place.element
      if (primitive === undefined) return
      if (network?.ipRangeStart !== undefined || network?.controlPort !== undefined) return
      report(place, { bundle: id, primitive: primitive.id })
    },
  },
})

export const docs: RuleDocs = {
  about: 'A bundle contains a primitive, but no network by which Pacemaker could reach it.',
  why: 'Pacemaker runs the primitive through pacemaker-remoted inside the container, and needs an address or a port for the connection. Without one the bundle is left out of the configuration: nothing of it ever starts.',
  source: 'Pacemaker Explained, bundle network',
  pacemaker: { does: 'logs an error and drops the bundle', versions: '1.1.18 and later' },
  wrong: `cluster({
  resources: [
    bundle('web', podman({ image: 'web:1' }), { primitive: ocf.heartbeat.apache('httpd') }),
  ],
})`,
  right: `cluster({
  resources: [
    bundle('web', podman({ image: 'web:1' }), {
      network: { controlPort: 3121 },
      primitive: ocf.heartbeat.apache('httpd'),
    }),
  ],
})`,
  fix: 'pcs resource bundle update web network control-port=3121',
}
