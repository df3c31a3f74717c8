import type { Primitive } from '../../model/index.js'
import type { AttributesOption } from '../attribute/attribute-sets.js'
import type { AgentParameters, ParametersOf } from './agent-parameters.js'
import { type PrimitiveOptions, primitive } from './primitive.js'

type NeedsParameters<Parameters> = Record<string, never> extends Parameters ? false : true

type Builder<Agent extends string> =
  NeedsParameters<ParametersOf<Agent>> extends true
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

type AgentsOf<Provider extends string> = {
  readonly [Type in TypeOf<OcfName, Provider>]: Builder<`ocf:${Provider}:${Type}`>
}

/** Builders of OCF agents by provider and type. */
export type Ocf = { readonly [Provider in ProviderOf<OcfName>]: AgentsOf<Provider> }

/**
 * A primitive of an OCF agent, its parameters checked at compile time; for other agents there is `primitive`.
 *
 * @example
 * ```ts
 * const vip = ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6', cidr_netmask: 32 })
 * // <primitive id="vip" class="ocf" provider="heartbeat" type="IPaddr2">
 * // pcs resource create vip ocf:heartbeat:IPaddr2 ip=192.0.2.6 cidr_netmask=32
 * ```
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
