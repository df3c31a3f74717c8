import type { Cluster } from '../../model/index.js'
import { pathOfId } from '../../model/walk.js'
import type { ClusterStatus } from '../cluster-status.js'
import { innerAgents, subjectOf } from '../event/subject.js'
import { withNodeState, withTransientAttributes } from '../status/synthetic-status.js'
import type { Cause } from './cause.js'
import { withoutStatus } from './edit.js'
import { nodeStates, type StatusPlace, transientAttributes } from './status-places.js'
import { causeWords } from './words.js'

/** The promotion scores of a resource: one that a node has may be why the role is there, one that is too low why it is not. */
export function promotionCauses(cluster: Cluster, id: string, { online }: ClusterStatus): readonly Cause[] {
  const { agents, bundle } = subjectOf(cluster, id)
  const inner = bundle === undefined ? agents : innerAgents(cluster, id).slice(agents.length)
  return inner.flatMap((agent) => online.flatMap((node) => scoresOn(cluster, agent, node)))
}

/** Agents set `master-RESOURCE`, in every release of Pacemaker. */
function scoresOn(cluster: Cluster, agent: string, node: string): readonly Cause[] {
  const name = `master-${agent}`
  const state = nodeStates(cluster).find((each) => each.node === node)
  const known = state && transientAttributes(state).find((attribute) => attribute.name === name)
  const command = ['crm_attribute', '--node', node, '--name', name, '--lifetime', 'reboot']
  const raised = {
    ...aboutScore(cluster, agent, node, known),
    command: [...command, '--update', 'INFINITY'],
    lift: (changed: Cluster) =>
      withNodeState(changed, node, (each) => withTransientAttributes(each, { [name]: 'INFINITY' })),
  }
  if (known === undefined) return [raised]
  // Where all causes are left out at once, the score is raised in the end.
  return [{ ...raised, command: [...command, '--delete'], lift: withoutStatus([name], node) }, raised]
}

function aboutScore(
  cluster: Cluster,
  agent: string,
  node: string,
  known: (StatusPlace & { readonly value: string }) | undefined,
): Pick<Cause, 'kind' | 'id' | 'node' | 'path' | 'element' | 'words'> {
  const about = { kind: 'promotion' as const, id: agent, node }
  if (known === undefined)
    return { ...about, path: pathOfId(cluster, agent), words: causeWords.noPromotionScore(agent, node) }
  const { path, element, value } = known
  return { ...about, path, element, words: causeWords.promotionScore(agent, node, value) }
}
