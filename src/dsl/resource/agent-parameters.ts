import type { Attributes, NvpairBuilder } from '../attribute/attribute-sets.js'
import type { Value } from '../values.js'

// One flat interface an agent: the compiler's messages name it, and not the types that it would be composed of.

/** The parameters of ocf:heartbeat:IPaddr2. */
interface IPaddr2Parameters {
  readonly ip: string | NvpairBuilder
  readonly nic?: string | NvpairBuilder
  readonly cidr_netmask?: Value | NvpairBuilder
  readonly broadcast?: string | NvpairBuilder
  readonly iflabel?: string | NvpairBuilder
  readonly lvs_support?: Value | NvpairBuilder
  readonly lvs_ipv6_addrlabel?: Value | NvpairBuilder
  readonly lvs_ipv6_addrlabel_value?: Value | NvpairBuilder
  readonly mac?: string | NvpairBuilder
  readonly clusterip_hash?: string | NvpairBuilder
  readonly unique_clone_address?: Value | NvpairBuilder
  readonly arp_interval?: Value | NvpairBuilder
  readonly arp_count?: Value | NvpairBuilder
  readonly arp_count_refresh?: Value | NvpairBuilder
  readonly arp_bg?: Value | NvpairBuilder
  readonly arp_sender?: string | NvpairBuilder
  readonly send_arp_opts?: string | NvpairBuilder
  readonly flush_routes?: Value | NvpairBuilder
  readonly run_arping?: Value | NvpairBuilder
  readonly nodad?: Value | NvpairBuilder
  readonly noprefixroute?: Value | NvpairBuilder
  readonly preferred_lft?: Value | NvpairBuilder
  readonly network_namespace?: string | NvpairBuilder
}

/** The parameters of ocf:heartbeat:IPaddr. */
interface IPaddrParameters {
  readonly ip: string | NvpairBuilder
  readonly nic?: string | NvpairBuilder
  readonly cidr_netmask?: Value | NvpairBuilder
  readonly broadcast?: string | NvpairBuilder
  readonly iflabel?: string | NvpairBuilder
  readonly lvs_support?: Value | NvpairBuilder
  readonly local_stop_script?: string | NvpairBuilder
  readonly local_start_script?: string | NvpairBuilder
  readonly ARP_INTERVAL_MS?: Value | NvpairBuilder
  readonly ARP_REPEAT?: Value | NvpairBuilder
  readonly ARP_BACKGROUND?: Value | NvpairBuilder
  readonly ARP_NETMASK?: string | NvpairBuilder
}

/** The parameters of ocf:heartbeat:galera. */
interface GaleraParameters {
  readonly wsrep_cluster_address: string | NvpairBuilder
  readonly user?: string | NvpairBuilder
  readonly group?: string | NvpairBuilder
  readonly datadir?: string | NvpairBuilder
  readonly config?: string | NvpairBuilder
  readonly log?: string | NvpairBuilder
  readonly pid?: string | NvpairBuilder
  readonly socket?: string | NvpairBuilder
  readonly binary?: string | NvpairBuilder
  readonly client_binary?: string | NvpairBuilder
  readonly additional_parameters?: string | NvpairBuilder
  readonly enable_creation?: Value | NvpairBuilder
  readonly cluster_host_map?: string | NvpairBuilder
  readonly check_user?: string | NvpairBuilder
  readonly check_passwd?: string | NvpairBuilder
  readonly two_node_mode?: Value | NvpairBuilder
  readonly [name: string]: Value | NvpairBuilder | undefined
}

/** The parameters of ocf:heartbeat:rabbitmq-cluster. */
interface RabbitmqClusterParameters {
  readonly set_policy?: string | NvpairBuilder
}

/** The parameters of ocf:heartbeat:redis. */
interface RedisParameters {
  readonly bin?: string | NvpairBuilder
  readonly client_bin?: string | NvpairBuilder
  readonly config?: string | NvpairBuilder
  readonly user?: string | NvpairBuilder
  readonly rundir?: string | NvpairBuilder
  readonly pidfile_name?: string | NvpairBuilder
  readonly socket_name?: string | NvpairBuilder
  readonly port?: Value | NvpairBuilder
  readonly tunnel_host?: string | NvpairBuilder
  readonly tunnel_port_map?: string | NvpairBuilder
  readonly wait_last_known_master?: Value | NvpairBuilder
  readonly shutdown_save?: string | NvpairBuilder
  readonly [name: string]: Value | NvpairBuilder | undefined
}

