import { agentMetadata } from '../../agents/agent-metadata.js'
import { corrected } from '../../agents/corrected.js'
import type { AgentMetadata } from '../../agents/metadata.js'
import { type Cluster, primitivesOf, resourcesOf } from '../../model/index.js'
import { agentWithTemplate } from '../../model/templates.js'
import { installedAgentsOf } from './installed.js'

/** What is known of the agents of some clusters, by their full names: `agentMetadata`, and for others what the installed agent prints. */
export async function agentsOf(
  ...clusters: readonly Cluster[]
): Promise<(name: string) => AgentMetadata | undefined> {
  const names = clusters.flatMap((cluster) =>
    resourcesOf(cluster)
      .flatMap(primitivesOf)
      .map((primitive) => agentWithTemplate(cluster, primitive)),
  )
  const unknown = [...new Set(names)].filter((name) => agentMetadata(name) === undefined)
  const { agents } = await installedAgentsOf(unknown)
  const installed = new Map(agents.map((agent) => [agent.name, corrected(agent)]))
  return (name) => agentMetadata(name) ?? installed.get(name)
}
