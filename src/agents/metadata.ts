/**
 * What a value has to be. `second` is a number of seconds as the fence agents read it: digits alone. A type that the agents
 * do not agree on, or that an agent's own default contradicts, is `string`.
 */
export type ParameterType = 'string' | 'integer' | 'boolean' | 'second' | 'select'

/** A parameter of an agent: `<parameter>` of its metadata. */
export interface ParameterMetadata {
  readonly name: string
  readonly type: ParameterType
  /** True where the agent does not work without it; `replaces` names an older parameter that does as well. */
  readonly required: boolean
  /** What the agent uses where it is not set; undefined also where that depends on the name of the resource. */
  readonly default?: string
  /** The values that it may have. */
  readonly values?: readonly string[]
  /** Two resources of the agent must not have the same values for all parameters of one group. */
  readonly uniqueGroup?: string
  /** True where a new value needs no restart: the agent's `reload-agent`, or `reload` before OCF 1.1. */
  readonly reloadable: boolean
  readonly deprecated: boolean
  /** The parameter to set instead of a deprecated one. */
  readonly replacedBy?: string
  /** The releases whose agent has it; undefined where all have it. */
  readonly releases?: readonly string[]
}

/** An action of an agent with what it advises for the operation: `<action>` of its metadata. */
export interface ActionMetadata {
  readonly name: string
  readonly role?: 'Promoted' | 'Unpromoted'
  /** In seconds. */
  readonly timeout?: number
  /** In seconds. */
  readonly interval?: number
  /** The OCF_CHECK_LEVEL of a monitor. */
  readonly depth?: string
  /** In seconds. */
  readonly startDelay?: number
  /** The releases whose agent has it; undefined where all have it. */
  readonly releases?: readonly string[]
}

/** What an agent reports of itself: `pcs resource describe`, `crm_resource --show-metadata`. */
export interface AgentMetadata {
  /** `ocf:heartbeat:IPaddr2`, `stonith:fence_ipmilan`. */
  readonly name: string
  readonly parameters: readonly ParameterMetadata[]
  readonly actions: readonly ActionMetadata[]
}
