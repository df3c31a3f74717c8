import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.js'
import { runsOnlyWith } from '../../graph/index.js'
import { resourceIndex } from '../../graph/resource/resource-index.js'
import type { Cluster, Policy } from '../../model/index.js'
import { haproxiesOf, vipsOf } from '../../model/services.js'
import { pathOfId } from '../../model/walk.js'
import { unknownNames } from './unknown-names.js'

/** What the policy vip-with-haproxy looks at. */
export interface VipWithHaproxyOptions {
  /** Ids of the virtual IPs; by default all of ocf:heartbeat:IPaddr2 and IPaddr. */
  readonly vips?: readonly string[]
  /** Id of what runs HAProxy (the clone or bundle); by default found by its agent or image. */
  readonly haproxy?: string
  /** Virtual IPs that need no HAProxy, each with the reason. */
  readonly except?: Readonly<Record<string, string>>
}

/** A finding and the virtual IP that it is about. */
interface VipFinding {
  readonly vip: string
  readonly finding: Diagnostic
}

/**
 * Every virtual IP runs only where HAProxy runs. A finding for each for which that is not guaranteed,
 * and for each exception that names no virtual IP.
 *
 * `vipWithHaproxy({ except: { 'ip-172.16.2.7': 'belongs to OVN' } })`
 */
export function vipWithHaproxy(options: VipWithHaproxyOptions = {}): Policy {
  return {
    name: 'vip-with-haproxy',
    check: (cluster) => {
      const vips = options.vips ?? vipsOf(cluster).map(({ id }) => id)
      const haproxies = options.haproxy === undefined ? haproxiesOf(cluster) : [options.haproxy]
      const except = Object.keys(options.except ?? {})
      const unknown = unknownNames(cluster, 'vip-with-haproxy', [...vips, ...haproxies])
      const isKnown = (id: string) => resourceIndex(cluster).get(id) !== undefined
      const asked = vips.filter((vip) => !except.includes(vip) && isKnown(vip))
      const found = haproxies.every(isKnown) ? vipFindings(cluster, asked, haproxies) : []
      return [
        ...unknown,
        ...found.map(({ finding }) => finding),
        ...except
          .filter((id) => !vips.includes(id))
          .map((id) => diagnostic('unused-exception', '/cib', { policy: 'vip-with-haproxy', id })),
      ]
    },
  }
}

/** A finding for each virtual IP that can run on a node where none of these is active. */
export function vipFindings(
  cluster: Cluster,
  vips: readonly string[],
  haproxies: readonly string[],
): VipFinding[] {
  return vips.flatMap((vip) => {
    const finding = findingOf(cluster, vip, haproxies)
    return finding === undefined ? [] : [{ vip, finding }]
  })
}

function findingOf(cluster: Cluster, vip: string, haproxies: readonly string[]): Diagnostic | undefined {
  const [haproxy] = haproxies
  if (haproxy === undefined) {
    const fix =
      'put HAProxy under Pacemaker, name it with the option haproxy, or make the virtual IP an exception'
    return diagnostic('vip-with-haproxy', pathOfId(cluster, vip), {
      vip,
      reason: 'no resource runs HAProxy',
      fix,
    })
  }
  const answers = haproxies.map((id) => runsOnlyWith(cluster, vip, id))
  if (answers.some(({ verdict }) => verdict === 'guaranteed')) return undefined
  const best = answers.find(({ verdict }) => verdict === 'unknown') ?? answers[0]
  const fix = `pcs constraint colocation add ${vip} with ${haproxy} INFINITY`
  const severity = best?.verdict === 'unknown' ? 'warning' : 'error'
  const parameters = { vip, reason: best?.reason ?? '', fix }
  return diagnostic('vip-with-haproxy', pathOfId(cluster, vip), parameters, { severity })
}
