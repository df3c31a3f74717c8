/* The parameters of agents as types. Made by scripts/agents.mjs. */

import type { NvpairBuilder } from '../attribute/attribute-sets.js'
import type { BooleanParameter, IntegerParameter, TextParameter } from './parameter-values.js'

/** What Pacemaker reads of every fencing device. */
export interface FencingParameters {
  /** Default `1`. */
  readonly pcmk_action_limit?: IntegerParameter
  /** Default `0s`. */
  readonly pcmk_delay_base?: TextParameter
  /** Default `0s`. */
  readonly pcmk_delay_max?: TextParameter
  readonly pcmk_host_argument?: TextParameter
  readonly pcmk_host_check?: 'dynamic-list' | 'static-list' | 'status' | 'none' | NvpairBuilder
  readonly pcmk_host_list?: TextParameter
  readonly pcmk_host_map?: TextParameter
  /** Default `list`. */
  readonly pcmk_list_action?: TextParameter
  /** Default `2`. */
  readonly pcmk_list_retries?: IntegerParameter
  /** Default `60s`. */
  readonly pcmk_list_timeout?: TextParameter
  /** Default `monitor`. */
  readonly pcmk_monitor_action?: TextParameter
  /** Default `2`. */
  readonly pcmk_monitor_retries?: IntegerParameter
  /** Default `60s`. */
  readonly pcmk_monitor_timeout?: TextParameter
  /** Default `off`. */
  readonly pcmk_off_action?: TextParameter
  /** Default `2`. */
  readonly pcmk_off_retries?: IntegerParameter
  /** Default `60s`. */
  readonly pcmk_off_timeout?: TextParameter
  /** Default `on`. */
  readonly pcmk_on_action?: TextParameter
  /** Default `2`. */
  readonly pcmk_on_retries?: IntegerParameter
  /** Default `60s`. */
  readonly pcmk_on_timeout?: TextParameter
  /** Default `reboot`. */
  readonly pcmk_reboot_action?: TextParameter
  /** Default `2`. */
  readonly pcmk_reboot_retries?: IntegerParameter
  /** Default `60s`. */
  readonly pcmk_reboot_timeout?: TextParameter
  /** Default `status`. */
  readonly pcmk_status_action?: TextParameter
  /** Default `2`. */
  readonly pcmk_status_retries?: IntegerParameter
  /** Default `60s`. */
  readonly pcmk_status_timeout?: TextParameter
  /** Default `0`. */
  readonly priority?: IntegerParameter
  /** @deprecated */
  readonly provides?: TextParameter
  /** @deprecated */
  readonly 'stonith-timeout'?: TextParameter
}

/** What nearly every fence agent has: the plug, how long it waits, what it logs. */
interface FenceAgentParameters {
  /** Default `reboot`. */
  readonly action?: TextParameter
  readonly plug?: TextParameter
  /** @deprecated Write `plug`. */
  readonly port?: TextParameter
  readonly quiet?: BooleanParameter
  readonly verbose?: BooleanParameter
  readonly verbose_level?: IntegerParameter
  /** @deprecated Write `debug_file`. */
  readonly debug?: TextParameter
  readonly debug_file?: TextParameter
  readonly version?: BooleanParameter
  readonly help?: BooleanParameter
  /** Default `0`. */
  readonly delay?: IntegerParameter
  readonly disable_timeout?: TextParameter
  /** Default `5`. */
  readonly login_timeout?: IntegerParameter
  /** Default `20`. */
  readonly power_timeout?: IntegerParameter
  /** Default `0`. */
  readonly power_wait?: IntegerParameter
  /** Default `3`. */
  readonly shell_timeout?: IntegerParameter
  /** Default `1`. */
  readonly retry_on?: IntegerParameter
  /** Default `,`. */
  readonly plug_separator?: TextParameter
  /** Default `1`. */
  readonly stonith_status_sleep?: IntegerParameter
}

/** Fence agents that log in. */
interface FenceLoginParameters {
  /** @deprecated Write `username`. */
  readonly login?: TextParameter
  readonly username?: TextParameter
  /** @deprecated Write `password`. */
  readonly passwd?: TextParameter
  readonly password?: TextParameter
  /** @deprecated Write `password_script`. */
  readonly passwd_script?: TextParameter
  readonly password_script?: TextParameter
}

/** Fence agents of a device with an address. */
interface FenceAddressParameters {
  readonly ip?: TextParameter
  /** @deprecated Write `ip`. */
  readonly ipaddr?: TextParameter
}

/** Fence agents that use a shell, through SSH among others. */
interface FenceSshParameters {
  readonly identity_file?: TextParameter
  readonly inet4_only?: BooleanParameter
  readonly inet6_only?: BooleanParameter
  /** @deprecated Write `ssh`. */
  readonly secure?: BooleanParameter
  readonly ssh?: BooleanParameter
  readonly ssh_options?: TextParameter
  /** Default `/usr/bin/ssh`. */
  readonly ssh_path?: TextParameter
}

/** Fence agents that use SSL. */
interface FenceSslParameters {
  readonly ssl?: BooleanParameter
  readonly ssl_insecure?: BooleanParameter
  readonly ssl_secure?: BooleanParameter
  /** Default `/usr/bin/gnutls-cli`. */
  readonly gnutlscli_path?: TextParameter
}

/** Fence agents that use SNMP. */
interface FenceSnmpParameters {
  readonly snmp_auth_prot?: 'MD5' | 'SHA' | NvpairBuilder
  readonly snmp_priv_passwd?: TextParameter
  readonly snmp_priv_passwd_script?: TextParameter
  readonly snmp_priv_prot?: 'DES' | 'AES' | NvpairBuilder
  readonly snmp_sec_level?: 'noAuthNoPriv' | 'authNoPriv' | 'authPriv' | NvpairBuilder
  /** Default `/usr/bin/snmpget`. */
  readonly snmpget_path?: TextParameter
  /** Default `/usr/bin/snmpset`. */
  readonly snmpset_path?: TextParameter
  /** Default `/usr/bin/snmpwalk`. */
  readonly snmpwalk_path?: TextParameter
}

/** Fence agents that start programs as root. */
interface FenceSudoParameters {
  /** @deprecated Write `use_sudo`. */
  readonly sudo?: BooleanParameter
  readonly use_sudo?: BooleanParameter
  /** Default `/usr/bin/sudo`. */
  readonly sudo_path?: TextParameter
}

/** Fence agents that use IPMI. */
interface FenceIpmiParameters {
  readonly auth?: 'md5' | 'password' | 'none' | NvpairBuilder
  readonly cipher?: TextParameter
  readonly hexadecimal_kg?: TextParameter
  /** Default `/usr/bin/ipmitool`. */
  readonly ipmitool_path?: TextParameter
  /** Default `2`. */
  readonly ipmitool_timeout?: TextParameter
  /** Default `1`. */
  readonly lanplus?: BooleanParameter
  /** Default `administrator`. */
  readonly privlvl?: 'callback' | 'user' | 'operator' | 'administrator' | NvpairBuilder
  readonly target?: TextParameter
}

/** The parameters of stonith:external/drac5. */
interface ExternalDrac5Parameters extends FencingParameters {
  readonly hostname?: TextParameter
  readonly ipaddr?: TextParameter
  readonly userid?: TextParameter
}

/** The parameters of stonith:external/dracmc-telnet. */
interface ExternalDracmcTelnetParameters extends FencingParameters {
  readonly nodename: TextParameter
  readonly cyclades_ip: TextParameter
  readonly cyclades_port: TextParameter
  readonly servername: TextParameter
  readonly username: TextParameter
  readonly password: TextParameter
}

/** The parameters of stonith:external/hetzner. */
interface ExternalHetznerParameters extends FencingParameters {
  readonly hostname: TextParameter
  readonly remote_ip: TextParameter
}

/** The parameters of stonith:external/hmchttp. */
interface ExternalHmchttpParameters extends FencingParameters {
  readonly hostlist: TextParameter
  readonly hmc_ipaddr: TextParameter
  readonly user: TextParameter
  readonly password: TextParameter
}

/** The parameters of stonith:external/ibmrsa. */
interface ExternalIbmrsaParameters extends FencingParameters {
  readonly hostname: TextParameter
  readonly ipaddr: TextParameter
  readonly userid: TextParameter
  readonly passwd: TextParameter
  readonly type: TextParameter
}

/** The parameters of stonith:external/ibmrsa-telnet. */
interface ExternalIbmrsaTelnetParameters extends FencingParameters {
  readonly nodename: TextParameter
  readonly ip_address: TextParameter
  readonly username: TextParameter
  readonly password: TextParameter
}

/** The parameters of stonith:external/ipmi. */
interface ExternalIpmiParameters extends FencingParameters {
  readonly hostname?: TextParameter
  readonly ipaddr?: TextParameter
  readonly userid?: TextParameter
  readonly passwd?: TextParameter
  /** Default `param`. */
  readonly passwd_method?: TextParameter
  /** Default `lan`. */
  readonly interface?: TextParameter
  readonly priv?: TextParameter
  readonly ipmitool?: TextParameter
}

/** The parameters of stonith:external/ippower9258. */
interface ExternalIppower9258Parameters extends FencingParameters {
  readonly deviceip: TextParameter
  readonly password: TextParameter
  readonly hostlist?: TextParameter
  /** Default `admin`. */
  readonly username?: TextParameter
}

/** The parameters of stonith:external/kdumpcheck. */
interface ExternalKdumpcheckParameters extends FencingParameters {
  readonly hostlist: TextParameter
  readonly identity_file?: TextParameter
}

/** The parameters of stonith:external/libvirt. */
interface ExternalLibvirtParameters extends FencingParameters {
  readonly hostlist: TextParameter
  readonly hypervisor_uri: TextParameter
  /** Default `power_cycle`. */
  readonly reset_method?: TextParameter
}

/** The parameters of stonith:external/nut. */
interface ExternalNutParameters extends FencingParameters {
  readonly hostname: TextParameter
  readonly ups: TextParameter
  readonly username: TextParameter
  readonly password: TextParameter
  /** Default `load.on`. */
  readonly poweron?: TextParameter
  /** Default `load.off`. */
  readonly poweroff?: TextParameter
  /** Default `shutdown.return`. */
  readonly reset?: TextParameter
  /** Default `ups.status`. */
  readonly statusvar?: TextParameter
  /** Default `/usr/bin/upscmd`. */
  readonly upscmd?: TextParameter
  /** Default `/usr/bin/upsc`. */
  readonly upsc?: TextParameter
}

/** The parameters of stonith:external/rackpdu. */
interface ExternalRackpduParameters extends FencingParameters {
  /** Default `AUTO`. */
  readonly hostlist?: TextParameter
  readonly pduip: TextParameter
  /** Default `private`. */
  readonly community?: TextParameter
  readonly oid?: TextParameter
  readonly names_oid?: TextParameter
  readonly outlet_config?: TextParameter
}

