import { quote } from '../../../diagnostics/quote.js'
import { pathOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { servicesOf, typeOf } from '../../services.js'

/** Agents that rate nodes, in a cluster that looks at no rating. */
export const rule = defineRule<{ id: string; agent: string }>({
  code: 'health-ignored',
  severity: 'warning',
  message: ({ id, agent }) =>
    `${quote(id)} of ${agent} rates the health of nodes, and node-health-strategy is none: a node that is not well keeps its resources`,
  hint: (_, language) =>
    language === 'dsl'
      ? "set the property 'node-health-strategy': 'migrate-on-red'"
      : 'pcs property set node-health-strategy=migrate-on-red',
  check: ({ cluster, facts, report }) => {
    if ((facts.option('node-health-strategy') ?? 'none') !== 'none') return
    for (const { id, agent } of servicesOf(cluster)) {
      if (agent.startsWith('ocf:') && /^(Health(CPU|SMART|IOWait)|SystemHealth)$/i.test(typeOf(agent)))
        report(pathOfId(cluster, id), { id, agent })
    }
  },
})

export const docs: RuleDocs = {
  about: 'A health agent runs, and node-health-strategy is none, as it is by default.',
  why: 'The agents write node attributes such as #health-cpu. Only the strategy makes Pacemaker look at them; without it the agents work for nothing, and the disk that they call broken stays in use.',
  source: 'Pacemaker Explained, tracking node health',
  wrong: `cluster({
  resources: [clone(primitive('disk', 'ocf:pacemaker:HealthSMART'))],
})`,
  right: `cluster({
  properties: { 'node-health-strategy': 'migrate-on-red' },
  resources: [clone(primitive('disk', 'ocf:pacemaker:HealthSMART'))],
})`,
  fix: 'pcs property set node-health-strategy=migrate-on-red',
}
