/* The parameters of agents as types. Made by scripts/agents.mjs. */

import type { BooleanParameter, IntegerParameter, TextParameter } from './parameter-values.js'

/** The parameters of ocf:pacemaker:ClusterMon. */
interface ClusterMonParameters {
  /** Default `root`. */
  readonly user?: TextParameter
  /** Default `15000`. */
  readonly update?: IntegerParameter
  readonly extra_options?: TextParameter
  readonly pidfile?: TextParameter
  readonly htmlfile?: TextParameter
}

/** The parameters of ocf:pacemaker:Dummy. */
interface DummyParameters {
  readonly state?: TextParameter
  readonly passwd?: TextParameter
  /** Default `dummy`. */
  readonly fake?: TextParameter
  /** Default `0`. */
  readonly op_sleep?: TextParameter
  readonly fail_start_on?: TextParameter
  readonly envfile?: TextParameter
}

/** The parameters of ocf:pacemaker:HealthCPU. */
interface HealthCPUParameters {
  readonly state?: TextParameter
  /** Default `50`. */
  readonly yellow_limit?: TextParameter
  /** Default `10`. */
  readonly red_limit?: TextParameter
  /** Default `30s`. */
  readonly dampening?: TextParameter
}

/** The parameters of ocf:pacemaker:HealthIOWait. */
interface HealthIOWaitParameters {
  readonly state?: TextParameter
  /** Default `10`. */
  readonly yellow_limit?: TextParameter
  /** Default `15`. */
  readonly red_limit?: TextParameter
  /** Default `5s`. */
  readonly dampening?: TextParameter
}

/** The parameters of ocf:pacemaker:HealthSMART. */
interface HealthSMARTParameters {
  readonly state?: TextParameter
  /** Default `/dev/sda`. */
  readonly drives?: TextParameter
  readonly devices?: TextParameter
  /** Default `0`. */
  readonly temp_lower_limit?: TextParameter
  /** Default `60`. */
  readonly temp_upper_limit?: TextParameter
  /** Default `5`. */
  readonly temp_warning?: TextParameter
  /** Default `/usr/sbin/smartctl`. */
  readonly smartctl?: TextParameter
  /** Default `5s`. */
  readonly dampen?: TextParameter
}

/** The parameters of ocf:pacemaker:Stateful. */
interface StatefulParameters {
  readonly state?: TextParameter
  readonly envfile?: TextParameter
  readonly notify_delay?: TextParameter
}

/** The parameters of ocf:pacemaker:SysInfo. */
interface SysInfoParameters {
  readonly pidfile?: TextParameter
  /** Default `0s`. */
  readonly delay?: TextParameter
  readonly disks?: TextParameter
  /** Default `G`. */
  readonly disk_unit?: TextParameter
  readonly min_disk_free?: TextParameter
}

/** The parameters of ocf:pacemaker:SystemHealth. */
type SystemHealthParameters = Record<never, never>

/** The parameters of ocf:pacemaker:attribute. */
interface AttributeParameters {
  readonly state?: TextParameter
  readonly name?: TextParameter
  /** Default `1`. */
  readonly active_value?: TextParameter
  /** Default `0`. */
  readonly inactive_value?: TextParameter
}

/** The parameters of ocf:pacemaker:booth-site. */
interface BoothSiteParameters {
  /** Default `/etc/booth/booth.conf`. */
  readonly config?: TextParameter
  readonly args?: TextParameter
  /** Default `boothd`. */
  readonly daemon?: TextParameter
}

/** The parameters of ocf:pacemaker:controld. */
interface ControldParameters {
  /** Default `-s 0`. */
  readonly args?: TextParameter
  /** Default `dlm_controld`. */
  readonly daemon?: TextParameter
  /** Default `false`. */
  readonly allow_stonith_disabled?: BooleanParameter | TextParameter
}