/** The parameters of stonith:external/riloe. */
interface ExternalRiloeParameters extends FencingParameters {
  readonly hostlist: TextParameter
  readonly ilo_hostname: TextParameter
  /** Default `Administrator`. */
  readonly ilo_user?: TextParameter
  readonly ilo_password: TextParameter
  /** Default `0`. */
  readonly ilo_can_reset?: TextParameter
  /** Default `1.2`. */
  readonly ilo_protocol?: TextParameter
  /** Default `power`. */
  readonly ilo_powerdown_method?: TextParameter
  readonly ilo_proxyhost?: TextParameter
  /** Default `3128`. */
  readonly ilo_proxyport?: TextParameter
}

/** The parameters of stonith:external/sbd. */
interface ExternalSbdParameters extends FencingParameters {
  readonly crashdump?: TextParameter
  readonly sbd_device?: TextParameter
  readonly timeout_bypass?: BooleanParameter
}

/** The parameters of stonith:external/ssh. */
interface ExternalSshParameters extends FencingParameters {
  readonly hostlist: TextParameter
  readonly livedangerously?: TextParameter
}

/** The parameters of stonith:external/vcenter. */
interface ExternalVcenterParameters extends FencingParameters {
  readonly HOSTLIST: TextParameter
  /** Default `localhost`. */
  readonly VI_SERVER?: TextParameter
  /** Default `https`. */
  readonly VI_PROTOCOL?: TextParameter
  /** Default `443`. */
  readonly VI_PORTNUMBER?: TextParameter
  /** Default `/sdk`. */
  readonly VI_SERVICEPATH?: TextParameter
  readonly VI_CREDSTORE: TextParameter
  /** Default `1`. */
  readonly RESETPOWERON?: TextParameter
  readonly PERL_LWP_SSL_VERIFY_HOSTNAME?: TextParameter
}

/** The parameters of stonith:external/vmware. */
interface ExternalVmwareParameters extends FencingParameters {
  readonly host_map?: TextParameter
  readonly device_host?: TextParameter
}

/** The parameters of stonith:external/xen0. */
interface ExternalXen0Parameters extends FencingParameters {
  readonly hostlist: TextParameter
  readonly dom0: TextParameter
  readonly run_dump?: TextParameter
  readonly dump_dir?: TextParameter
}

/** The parameters of stonith:external/xen0-ha. */
interface ExternalXen0HaParameters extends FencingParameters {
  readonly hostlist: TextParameter
  readonly dom0_cluster_ip: TextParameter
  readonly stop_timeout?: IntegerParameter
}

/** The parameters of stonith:fence_aliyun. */
interface FenceAliyunParameters extends FencingParameters, FenceAgentParameters {
  readonly region?: TextParameter
  readonly access_key?: TextParameter
  readonly secret_key?: TextParameter
  readonly ram_role?: TextParameter
  /** Default `,`. */
  readonly separator?: TextParameter
  /** Default `60`. */
  readonly power_timeout?: IntegerParameter
  readonly credentials_file?: TextParameter
  /** Default `default`. */
  readonly credentials_file_profile?: TextParameter
  readonly filter?: TextParameter
}

/** The parameters of stonith:fence_alom. */
interface FenceAlomParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters, FenceSshParameters {
  /**
   * Default `['sc\\>\\ ']`.
   * @deprecated Write `command_prompt`.
   */
  readonly cmd_prompt?: TextParameter
  /** Default `['sc\\>\\ ']`. */
  readonly command_prompt?: TextParameter
  /** Default `22`. */
  readonly ipport?: IntegerParameter
  /**
   * Default `1`.
   * @deprecated Write `ssh`.
   */
  readonly secure?: BooleanParameter
  /** Default `1`. */
  readonly ssh?: BooleanParameter
  readonly username: TextParameter
  readonly port_as_ip?: BooleanParameter
}

/** The parameters of stonith:fence_amt. */
interface FenceAmtParameters extends FencingParameters, FenceAgentParameters, FenceAddressParameters, FenceSudoParameters {
  readonly boot_option?: 'pxe' | 'hd' | 'hdsafe' | 'cd' | 'diag' | NvpairBuilder
  /** Default `16994`. */
  readonly ipport?: IntegerParameter
  /** Default `onoff`. */
  readonly method?: 'onoff' | 'cycle' | NvpairBuilder
  /** @deprecated Write `password`. */
  readonly passwd?: TextParameter
  /** @deprecated Write `password_script`. */
  readonly passwd_script?: TextParameter
  readonly password?: TextParameter
  readonly password_script?: TextParameter
  /** Default `/usr/bin/amttool`. */
  readonly amttool_path?: TextParameter
  readonly port_as_ip?: BooleanParameter
}

/** The parameters of stonith:fence_amt_ws. */
interface FenceAmtWsParameters extends FencingParameters, FenceAgentParameters, FenceAddressParameters {
  readonly boot_option?: 'pxe' | 'hd' | 'hdsafe' | 'cd' | 'diag' | NvpairBuilder
  /** Default `16992`. */
  readonly ipport?: IntegerParameter
  /** Default `onoff`. */
  readonly method?: 'onoff' | 'cycle' | NvpairBuilder
  /** @deprecated Write `password`. */
  readonly passwd?: TextParameter
  /** @deprecated Write `password_script`. */
  readonly passwd_script?: TextParameter
  readonly password?: TextParameter
  readonly password_script?: TextParameter
  readonly port_as_ip?: BooleanParameter
}

/** The parameters of stonith:fence_apc. */
interface FenceApcParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters, FenceSshParameters {
  /**
   * Default `['\n>', '\napc>']`.
   * @deprecated Write `command_prompt`.
   */
  readonly cmd_prompt?: TextParameter
  /** Default `['\n>', '\napc>']`. */
  readonly command_prompt?: TextParameter
  readonly ip: TextParameter
  /** Default `23`. */
  readonly ipport?: IntegerParameter
  /** Default `-1 -c blowfish`. */
  readonly ssh_options?: TextParameter
  readonly switch?: TextParameter
  readonly username: TextParameter
  /** Default `,`. */
  readonly separator?: TextParameter
  /** Default `/usr/bin/telnet`. */
  readonly telnet_path?: TextParameter
}

/** The parameters of stonith:fence_apc_snmp. */
interface FenceApcSnmpParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters, FenceSnmpParameters {
  /** Default `private`. */
  readonly community?: TextParameter
  readonly ip: TextParameter
  /** Default `161`. */
  readonly ipport?: IntegerParameter
  /** Default `1`. */
  readonly snmp_version?: '1' | '2c' | '3' | NvpairBuilder
  /** Default `,`. */
  readonly separator?: TextParameter
}

/** The parameters of stonith:fence_aws. */
interface FenceAwsParameters extends FencingParameters, FenceAgentParameters {
  readonly region?: TextParameter
  readonly access_key?: TextParameter
  readonly secret_key?: TextParameter
  /** Default `False`. */
  readonly boto3_debug?: TextParameter
  /** Default `,`. */
  readonly separator?: TextParameter
  /** Default `60`. */
  readonly power_timeout?: IntegerParameter
  readonly filter?: TextParameter
  readonly skip_race_check?: BooleanParameter
}

/** The parameters of stonith:fence_aws_vpc_net. */
interface FenceAwsVpcNetParameters extends FencingParameters, FenceAgentParameters {
  readonly region?: TextParameter
  readonly access_key?: TextParameter
  readonly secret_key?: TextParameter
  readonly secg?: TextParameter
  readonly skip_race_check?: BooleanParameter
  /** @deprecated Write `invert_sg_removal`. */
  readonly 'invert-sg-removal'?: BooleanParameter
  readonly invert_sg_removal?: BooleanParameter
  /** @deprecated Write `unfence_ignore_restore`. */
  readonly 'unfence-ignore-restore'?: BooleanParameter
  readonly unfence_ignore_restore?: BooleanParameter
  readonly filter?: TextParameter
  /** Default `False`. */
  readonly boto3_debug?: TextParameter
  /** @deprecated Write `onfence_poweroff`. */
  readonly 'onfence-poweroff'?: BooleanParameter
  readonly onfence_poweroff?: BooleanParameter
  /** @deprecated Write `ignore_tag_write_failure`. */
  readonly 'ignore-tag-write-failure'?: BooleanParameter
  readonly ignore_tag_write_failure?: BooleanParameter
  /** @deprecated Write `ignore_instance_state`. */
  readonly 'ignore-instance-state'?: BooleanParameter
  readonly ignore_instance_state?: BooleanParameter
  /** @deprecated Write `interface0_sg`. */
  readonly 'interface0-sg'?: TextParameter
  readonly interface0_sg?: TextParameter
  /** @deprecated Write `interface1_sg`. */
  readonly 'interface1-sg'?: TextParameter
  readonly interface1_sg?: TextParameter
  /** @deprecated Write `interface2_sg`. */
  readonly 'interface2-sg'?: TextParameter
  readonly interface2_sg?: TextParameter
  /** @deprecated Write `interface3_sg`. */
  readonly 'interface3-sg'?: TextParameter
  readonly interface3_sg?: TextParameter
  /** @deprecated Write `interface4_sg`. */
  readonly 'interface4-sg'?: TextParameter
  readonly interface4_sg?: TextParameter
  /** @deprecated Write `interface5_sg`. */
  readonly 'interface5-sg'?: TextParameter
  readonly interface5_sg?: TextParameter
  /** @deprecated Write `interface6_sg`. */
  readonly 'interface6-sg'?: TextParameter
  readonly interface6_sg?: TextParameter
  /** @deprecated Write `interface7_sg`. */
  readonly 'interface7-sg'?: TextParameter
  readonly interface7_sg?: TextParameter
  /** @deprecated Write `interface8_sg`. */
  readonly 'interface8-sg'?: TextParameter
  readonly interface8_sg?: TextParameter
  /** @deprecated Write `interface9_sg`. */
  readonly 'interface9-sg'?: TextParameter
  readonly interface9_sg?: TextParameter
  /** @deprecated Write `interface10_sg`. */
  readonly 'interface10-sg'?: TextParameter
  readonly interface10_sg?: TextParameter
  /** @deprecated Write `interface11_sg`. */
  readonly 'interface11-sg'?: TextParameter
  readonly interface11_sg?: TextParameter
  /** @deprecated Write `interface12_sg`. */
  readonly 'interface12-sg'?: TextParameter
  readonly interface12_sg?: TextParameter
  /** @deprecated Write `interface13_sg`. */
  readonly 'interface13-sg'?: TextParameter
  readonly interface13_sg?: TextParameter
  /** @deprecated Write `interface14_sg`. */
  readonly 'interface14-sg'?: TextParameter
  readonly interface14_sg?: TextParameter
  /** @deprecated Write `interface15_sg`. */
  readonly 'interface15-sg'?: TextParameter
  readonly interface15_sg?: TextParameter
  /** Default `,`. */
  readonly separator?: TextParameter
}

/** The parameters of stonith:fence_azure_arm. */
interface FenceAzureArmParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters {
  readonly resourceGroup?: TextParameter
  readonly tenantId?: TextParameter
  readonly subscriptionId?: TextParameter
  /** @deprecated Write `network_fencing`. */
  readonly 'network-fencing'?: BooleanParameter
  readonly network_fencing?: BooleanParameter
  readonly msi?: BooleanParameter
  readonly cloud?: TextParameter
  /** Default `,`. */
  readonly separator?: TextParameter
  /** Default `150`. */
  readonly power_timeout?: IntegerParameter
  /** @deprecated Write `metadata_endpoint`. */
  readonly 'metadata-endpoint'?: TextParameter
  readonly metadata_endpoint?: TextParameter
}

