import type { Primitive } from '../../model/index.js'
import type { CheckedParameters, SomeParameters } from '../agents/checked-parameters.js'
import type { AttributesOption } from '../attribute/attribute-sets.js'
import type { ParametersOf, TypedAgent } from './agent-parameters.js'
import { type PrimitiveOptions, primitive } from './primitive.js'

type NeedsParameters<Parameters> = Record<string, never> extends Parameters ? false : true

type Builder<Agent extends string> =
  NeedsParameters<ParametersOf<Agent>> extends true
    ? <const Id extends string, const Given extends SomeParameters<ParametersOf<Agent>>>(
        id: Id,
        parameters: CheckedParameters<Agent, ParametersOf<Agent>, Given>,
        options?: PrimitiveOptions,
      ) => Primitive<Id>
    : <const Id extends string>(
        id: Id,
        parameters?: AttributesOption<ParametersOf<Agent>>,
        options?: PrimitiveOptions,
      ) => Primitive<Id>

type ProviderOf<Name> = Name extends `ocf:${infer Provider}:${string}` ? Provider : never
type TypeOf<Name, Start extends string> = Name extends `${Start}${infer Type}` ? Type : never

type AgentsOf<Start extends string> = {
  readonly [Type in TypeOf<TypedAgent, Start>]: Builder<`${Start}${Type}`>
}

/** Builders of OCF agents by provider and type. */
export type Ocf = { readonly [Provider in ProviderOf<TypedAgent>]: AgentsOf<`ocf:${Provider}:`> }

/** Builders of fencing devices by the name of their agent. */
export type Stonith = AgentsOf<'stonith:'>

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
  get: (_, provider) => builders(`ocf:${String(provider)}:`),
})

/**
 * A fencing device, its parameters checked at compile time, those of Pacemaker (`pcmk_host_list`) among them; for other agents
 * there is `primitive`.
 *
 * @example
 * ```ts
 * const fencing = stonith.fence_xvm('fencing', { pcmk_host_list: 'node1 node2 node3' })
 * // <primitive id="fencing" class="stonith" type="fence_xvm">
 * ```
 */
export const stonith = builders('stonith:') as Stonith

/** Builders of the agents whose names start so. */
function builders(start: string) {
  return new Proxy(
    {},
    {
      get: (_, type) => (id: string, parameters?: AttributesOption<object>, options?: PrimitiveOptions) =>
        primitive(id, `${start}${String(type)}`, parameters as never, options),
    },
  )
}
