import { quote } from '../../../diagnostics/quote.js'
import { topOf } from '../../../graph/resource/resource-index.js'
import { INFINITY_SCORE, placesOf } from '../../../model/index.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** Two bundles whose replicas listen at the same port of a host. */
export const rule = defineRule<{ id: string; other: string; port: string }>({
  code: 'bundle-port-shared',
  severity: 'warning',
  message: ({ id, other, port }) =>
    `${quote(id)} and ${quote(other)} use the network of the host and the same control-port ${port}: on one node only one of them can be reached`,
  hint: ({ id }) => `give ${quote(id)} a control-port of its own`,
  check: ({ cluster, facts, report }) => {
    const seen = new Map<string, string>()
    for (const place of placesOf(cluster, 'bundle')) {
      const { id, network, primitive } = place.element
      if (primitive === undefined || network === undefined || network.ipRangeStart !== undefined) continue
      const port = network.controlPort ?? '3121'
      const other = seen.get(port)
      if (other === undefined) seen.set(port, id)
      else if (!isSeparated(id, other)) report(place, { id, other, port })
    }
    function isSeparated(one: string, two: string): boolean {
      return facts.links().some(({ dependent, primary, score }) => {
        const ids = [topOf(dependent).id, topOf(primary).id]
        return score <= -INFINITY_SCORE && ids.includes(one) && ids.includes(two)
      })
    }
  },
})

export const docs: RuleDocs = {
  about: 'Two bundles without addresses of their own have the same control-port.',
  why: 'Without ip-range-start the containers share the network of the host, and pacemaker_remoted in each listens at control-port. The second one on a node finds it in use, and Pacemaker talks to the first instead.',
  source: 'Pacemaker Explained, bundle network properties; TripleO gives each bundle its own control-port',
  wrong: `<resources>
  <bundle id="db">
    <podman image="registry.example/db" network="host"/>
    <network control-port="3123"/>
    <primitive id="db-server" class="ocf" provider="heartbeat" type="mysql"/>
  </bundle>
  <bundle id="cache">
    <podman image="registry.example/cache" network="host"/>
    <network control-port="3123"/>
    <primitive id="cache-server" class="ocf" provider="heartbeat" type="redis"/>
  </bundle>
</resources>`,
  right: `<resources>
  <bundle id="db">
    <podman image="registry.example/db" network="host"/>
    <network control-port="3123"/>
    <primitive id="db-server" class="ocf" provider="heartbeat" type="mysql"/>
  </bundle>
  <bundle id="cache">
    <podman image="registry.example/cache" network="host"/>
    <network control-port="3124"/>
    <primitive id="cache-server" class="ocf" provider="heartbeat" type="redis"/>
  </bundle>
</resources>`,
  fix: 'pcs resource bundle update cache network control-port=3124',
}