/** The parameters of stonith:fence_bladecenter. */
interface FenceBladecenterParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters, FenceSshParameters {
  /**
   * Default `['system>']`.
   * @deprecated Write `command_prompt`.
   */
  readonly cmd_prompt?: TextParameter
  /** Default `['system>']`. */
  readonly command_prompt?: TextParameter
  readonly ip: TextParameter
  /** Default `23`. */
  readonly ipport?: IntegerParameter
  readonly username: TextParameter
  /** Default `,`. */
  readonly separator?: TextParameter
  readonly missing_as_off?: BooleanParameter
  /** Default `10`. */
  readonly power_wait?: IntegerParameter
  /** Default `/usr/bin/telnet`. */
  readonly telnet_path?: TextParameter
}

/** The parameters of stonith:fence_brocade. */
interface FenceBrocadeParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters, FenceSshParameters {
  /** Default `off`. */
  readonly action?: TextParameter
  /**
   * Default `['> ']`.
   * @deprecated Write `command_prompt`.
   */
  readonly cmd_prompt?: TextParameter
  /** Default `['> ']`. */
  readonly command_prompt?: TextParameter
  readonly ip: TextParameter
  /** Default `23`. */
  readonly ipport?: IntegerParameter
  readonly username: TextParameter
  /** Default `,`. */
  readonly separator?: TextParameter
  /** Default `/usr/bin/telnet`. */
  readonly telnet_path?: TextParameter
}

/** The parameters of stonith:fence_cdu. */
interface FenceCduParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters {
  readonly ip: TextParameter
  /** Default `23`. */
  readonly ipport?: IntegerParameter
  readonly switch?: TextParameter
  readonly username: TextParameter
  /** Default `,`. */
  readonly separator?: TextParameter
  /** Default `/usr/bin/telnet`. */
  readonly telnet_path?: TextParameter
}

/** The parameters of stonith:fence_cisco_mds. */
interface FenceCiscoMdsParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters, FenceSnmpParameters {
  /** Default `off`. */
  readonly action?: TextParameter
  readonly community?: TextParameter
  readonly ip: TextParameter
  /** Default `161`. */
  readonly ipport?: IntegerParameter
  readonly snmp_version?: '1' | '2c' | '3' | NvpairBuilder
  /** Default `,`. */
  readonly separator?: TextParameter
}

/** The parameters of stonith:fence_cisco_ucs. */
interface FenceCiscoUcsParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters, FenceSslParameters {
  readonly ip: TextParameter
  /** Default `80`. */
  readonly ipport?: IntegerParameter
  readonly notls?: BooleanParameter
  readonly suborg?: TextParameter
  readonly username: TextParameter
  /** Default `,`. */
  readonly separator?: TextParameter
  readonly missing_as_off?: BooleanParameter
}

/** The parameters of stonith:fence_compute. */
interface FenceComputeParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters {
  /** Default `off`. */
  readonly action?: TextParameter
  readonly auth_url?: TextParameter
  /** Default `internalURL`. */
  readonly endpoint_type?: TextParameter
  readonly region_name?: TextParameter
  readonly tenant_name?: TextParameter
  readonly insecure?: BooleanParameter
  /**
   * Default `Default`.
   * @deprecated Write `project_domain`.
   */
  readonly 'project-domain'?: TextParameter
  /** Default `Default`. */
  readonly project_domain?: TextParameter
  /**
   * Default `Default`.
   * @deprecated Write `user_domain`.
   */
  readonly 'user-domain'?: TextParameter
  /** Default `Default`. */
  readonly user_domain?: TextParameter
  readonly domain?: TextParameter
  /** Default `True`. */
  readonly instance_filtering?: BooleanParameter
  /** Default `False`. */
  readonly no_shared_storage?: BooleanParameter
  /** Default `False`. */
  readonly record_only?: TextParameter
  /** @deprecated Write `compute_domain`. */
  readonly 'compute-domain'?: TextParameter
  readonly compute_domain?: TextParameter
  /** Default `,`. */
  readonly separator?: TextParameter
  /** Default `180`. */
  readonly shell_timeout?: IntegerParameter
}

/** The parameters of stonith:fence_crosslink. */
interface FenceCrosslinkParameters extends FencingParameters, FenceAgentParameters {
  readonly crosscableip: TextParameter
  /** Default `5`. */
  readonly timeout?: TextParameter
  /** Default `,`. */
  readonly separator?: TextParameter
}

/** The parameters of stonith:fence_cyberpower_ssh. */
interface FenceCyberpowerSshParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters, FenceSshParameters {
  /**
   * Default `['\n>', '\nCyberPower >']`.
   * @deprecated Write `command_prompt`.
   */
  readonly cmd_prompt?: TextParameter
  /** Default `['\n>', '\nCyberPower >']`. */
  readonly command_prompt?: TextParameter
  readonly ip: TextParameter
  readonly ipport?: IntegerParameter
  readonly username: TextParameter
  /** Default `,`. */
  readonly separator?: TextParameter
}

/** The parameters of stonith:fence_docker. */
interface FenceDockerParameters extends FencingParameters, FenceAgentParameters, FenceAddressParameters, FenceSslParameters {
  readonly ip: TextParameter
  /** Default `443`. */
  readonly ipport?: IntegerParameter
  /** Default `onoff`. */
  readonly method?: 'onoff' | 'cycle' | NvpairBuilder
  /** Default `1`. */
  readonly ssl?: BooleanParameter
  /** Default `1.11`. */
  readonly api_version?: TextParameter
  readonly tlscacert?: TextParameter
  readonly tlscert?: TextParameter
  readonly tlskey?: TextParameter
  /** Default `,`. */
  readonly separator?: TextParameter
  readonly disable_ssl?: BooleanParameter
  readonly unix_socket?: TextParameter
}

/** The parameters of stonith:fence_drac. */
interface FenceDracParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters {
  /**
   * Default `['\\[username\\]# ']`.
   * @deprecated Write `command_prompt`.
   */
  readonly cmd_prompt?: TextParameter
  /** Default `['\\[username\\]# ']`. */
  readonly command_prompt?: TextParameter
  /** Default `23`. */
  readonly ipport?: IntegerParameter
  readonly username: TextParameter
  readonly port_as_ip?: BooleanParameter
  /** Default `/usr/bin/telnet`. */
  readonly telnet_path?: TextParameter
}

/** The parameters of stonith:fence_drac5. */
interface FenceDrac5Parameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters, FenceSshParameters {
  /**
   * Default `['\\$', 'DRAC\\/MC:']`.
   * @deprecated Write `command_prompt`.
   */
  readonly cmd_prompt?: TextParameter
  /** Default `['\\$', 'DRAC\\/MC:']`. */
  readonly command_prompt?: TextParameter
  readonly drac_version?: 'DRAC CMC' | 'DRAC MC' | 'DRAC 5' | NvpairBuilder
  readonly ip: TextParameter
  /** Default `23`. */
  readonly ipport?: IntegerParameter
  readonly username: TextParameter
  /** Default `,`. */
  readonly separator?: TextParameter
  /** Default `/usr/bin/telnet`. */
  readonly telnet_path?: TextParameter
}

/** The parameters of stonith:fence_dummy. */
interface FenceDummyParameters extends FencingParameters {
  /** Default `reboot`. */
  readonly action?: TextParameter
  readonly random_sleep_range?: TextParameter
  /** Default `/tmp/fence_dummy.status`. */
  readonly status_file?: TextParameter
  /** Default `file`. */
  readonly type?: TextParameter
  readonly quiet?: BooleanParameter
  readonly verbose?: BooleanParameter
  readonly verbose_level?: IntegerParameter
  /** @deprecated Write `debug_file`. */
  readonly debug?: TextParameter
  readonly debug_file?: TextParameter
  readonly version?: BooleanParameter
  readonly help?: BooleanParameter
  /** Default `0`. */
  readonly delay?: IntegerParameter
  readonly disable_timeout?: TextParameter
  /** Default `5`. */
  readonly login_timeout?: IntegerParameter
  /** Default `20`. */
  readonly power_timeout?: IntegerParameter
  /** Default `0`. */
  readonly power_wait?: IntegerParameter
  /** Default `3`. */
  readonly shell_timeout?: IntegerParameter
  /** Default `1`. */
  readonly retry_on?: IntegerParameter
  /** Default `,`. */
  readonly plug_separator?: TextParameter
  /** Default `1`. */
  readonly stonith_status_sleep?: IntegerParameter
}

/** The parameters of stonith:fence_eaton_snmp. */
interface FenceEatonSnmpParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters, FenceSnmpParameters {
  /** Default `private`. */
  readonly community?: TextParameter
  readonly ip: TextParameter
  /** Default `161`. */
  readonly ipport?: IntegerParameter
  /** Default `1`. */
  readonly snmp_version?: '1' | '2c' | '3' | NvpairBuilder
  /** Default `,`. */
  readonly separator?: TextParameter
  /** Default `2`. */
  readonly power_wait?: IntegerParameter
}

/** The parameters of stonith:fence_eaton_ssh. */
interface FenceEatonSshParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters {
  /** @deprecated Write `command_prompt`. */
  readonly cmd_prompt?: TextParameter
  readonly command_prompt?: TextParameter
  readonly identity_file?: TextParameter
  readonly inet4_only?: BooleanParameter
  readonly inet6_only?: BooleanParameter
  readonly ip: TextParameter
  readonly ipport?: IntegerParameter
  /** @deprecated Write `ssh`. */
  readonly secure?: BooleanParameter
  readonly ssh?: BooleanParameter
  readonly ssh_options?: TextParameter
  readonly username: TextParameter
  /** Default `,`. */
  readonly separator?: TextParameter
  readonly ssh_path?: TextParameter
}

/** The parameters of stonith:fence_ecloud. */
interface FenceEcloudParameters extends FencingParameters, FenceAgentParameters {
  readonly apikey: TextParameter
  /** Default `,`. */
  readonly separator?: TextParameter
}

/** The parameters of stonith:fence_emerson. */
interface FenceEmersonParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters, FenceSnmpParameters {
  readonly community?: TextParameter
  readonly ip: TextParameter
  /** Default `161`. */
  readonly ipport?: IntegerParameter
  readonly snmp_version?: '1' | '2c' | '3' | NvpairBuilder
  /** Default `,`. */
  readonly separator?: TextParameter
  /** Default `5`. */
  readonly power_wait?: IntegerParameter
}

/** The parameters of stonith:fence_eps. */
interface FenceEpsParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters {
  /**
   * Default `hidden.htm`.
   * @deprecated Write `page`.
   */
  readonly hidden_page?: TextParameter
  readonly ip: TextParameter
  /** Default `80`. */
  readonly ipport?: IntegerParameter
  /** Default `hidden.htm`. */
  readonly page?: TextParameter
  /** Default `,`. */
  readonly separator?: TextParameter
}

