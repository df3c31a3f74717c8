import type { HeartbeatAgents } from '../agents/heartbeat.generated.js'
import type { OtherAgents } from '../agents/other.generated.js'
import type { PacemakerAgents } from '../agents/pacemaker.generated.js'
import type { StonithAgents } from '../agents/stonith.generated.js'
import type { Attributes } from '../attribute/attribute-sets.js'

/**
 * The parameters of agents of your own, or others than the known ones for an agent that is known, by the agent's name. The
 * interface is empty and open: a module adds agents with
 * `declare module 'lightcib' { interface AgentParameters { 'ocf:acme:Thing': {...} } }`, which `lightcib agents` writes, and
 * `ocf.acme.Thing(...)` and `primitive(id, 'ocf:acme:Thing', ...)` are typed from then on.
 */
// biome-ignore lint/suspicious/noEmptyInterface: it is there to be merged with
export interface AgentParameters {}

/** The parameters of the agents of Debian 11 to 13 and others, by the agent's name. */
interface KnownAgents extends HeartbeatAgents, PacemakerAgents, StonithAgents, OtherAgents {}

/** The names of agents with typed parameters. */
export type TypedAgent = keyof AgentParameters | keyof KnownAgents

/** Any agent's name; those with typed parameters are suggested by the editor. */
export type AgentName = TypedAgent | (string & {})

/** The parameters of an agent: typed where `AgentParameters` or lightcib knows it, else any names and values. */
export type ParametersOf<Agent extends string> = Agent extends keyof AgentParameters
  ? AgentParameters[Agent]
  : Agent extends keyof KnownAgents
    ? KnownAgents[Agent]
    : Attributes
