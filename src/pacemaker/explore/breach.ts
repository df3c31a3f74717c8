import type { Cluster, PlacementQuestion } from '../../model/index.js'
import type { ClusterStatus } from '../cluster-status.js'
import { nodesOfSubject, subjectOf } from '../event/subject.js'

/** Where two resources are, in words, if that breaks what is asked about them; undefined where it does not. */
export function breachOf(
  cluster: Cluster,
  { kind, rsc, withRsc, role, withRole }: PlacementQuestion,
  status: ClusterStatus,
): string | undefined {
  const nodes = nodesOfSubject(subjectOf(cluster, rsc), status, role)
  const others = nodesOfSubject(subjectOf(cluster, withRsc), status, withRole)
  const isBroken =
    kind === 'runs-only-with'
      ? nodes.some((node) => !others.includes(node))
      : nodes.some((node) => others.includes(node))
  return isBroken ? `${placed(rsc, nodes, role)}, and ${placed(withRsc, others, withRole)}` : undefined
}

/** Where all alternatives are broken, how the first one is. */
export function brokenIn(
  cluster: Cluster,
  alternatives: readonly PlacementQuestion[],
  status: ClusterStatus,
): readonly string[] {
  const breaches = alternatives.map((question) => breachOf(cluster, question, status))
  const [first] = breaches
  return first === undefined || breaches.some((breach) => breach === undefined) ? [] : [first]
}

function placed(id: string, nodes: readonly string[], role: string | undefined): string {
  const where = nodes.length === 0 ? 'nowhere' : `on ${nodes.map((node) => `"${node}"`).join(', ')}`
  return `"${id}"${role === undefined ? '' : ` as ${role}`} ${where}`
}