/** The parameters of stonith:fence_epsr2. */
interface FenceEpsr2Parameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters {
  /**
   * Default `hidden.htm`.
   * @deprecated Write `page`.
   */
  readonly hidden_page?: TextParameter
  readonly ip: TextParameter
  /** Default `80`. */
  readonly ipport?: IntegerParameter
  /** Default `hidden.htm`. */
  readonly page?: TextParameter
  /** Default `,`. */
  readonly separator?: TextParameter
}

/** The parameters of stonith:fence_evacuate. */
interface FenceEvacuateParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters {
  readonly auth_url?: TextParameter
  /** Default `internalURL`. */
  readonly endpoint_type?: TextParameter
  readonly region_name?: TextParameter
  readonly tenant_name?: TextParameter
  readonly insecure?: BooleanParameter
  /**
   * Default `Default`.
   * @deprecated Write `project_domain`.
   */
  readonly 'project-domain'?: TextParameter
  /** Default `Default`. */
  readonly project_domain?: TextParameter
  /**
   * Default `Default`.
   * @deprecated Write `user_domain`.
   */
  readonly 'user-domain'?: TextParameter
  /** Default `Default`. */
  readonly user_domain?: TextParameter
  readonly domain?: TextParameter
  /** Default `True`. */
  readonly instance_filtering?: BooleanParameter
  /** Default `False`. */
  readonly no_shared_storage?: BooleanParameter
  /** @deprecated Write `compute_domain`. */
  readonly 'compute-domain'?: TextParameter
  readonly compute_domain?: TextParameter
  /** Default `,`. */
  readonly separator?: TextParameter
  /** Default `180`. */
  readonly shell_timeout?: IntegerParameter
}

/** The parameters of stonith:fence_gce. */
interface FenceGceParameters extends FencingParameters, FenceAgentParameters {
  /** Default `cycle`. */
  readonly method?: 'onoff' | 'cycle' | NvpairBuilder
  readonly zone?: TextParameter
  readonly project?: TextParameter
  /** @deprecated Write `stackdriver_logging`. */
  readonly 'stackdriver-logging'?: BooleanParameter
  readonly stackdriver_logging?: BooleanParameter
  readonly baremetalsolution?: BooleanParameter
  /** Default `60`. */
  readonly apitimeout?: IntegerParameter
  /** Default `3`. */
  readonly retries?: IntegerParameter
  /** Default `5`. */
  readonly retrysleep?: IntegerParameter
  readonly serviceaccount?: TextParameter
  /** Default `,`. */
  readonly separator?: TextParameter
  /** Default `60`. */
  readonly power_timeout?: IntegerParameter
  readonly plugzonemap?: TextParameter
  readonly proxyhost?: TextParameter
  readonly proxyport?: IntegerParameter
  readonly earlyexit?: BooleanParameter
  readonly warntimeout?: IntegerParameter
  readonly errortimeout?: IntegerParameter
  readonly runonwarn?: TextParameter
  readonly runonfail?: TextParameter
}

/** The parameters of stonith:fence_hds_cb. */
interface FenceHdsCbParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters, FenceSshParameters {
  /**
   * Default `['\\) :']`.
   * @deprecated Write `command_prompt`.
   */
  readonly cmd_prompt?: TextParameter
  /** Default `['\\) :']`. */
  readonly command_prompt?: TextParameter
  readonly ip: TextParameter
  /** Default `23`. */
  readonly ipport?: IntegerParameter
  readonly username: TextParameter
  /** Default `,`. */
  readonly separator?: TextParameter
  readonly missing_as_off?: BooleanParameter
  /** Default `5`. */
  readonly power_wait?: IntegerParameter
  /** Default `/usr/bin/telnet`. */
  readonly telnet_path?: TextParameter
}

/** The parameters of stonith:fence_hetzner_cloud. */
interface FenceHetznerCloudParameters extends FencingParameters, FenceAgentParameters {
  readonly api_token: TextParameter
  /** Default `https://api.hetzner.cloud/v1`. */
  readonly api_url?: TextParameter
  /** Default `,`. */
  readonly separator?: TextParameter
  /** Default `5`. */
  readonly power_wait?: IntegerParameter
  /** Default `5`. */
  readonly shell_timeout?: IntegerParameter
}

/** The parameters of stonith:fence_heuristics_ping. */
interface FenceHeuristicsPingParameters extends FencingParameters {
  /** Default `reboot`. */
  readonly action?: TextParameter
  /** Default `cycle`. */
  readonly method?: 'onoff' | 'cycle' | NvpairBuilder
  /** Default `10`. */
  readonly ping_count?: TextParameter
  /** Default `8`. */
  readonly ping_good_count?: TextParameter
  /** Default `1`. */
  readonly ping_interval?: TextParameter
  /** Default `0`. */
  readonly ping_maxfail?: TextParameter
  readonly ping_targets: TextParameter
  /** Default `2`. */
  readonly ping_timeout?: TextParameter
  readonly quiet?: BooleanParameter
  readonly verbose?: BooleanParameter
  readonly verbose_level?: IntegerParameter
  /** @deprecated Write `debug_file`. */
  readonly debug?: TextParameter
  readonly debug_file?: TextParameter
  readonly version?: BooleanParameter
  readonly help?: BooleanParameter
  /** Default `0`. */
  readonly delay?: IntegerParameter
  readonly disable_timeout?: TextParameter
  /** Default `5`. */
  readonly login_timeout?: IntegerParameter
  /** Default `20`. */
  readonly power_timeout?: IntegerParameter
  /** Default `0`. */
  readonly power_wait?: IntegerParameter
  /** Default `3`. */
  readonly shell_timeout?: IntegerParameter
  /** Default `1`. */
  readonly retry_on?: IntegerParameter
  /** Default `,`. */
  readonly plug_separator?: TextParameter
  /** Default `1`. */
  readonly stonith_status_sleep?: IntegerParameter
}

/** The parameters of stonith:fence_hpblade. */
interface FenceHpbladeParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters, FenceSshParameters {
  /**
   * Default `['c7000oa>']`.
   * @deprecated Write `command_prompt`.
   */
  readonly cmd_prompt?: TextParameter
  /** Default `['c7000oa>']`. */
  readonly command_prompt?: TextParameter
  readonly ip: TextParameter
  /** Default `23`. */
  readonly ipport?: IntegerParameter
  readonly username: TextParameter
  /** Default `,`. */
  readonly separator?: TextParameter
  /** Default `10`. */
  readonly login_timeout?: IntegerParameter
  readonly missing_as_off?: BooleanParameter
  /** Default `/usr/bin/telnet`. */
  readonly telnet_path?: TextParameter
}

/** The parameters of stonith:fence_ibm_powervs. */
interface FenceIbmPowervsParameters extends FencingParameters, FenceAgentParameters {
  /**
   * Default `private`.
   * @deprecated Write `api_type`.
   */
  readonly 'api-type'?: TextParameter
  /** Default `private`. */
  readonly api_type?: TextParameter
  readonly crn: TextParameter
  readonly instance: TextParameter
  readonly proxy?: TextParameter
  readonly region: TextParameter
  readonly token: TextParameter
  /** Default `,`. */
  readonly separator?: TextParameter
  /** Default `120`. */
  readonly power_timeout?: IntegerParameter
  /** Default `15`. */
  readonly power_wait?: IntegerParameter
  /** Default `500`. */
  readonly shell_timeout?: IntegerParameter
  /** Default `10`. */
  readonly stonith_status_sleep?: IntegerParameter
  /** Default `onoff`. */
  readonly method?: 'onoff' | 'cycle' | NvpairBuilder
}

/** The parameters of stonith:fence_ibm_vpc. */
interface FenceIbmVpcParameters extends FencingParameters, FenceAgentParameters {
  readonly apikey: TextParameter
  /** Default `50`. */
  readonly limit?: TextParameter
  readonly proxy?: TextParameter
  readonly region: TextParameter
  /** Default `/run/fence-agents/fence_ibm_vpc/[hash].token`. */
  readonly token_file?: TextParameter
  /** Default `,`. */
  readonly separator?: TextParameter
  /** Default `30`. */
  readonly power_timeout?: IntegerParameter
  /** Default `1`. */
  readonly power_wait?: IntegerParameter
  /** Default `15`. */
  readonly shell_timeout?: IntegerParameter
}

/** The parameters of stonith:fence_ibmblade. */
interface FenceIbmbladeParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters, FenceSnmpParameters {
  readonly community?: TextParameter
  readonly ip: TextParameter
  /** Default `161`. */
  readonly ipport?: IntegerParameter
  /** Default `1`. */
  readonly snmp_version?: '1' | '2c' | '3' | NvpairBuilder
  /** Default `,`. */
  readonly separator?: TextParameter
}

/** The parameters of stonith:fence_ibmz. */
interface FenceIbmzParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters {
  readonly ip: TextParameter
  /** Default `6794`. */
  readonly ipport?: IntegerParameter
  readonly ssl_secure?: BooleanParameter
  readonly username: TextParameter
  /** Default `3`. */
  readonly connect_retries?: IntegerParameter
  /** Default `30`. */
  readonly connect_timeout?: IntegerParameter
  /** Default `900`. */
  readonly operation_timeout?: IntegerParameter
  /** Default `3`. */
  readonly read_retries?: IntegerParameter
  /** Default `300`. */
  readonly read_timeout?: IntegerParameter
  /** Default `,`. */
  readonly separator?: TextParameter
  /** Default `300`. */
  readonly power_timeout?: IntegerParameter
  readonly load_on_activate?: BooleanParameter
}

/** The parameters of stonith:fence_idrac. */
interface FenceIdracParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters, FenceSudoParameters, FenceIpmiParameters {
  /** Default `623`. */
  readonly ipport?: IntegerParameter
  /** Default `0`. */
  readonly lanplus?: BooleanParameter
  /** Default `onoff`. */
  readonly method?: 'onoff' | 'cycle' | NvpairBuilder
  readonly port_as_ip?: BooleanParameter
  /** Default `2`. */
  readonly power_wait?: IntegerParameter
}

/** The parameters of stonith:fence_ifmib. */
interface FenceIfmibParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters, FenceSnmpParameters {
  /** Default `off`. */
  readonly action?: TextParameter
  readonly community?: TextParameter
  readonly ip: TextParameter
  /** Default `161`. */
  readonly ipport?: IntegerParameter
  /** Default `2c`. */
  readonly snmp_version?: '1' | '2c' | '3' | NvpairBuilder
  /** Default `,`. */
  readonly separator?: TextParameter
}

/** The parameters of stonith:fence_ilo. */
interface FenceIloParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters, FenceSslParameters {
  /** Default `443`. */
  readonly ipport?: IntegerParameter
  readonly notls?: BooleanParameter
  /** @deprecated Write `ribcl_version`. */
  readonly ribcl?: TextParameter
  readonly ribcl_version?: TextParameter
  /** Default `1`. */
  readonly ssl?: BooleanParameter
  readonly 'tls1.0'?: BooleanParameter
  readonly username: TextParameter
  /** Default `10`. */
  readonly login_timeout?: IntegerParameter
  readonly port_as_ip?: BooleanParameter
  /** Default `3`. */
  readonly retry_on?: IntegerParameter
}

