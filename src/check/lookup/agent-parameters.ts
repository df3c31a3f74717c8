import { agentMetadata } from '../../agents/agent-metadata.js'
import type { AgentMetadata, ParameterMetadata } from '../../agents/metadata.js'
import { agentOf, type Cluster, type Nvpair, type Place } from '../../model/index.js'
import { agentWithTemplate } from '../../model/templates.js'
import { fencingParameter, fencingParameterNames } from '../../options/fencing-parameters.js'

/** A parameter that a primitive or template sets. */
export interface ParameterPlace {
  readonly owner: string
  readonly agent: AgentMetadata
  readonly name: string
}

/** What a place sets of an agent that is known, for one operation or all; undefined for other nvpairs. */
export function parameterPlace(
  cluster: Cluster,
  { element, parent }: Place<Nvpair>,
): ParameterPlace | undefined {
  const around = parent?.parent
  const owner = (around?.element.element === 'op' ? around.parent?.parent : around)?.element
  const { name } = element
  if (parent?.element.element !== 'instance_attributes' || name === undefined) return undefined
  if (owner?.element !== 'primitive' && owner?.element !== 'template') return undefined
  const agent = agentMetadata(
    owner.element === 'primitive' ? agentWithTemplate(cluster, owner) : agentOf(owner),
  )
  return agent && { owner: owner.id, agent, name }
}

/** The parameter of that name, the agent's own; undefined where it has none. */
export function parameterOfAgent(agent: AgentMetadata, name: string): ParameterMetadata | undefined {
  return agent.parameters.find((parameter) => parameter.name === name)
}

/** What every OCF agent may be given: those of OCF itself, and of the tracing of resource-agents. */
const ofEveryAgent = /^(OCF_|CRM_meta_|__|trace_ra$|trace_file$)/

/** What Pacemaker reads of a fencing device for each of its actions. */
const ofActions =
  /^pcmk_(on|off|reboot|poweroff|list|list-status|status|monitor|metadata|validate-all|start|stop|enable|disable|diag)_(action|cmd|timeout|retries)$/

/** True for a name that the agent, or Pacemaker in its place, reads. */
export function isParameter(agent: AgentMetadata, name: string): boolean {
  if (parameterOfAgent(agent, name) !== undefined || ofEveryAgent.test(name)) return true
  if (!agent.name.startsWith('stonith:')) return false
  return fencingParameter(name) !== undefined || ofActions.test(name) || name === 'nodename'
}

/** The names that an agent and Pacemaker read. */
export function parameterNames({ name, parameters }: AgentMetadata): readonly string[] {
  const own = parameters.map((parameter) => parameter.name)
  return name.startsWith('stonith:') ? [...own, ...fencingParameterNames] : own
}
