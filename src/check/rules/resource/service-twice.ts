import { quote } from '../../../diagnostics/quote.js'
import { topOf } from '../../../graph/resource/resource-index.js'
import { INFINITY_SCORE } from '../../../model/index.js'
import { pathOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { type Service, servicesOf } from '../../services.js'

/** Two resources that are the same unit of systemd, or the same init script. */
export const rule = defineRule<{ id: string; other: string; unit: string }>({
  code: 'service-twice',
  severity: 'warning',
  message: ({ id, other, unit }) =>
    `${quote(id)} and ${quote(other)} are the same service, ${unit}: a node has it only once, so a stop of one stops both, and both are restarted for one failure`,
  hint: ({ id }) => `remove ${quote(id)}, or clone the service where it is to run on several nodes`,
  check: ({ cluster, facts, report }) => {
    const seen = new Map<string, Service>()
    for (const service of servicesOf(cluster)) {
      const unit = unitOf(service)
      if (unit === undefined) continue
      const other = seen.get(unit)
      if (other === undefined) seen.set(unit, service)
      else if (!areSeparated(service, other))
        report(pathOfId(cluster, service.id), { id: service.id, other: other.id, unit })
    }
    function areSeparated(one: Service, other: Service): boolean {
      const tops = [one.top, other.top]
      return facts.links().some(({ dependent, primary, score }) => {
        return score <= -INFINITY_SCORE && tops.includes(topOf(dependent)) && tops.includes(topOf(primary))
      })
    }
  },
})

/** `httpd` of `systemd:httpd`, `systemd:httpd.service` and `lsb:httpd`. */
function unitOf({ agent, top }: Service): string | undefined {
  if (top.resource?.element === 'bundle') return undefined
  return /^(?:systemd|lsb|service|upstart):(.+?)(?:\.service)?$/.exec(agent)?.[1]
}

export const docs: RuleDocs = {
  about: 'Two resources manage the same systemd unit or init script.',
  why: 'Each believes that the service is its own. Where both are on a node, the second start finds it running; when one is stopped or moved, the monitor of the other fails, and both restart in turn. After a probe, one counts as running where the other was started.',
  source:
    'Pacemaker Explained, resource classes (systemd, lsb); questions on the users list about services that restart each other',
  wrong: `cluster({
  resources: [systemd('web', { unit: 'httpd' }), systemd('portal', { unit: 'httpd' })],
})`,
  right: `cluster({
  resources: [systemd('web', { unit: 'httpd' })],
})`,
  fix: 'pcs resource delete portal',
}