/** The parameters of stonith:fence_ilo2. */
interface FenceIlo2Parameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters, FenceSslParameters {
  /** Default `443`. */
  readonly ipport?: IntegerParameter
  readonly notls?: BooleanParameter
  /** @deprecated Write `ribcl_version`. */
  readonly ribcl?: TextParameter
  readonly ribcl_version?: TextParameter
  /** Default `1`. */
  readonly ssl?: BooleanParameter
  readonly 'tls1.0'?: BooleanParameter
  readonly username: TextParameter
  /** Default `10`. */
  readonly login_timeout?: IntegerParameter
  readonly port_as_ip?: BooleanParameter
  /** Default `3`. */
  readonly retry_on?: IntegerParameter
}

/** The parameters of stonith:fence_ilo3. */
interface FenceIlo3Parameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters, FenceSudoParameters, FenceIpmiParameters {
  /** Default `623`. */
  readonly ipport?: IntegerParameter
  /** Default `onoff`. */
  readonly method?: 'onoff' | 'cycle' | NvpairBuilder
  readonly port_as_ip?: BooleanParameter
  /** Default `4`. */
  readonly power_wait?: IntegerParameter
}

/** The parameters of stonith:fence_ilo3_ssh. */
interface FenceIlo3SshParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters, FenceSshParameters {
  /**
   * Default `['MP>', 'hpiLO->']`.
   * @deprecated Write `command_prompt`.
   */
  readonly cmd_prompt?: TextParameter
  /** Default `['MP>', 'hpiLO->']`. */
  readonly command_prompt?: TextParameter
  /** Default `23`. */
  readonly ipport?: IntegerParameter
  /** Default `onoff`. */
  readonly method?: 'onoff' | 'cycle' | NvpairBuilder
  readonly username: TextParameter
  readonly port_as_ip?: BooleanParameter
  /** Default `5`. */
  readonly power_wait?: IntegerParameter
  /** Default `/usr/bin/telnet`. */
  readonly telnet_path?: TextParameter
}

/** The parameters of stonith:fence_ilo4. */
interface FenceIlo4Parameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters, FenceSudoParameters, FenceIpmiParameters {
  /** Default `623`. */
  readonly ipport?: IntegerParameter
  /** Default `onoff`. */
  readonly method?: 'onoff' | 'cycle' | NvpairBuilder
  readonly port_as_ip?: BooleanParameter
  /** Default `2`. */
  readonly power_wait?: IntegerParameter
}

/** The parameters of stonith:fence_ilo4_ssh. */
interface FenceIlo4SshParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters, FenceSshParameters {
  /**
   * Default `['MP>', 'hpiLO->']`.
   * @deprecated Write `command_prompt`.
   */
  readonly cmd_prompt?: TextParameter
  /** Default `['MP>', 'hpiLO->']`. */
  readonly command_prompt?: TextParameter
  /** Default `23`. */
  readonly ipport?: IntegerParameter
  /** Default `onoff`. */
  readonly method?: 'onoff' | 'cycle' | NvpairBuilder
  readonly username: TextParameter
  readonly port_as_ip?: BooleanParameter
  /** Default `5`. */
  readonly power_wait?: IntegerParameter
  /** Default `/usr/bin/telnet`. */
  readonly telnet_path?: TextParameter
}

/** The parameters of stonith:fence_ilo5. */
interface FenceIlo5Parameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters, FenceSudoParameters, FenceIpmiParameters {
  /** Default `623`. */
  readonly ipport?: IntegerParameter
  /** Default `onoff`. */
  readonly method?: 'onoff' | 'cycle' | NvpairBuilder
  readonly port_as_ip?: BooleanParameter
  /** Default `2`. */
  readonly power_wait?: IntegerParameter
}

/** The parameters of stonith:fence_ilo5_ssh. */
interface FenceIlo5SshParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters, FenceSshParameters {
  /**
   * Default `['MP>', 'hpiLO->']`.
   * @deprecated Write `command_prompt`.
   */
  readonly cmd_prompt?: TextParameter
  /** Default `['MP>', 'hpiLO->']`. */
  readonly command_prompt?: TextParameter
  /** Default `23`. */
  readonly ipport?: IntegerParameter
  /** Default `onoff`. */
  readonly method?: 'onoff' | 'cycle' | NvpairBuilder
  readonly username: TextParameter
  readonly port_as_ip?: BooleanParameter
  /** Default `5`. */
  readonly power_wait?: IntegerParameter
  /** Default `/usr/bin/telnet`. */
  readonly telnet_path?: TextParameter
}

/** The parameters of stonith:fence_ilo_moonshot. */
interface FenceIloMoonshotParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters, FenceSshParameters {
  /**
   * Default `['MP>', 'hpiLO->']`.
   * @deprecated Write `command_prompt`.
   */
  readonly cmd_prompt?: TextParameter
  /** Default `['MP>', 'hpiLO->']`. */
  readonly command_prompt?: TextParameter
  readonly ip: TextParameter
  /** Default `22`. */
  readonly ipport?: IntegerParameter
  /**
   * Default `1`.
   * @deprecated Write `ssh`.
   */
  readonly secure?: BooleanParameter
  /** Default `1`. */
  readonly ssh?: BooleanParameter
  readonly username: TextParameter
  /** Default `,`. */
  readonly separator?: TextParameter
}

/** The parameters of stonith:fence_ilo_mp. */
interface FenceIloMpParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters, FenceSshParameters {
  /**
   * Default `['MP>', 'hpiLO->']`.
   * @deprecated Write `command_prompt`.
   */
  readonly cmd_prompt?: TextParameter
  /** Default `['MP>', 'hpiLO->']`. */
  readonly command_prompt?: TextParameter
  /** Default `23`. */
  readonly ipport?: IntegerParameter
  readonly username: TextParameter
  readonly port_as_ip?: BooleanParameter
  /** Default `5`. */
  readonly power_wait?: IntegerParameter
  /** Default `/usr/bin/telnet`. */
  readonly telnet_path?: TextParameter
}

/** The parameters of stonith:fence_ilo_ssh. */
interface FenceIloSshParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters, FenceSshParameters {
  /**
   * Default `['MP>', 'hpiLO->']`.
   * @deprecated Write `command_prompt`.
   */
  readonly cmd_prompt?: TextParameter
  /** Default `['MP>', 'hpiLO->']`. */
  readonly command_prompt?: TextParameter
  /** Default `23`. */
  readonly ipport?: IntegerParameter
  /** Default `onoff`. */
  readonly method?: 'onoff' | 'cycle' | NvpairBuilder
  readonly username: TextParameter
  readonly port_as_ip?: BooleanParameter
  /** Default `5`. */
  readonly power_wait?: IntegerParameter
  /** Default `/usr/bin/telnet`. */
  readonly telnet_path?: TextParameter
}

/** The parameters of stonith:fence_imm. */
interface FenceImmParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters, FenceSudoParameters, FenceIpmiParameters {
  /** Default `623`. */
  readonly ipport?: IntegerParameter
  /** Default `0`. */
  readonly lanplus?: BooleanParameter
  /** Default `onoff`. */
  readonly method?: 'onoff' | 'cycle' | NvpairBuilder
  readonly port_as_ip?: BooleanParameter
  /** Default `2`. */
  readonly power_wait?: IntegerParameter
}

/** The parameters of stonith:fence_intelmodular. */
interface FenceIntelmodularParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters, FenceSnmpParameters {
  readonly community?: TextParameter
  readonly ip: TextParameter
  /** Default `161`. */
  readonly ipport?: IntegerParameter
  readonly snmp_version?: '1' | '2c' | '3' | NvpairBuilder
  /** Default `,`. */
  readonly separator?: TextParameter
}

/** The parameters of stonith:fence_ipdu. */
interface FenceIpduParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters, FenceSnmpParameters {
  /** Default `private`. */
  readonly community?: TextParameter
  readonly ip: TextParameter
  /** Default `161`. */
  readonly ipport?: IntegerParameter
  /** Default `3`. */
  readonly snmp_version?: '1' | '2c' | '3' | NvpairBuilder
  /** Default `,`. */
  readonly separator?: TextParameter
}

/** The parameters of stonith:fence_ipmilan. */
interface FenceIpmilanParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters, FenceSudoParameters, FenceIpmiParameters {
  /** Default `623`. */
  readonly ipport?: IntegerParameter
  /** Default `0`. */
  readonly lanplus?: BooleanParameter
  /** Default `onoff`. */
  readonly method?: 'onoff' | 'cycle' | NvpairBuilder
  readonly port_as_ip?: BooleanParameter
  /** Default `2`. */
  readonly power_wait?: IntegerParameter
}

/** The parameters of stonith:fence_ipmilanplus. */
interface FenceIpmilanplusParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters, FenceSudoParameters, FenceIpmiParameters {
  /** Default `623`. */
  readonly ipport?: IntegerParameter
  /** Default `onoff`. */
  readonly method?: 'onoff' | 'cycle' | NvpairBuilder
  readonly port_as_ip?: BooleanParameter
  /** Default `2`. */
  readonly power_wait?: IntegerParameter
}

/** The parameters of stonith:fence_ironic. */
interface FenceIronicParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters {
  /** @deprecated Write `auth_url`. */
  readonly 'auth-url'?: TextParameter
  readonly auth_url: TextParameter
  /**
   * Default `admin`.
   * @deprecated Write `tenant_name`.
   */
  readonly 'tenant-name'?: TextParameter
  /** Default `admin`. */
  readonly tenant_name?: TextParameter
  readonly username: TextParameter
  /** Default `,`. */
  readonly separator?: TextParameter
  /**
   * Default `/usr/bin/openstack`.
   * @deprecated Write `openstack_path`.
   */
  readonly 'openstack-path'?: TextParameter
  /** Default `/usr/bin/openstack`. */
  readonly openstack_path?: TextParameter
}

/** The parameters of stonith:fence_kdump. */
interface FenceKdumpParameters extends FencingParameters {
  readonly nodename?: TextParameter
  /** Default `7410`. */
  readonly ipport?: TextParameter
  /** Default `auto`. */
  readonly family?: TextParameter
  /** Default `off`. */
  readonly action?: TextParameter
  /** Default `60`. */
  readonly timeout?: TextParameter
  readonly verbose?: BooleanParameter
  readonly version?: BooleanParameter
  readonly usage?: BooleanParameter
}

/** The parameters of stonith:fence_kubevirt. */
interface FenceKubevirtParameters extends FencingParameters, FenceAgentParameters {
  readonly ssl_insecure?: BooleanParameter
  readonly namespace?: TextParameter
  readonly kubeconfig?: TextParameter
  /** Default `kubevirt.io/v1`. */
  readonly apiversion?: TextParameter
  /** Default `,`. */
  readonly separator?: TextParameter
  /** Default `40`. */
  readonly power_timeout?: IntegerParameter
}

