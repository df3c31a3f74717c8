import { quote } from '../../../diagnostics/quote.js'
import { booleanOf } from '../../../model/index.js'
import { pathOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { servicesOfType } from '../../services.js'

/** The lock manager in a cluster without fencing. */
export const rule = defineRule<{ id: string }>({
  code: 'dlm-without-fencing',
  severity: 'warning',
  message: ({ id }) =>
    `${quote(id)} runs the DLM and stonith-enabled is false: the agent rejects that and does not start`,
  hint: () => 'configure fencing: without it all locks wait for ever when a node is lost',
  check: ({ cluster, facts, report }) => {
    if (facts.isFencingOn) return
    for (const { id, agent, parameter } of servicesOfType(cluster, ['controld'])) {
      const isAllowed = booleanOf(parameter('allow_stonith_disabled')) === true
      if (agent === 'ocf:pacemaker:controld' && !isAllowed) report(pathOfId(cluster, id), { id })
    }
  },
})

export const docs: RuleDocs = {
  about: 'The distributed lock manager is configured, and fencing is off.',
  why: 'GFS2, OCFS2 and lvmlockd take their locks from the DLM, which waits until a lost node is fenced. The agent therefore fails with "not configured" where fencing is off, on every node, and nothing that needs it starts.',
  source: 'ocf:pacemaker:controld, its validation and allow_stonith_disabled',
  wrong: `cluster({
  properties: { 'stonith-enabled': false },
  resources: [clone(primitive('dlm', 'ocf:pacemaker:controld'), { meta: { interleave: true } })],
})`,
  right: `cluster({
  properties: { 'stonith-enabled': true, 'no-quorum-policy': 'freeze' },
  resources: [
    primitive('fence', 'stonith:fence_xvm'),
    clone(primitive('dlm', 'ocf:pacemaker:controld'), { meta: { interleave: true } }),
  ],
})`,
  fix: 'pcs property set stonith-enabled=true',
}
