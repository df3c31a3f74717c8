import type { Primitive } from '../model/index.js'
import type { AttributesOption } from './attributes.js'
import type { Value } from './part.js'
import { type PrimitiveOptions, primitive } from './resources.js'

/**
 * The parameters of the agents that are typed, by the agent's name. The interface is open: a module
 * adds agents with `declare module 'lightcib' { interface AgentParameters { 'ocf:acme:Thing': {...} } }`,
 * and `ocf.acme.Thing(...)` is typed from then on. Taken from the agents' own metadata (`pcs resource describe`).
 */
export interface AgentParameters {
  'ocf:heartbeat:IPaddr2': {
    readonly ip: string
    readonly nic?: string
    readonly cidr_netmask?: Value
    readonly broadcast?: string
    readonly iflabel?: string
    readonly lvs_support?: Value
    readonly lvs_ipv6_addrlabel?: Value
    readonly lvs_ipv6_addrlabel_value?: Value
    readonly mac?: string
    readonly clusterip_hash?: string
    readonly unique_clone_address?: Value
    readonly arp_interval?: Value
    readonly arp_count?: Value
    readonly arp_count_refresh?: Value
    readonly arp_bg?: Value
    readonly arp_sender?: string
    readonly send_arp_opts?: string
    readonly flush_routes?: Value
    readonly run_arping?: Value
    readonly nodad?: Value
    readonly noprefixroute?: Value
    readonly preferred_lft?: Value
    readonly network_namespace?: string
  }
  'ocf:heartbeat:IPaddr': {
    readonly ip: string
    readonly nic?: string
    readonly cidr_netmask?: Value
    readonly broadcast?: string
    readonly iflabel?: string
    readonly lvs_support?: Value
    readonly local_stop_script?: string
    readonly local_start_script?: string
    readonly ARP_INTERVAL_MS?: Value
    readonly ARP_REPEAT?: Value
    readonly ARP_BACKGROUND?: Value
    readonly ARP_NETMASK?: string
  }
  'ocf:heartbeat:galera': {
    readonly user?: string
    readonly group?: string
    readonly datadir?: string
    readonly config?: string
    readonly log?: string
    readonly pid?: string
    readonly socket?: string
    readonly binary?: string
    readonly client_binary?: string
    readonly additional_parameters?: string
    readonly enable_creation?: Value
    readonly wsrep_cluster_address: string
    readonly cluster_host_map?: string
    readonly check_user?: string
    readonly check_passwd?: string
    readonly two_node_mode?: Value
    readonly [name: string]: Value | undefined
  }
  'ocf:heartbeat:rabbitmq-cluster': { readonly set_policy?: string }
  'ocf:heartbeat:redis': {
    readonly bin?: string
    readonly client_bin?: string
    readonly config?: string
    readonly user?: string
    readonly rundir?: string
    readonly pidfile_name?: string
    readonly socket_name?: string
    readonly port?: Value
    readonly tunnel_host?: string
    readonly tunnel_port_map?: string
    readonly wait_last_known_master?: Value
    readonly shutdown_save?: string
    readonly [name: string]: Value | undefined
  }
  'ocf:heartbeat:Delay': {
    readonly startdelay?: Value
    readonly stopdelay?: Value
    readonly mondelay?: Value
  }
  'ocf:heartbeat:Dummy': { readonly state?: string; readonly fake?: string }
  'ocf:pacemaker:Dummy': {
    readonly state?: string
    readonly passwd?: string
    readonly fake?: string
    readonly op_sleep?: Value
    readonly fail_start_on?: string
    readonly envfile?: string
  }
  'ocf:pacemaker:Stateful': {
    readonly state?: string
    readonly notify_delay?: Value
    readonly envfile?: string
  }
  'ocf:ovn:ovndb-servers': {
    readonly ovn_ctl?: string
    readonly master_ip: string
    readonly nb_master_port?: Value
    readonly nb_master_protocol?: string
    readonly sb_master_port?: Value
    readonly sb_master_protocol?: string
    readonly manage_northd?: Value
    readonly inactive_probe_interval?: Value
    readonly inactive_probe_interval_to_master?: Value
    readonly listen_on_master_ip_only?: Value
    readonly [name: string]: Value | undefined
  }
  'ocf:neutron:OVSCleanup': Readonly<Record<string, Value>>
  'ocf:neutron:NetnsCleanup': Readonly<Record<string, Value>>
}

/** Any agent's name; those of AgentParameters are suggested by the editor. */
export type AgentName = keyof AgentParameters | (string & {})

/** The parameters of an agent: typed where AgentParameters knows it, else any names and values. */
export type ParametersOf<Agent extends string> = Agent extends keyof AgentParameters
  ? AgentParameters[Agent]
  : Readonly<Record<string, Value>>

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