/** The parameters of stonith:fence_ldom. */
interface FenceLdomParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters, FenceSshParameters {
  /**
   * Default `['\\ $']`.
   * @deprecated Write `command_prompt`.
   */
  readonly cmd_prompt?: TextParameter
  /** Default `['\\ $']`. */
  readonly command_prompt?: TextParameter
  readonly ip: TextParameter
  /** Default `22`. */
  readonly ipport?: IntegerParameter
  /**
   * Default `1`.
   * @deprecated Write `ssh`.
   */
  readonly secure?: BooleanParameter
  /** Default `1`. */
  readonly ssh?: BooleanParameter
  readonly username: TextParameter
  /** Default `,`. */
  readonly separator?: TextParameter
}

/** The parameters of stonith:fence_legacy. */
interface FenceLegacyParameters extends FencingParameters {
  /** Default `disable`. */
  readonly action?: TextParameter
  readonly port?: TextParameter
  readonly help?: TextParameter
}

/** The parameters of stonith:fence_lindypdu. */
interface FenceLindypduParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters, FenceSnmpParameters {
  /** Default `public`. */
  readonly community?: TextParameter
  readonly ip: TextParameter
  /** Default `161`. */
  readonly ipport?: IntegerParameter
  /** Default `1`. */
  readonly snmp_version?: '1' | '2c' | '3' | NvpairBuilder
  /** Default `1`. */
  readonly switch?: TextParameter
  /** Default `,`. */
  readonly separator?: TextParameter
}

/** The parameters of stonith:fence_lpar. */
interface FenceLparParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters, FenceSshParameters {
  /**
   * Default `[':~>', ']\\$', '\\$ ']`.
   * @deprecated Write `command_prompt`.
   */
  readonly cmd_prompt?: TextParameter
  /** Default `[':~>', ']\\$', '\\$ ']`. */
  readonly command_prompt?: TextParameter
  /** Default `4`. */
  readonly hmc_version?: '3' | '4' | 'ivm' | NvpairBuilder
  readonly ip: TextParameter
  /** Default `22`. */
  readonly ipport?: IntegerParameter
  readonly managed: TextParameter
  /**
   * Default `1`.
   * @deprecated Write `ssh`.
   */
  readonly secure?: BooleanParameter
  /** Default `1`. */
  readonly ssh?: BooleanParameter
  readonly username: TextParameter
  /** Default `,`. */
  readonly separator?: TextParameter
  /** Default `15`. */
  readonly login_timeout?: IntegerParameter
}

/** The parameters of stonith:fence_mpath. */
interface FenceMpathParameters extends FencingParameters, FenceAgentParameters, FenceSudoParameters {
  /** Default `off`. */
  readonly action?: TextParameter
  readonly devices?: TextParameter
  readonly key?: TextParameter
  /** Default `/usr/sbin/mpathpersist`. */
  readonly mpathpersist_path?: TextParameter
  /** Default `/var/run/cluster`. */
  readonly store_path?: TextParameter
  /** @deprecated Write `suppress_errors`. */
  readonly 'suppress-errors'?: BooleanParameter
  readonly suppress_errors?: BooleanParameter
}

/** The parameters of stonith:fence_netio. */
interface FenceNetioParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters {
  readonly ip: TextParameter
  /** Default `1234`. */
  readonly ipport?: IntegerParameter
  readonly username: TextParameter
  /** Default `,`. */
  readonly separator?: TextParameter
  /** Default `/usr/bin/telnet`. */
  readonly telnet_path?: TextParameter
}

/** The parameters of stonith:fence_nutanix_ahv. */
interface FenceNutanixAhvParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters {
  readonly ip: TextParameter
  /** Default `80`. */
  readonly ipport?: IntegerParameter
  /** Default `onoff`. */
  readonly method?: 'onoff' | 'cycle' | NvpairBuilder
  readonly notls?: BooleanParameter
  readonly ssl?: BooleanParameter
  readonly ssl_insecure?: BooleanParameter
  readonly ssl_secure?: BooleanParameter
  readonly username: TextParameter
  readonly filter?: TextParameter
  /** Default `,`. */
  readonly separator?: TextParameter
  /** Default `60`. */
  readonly power_timeout?: IntegerParameter
  readonly gnutlscli_path?: TextParameter
}

/** The parameters of stonith:fence_openstack. */
interface FenceOpenstackParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters {
  /** @deprecated Write `auth_url`. */
  readonly 'auth-url'?: TextParameter
  readonly auth_url?: TextParameter
  /**
   * Default `Default`.
   * @deprecated Write `project_domain_name`.
   */
  readonly 'project-domain-name'?: TextParameter
  /**
   * Default `admin`.
   * @deprecated Write `project_name`.
   */
  readonly 'project-name'?: TextParameter
  /** Default `Default`. */
  readonly project_domain_name?: TextParameter
  /** Default `admin`. */
  readonly project_name?: TextParameter
  /**
   * Default `Default`.
   * @deprecated Write `user_domain_name`.
   */
  readonly 'user-domain-name'?: TextParameter
  /** Default `Default`. */
  readonly user_domain_name?: TextParameter
  readonly uuid?: TextParameter
  /** Default `60`. */
  readonly power_timeout?: IntegerParameter
  readonly ssl_insecure?: BooleanParameter
  readonly cloud?: TextParameter
  readonly openrc?: TextParameter
  readonly cacert?: TextParameter
  /** Default `60`. */
  readonly apitimeout?: IntegerParameter
  /** Default `,`. */
  readonly separator?: TextParameter
}

/** The parameters of stonith:fence_ovh. */
interface FenceOvhParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters {
  readonly email: TextParameter
  readonly username: TextParameter
  /** Default `,`. */
  readonly separator?: TextParameter
}

/** The parameters of stonith:fence_ovm. */
interface FenceOvmParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters {
  readonly ip: TextParameter
  /** Default `7002`. */
  readonly ipport?: IntegerParameter
  readonly ssl?: BooleanParameter
  readonly ssl_client_certificate_file?: TextParameter
  readonly ssl_insecure?: BooleanParameter
  readonly ssl_secure?: BooleanParameter
  /** Default `,`. */
  readonly separator?: TextParameter
  readonly gnutlscli_path?: TextParameter
}

/** The parameters of stonith:fence_powerman. */
interface FencePowermanParameters extends FencingParameters, FenceAgentParameters, FenceAddressParameters {
  /** Default `10101`. */
  readonly ipport?: IntegerParameter
  /** Default `3`. */
  readonly delay?: IntegerParameter
  readonly port_as_ip?: BooleanParameter
  /** Default `3`. */
  readonly power_wait?: IntegerParameter
  /** Default `/usr/bin/powerman`. */
  readonly powerman_path?: TextParameter
}

/** The parameters of stonith:fence_pve. */
interface FencePveParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters, FenceSslParameters {
  readonly ip: TextParameter
  /** Default `8006`. */
  readonly ipport?: IntegerParameter
  /**
   * Default `root@pam`.
   * @deprecated Write `username`.
   */
  readonly login?: TextParameter
  /** Default `onoff`. */
  readonly method?: 'onoff' | 'cycle' | NvpairBuilder
  /** Default `root@pam`. */
  readonly username?: TextParameter
  /** @deprecated Write `nodename`. */
  readonly node_name?: TextParameter
  readonly nodename?: TextParameter
  /** Default `qemu`. */
  readonly vmtype?: TextParameter
  /** Default `,`. */
  readonly separator?: TextParameter
  /** Default `1`. */
  readonly ssl?: BooleanParameter
  readonly pve_node?: TextParameter
  readonly pve_node_auto?: BooleanParameter
}

/** The parameters of stonith:fence_raritan. */
interface FenceRaritanParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters {
  readonly ip: TextParameter
  /** Default `23`. */
  readonly ipport?: IntegerParameter
  readonly username: TextParameter
  /** Default `,`. */
  readonly separator?: TextParameter
  /** Default `/usr/bin/telnet`. */
  readonly telnet_path?: TextParameter
}

/** The parameters of stonith:fence_raritan_px3. */
interface FenceRaritanPx3Parameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters, FenceSshParameters {
  /**
   * Default `.*\[My PDU\] #`.
   * @deprecated Write `command_prompt`.
   */
  readonly cmd_prompt?: TextParameter
  /** Default `.*\[My PDU\] #`. */
  readonly command_prompt?: TextParameter
  readonly ip: TextParameter
  /** Default `23`. */
  readonly ipport?: IntegerParameter
  readonly username: TextParameter
  /** Default `,`. */
  readonly separator?: TextParameter
  /** Default `8`. */
  readonly shell_timeout?: IntegerParameter
  /** Default `/usr/bin/telnet`. */
  readonly telnet_path?: TextParameter
}

/** The parameters of stonith:fence_rcd_serial. */
interface FenceRcdSerialParameters extends FencingParameters {
  /** Default `reboot`. */
  readonly action?: TextParameter
  /** Default `cycle`. */
  readonly method?: 'onoff' | 'cycle' | NvpairBuilder
  /** Default `/dev/ttyS0`. */
  readonly serial_port?: TextParameter
  readonly quiet?: BooleanParameter
  readonly verbose?: BooleanParameter
  readonly verbose_level?: IntegerParameter
  /** @deprecated Write `debug_file`. */
  readonly debug?: TextParameter
  readonly debug_file?: TextParameter
  readonly version?: BooleanParameter
  readonly help?: BooleanParameter
  /** Default `0`. */
  readonly delay?: IntegerParameter
  readonly disable_timeout?: TextParameter
  /** Default `5`. */
  readonly login_timeout?: IntegerParameter
  /** Default `20`. */
  readonly power_timeout?: IntegerParameter
  /** Default `2`. */
  readonly power_wait?: IntegerParameter
  /** Default `3`. */
  readonly shell_timeout?: IntegerParameter
  /** Default `1`. */
  readonly retry_on?: IntegerParameter
  /** Default `,`. */
  readonly plug_separator?: TextParameter
  /** Default `1`. */
  readonly stonith_status_sleep?: IntegerParameter
}

/** The parameters of stonith:fence_redfish. */
interface FenceRedfishParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters, FenceSslParameters {
  /** Default `443`. */
  readonly ipport?: IntegerParameter
  /**
   * Default `/redfish/v1`.
   * @deprecated Write `redfish_uri`.
   */
  readonly 'redfish-uri'?: TextParameter
  /** Default `/redfish/v1`. */
  readonly redfish_uri?: TextParameter
  /** Default `1`. */
  readonly ssl?: BooleanParameter
  /** @deprecated Write `systems_uri`. */
  readonly 'systems-uri'?: TextParameter
  readonly systems_uri?: TextParameter
  readonly username: TextParameter
  readonly port_as_ip?: BooleanParameter
}

/** The parameters of stonith:fence_rhevm. */
interface FenceRhevmParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters, FenceSslParameters {
  readonly ip: TextParameter
  /** Default `80`. */
  readonly ipport?: IntegerParameter
  readonly notls?: BooleanParameter
  readonly use_cookies?: BooleanParameter
  readonly username: TextParameter
  /** Default `auto`. */
  readonly api_version?: TextParameter
  readonly cookie_file?: TextParameter
  /** Default `/ovirt-engine/api`. */
  readonly api_path?: TextParameter
  readonly disable_http_filter?: BooleanParameter
  /** Default `,`. */
  readonly separator?: TextParameter
  /** Default `1`. */
  readonly power_wait?: IntegerParameter
  /** Default `5`. */
  readonly shell_timeout?: IntegerParameter
}