/** The parameters of ocf:heartbeat:Delay. */
interface DelayParameters {
  readonly startdelay?: Value | NvpairBuilder
  readonly stopdelay?: Value | NvpairBuilder
  readonly mondelay?: Value | NvpairBuilder
}

/** The parameters of ocf:heartbeat:Dummy. */
interface HeartbeatDummyParameters {
  readonly state?: string | NvpairBuilder
  readonly fake?: string | NvpairBuilder
}

/** The parameters of ocf:pacemaker:Dummy. */
interface PacemakerDummyParameters {
  readonly state?: string | NvpairBuilder
  readonly passwd?: string | NvpairBuilder
  readonly fake?: string | NvpairBuilder
  readonly op_sleep?: Value | NvpairBuilder
  readonly fail_start_on?: string | NvpairBuilder
  readonly envfile?: string | NvpairBuilder
}

/** The parameters of ocf:pacemaker:Stateful. */
interface StatefulParameters {
  readonly state?: string | NvpairBuilder
  readonly notify_delay?: Value | NvpairBuilder
  readonly envfile?: string | NvpairBuilder
}

/** The parameters of ocf:ovn:ovndb-servers. */
interface OvndbServersParameters {
  readonly master_ip: string | NvpairBuilder
  readonly ovn_ctl?: string | NvpairBuilder
  readonly nb_master_port?: Value | NvpairBuilder
  readonly nb_master_protocol?: string | NvpairBuilder
  readonly sb_master_port?: Value | NvpairBuilder
  readonly sb_master_protocol?: string | NvpairBuilder
  readonly manage_northd?: Value | NvpairBuilder
  readonly inactive_probe_interval?: Value | NvpairBuilder
  readonly inactive_probe_interval_to_master?: Value | NvpairBuilder
  readonly listen_on_master_ip_only?: Value | NvpairBuilder
  readonly [name: string]: Value | NvpairBuilder | undefined
}

/** The parameters of ocf:neutron:OVSCleanup. */
interface OVSCleanupParameters {
  readonly [name: string]: Value | NvpairBuilder | undefined
}

/** The parameters of ocf:neutron:NetnsCleanup. */
interface NetnsCleanupParameters {
  readonly [name: string]: Value | NvpairBuilder | undefined
}

/**
 * The parameters of the agents that are typed, by the agent's name. The interface is open: a module
 * adds agents with `declare module 'lightcib' { interface AgentParameters { 'ocf:acme:Thing': {...} } }`,
 * and `ocf.acme.Thing(...)` is typed from then on.
 */
export interface AgentParameters {
  readonly 'ocf:heartbeat:IPaddr2': IPaddr2Parameters
  readonly 'ocf:heartbeat:IPaddr': IPaddrParameters
  readonly 'ocf:heartbeat:galera': GaleraParameters
  readonly 'ocf:heartbeat:rabbitmq-cluster': RabbitmqClusterParameters
  readonly 'ocf:heartbeat:redis': RedisParameters
  readonly 'ocf:heartbeat:Delay': DelayParameters
  readonly 'ocf:heartbeat:Dummy': HeartbeatDummyParameters
  readonly 'ocf:pacemaker:Dummy': PacemakerDummyParameters
  readonly 'ocf:pacemaker:Stateful': StatefulParameters
  readonly 'ocf:ovn:ovndb-servers': OvndbServersParameters
  readonly 'ocf:neutron:OVSCleanup': OVSCleanupParameters
  readonly 'ocf:neutron:NetnsCleanup': NetnsCleanupParameters
}

/** Any agent's name; those of AgentParameters are suggested by the editor. */
export type AgentName = keyof AgentParameters | (string & {})

/** The parameters of an agent: typed where AgentParameters knows it, else any names and values. */
export type ParametersOf<Agent extends string> = Agent extends keyof AgentParameters
  ? AgentParameters[Agent]
  : Attributes
