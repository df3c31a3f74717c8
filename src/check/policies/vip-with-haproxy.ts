import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.js'
import { noteUnknown, type OptionTable } from '../../dsl/options.js'
import { isKept } from '../../graph/guarantee/runs-only-with.js'
import { runsOnlyWith } from '../../graph/index.js'
import { resourceIndex } from '../../graph/resource/resource-index.js'
import {
  type Cluster,
  type PlacementQuestion,
  type Policy,
  resourcesOf,
  type Settle,
} from '../../model/index.js'
import { languageOf } from '../../model/language.js'
import { haproxiesOf, vipsOf } from '../../model/services.js'
import { pathOfId } from '../../model/walk.js'
import { settled } from './guarantee-policy.js'
import { unknownIds } from './unknown-ids.js'

/** Which virtual IPs the policy vip-with-haproxy checks, and against what. */
export interface VipWithHaproxyOptions {
  /** Ids of the virtual IPs; by default all of the agents IPaddr2, IPaddr and IPv6addr. */
  readonly vips?: readonly string[]
  /** Id of what runs HAProxy (the clone or bundle); by default found by its agent or image. */
  readonly haproxy?: string
  /** Virtual IPs that need no HAProxy, each with the reason. */
  readonly except?: Readonly<Record<string, string>>
}

const vipOptions = {
  of: 'vipWithHaproxy()',
  options: { vips: 'child', haproxy: 'child', except: 'child' },
} as const satisfies OptionTable<VipWithHaproxyOptions>

/** A finding and the virtual IP that it is about. */
interface VipFinding {
  readonly vip: string
  readonly finding: Diagnostic
}

/**
 * Requires that every virtual IP runs only where HAProxy runs. A finding for each that can run elsewhere, for each
 * exception that names no virtual IP, and for a cluster in which there is nothing to check.
 * `vip-with-haproxy[=VIP,...,haproxy=ID,except=VIP]`.
 *
 * @example
 * ```ts
 * const vip = ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' })
 * const haproxy = clone(systemd('haproxy'))
 * const internal = ocf.heartbeat.IPaddr2('internal', { ip: '192.0.2.7' })
 * export default cluster({
 *   resources: [vip, internal, haproxy],
 *   constraints: [colocation(vip, haproxy)],
 *   policies: [vipWithHaproxy({ except: { internal: 'belongs to OVN' } })],
 * })
 * ```
 */
export function vipWithHaproxy(options: VipWithHaproxyOptions = {}): Policy {
  const except = Object.keys(options.except ?? {})
  const subjectsIn = (cluster: Cluster) => ({
    vips: options.vips ?? vipsOf(cluster).map(({ id }) => id),
    haproxies: options.haproxy === undefined ? haproxiesOf(cluster) : [options.haproxy],
  })
  return {
    name: 'vip-with-haproxy',
    ...noteUnknown(options, vipOptions),
    questions: (cluster) => {
      const { vips, haproxies } = subjectsIn(cluster)
      return vipQuestions(
        vips.filter((vip) => !except.includes(vip)),
        haproxies,
      )
    },
    check: (cluster, settle) => {
      const { vips, haproxies } = subjectsIn(cluster)
      const unknown = unknownIds(cluster, 'vip-with-haproxy', [...vips, ...haproxies])
      const isKnown = (id: string) => resourceIndex(cluster).get(id) !== undefined
      const checked = vips.filter((vip) => !except.includes(vip) && isKnown(vip))
      const found = haproxies.every(isKnown) ? vipFindings(cluster, checked, haproxies, settle) : []
      return [
        ...unknown,
        ...(vips.length === 0 ? [nothingChecked(cluster, haproxies)] : []),
        ...found.map(({ finding }) => finding),
        ...except
          .filter((id) => !vips.includes(id))
          .map((id) => diagnostic('unused-exception', '/cib', { policy: 'vip-with-haproxy', id })),
      ]
    },
  }
}

/** The finding about a cluster that has no virtual IP, as far as the policy can see. */
function nothingChecked(cluster: Cluster, haproxies: readonly string[]): Diagnostic {
  const ids = resourcesOf(cluster).flatMap(({ id, element }) => (element === 'template' ? [] : [id]))
  const missing = haproxies.length === 0 ? 'virtual IP and no HAProxy' : 'virtual IP'
  const parameters = { policy: 'vip-with-haproxy', missing, ids, language: languageOf(cluster) }
  return diagnostic('policy-without-subject', '/cib/configuration/resources', parameters)
}

/** What is asked about each virtual IP: whether it runs only with one of these. */
export function vipQuestions(
  vips: readonly string[],
  haproxies: readonly string[],
): readonly (readonly PlacementQuestion[])[] {
  return vips.map((rsc) => haproxies.map((withRsc) => ({ kind: 'runs-only-with' as const, rsc, withRsc })))
}

/** A finding for each virtual IP that can run on a node where none of these is active. */
export function vipFindings(
  cluster: Cluster,
  vips: readonly string[],
  haproxies: readonly string[],
  settle?: Settle,
): VipFinding[] {
  return vips.flatMap((vip) => {
    const finding = findingOf(cluster, vip, haproxies, settle)
    return finding === undefined ? [] : [{ vip, finding }]
  })
}

function findingOf(
  cluster: Cluster,
  vip: string,
  haproxies: readonly string[],
  settle: Settle | undefined,
): Diagnostic | undefined {
  const answers = haproxies.map((id) =>
    settled(runsOnlyWith(cluster, vip, id), { kind: 'runs-only-with', rsc: vip, withRsc: id }, settle),
  )
  if (answers.some(isKept)) return undefined
  const best = answers.find(({ verdict }) => verdict !== 'not-guaranteed') ?? answers[0]
  const parameters = {
    vip,
    reason: best?.reason ?? 'no resource runs HAProxy',
    haproxy: haproxies[0],
    language: languageOf(cluster),
  }
  const severity = best === undefined || best.verdict === 'not-guaranteed' ? 'error' : 'warning'
  return diagnostic('vip-with-haproxy', pathOfId(cluster, vip), parameters, { severity })
}
