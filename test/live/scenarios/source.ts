import type { Cluster } from 'lightcib'
import { addresses, controllers } from '../../../fixtures/scenarios/tripleo.js'
import { readCib, writeCib } from '../../../src/cib/index.js'

/** The virtual IPs on the machines, as many as in fixtures/scenarios. */
export const virtualIps: readonly string[] = addresses.map((_, at) => `10.77.0.${100 + at}`)

/**
 * A cluster of fixtures/scenarios on these machines: other names and addresses, any number of nodes, Galera promoted on all
 * of them, and HAProxy looked at every 5 seconds in place of 60, since that long it may be gone before Pacemaker knows.
 */
export function placedOn(nodes: readonly string[], fixture: Cluster): Cluster {
  const text = virtualIps.reduce(
    (so, ip, at) => so.replaceAll(addresses[at] as string, ip),
    (writeCib(fixture).output ?? '')
      .replaceAll(controllers.join(','), nodes.join(','))
      .replace(/<nodes>[\s\S]*<\/nodes>/, `<nodes>${nodes.map(nodeElement).join('')}</nodes>`)
      .replace(/(name="(?:promoted|master)-max" value=)"3"/g, `$1"${nodes.length}"`)
      .replace(/(<op id="haproxy-monitor-interval-)60s("[^>]*interval=")60s"/, '$15s$25s"'),
  )
  const { output, diagnostics } = readCib(text)
  if (output === undefined) throw new Error(JSON.stringify(diagnostics))
  return output
}

function nodeElement(name: string, at: number): string {
  return `<node id="${at + 1}" uname="${name}"/>`
}

/** The systemd units that a cluster names. */
export function unitsOf(cluster: Cluster): readonly string[] {
  const text = writeCib(cluster).output ?? ''
  return [...text.matchAll(/class="systemd" type="([^"]*)"/g)].map(([, name = '']) => name)
}

/** The OCF agents that a cluster names: `heartbeat/redis`. */
export function agentsOf(cluster: Cluster): readonly string[] {
  const text = writeCib(cluster).output ?? ''
  return [...text.matchAll(/class="ocf" provider="([^"]*)" type="([^"]*)"/g)].map(
    ([, provider, type]) => `${provider}/${type}`,
  )
}
