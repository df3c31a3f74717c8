import type { Primitive } from '../../model/index.js'
import type { Attributes, AttributesOption } from '../attribute/attribute-sets.js'
import type { TableParameters } from './agent-table.js'
import { type PrimitiveOptions, primitive } from './primitive.js'

/**
 * The parameters of the agents that are typed, by the agent's name. The interface is open: a module
 * adds agents with `declare module 'lightcib' { interface AgentParameters { 'ocf:acme:Thing': {...} } }`,
 * and `ocf.acme.Thing(...)` is typed from then on.
 */
export interface AgentParameters extends TableParameters {}

/** Any agent's name; those of AgentParameters are suggested by the editor. */
export type AgentName = keyof AgentParameters | (string & {})

/** The parameters of an agent: typed where AgentParameters knows it, else any names and values. */
export type ParametersOf<Agent extends string> = Agent extends keyof AgentParameters
  ? AgentParameters[Agent]
  : Attributes

type Required<Parameters> = Record<string, never> extends Parameters ? false : true

type Builder<Agent extends string> =
  Required<ParametersOf<Agent>> extends true
    ? <const Id extends string>(
        id: Id,
        parameters: AttributesOption<ParametersOf<Agent>>,
        options?: PrimitiveOptions,
      ) => Primitive<Id>
    : <const Id extends string>(
        id: Id,
        parameters?: AttributesOption<ParametersOf<Agent>>,
        options?: PrimitiveOptions,
      ) => Primitive<Id>

type OcfName = Extract<keyof AgentParameters, `ocf:${string}:${string}`>
type ProviderOf<Name> = Name extends `ocf:${infer Provider}:${string}` ? Provider : never
type TypeOf<Name, Provider extends string> = Name extends `ocf:${Provider}:${infer Type}` ? Type : never

/** Builders of OCF agents by provider and type. */
export type Ocf = {
  readonly [Provider in ProviderOf<OcfName>]: {
    readonly [Type in TypeOf<OcfName, Provider>]: Builder<`ocf:${Provider}:${Type}`>
  }
}

/**
 * A primitive of an OCF agent, its parameters checked at compile time; other agents are made with `primitive`.
 *
 * `ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6', cidr_netmask: 32 })` is
 * `pcs resource create vip ocf:heartbeat:IPaddr2 cidr_netmask=32 ip=192.0.2.6`.
 */
export const ocf = new Proxy({} as Ocf, {
  get: (_, provider) =>
    new Proxy(
      {},
      {
        get: (_, type) => (id: string, parameters?: AttributesOption<object>, options?: PrimitiveOptions) =>
          primitive(id, `ocf:${String(provider)}:${String(type)}`, parameters as never, options),
      },
    ),
})