/** The parameters of stonith:fence_rsa. */
interface FenceRsaParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters, FenceSshParameters {
  /**
   * Default `['>']`.
   * @deprecated Write `command_prompt`.
   */
  readonly cmd_prompt?: TextParameter
  /** Default `['>']`. */
  readonly command_prompt?: TextParameter
  /** Default `23`. */
  readonly ipport?: IntegerParameter
  /** Default `-F /dev/null`. */
  readonly ssh_options?: TextParameter
  readonly username: TextParameter
  /** Default `10`. */
  readonly login_timeout?: IntegerParameter
  readonly port_as_ip?: BooleanParameter
  /** Default `/usr/bin/telnet`. */
  readonly telnet_path?: TextParameter
}

/** The parameters of stonith:fence_rsb. */
interface FenceRsbParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters, FenceSshParameters {
  /**
   * Default `['to quit:']`.
   * @deprecated Write `command_prompt`.
   */
  readonly cmd_prompt?: TextParameter
  /** Default `['to quit:']`. */
  readonly command_prompt?: TextParameter
  /** Default `3172`. */
  readonly ipport?: IntegerParameter
  readonly username: TextParameter
  readonly port_as_ip?: BooleanParameter
  /** Default `/usr/bin/telnet`. */
  readonly telnet_path?: TextParameter
}

/** The parameters of stonith:fence_sanbox2. */
interface FenceSanbox2Parameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters {
  /** Default `off`. */
  readonly action?: TextParameter
  /**
   * Default `[' #> ']`.
   * @deprecated Write `command_prompt`.
   */
  readonly cmd_prompt?: TextParameter
  /** Default `[' #> ']`. */
  readonly command_prompt?: TextParameter
  readonly ip: TextParameter
  /** Default `23`. */
  readonly ipport?: IntegerParameter
  readonly username: TextParameter
  /** Default `,`. */
  readonly separator?: TextParameter
  /** Default `/usr/bin/telnet`. */
  readonly telnet_path?: TextParameter
}

/** The parameters of stonith:fence_sbd. */
interface FenceSbdParameters extends FencingParameters, FenceAgentParameters {
  readonly devices: TextParameter
  /** Default `cycle`. */
  readonly method?: 'onoff' | 'cycle' | NvpairBuilder
  /** Default `,`. */
  readonly separator?: TextParameter
  /** Default `30`. */
  readonly power_timeout?: IntegerParameter
  /** Default `/usr/sbin/sbd`. */
  readonly sbd_path?: TextParameter
}

/** The parameters of stonith:fence_scsi. */
interface FenceScsiParameters extends FencingParameters, FenceAgentParameters {
  /** Default `off`. */
  readonly action?: TextParameter
  readonly aptpl?: BooleanParameter
  readonly devices?: TextParameter
  readonly key?: TextParameter
  readonly readonly?: BooleanParameter
  readonly logfile?: TextParameter
  /** Default `/usr/sbin/corosync-cmapctl`. */
  readonly corosync_cmap_path?: TextParameter
  /** Default `id`. */
  readonly key_value?: TextParameter
  /** Default `/usr/bin/sg_persist`. */
  readonly sg_persist_path?: TextParameter
  /** Default `/usr/bin/sg_turs`. */
  readonly sg_turs_path?: TextParameter
  /** Default `/sbin/vgs`. */
  readonly vgs_path?: TextParameter
  /** @deprecated Write `suppress_errors`. */
  readonly 'suppress-errors'?: BooleanParameter
  readonly suppress_errors?: BooleanParameter
}

/** The parameters of stonith:fence_shelly_gen2. */
interface FenceShellyGen2Parameters extends FencingParameters, FenceAgentParameters, FenceAddressParameters {
  readonly ip: TextParameter
  /** Default `80`. */
  readonly ipport?: IntegerParameter
  readonly notls?: BooleanParameter
  /** @deprecated Write `password`. */
  readonly passwd?: TextParameter
  /** @deprecated Write `password_script`. */
  readonly passwd_script?: TextParameter
  readonly password?: TextParameter
  readonly password_script?: TextParameter
  readonly ssl?: BooleanParameter
  readonly ssl_insecure?: BooleanParameter
  readonly ssl_secure?: BooleanParameter
  /** Default `,`. */
  readonly separator?: TextParameter
  /** Default `1`. */
  readonly power_wait?: IntegerParameter
  /** Default `5`. */
  readonly shell_timeout?: IntegerParameter
  readonly gnutlscli_path?: TextParameter
}

/** The parameters of stonith:fence_skalar. */
interface FenceSkalarParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters, FenceSslParameters {
  readonly force?: BooleanParameter
  readonly graceful?: BooleanParameter
  readonly ip: TextParameter
  /** Default `80`. */
  readonly ipport?: IntegerParameter
  readonly username: TextParameter
  /** Default `,`. */
  readonly separator?: TextParameter
}

/** The parameters of stonith:fence_tripplite_snmp. */
interface FenceTrippliteSnmpParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters, FenceSnmpParameters {
  /** Default `private`. */
  readonly community?: TextParameter
  readonly ip: TextParameter
  /** Default `161`. */
  readonly ipport?: IntegerParameter
  /** Default `1`. */
  readonly snmp_version?: '1' | '2c' | '3' | NvpairBuilder
  /** Default `,`. */
  readonly separator?: TextParameter
}

/** The parameters of stonith:fence_vbox. */
interface FenceVboxParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters, FenceSshParameters, FenceSudoParameters {
  /**
   * Default `['\\[EXPECT\\]#']`.
   * @deprecated Write `command_prompt`.
   */
  readonly cmd_prompt?: TextParameter
  /** Default `['\\[EXPECT\\]#']`. */
  readonly command_prompt?: TextParameter
  readonly ip: TextParameter
  /** Default `22`. */
  readonly ipport?: IntegerParameter
  /**
   * Default `1`.
   * @deprecated Write `ssh`.
   */
  readonly secure?: BooleanParameter
  /** Default `1`. */
  readonly ssh?: BooleanParameter
  readonly username: TextParameter
  /** Default `,`. */
  readonly separator?: TextParameter
  /** Default `linux`. */
  readonly host_os?: 'linux' | 'macos' | 'windows' | NvpairBuilder
  readonly missing_as_off?: BooleanParameter
  /** Default `VBoxManage`. */
  readonly vboxmanage_path?: TextParameter
}

/** The parameters of stonith:fence_virsh. */
interface FenceVirshParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters, FenceSshParameters, FenceSudoParameters {
  /**
   * Default `['\\[EXPECT\\]#']`.
   * @deprecated Write `command_prompt`.
   */
  readonly cmd_prompt?: TextParameter
  /** Default `['\\[EXPECT\\]#']`. */
  readonly command_prompt?: TextParameter
  readonly ip: TextParameter
  /** Default `22`. */
  readonly ipport?: IntegerParameter
  /**
   * Default `1`.
   * @deprecated Write `ssh`.
   */
  readonly secure?: BooleanParameter
  /** Default `1`. */
  readonly ssh?: BooleanParameter
  readonly username: TextParameter
  /** Default `,`. */
  readonly separator?: TextParameter
  readonly missing_as_off?: BooleanParameter
}

/** The parameters of stonith:fence_virt. */
interface FenceVirtParameters extends FencingParameters {
  readonly debug?: BooleanParameter
  /** Default `/dev/ttyS1`. */
  readonly serial_device?: TextParameter
  /** Default `115200,8N1`. */
  readonly serial_params?: TextParameter
  /** Default `10.0.2.179`. */
  readonly channel_address?: TextParameter
  /** Default `1229`. */
  readonly ipport?: TextParameter
  readonly plug?: TextParameter
  /** @deprecated Write `plug`. */
  readonly port?: TextParameter
  /** Default `reboot`. */
  readonly action?: TextParameter
  /** Default `30`. */
  readonly timeout?: TextParameter
  /** Default `127.0.0.1`. */
  readonly ipaddr?: TextParameter
  /** Default `2`. */
  readonly vsock?: IntegerParameter
  /** Default `sha256`. */
  readonly auth?: TextParameter
  /** Default `sha256`. */
  readonly hash?: TextParameter
  /** Default `/etc/cluster/fence_xvm.key`. */
  readonly key_file?: TextParameter
  /** Default `0`. */
  readonly delay?: TextParameter
  /** @deprecated */
  readonly domain?: TextParameter
}

/** The parameters of stonith:fence_vmware. */
interface FenceVmwareParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters, FenceSshParameters {
  readonly exec?: TextParameter
  /** Default `22`. */
  readonly ipport?: IntegerParameter
  /**
   * Default `1`.
   * @deprecated Write `ssh`.
   */
  readonly secure?: BooleanParameter
  /** Default `1`. */
  readonly ssh?: BooleanParameter
  readonly username: TextParameter
  /** Default `esx`. */
  readonly vmware_type?: TextParameter
  readonly vmware_datacenter?: TextParameter
  readonly port_as_ip?: BooleanParameter
}

/** The parameters of stonith:fence_vmware_rest. */
interface FenceVmwareRestParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters, FenceSslParameters {
  readonly ip: TextParameter
  /** Default `80`. */
  readonly ipport?: IntegerParameter
  readonly notls?: BooleanParameter
  readonly username: TextParameter
  /** Default `/rest`. */
  readonly api_path?: TextParameter
  readonly filter?: TextParameter
  /** Default `,`. */
  readonly separator?: TextParameter
  /** Default `1`. */
  readonly power_wait?: IntegerParameter
  /** Default `5`. */
  readonly shell_timeout?: IntegerParameter
}

/** The parameters of stonith:fence_vmware_soap. */
interface FenceVmwareSoapParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters, FenceSslParameters {
  readonly ip: TextParameter
  /** Default `80`. */
  readonly ipport?: IntegerParameter
  readonly notls?: BooleanParameter
  readonly username: TextParameter
  /** Default `,`. */
  readonly separator?: TextParameter
}

/** The parameters of stonith:fence_vmware_vcloud. */
interface FenceVmwareVcloudParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters, FenceSslParameters {
  readonly ip: TextParameter
  /** Default `80`. */
  readonly ipport?: IntegerParameter
  readonly notls?: BooleanParameter
  readonly username: TextParameter
  /** Default `/api`. */
  readonly api_path?: TextParameter
  /** Default `,`. */
  readonly separator?: TextParameter
  /** Default `1`. */
  readonly power_wait?: IntegerParameter
  /** Default `5`. */
  readonly shell_timeout?: IntegerParameter
}

/** The parameters of stonith:fence_watchdog. */
interface FenceWatchdogParameters extends FencingParameters {
  /** Default `metadata`. */
  readonly action?: TextParameter
  readonly nodename?: TextParameter
  readonly plug?: TextParameter
  readonly version?: BooleanParameter
  readonly help?: BooleanParameter
}

