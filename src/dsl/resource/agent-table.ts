import type { AgentParameters } from './agent-parameters.js'

/** `text` accepts strings alone; `value` numbers and booleans too. */
type Kind = 'text' | 'value'

/** The parameters of one agent; an open one accepts others beside them. */
export interface AgentEntry {
  readonly required: Readonly<Record<string, Kind>>
  readonly optional: Readonly<Record<string, Kind>>
  readonly open: boolean
}

type NamesIn<Parameters> = keyof {
  [Name in keyof Parameters as string extends Name ? never : Name]: Parameters[Name]
}
type OptionalIn<Parameters> = {
  [Name in NamesIn<Parameters>]: Record<never, never> extends Pick<Parameters, Name> ? Name : never
}[NamesIn<Parameters>]

/** The entry of an agent with these parameters; the compiler compares the two. */
interface EntryOf<Parameters> {
  readonly required: {
    readonly [Name in Exclude<NamesIn<Parameters>, OptionalIn<Parameters>>]: KindOf<Parameters[Name]>
  }
  readonly optional: { readonly [Name in OptionalIn<Parameters>]: KindOf<Parameters[Name]> }
  readonly open: string extends keyof Parameters ? true : false
}

type KindOf<Parameter> = number extends Parameter ? 'value' : 'text'

/** The agents whose parameters are typed, from the agents' own metadata (`pcs resource describe`). */
export const agentTable = {
  'ocf:heartbeat:IPaddr2': {
    required: { ip: 'text' },
    optional: {
      nic: 'text',
      cidr_netmask: 'value',
      broadcast: 'text',
      iflabel: 'text',
      lvs_support: 'value',
      lvs_ipv6_addrlabel: 'value',
      lvs_ipv6_addrlabel_value: 'value',
      mac: 'text',
      clusterip_hash: 'text',
      unique_clone_address: 'value',
      arp_interval: 'value',
      arp_count: 'value',
      arp_count_refresh: 'value',
      arp_bg: 'value',
      arp_sender: 'text',
      send_arp_opts: 'text',
      flush_routes: 'value',
      run_arping: 'value',
      nodad: 'value',

      noprefixroute: 'value',
      preferred_lft: 'value',
      network_namespace: 'text',
    },
    open: false,
  },
  'ocf:heartbeat:IPaddr': {
    required: { ip: 'text' },
    optional: {
      nic: 'text',
      cidr_netmask: 'value',
      broadcast: 'text',
      iflabel: 'text',
      lvs_support: 'value',
      local_stop_script: 'text',
      local_start_script: 'text',
      ARP_INTERVAL_MS: 'value',
      ARP_REPEAT: 'value',
      ARP_BACKGROUND: 'value',
      ARP_NETMASK: 'text',
    },
    open: false,
  },
  'ocf:heartbeat:galera': {
    required: { wsrep_cluster_address: 'text' },
    optional: {
      user: 'text',
      group: 'text',
      datadir: 'text',
      config: 'text',
      log: 'text',
      pid: 'text',
      socket: 'text',
      binary: 'text',
      client_binary: 'text',
      additional_parameters: 'text',
      enable_creation: 'value',
      cluster_host_map: 'text',
      check_user: 'text',
      check_passwd: 'text',
      two_node_mode: 'value',
    },
    open: true,
  },
  'ocf:heartbeat:rabbitmq-cluster': { required: {}, optional: { set_policy: 'text' }, open: false },
  'ocf:heartbeat:redis': {
    required: {},
    optional: {
      bin: 'text',
      client_bin: 'text',
      config: 'text',
      user: 'text',
      rundir: 'text',
      pidfile_name: 'text',
      socket_name: 'text',
      port: 'value',
      tunnel_host: 'text',
      tunnel_port_map: 'text',
      wait_last_known_master: 'value',
      shutdown_save: 'text',
    },
    open: true,
  },
  'ocf:heartbeat:Delay': {
    required: {},
    optional: { startdelay: 'value', stopdelay: 'value', mondelay: 'value' },
    open: false,
  },
  'ocf:heartbeat:Dummy': { required: {}, optional: { state: 'text', fake: 'text' }, open: false },
  'ocf:pacemaker:Dummy': {
    required: {},
    optional: {
      state: 'text',
      passwd: 'text',
      fake: 'text',
      op_sleep: 'value',
      fail_start_on: 'text',
      envfile: 'text',
    },
    open: false,
  },
  'ocf:pacemaker:Stateful': {
    required: {},
    optional: { state: 'text', notify_delay: 'value', envfile: 'text' },
    open: false,
  },
  'ocf:ovn:ovndb-servers': {
    required: { master_ip: 'text' },
    optional: {
      ovn_ctl: 'text',
      nb_master_port: 'value',
      nb_master_protocol: 'text',
      sb_master_port: 'value',
      sb_master_protocol: 'text',
      manage_northd: 'value',
      inactive_probe_interval: 'value',
      inactive_probe_interval_to_master: 'value',
      listen_on_master_ip_only: 'value',
    },
    open: true,
  },
  'ocf:neutron:OVSCleanup': { required: {}, optional: {}, open: true },
  'ocf:neutron:NetnsCleanup': { required: {}, optional: {}, open: true },
} as const satisfies Readonly<Record<string, AgentEntry>> & {
  readonly [Agent in keyof AgentParameters]?: EntryOf<AgentParameters[Agent]>
}