/** The parameters of ocf:pacemaker:ifspeed. */
interface IfspeedParameters {
  /** Default `ifspeed`. */
  readonly name?: TextParameter
  readonly iface?: TextParameter
  readonly ip?: TextParameter
  /** Default `detect`. */
  readonly bridge_ports?: TextParameter
  /** Default `1000`. */
  readonly weight_base?: IntegerParameter
  /** Default `5`. */
  readonly dampen?: IntegerParameter
  /** Default `false`. */
  readonly debug?: BooleanParameter | TextParameter
}

/** The parameters of ocf:pacemaker:o2cb. */
interface O2cbParameters {
  /** Default `/sys/fs`. */
  readonly sysfs?: TextParameter
  /** Default `/sys/kernel/config`. */
  readonly configfs?: TextParameter
  /** Default `pcmk`. */
  readonly stack?: TextParameter
  /** Default `10`. */
  readonly daemon_timeout?: TextParameter
}

/** The parameters of ocf:pacemaker:ping. */
interface PingParameters {
  readonly pidfile?: TextParameter
  /** Default `5s`. */
  readonly dampen?: TextParameter
  /** Default `pingd`. */
  readonly name?: TextParameter
  /** Default `1`. */
  readonly multiplier?: IntegerParameter
  readonly host_list: TextParameter
  /** Default `3`. */
  readonly attempts?: IntegerParameter
  /** Default `2`. */
  readonly timeout?: IntegerParameter
  readonly options?: TextParameter
  readonly failure_score?: IntegerParameter
  /** Default `1`. */
  readonly use_fping?: BooleanParameter
  /** Default `false`. */
  readonly debug?: BooleanParameter | TextParameter
}

/** The parameters of ocf:pacemaker:pingd. */
interface PingdParameters {
  readonly pidfile?: TextParameter
  /** Default `root`. */
  readonly user?: TextParameter
  /** Default `5s`. */
  readonly dampen?: TextParameter
  readonly set?: TextParameter
  /** Default `pingd`. */
  readonly name?: TextParameter
  readonly section?: TextParameter
  readonly multiplier?: IntegerParameter
  readonly host_list?: TextParameter
  /** Default `1`. */
  readonly interval?: IntegerParameter
  /** Default `2`. */
  readonly attempts?: IntegerParameter
  /** Default `2`. */
  readonly timeout?: IntegerParameter
  readonly options?: TextParameter
}

/** The parameters of ocf:pacemaker:remote. */
interface RemoteParameters {
  readonly server?: TextParameter
  /** Default `3121`. */
  readonly port?: TextParameter
  /** Default `0`. */
  readonly reconnect_interval?: TextParameter
}

/** The parameters of agents, by their names. */
export interface PacemakerAgents {
  readonly 'ocf:pacemaker:ClusterMon': ClusterMonParameters
  readonly 'ocf:pacemaker:Dummy': DummyParameters
  readonly 'ocf:pacemaker:HealthCPU': HealthCPUParameters
  readonly 'ocf:pacemaker:HealthIOWait': HealthIOWaitParameters
  readonly 'ocf:pacemaker:HealthSMART': HealthSMARTParameters
  readonly 'ocf:pacemaker:Stateful': StatefulParameters
  readonly 'ocf:pacemaker:SysInfo': SysInfoParameters
  readonly 'ocf:pacemaker:SystemHealth': SystemHealthParameters
  readonly 'ocf:pacemaker:attribute': AttributeParameters
  readonly 'ocf:pacemaker:booth-site': BoothSiteParameters
  readonly 'ocf:pacemaker:controld': ControldParameters
  readonly 'ocf:pacemaker:ifspeed': IfspeedParameters
  readonly 'ocf:pacemaker:o2cb': O2cbParameters
  readonly 'ocf:pacemaker:ping': PingParameters
  readonly 'ocf:pacemaker:pingd': PingdParameters
  readonly 'ocf:pacemaker:remote': RemoteParameters
}