/** The parameters of stonith:fence_wti. */
interface FenceWtiParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters, FenceSshParameters {
  /**
   * Default `['RSM>', 'MPC>', 'IPS>', 'TPS>', 'NBB>', 'NPS>', 'VMR>']`.
   * @deprecated Write `command_prompt`.
   */
  readonly cmd_prompt?: TextParameter
  /** Default `['RSM>', 'MPC>', 'IPS>', 'TPS>', 'NBB>', 'NPS>', 'VMR>']`. */
  readonly command_prompt?: TextParameter
  readonly ip: TextParameter
  /** Default `23`. */
  readonly ipport?: IntegerParameter
  /** Default `,`. */
  readonly separator?: TextParameter
  /** Default `10`. */
  readonly login_timeout?: IntegerParameter
  /** Default `/usr/bin/telnet`. */
  readonly telnet_path?: TextParameter
}

/** The parameters of stonith:fence_xenapi. */
interface FenceXenapiParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters {
  readonly session_url: TextParameter
  /** Default `,`. */
  readonly separator?: TextParameter
}

/** The parameters of stonith:fence_xvm. */
interface FenceXvmParameters extends FencingParameters {
  readonly debug?: BooleanParameter
  /** Default `auto`. */
  readonly ip_family?: TextParameter
  readonly multicast_address?: TextParameter
  /** Default `1229`. */
  readonly ipport?: TextParameter
  /** Default `20`. */
  readonly retrans?: TextParameter
  /** Default `sha256`. */
  readonly auth?: TextParameter
  /** Default `sha256`. */
  readonly hash?: TextParameter
  /** Default `/etc/cluster/fence_xvm.key`. */
  readonly key_file?: TextParameter
  readonly plug?: TextParameter
  /** @deprecated Write `plug`. */
  readonly port?: TextParameter
  /** Default `0`. */
  readonly use_uuid?: TextParameter
  /** Default `reboot`. */
  readonly action?: TextParameter
  /** Default `30`. */
  readonly timeout?: TextParameter
  /** Default `0`. */
  readonly delay?: TextParameter
  /** @deprecated */
  readonly domain?: TextParameter
}

/** The parameters of stonith:fence_zvmip. */
interface FenceZvmipParameters extends FencingParameters, FenceAgentParameters, FenceLoginParameters, FenceAddressParameters, FenceSslParameters {
  readonly inet4_only?: BooleanParameter
  readonly inet6_only?: BooleanParameter
  readonly ip: TextParameter
  /** Default `44444`. */
  readonly ipport?: IntegerParameter
  /** Default `onoff`. */
  readonly method?: 'onoff' | 'cycle' | NvpairBuilder
  readonly username: TextParameter
  /** Default `,`. */
  readonly separator?: TextParameter
  /** Default `1`. */
  readonly missing_as_off?: BooleanParameter
  /** Default `5`. */
  readonly shell_timeout?: IntegerParameter
  /** Default `1`. */
  readonly ssl?: BooleanParameter
  readonly disable_ssl?: BooleanParameter
}

/** The parameters of agents, by their names. */
export interface StonithAgents {
  readonly 'stonith:external/drac5': ExternalDrac5Parameters
  readonly 'stonith:external/dracmc-telnet': ExternalDracmcTelnetParameters
  readonly 'stonith:external/hetzner': ExternalHetznerParameters
  readonly 'stonith:external/hmchttp': ExternalHmchttpParameters
  readonly 'stonith:external/ibmrsa': ExternalIbmrsaParameters
  readonly 'stonith:external/ibmrsa-telnet': ExternalIbmrsaTelnetParameters
  readonly 'stonith:external/ipmi': ExternalIpmiParameters
  readonly 'stonith:external/ippower9258': ExternalIppower9258Parameters
  readonly 'stonith:external/kdumpcheck': ExternalKdumpcheckParameters
  readonly 'stonith:external/libvirt': ExternalLibvirtParameters
  readonly 'stonith:external/nut': ExternalNutParameters
  readonly 'stonith:external/rackpdu': ExternalRackpduParameters
  readonly 'stonith:external/riloe': ExternalRiloeParameters
  readonly 'stonith:external/sbd': ExternalSbdParameters
  readonly 'stonith:external/ssh': ExternalSshParameters
  readonly 'stonith:external/vcenter': ExternalVcenterParameters
  readonly 'stonith:external/vmware': ExternalVmwareParameters
  readonly 'stonith:external/xen0': ExternalXen0Parameters
  readonly 'stonith:external/xen0-ha': ExternalXen0HaParameters
  readonly 'stonith:fence_aliyun': FenceAliyunParameters
  readonly 'stonith:fence_alom': FenceAlomParameters
  readonly 'stonith:fence_amt': FenceAmtParameters
  readonly 'stonith:fence_amt_ws': FenceAmtWsParameters
  readonly 'stonith:fence_apc': FenceApcParameters
  readonly 'stonith:fence_apc_snmp': FenceApcSnmpParameters
  readonly 'stonith:fence_aws': FenceAwsParameters
  readonly 'stonith:fence_aws_vpc_net': FenceAwsVpcNetParameters
  readonly 'stonith:fence_azure_arm': FenceAzureArmParameters
  readonly 'stonith:fence_bladecenter': FenceBladecenterParameters
  readonly 'stonith:fence_brocade': FenceBrocadeParameters
  readonly 'stonith:fence_cdu': FenceCduParameters
  readonly 'stonith:fence_cisco_mds': FenceCiscoMdsParameters
  readonly 'stonith:fence_cisco_ucs': FenceCiscoUcsParameters
  readonly 'stonith:fence_compute': FenceComputeParameters
  readonly 'stonith:fence_crosslink': FenceCrosslinkParameters
  readonly 'stonith:fence_cyberpower_ssh': FenceCyberpowerSshParameters
  readonly 'stonith:fence_docker': FenceDockerParameters
  readonly 'stonith:fence_drac': FenceDracParameters
  readonly 'stonith:fence_drac5': FenceDrac5Parameters
  readonly 'stonith:fence_dummy': FenceDummyParameters
  readonly 'stonith:fence_eaton_snmp': FenceEatonSnmpParameters
  readonly 'stonith:fence_eaton_ssh': FenceEatonSshParameters
  readonly 'stonith:fence_ecloud': FenceEcloudParameters
  readonly 'stonith:fence_emerson': FenceEmersonParameters
  readonly 'stonith:fence_eps': FenceEpsParameters
  readonly 'stonith:fence_epsr2': FenceEpsr2Parameters
  readonly 'stonith:fence_evacuate': FenceEvacuateParameters
  readonly 'stonith:fence_gce': FenceGceParameters
  readonly 'stonith:fence_hds_cb': FenceHdsCbParameters
  readonly 'stonith:fence_hetzner_cloud': FenceHetznerCloudParameters
  readonly 'stonith:fence_heuristics_ping': FenceHeuristicsPingParameters
  readonly 'stonith:fence_hpblade': FenceHpbladeParameters
  readonly 'stonith:fence_ibm_powervs': FenceIbmPowervsParameters
  readonly 'stonith:fence_ibm_vpc': FenceIbmVpcParameters
  readonly 'stonith:fence_ibmblade': FenceIbmbladeParameters
  readonly 'stonith:fence_ibmz': FenceIbmzParameters
  readonly 'stonith:fence_idrac': FenceIdracParameters
  readonly 'stonith:fence_ifmib': FenceIfmibParameters
  readonly 'stonith:fence_ilo': FenceIloParameters
  readonly 'stonith:fence_ilo2': FenceIlo2Parameters
  readonly 'stonith:fence_ilo3': FenceIlo3Parameters
  readonly 'stonith:fence_ilo3_ssh': FenceIlo3SshParameters
  readonly 'stonith:fence_ilo4': FenceIlo4Parameters
  readonly 'stonith:fence_ilo4_ssh': FenceIlo4SshParameters
  readonly 'stonith:fence_ilo5': FenceIlo5Parameters
  readonly 'stonith:fence_ilo5_ssh': FenceIlo5SshParameters
  readonly 'stonith:fence_ilo_moonshot': FenceIloMoonshotParameters
  readonly 'stonith:fence_ilo_mp': FenceIloMpParameters
  readonly 'stonith:fence_ilo_ssh': FenceIloSshParameters
  readonly 'stonith:fence_imm': FenceImmParameters
  readonly 'stonith:fence_intelmodular': FenceIntelmodularParameters
  readonly 'stonith:fence_ipdu': FenceIpduParameters
  readonly 'stonith:fence_ipmilan': FenceIpmilanParameters
  readonly 'stonith:fence_ipmilanplus': FenceIpmilanplusParameters
  readonly 'stonith:fence_ironic': FenceIronicParameters
  readonly 'stonith:fence_kdump': FenceKdumpParameters
  readonly 'stonith:fence_kubevirt': FenceKubevirtParameters
  readonly 'stonith:fence_ldom': FenceLdomParameters
  readonly 'stonith:fence_legacy': FenceLegacyParameters
  readonly 'stonith:fence_lindypdu': FenceLindypduParameters
  readonly 'stonith:fence_lpar': FenceLparParameters
  readonly 'stonith:fence_mpath': FenceMpathParameters
  readonly 'stonith:fence_netio': FenceNetioParameters
  readonly 'stonith:fence_nutanix_ahv': FenceNutanixAhvParameters
  readonly 'stonith:fence_openstack': FenceOpenstackParameters
  readonly 'stonith:fence_ovh': FenceOvhParameters
  readonly 'stonith:fence_ovm': FenceOvmParameters
  readonly 'stonith:fence_powerman': FencePowermanParameters
  readonly 'stonith:fence_pve': FencePveParameters
  readonly 'stonith:fence_raritan': FenceRaritanParameters
  readonly 'stonith:fence_raritan_px3': FenceRaritanPx3Parameters
  readonly 'stonith:fence_rcd_serial': FenceRcdSerialParameters
  readonly 'stonith:fence_redfish': FenceRedfishParameters
  readonly 'stonith:fence_rhevm': FenceRhevmParameters
  readonly 'stonith:fence_rsa': FenceRsaParameters
  readonly 'stonith:fence_rsb': FenceRsbParameters
  readonly 'stonith:fence_sanbox2': FenceSanbox2Parameters
  readonly 'stonith:fence_sbd': FenceSbdParameters
  readonly 'stonith:fence_scsi': FenceScsiParameters
  readonly 'stonith:fence_shelly_gen2': FenceShellyGen2Parameters
  readonly 'stonith:fence_skalar': FenceSkalarParameters
  readonly 'stonith:fence_tripplite_snmp': FenceTrippliteSnmpParameters
  readonly 'stonith:fence_vbox': FenceVboxParameters
  readonly 'stonith:fence_virsh': FenceVirshParameters
  readonly 'stonith:fence_virt': FenceVirtParameters
  readonly 'stonith:fence_vmware': FenceVmwareParameters
  readonly 'stonith:fence_vmware_rest': FenceVmwareRestParameters
  readonly 'stonith:fence_vmware_soap': FenceVmwareSoapParameters
  readonly 'stonith:fence_vmware_vcloud': FenceVmwareVcloudParameters
  readonly 'stonith:fence_watchdog': FenceWatchdogParameters
  readonly 'stonith:fence_wti': FenceWtiParameters
  readonly 'stonith:fence_xenapi': FenceXenapiParameters
  readonly 'stonith:fence_xvm': FenceXvmParameters
  readonly 'stonith:fence_zvmip': FenceZvmipParameters
}
