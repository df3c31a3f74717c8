import { quote, shellWord } from '../../../diagnostics/quote.js'
import { placementOf } from '../../../graph/colocation/placement.js'
import { type ResourceEntry, topOf } from '../../../graph/resource/resource-index.js'
import { type Cluster, INFINITY_SCORE } from '../../../model/index.js'
import { pathOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

const name = 'container-attribute-target'

/** Promotion scores asked of the host of a node that has none. */
export const rule = defineRule<{ clone: string }>({
  code: 'attribute-target-outside',
  severity: 'error',
  message: ({ clone }) =>
    `${name}=host on ${quote(clone)}, which no container runs: the scheduler of Pacemaker 2.1 ends with a failed assertion, and the cluster does nothing any more`,
  hint: ({ clone }, language) =>
    language === 'dsl' ? `remove ${name}` : `pcs resource meta ${shellWord(clone)} ${name}=`,
  check: ({ cluster, facts, report }) => {
    const clones = new Set<string>()
    for (const entry of facts.index.entries) {
      if (entry.resource?.element !== 'primitive' || !entry.promotable) continue
      if (facts.meta(entry, name)?.toLowerCase() !== 'host') continue
      const top = topOf(entry)
      if (top.resource?.element !== 'bundle' && runsWithoutHost(entry, cluster)) clones.add(top.id)
    }
    for (const clone of clones) report(pathOfId(cluster, clone), { clone })
  },
})

/** True where a node that is no guest may run it. */
function runsWithoutHost(entry: ResourceEntry, cluster: Cluster): boolean {
  const { locations } = placementOf(cluster)
  return locations.nodes.some(
    (node) => locations.hostOf(node) === undefined && (locations.scoreOn(entry, node) ?? 0) > -INFINITY_SCORE,
  )
}

export const docs: RuleDocs = {
  about: 'A promotable clone has container-attribute-target=host, and no bundle or guest node is around it.',
  why: 'The option lets what runs in a bundle keep its promotion scores on the host. Outside of a container there is no host to ask, which the scheduler of Pacemaker 2.1 takes for a fault of its own: it ends, is started again, and ends again.',
  source: 'crm_verify and crm_simulate 2.1.5, which end by SIGABRT; Pacemaker Explained, bundles',
  pacemaker: {
    does: 'ends with a failed assertion',
    versions: '2.0.5 and 2.1.5; 3.0.0 asks the node itself',
  },
  wrong: `cluster({
  resources: [promotable(ocf.pacemaker.Stateful('db'), { meta: { 'container-attribute-target': 'host' } })],
})`,
  right: `cluster({ resources: [promotable(ocf.pacemaker.Stateful('db'))] })`,
  fix: 'pcs resource meta db-clone container-attribute-target=',
}
