/* The parameters of agents as types. Made by scripts/agents.mjs. */

import type { BooleanParameter, IntegerParameter, TextParameter } from './parameter-values.js'

/** The parameters of ocf:heartbeat:AoEtarget. */
interface AoEtargetParameters {
  readonly device: TextParameter
  /** Default `eth0`. */
  readonly nic?: TextParameter
  readonly shelf?: IntegerParameter
  readonly slot: IntegerParameter
  readonly pid?: TextParameter
  /** Default `/usr/sbin/vblade`. */
  readonly binary?: TextParameter
}

/** The parameters of ocf:heartbeat:AudibleAlarm. */
interface AudibleAlarmParameters {
  readonly nodelist?: TextParameter
}

/** The parameters of ocf:heartbeat:CTDB. */
interface CTDBParameters {
  readonly ctdb_recovery_lock: TextParameter
  /** Default `no`. */
  readonly ctdb_manages_samba?: BooleanParameter
  /** Default `no`. */
  readonly ctdb_manages_winbind?: BooleanParameter
  readonly ctdb_service_smb?: TextParameter
  readonly ctdb_service_nmb?: TextParameter
  readonly ctdb_service_winbind?: TextParameter
  /** Default `yes`. */
  readonly ctdb_samba_skip_share_check?: BooleanParameter
  /** Default `100`. */
  readonly ctdb_monitor_free_memory?: IntegerParameter
  /** Default `no`. */
  readonly ctdb_start_as_disabled?: BooleanParameter
  /** Default `/etc/ctdb`. */
  readonly ctdb_config_dir?: TextParameter
  /** Default `/usr/bin/ctdb`. */
  readonly ctdb_binary?: TextParameter
  /** Default `/usr/sbin/ctdbd`. */
  readonly ctdbd_binary?: TextParameter
  /** Default `/run/ctdb/ctdbd.socket`. */
  readonly ctdb_socket?: TextParameter
  /** Default `/var/run`. */
  readonly ctdb_dbdir?: TextParameter
  /** Default `/var/log/ctdb/log.ctdb`. */
  readonly ctdb_logfile?: TextParameter
  /** Default `/run/ctdb`. */
  readonly ctdb_rundir?: TextParameter
  /** Default `2`. */
  readonly ctdb_debuglevel?: IntegerParameter
  readonly ctdb_max_open_files?: IntegerParameter
  /** Default `/etc/samba/smb.conf`. */
  readonly smb_conf?: TextParameter
  readonly smb_private_dir?: TextParameter
  /** Default `tdbsam`. */
  readonly smb_passdb_backend?: TextParameter
  /** Default `tdb2`. */
  readonly smb_idmap_backend?: TextParameter
  readonly smb_fileid_algorithm?: TextParameter
  /** Default `10`. */
  readonly ctdb_timeout?: IntegerParameter
}

/** The parameters of ocf:heartbeat:ClusterMon. */
interface ClusterMonParameters {
  /** Default `root`. */
  readonly user?: TextParameter
  /** Default `15000`. */
  readonly update?: IntegerParameter
  readonly extra_options?: TextParameter
  readonly pidfile?: TextParameter
  readonly htmlfile?: TextParameter
}

/** The parameters of ocf:heartbeat:Delay. */
interface DelayParameters {
  /** Default `20`. */
  readonly startdelay?: IntegerParameter
  /** Default `30`. */
  readonly stopdelay?: IntegerParameter
  /** Default `30`. */
  readonly mondelay?: IntegerParameter
}

/** The parameters of ocf:heartbeat:Dummy. */
interface DummyParameters {
  readonly state?: TextParameter
  /** Default `dummy`. */
  readonly fake?: TextParameter
}

/** The parameters of ocf:heartbeat:EvmsSCC. */
interface EvmsSCCParameters {
  /** Default `false`. */
  readonly ignore_deprecation?: BooleanParameter
}

/** The parameters of ocf:heartbeat:Evmsd. */
interface EvmsdParameters {
  /** Default `false`. */
  readonly ignore_deprecation?: BooleanParameter
}

/** The parameters of ocf:heartbeat:Filesystem. */
interface FilesystemParameters {
  readonly device: TextParameter
  readonly directory: TextParameter
  readonly fstype: TextParameter
  readonly options?: TextParameter
  /** Default `.Filesystem_status/`. */
  readonly statusfile_prefix?: TextParameter
  /** Default `auto`. */
  readonly run_fsck?: TextParameter
  /** Default `no`. */
  readonly fast_stop?: BooleanParameter
  /** Default `false`. */
  readonly force_clones?: BooleanParameter
  /** Default `true`. */
  readonly force_unmount?: BooleanParameter | TextParameter
  /** Default `TERM`. */
  readonly term_signals?: TextParameter
  /** Default `KILL`. */
  readonly kill_signals?: TextParameter
  /** Default `1`. */
  readonly signal_delay?: TextParameter
}

/** The parameters of ocf:heartbeat:ICP. */
interface ICPParameters {
  readonly driveid: TextParameter
  readonly device: TextParameter
}

/** The parameters of ocf:heartbeat:IPaddr. */
interface IPaddrParameters {
  readonly ip: TextParameter
  /** Default `eth0`. */
  readonly nic?: TextParameter
  readonly cidr_netmask?: TextParameter
  readonly broadcast?: TextParameter
  readonly iflabel?: TextParameter
  /** Default `false`. */
  readonly lvs_support?: BooleanParameter
  readonly local_stop_script?: TextParameter
  readonly local_start_script?: TextParameter
  /** Default `500`. */
  readonly ARP_INTERVAL_MS?: IntegerParameter
  /** Default `10`. */
  readonly ARP_REPEAT?: IntegerParameter
  /** Default `yes`. */
  readonly ARP_BACKGROUND?: BooleanParameter
  /** Default `ffffffffffff`. */
  readonly ARP_NETMASK?: TextParameter
}

/** The parameters of ocf:heartbeat:IPaddr2. */
interface IPaddr2Parameters {
  readonly ip: TextParameter
  readonly nic?: TextParameter
  readonly cidr_netmask?: TextParameter
  readonly broadcast?: TextParameter
  readonly iflabel?: TextParameter
  /** Default `false`. */
  readonly lvs_support?: BooleanParameter
  /** Default `true`. */
  readonly lvs_ipv6_addrlabel?: BooleanParameter
  /** Default `99`. */
  readonly lvs_ipv6_addrlabel_value?: IntegerParameter
  readonly mac?: TextParameter
  /** Default `sourceip-sourceport`. */
  readonly clusterip_hash?: TextParameter
  /** Default `false`. */
  readonly unique_clone_address?: BooleanParameter
  /** Default `200`. */
  readonly arp_interval?: IntegerParameter
  /** Default `5`. */
  readonly arp_count?: IntegerParameter
  /** Default `0`. */
  readonly arp_count_refresh?: IntegerParameter
  readonly arp_bg?: TextParameter
  readonly arp_sender?: TextParameter
  readonly send_arp_opts?: TextParameter
  /** Default `false`. */
  readonly flush_routes?: BooleanParameter
  /** Default `false`. */
  readonly run_arping?: BooleanParameter | TextParameter
  /** Default `false`. */
  readonly noprefixroute?: BooleanParameter | TextParameter
  /** Default `forever`. */
  readonly preferred_lft?: TextParameter
  readonly network_namespace?: TextParameter
  /** Default `false`. */
  readonly nodad?: BooleanParameter | TextParameter
  readonly proto?: TextParameter
}

/** The parameters of ocf:heartbeat:IPsrcaddr. */
interface IPsrcaddrParameters {
  readonly ipaddress: TextParameter
  readonly cidr_netmask?: TextParameter
  /** Default `0.0.0.0/0`. */
  readonly destination?: TextParameter
  readonly proto?: TextParameter
  readonly table?: TextParameter
  readonly metric?: TextParameter
  readonly pref?: TextParameter
}

/** The parameters of ocf:heartbeat:IPv6addr. */
interface IPv6addrParameters {
  readonly ipv6addr: TextParameter
  readonly cidr_netmask?: TextParameter
  readonly nic?: TextParameter
}

/** The parameters of ocf:heartbeat:LVM. */
interface LVMParameters {
  readonly volgrpname: TextParameter
  /** Default `false`. */
  readonly exclusive?: BooleanParameter
  /** Default `pacemaker`. */
  readonly tag?: TextParameter
  /** Default `false`. */
  readonly partial_activation?: BooleanParameter | TextParameter
}

/** The parameters of ocf:heartbeat:LVM-activate. */
interface LVMActivateParameters {
  readonly vgname: TextParameter
  readonly lvname?: TextParameter
  readonly vg_access_mode: TextParameter
  /** Default `exclusive`. */
  readonly activation_mode?: TextParameter
  /** Default `pacemaker`. */
  readonly tag?: TextParameter
  /** Default `false`. */
  readonly partial_activation?: BooleanParameter | TextParameter
  /** Default `false`. */
  readonly degraded_activation?: BooleanParameter | TextParameter
  /** Default `false`. */
  readonly majority_pvs?: BooleanParameter | TextParameter
}

/** The parameters of ocf:heartbeat:LinuxSCSI. */
interface LinuxSCSIParameters {
  readonly scsi: TextParameter
  /** Default `false`. */
  readonly ignore_deprecation?: BooleanParameter
}

/** The parameters of ocf:heartbeat:MailTo. */
interface MailToParameters {
  readonly email: TextParameter
  /** Default `Resource Group`. */
  readonly subject?: TextParameter
}

/** The parameters of ocf:heartbeat:ManageRAID. */
interface ManageRAIDParameters {
  readonly raidname: TextParameter
}

/** The parameters of ocf:heartbeat:ManageVE. */
interface ManageVEParameters {
  readonly veid: IntegerParameter
}

/** The parameters of ocf:heartbeat:NodeUtilization. */
interface NodeUtilizationParameters {
  /** Default `true`. */
  readonly dynamic?: BooleanParameter
  /** Default `true`. */
  readonly utilization_cpu?: BooleanParameter
  /** Default `1`. */
  readonly utilization_cpu_reservation?: IntegerParameter
  /** Default `true`. */
  readonly utilization_host_memory?: BooleanParameter
  /** Default `512`. */
  readonly utilization_host_memory_reservation?: IntegerParameter
  /** Default `true`. */
  readonly utilization_hv_memory?: BooleanParameter
  /** Default `512`. */
  readonly utilization_hv_memory_reservation?: IntegerParameter
}

/** The parameters of ocf:heartbeat:Pure-FTPd. */
interface PureFTPdParameters {
  /** Default `/sbin/pure-config.pl`. */
  readonly script?: TextParameter
  /** Default `/etc/pure-ftpd/pure-ftpd.conf`. */
  readonly conffile?: TextParameter
  readonly daemon_type?: TextParameter
  readonly pidfile?: TextParameter
}

/** The parameters of ocf:heartbeat:Raid1. */
interface Raid1Parameters {
  readonly raidconf: TextParameter
  readonly raiddev: TextParameter
  readonly homehost?: TextParameter
  /** Default `true`. */
  readonly force_stop?: BooleanParameter
  /** Default `true`. */
  readonly udev?: BooleanParameter
  /** Default `false`. */
  readonly force_clones?: BooleanParameter
}

/** The parameters of ocf:heartbeat:Route. */
interface RouteParameters {
  readonly destination: TextParameter
  readonly device?: TextParameter
  readonly gateway?: TextParameter
  readonly source?: TextParameter
  readonly table?: TextParameter
  /** Default `detect`. */
  readonly family?: TextParameter
}

/** The parameters of ocf:heartbeat:SAPDatabase. */
interface SAPDatabaseParameters {
  readonly SID: TextParameter
  /** Default `/usr/sap/hostctrl/exe`. */
  readonly DIR_EXECUTABLE?: TextParameter
  readonly DBTYPE: TextParameter
  readonly DBINSTANCE?: TextParameter
  readonly DBOSUSER?: TextParameter
  readonly NETSERVICENAME?: TextParameter
  readonly DBJ2EE_ONLY?: BooleanParameter
  readonly JAVA_HOME?: TextParameter
  /** Default `false`. */
  readonly STRICT_MONITORING?: BooleanParameter
  /** Default `false`. */
  readonly AUTOMATIC_RECOVER?: BooleanParameter
  readonly MONITOR_SERVICES?: TextParameter
  readonly DIR_BOOTSTRAP?: TextParameter
  readonly DIR_SECSTORE?: TextParameter
  readonly DB_JARS?: TextParameter
  readonly PRE_START_USEREXIT?: TextParameter
  readonly POST_START_USEREXIT?: TextParameter
  readonly PRE_STOP_USEREXIT?: TextParameter
  readonly POST_STOP_USEREXIT?: TextParameter
}

/** The parameters of ocf:heartbeat:SAPHana. */
interface SAPHanaParameters {
  readonly SID: TextParameter
  readonly InstanceNumber: TextParameter
  /** Default `false`. */
  readonly PREFER_SITE_TAKEOVER?: BooleanParameter | TextParameter
  /** Default `true`. */
  readonly REMOVE_SAP_SOCKETS?: BooleanParameter
  /** Default `false`. */
  readonly AUTOMATED_REGISTER?: BooleanParameter
  /** Default `7200`. */
  readonly DUPLICATE_PRIMARY_TIMEOUT?: TextParameter
  /** Default `60`. */
  readonly HANA_CALL_TIMEOUT?: TextParameter
  readonly DIR_EXECUTABLE?: TextParameter
  readonly DIR_PROFILE?: TextParameter
  readonly INSTANCE_PROFILE?: TextParameter
  readonly SAPHanaFilter?: TextParameter
}

/** The parameters of ocf:heartbeat:SAPHanaController. */
interface SAPHanaControllerParameters {
  readonly SID: TextParameter
  readonly InstanceNumber: TextParameter
  /** Default `true`. */
  readonly PREFER_SITE_TAKEOVER?: BooleanParameter | TextParameter
  /** Default `false`. */
  readonly AUTOMATED_REGISTER?: BooleanParameter
  /** Default `7200`. */
  readonly DUPLICATE_PRIMARY_TIMEOUT?: TextParameter
  /** Default `120`. */
  readonly HANA_CALL_TIMEOUT?: TextParameter
  readonly DIR_EXECUTABLE?: TextParameter
  readonly DIR_PROFILE?: TextParameter
  readonly INSTANCE_PROFILE?: TextParameter
  /** Default `proceed`. */
  readonly ON_FAIL_ACTION?: TextParameter
}

/** The parameters of ocf:heartbeat:SAPHanaFilesystem. */
interface SAPHanaFilesystemParameters {
  readonly SID: TextParameter
  readonly InstanceNumber?: TextParameter
  readonly DIRECTORY?: TextParameter
  readonly ON_FAIL_ACTION?: TextParameter
}

/** The parameters of ocf:heartbeat:SAPHanaTopology. */
interface SAPHanaTopologyParameters {
  readonly SID: TextParameter
  readonly InstanceNumber: TextParameter
  /** Default `60`. */
  readonly HANA_CALL_TIMEOUT?: TextParameter
  readonly DIR_EXECUTABLE?: TextParameter
  readonly SAPHanaFilter?: TextParameter
}

/** The parameters of ocf:heartbeat:SAPInstance. */
interface SAPInstanceParameters {
  readonly InstanceName: TextParameter
  readonly DIR_EXECUTABLE?: TextParameter
  readonly DIR_PROFILE?: TextParameter
  readonly START_PROFILE?: TextParameter
  /** Default `3600`. */
  readonly START_WAITTIME?: TextParameter
  /** Default `false`. */
  readonly AUTOMATIC_RECOVER?: BooleanParameter
  readonly MONITOR_SERVICES?: TextParameter
  /** Default `normal`. */
  readonly SHUTDOWN_METHOD?: TextParameter
  readonly ERS_InstanceName?: TextParameter
  readonly ERS_START_PROFILE?: TextParameter
  readonly PRE_START_USEREXIT?: TextParameter
  readonly POST_START_USEREXIT?: TextParameter
  readonly PRE_STOP_USEREXIT?: TextParameter
  readonly POST_STOP_USEREXIT?: TextParameter
  /** Default `false`. */
  readonly IS_ERS?: BooleanParameter
  /** Default `false`. */
  readonly MINIMAL_PROBE?: BooleanParameter
}

/** The parameters of ocf:heartbeat:SendArp. */
interface SendArpParameters {
  readonly ip: TextParameter
  readonly nic: TextParameter
  /** Default `true`. */
  readonly background?: BooleanParameter
}

/** The parameters of ocf:heartbeat:ServeRAID. */
interface ServeRAIDParameters {
  readonly serveraid: IntegerParameter
  readonly mergegroup: IntegerParameter
}

/** The parameters of ocf:heartbeat:SphinxSearchDaemon. */
interface SphinxSearchDaemonParameters {
  /** Default `/etc/sphinx/sphinx.conf`. */
  readonly config?: TextParameter
  /** Default `/usr/local/bin/searchd`. */
  readonly searchd?: TextParameter
  /** Default `/usr/local/bin/search`. */
  readonly search?: TextParameter
  /** Default `Heartbeat_Monitor_Query_Match_string`. */
  readonly testQuery?: TextParameter
}

/** The parameters of ocf:heartbeat:Squid. */
interface SquidParameters {
  readonly squid_exe: TextParameter
  readonly squid_conf: TextParameter
  readonly squid_opts?: TextParameter
  readonly squid_pidfile?: TextParameter
  readonly squid_port: IntegerParameter
  /** Default `10`. */
  readonly squid_stop_timeout?: IntegerParameter
  readonly debug_mode?: TextParameter
  readonly debug_log?: TextParameter
}

/** The parameters of ocf:heartbeat:Stateful. */
interface StatefulParameters {
  readonly state?: TextParameter
}

/** The parameters of ocf:heartbeat:SysInfo. */
interface SysInfoParameters {
  readonly pidfile?: TextParameter
  /** Default `0s`. */
  readonly delay?: TextParameter
}

/** The parameters of ocf:heartbeat:VIPArip. */
interface VIPAripParameters {
  readonly ip: TextParameter
  /** Default `eth0`. */
  readonly nic?: TextParameter
  /** Default `/usr/sbin/zebra`. */
  readonly zebra_binary?: TextParameter
  /** Default `/usr/sbin/ripd`. */
  readonly ripd_binary?: TextParameter
}

/** The parameters of ocf:heartbeat:VirtualDomain. */
interface VirtualDomainParameters {
  readonly config: TextParameter
  readonly hypervisor?: TextParameter
  /** Default `0`. */
  readonly force_stop?: BooleanParameter
  readonly migration_transport?: TextParameter
  readonly migration_user?: TextParameter
  /** Default `0`. */
  readonly migration_downtime?: IntegerParameter
  /** Default `0`. */
  readonly migration_speed?: IntegerParameter
  readonly migration_network_suffix?: TextParameter
  readonly migrateuri?: TextParameter
  readonly migrate_options?: TextParameter
  readonly monitor_scripts?: TextParameter
  /** Default `true`. */
  readonly autoset_utilization_cpu?: BooleanParameter
  /** Default `true`. */
  readonly autoset_utilization_hv_memory?: BooleanParameter
  readonly migrateport?: IntegerParameter
  readonly remoteuri?: TextParameter
  readonly save_config_on_stop?: BooleanParameter
  readonly sync_config_on_stop?: BooleanParameter
  readonly snapshot?: TextParameter
  readonly backingfile?: TextParameter
  /** Default `false`. */
  readonly stateless?: BooleanParameter
  readonly copyindirs?: TextParameter
  readonly shutdown_mode?: TextParameter
  /** Default `true`. */
  readonly autoset_utilization_host_memory?: BooleanParameter
  /** Default `false`. */
  readonly unset_utilization_cpu?: BooleanParameter
  /** Default `false`. */
  readonly unset_utilization_host_memory?: BooleanParameter
  /** Default `false`. */
  readonly unset_utilization_hv_memory?: BooleanParameter
  /** Default `false`. */
  readonly start_resources?: BooleanParameter
}

/** The parameters of ocf:heartbeat:WAS. */
interface WASParameters {
  /** Default `/usr/WebSphere/AppServer/config/server-cfg.xml`. */
  readonly config?: TextParameter
  /** Default `9080`. */
  readonly port?: IntegerParameter
}

/** The parameters of ocf:heartbeat:WAS6. */
interface WAS6Parameters {
  /** Default `default`. */
  readonly profile?: TextParameter
}

/** The parameters of ocf:heartbeat:WinPopup. */
interface WinPopupParameters {
  /** Default `hosts`. */
  readonly hostfile?: TextParameter
}

/** The parameters of ocf:heartbeat:Xen. */
interface XenParameters {
  /** Default `/etc/xen/vm/MyDomU`. */
  readonly xmfile?: TextParameter
  readonly name?: TextParameter
  readonly shutdown_timeout?: TextParameter
  /** Default `0`. */
  readonly shutdown_acpi?: BooleanParameter
  /** Default `0`. */
  readonly allow_mem_management?: BooleanParameter
  readonly node_ip_attribute?: TextParameter
  /** Default `512`. */
  readonly reserved_Dom0_memory?: TextParameter
  /** Default `false`. */
  readonly autoset_utilization_cpu?: BooleanParameter
  /** Default `false`. */
  readonly autoset_utilization_hv_memory?: BooleanParameter
  readonly monitor_scripts?: TextParameter
}

/** The parameters of ocf:heartbeat:Xinetd. */
interface XinetdParameters {
  readonly service: TextParameter
}

/** The parameters of ocf:heartbeat:ZFS. */
interface ZFSParameters {
  readonly pool: TextParameter
  readonly importargs?: TextParameter
  /** Default `true`. */
  readonly importforce?: BooleanParameter
}

/** The parameters of ocf:heartbeat:aliyun-vpc-move-ip. */
interface AliyunVpcMoveIpParameters {
  /** Default `detect`. */
  readonly aliyuncli?: TextParameter
  readonly address: TextParameter
  readonly routing_table: TextParameter
  /** Default `eth0`. */
  readonly interface?: TextParameter
  /** Default `vpc.aliyuncs.com`. */
  readonly endpoint?: TextParameter
  /** Default `default`. */
  readonly profile?: TextParameter
}

/** The parameters of ocf:heartbeat:anything. */
interface AnythingParameters {
  readonly binfile: TextParameter
  readonly cmdline_options?: TextParameter
  readonly workdir?: TextParameter
  readonly pidfile?: TextParameter
  /** Default `/dev/null`. */
  readonly logfile?: TextParameter
  readonly errlogfile?: TextParameter
  /** Default `root`. */
  readonly user?: TextParameter
  readonly monitor_hook?: TextParameter
  readonly stop_timeout?: TextParameter
}

/** The parameters of ocf:heartbeat:apache. */
interface ApacheParameters {
  /** Default `/etc/httpd/conf/httpd.conf`. */
  readonly configfile?: TextParameter
  /** Default `/usr/sbin/httpd`. */
  readonly httpd?: TextParameter
  readonly port?: IntegerParameter
  readonly statusurl?: TextParameter
  readonly testregex?: TextParameter
  readonly client?: TextParameter
  readonly testurl?: TextParameter
  readonly testregex10?: TextParameter
  readonly testconffile?: TextParameter
  readonly testname?: TextParameter
  readonly options?: TextParameter
  /** Default `/etc/apache2/envvars`. */
  readonly envfiles?: TextParameter
  /** Default `false`. */
  readonly use_ipv6?: BooleanParameter
}

/** The parameters of ocf:heartbeat:asterisk. */
interface AsteriskParameters {
  /** Default `asterisk`. */
  readonly binary?: TextParameter
  /** Default `astcanary`. */
  readonly canary_binary?: TextParameter
  /** Default `/etc/asterisk/asterisk.conf`. */
  readonly config?: TextParameter
  /** Default `asterisk`. */
  readonly user?: TextParameter
  /** Default `asterisk`. */
  readonly group?: TextParameter
  /** Default `-g -vvv`. */
  readonly additional_parameters?: TextParameter
  /** Default `false`. */
  readonly realtime?: BooleanParameter
  /** Default `8192`. */
  readonly maxfiles?: IntegerParameter
  readonly monitor_sipuri?: TextParameter
}

/** The parameters of ocf:heartbeat:aws-vpc-move-ip. */
interface AwsVpcMoveIpParameters {
  /** Default `/usr/bin/aws`. */
  readonly awscli?: TextParameter
  /** Default `default`. */
  readonly profile?: TextParameter
  readonly region?: TextParameter
  readonly ip: TextParameter
  readonly address?: TextParameter
  readonly routing_table: TextParameter
  readonly routing_table_role?: TextParameter
  /** Default `eth0`. */
  readonly interface?: TextParameter
  /** Default `false`. */
  readonly monapi?: BooleanParameter
  /** Default `InstanceId`. */
  readonly lookup_type?: TextParameter
  readonly iflabel?: TextParameter
  /** Default `key`. */
  readonly auth_type?: TextParameter
  /** Default `3`. */
  readonly curl_retries?: IntegerParameter
  /** Default `1`. */
  readonly curl_sleep?: IntegerParameter
}

/** The parameters of ocf:heartbeat:aws-vpc-route53. */
interface AwsVpcRoute53Parameters {
  /** Default `/usr/bin/aws`. */
  readonly awscli?: TextParameter
  /** Default `default`. */
  readonly profile?: TextParameter
  readonly hostedzoneid: TextParameter
  readonly fullname: TextParameter
  /** Default `local`. */
  readonly ip?: TextParameter
  /** Default `10`. */
  readonly ttl?: TextParameter
  /** Default `key`. */
  readonly auth_type?: TextParameter
  /** Default `3`. */
  readonly curl_retries?: IntegerParameter
  /** Default `1`. */
  readonly curl_sleep?: IntegerParameter
}

/** The parameters of ocf:heartbeat:awseip. */
interface AwseipParameters {
  /** Default `/usr/bin/aws`. */
  readonly awscli?: TextParameter
  /** Default `default`. */
  readonly profile?: TextParameter
  readonly elastic_ip: TextParameter
  readonly allocation_id: TextParameter
  readonly private_ip_address?: TextParameter
  /** Default `3`. */
  readonly api_delay?: IntegerParameter
  /** Default `key`. */
  readonly auth_type?: TextParameter
  readonly region?: TextParameter
  /** Default `3`. */
  readonly curl_retries?: IntegerParameter
  /** Default `1`. */
  readonly curl_sleep?: IntegerParameter
}

/** The parameters of ocf:heartbeat:awsvip. */
interface AwsvipParameters {
  /** Default `/usr/bin/aws`. */
  readonly awscli?: TextParameter
  /** Default `default`. */
  readonly profile?: TextParameter
  readonly secondary_private_ip: TextParameter
  /** Default `3`. */
  readonly api_delay?: IntegerParameter
  /** Default `key`. */
  readonly auth_type?: TextParameter
  readonly region?: TextParameter
  /** Default `3`. */
  readonly curl_retries?: IntegerParameter
  /** Default `1`. */
  readonly curl_sleep?: IntegerParameter
}

/** The parameters of ocf:heartbeat:azure-events. */
interface AzureEventsParameters {
  /** Default `Reboot,Redeploy`. */
  readonly eventTypes?: TextParameter
  /** Default `false`. */
  readonly verbose?: BooleanParameter
}

/** The parameters of ocf:heartbeat:azure-events-az. */
interface AzureEventsAzParameters {
  /** Default `Reboot,Redeploy`. */
  readonly eventTypes?: TextParameter
  /** Default `false`. */
  readonly verbose?: BooleanParameter
  /** Default `3`. */
  readonly retry_count?: IntegerParameter
  /** Default `20`. */
  readonly retry_wait?: IntegerParameter
  /** Default `15`. */
  readonly request_timeout?: IntegerParameter
}

/** The parameters of ocf:heartbeat:azure-lb. */
interface AzureLbParameters {
  /** Default `/usr/bin/nc`. */
  readonly nc?: TextParameter
  /** Default `61000`. */
  readonly port?: TextParameter
  /** Default `default`. */
  readonly listen?: TextParameter
}

/** The parameters of ocf:heartbeat:azure-sap-zone. */
interface AzureSapZoneParameters {
  readonly sid?: TextParameter
  readonly hana_sid?: TextParameter
  readonly hana_resource?: TextParameter
  readonly hana_vm_zones?: TextParameter
  /** Default `false`. */
  readonly verbose?: BooleanParameter
  /** Default `600`. */
  readonly soft_shutdown_timeout?: IntegerParameter
  readonly app_vm_names?: TextParameter
  readonly app_vm_name_pattern?: TextParameter
  readonly app_vm_zones?: TextParameter
  readonly resource_group?: TextParameter
  readonly client_id?: TextParameter
  readonly azure_environment?: TextParameter
  readonly azure_management_endpoint?: TextParameter
  /** Default `300`. */
  readonly wait_before_stop_sap?: IntegerParameter
  /** Default `600`. */
  readonly wait_time?: IntegerParameter
  /** Default `false`. */
  readonly stop_vms?: BooleanParameter
  /** Default `3`. */
  readonly retry_count?: IntegerParameter
  /** Default `20`. */
  readonly retry_wait?: IntegerParameter
}

/** The parameters of ocf:heartbeat:clvm. */
interface ClvmParameters {
  /** Default `false`. */
  readonly with_cmirrord?: BooleanParameter
  /** Default `-d0`. */
  readonly daemon_options?: TextParameter
  /** Default `true`. */
  readonly activate_vgs?: BooleanParameter
  /** Default `false`. */
  readonly exclusive?: BooleanParameter
}

/** The parameters of ocf:heartbeat:conntrackd. */
interface ConntrackdParameters {
  /** Default `conntrackd`. */
  readonly binary?: TextParameter
  /** Default `/etc/conntrackd/conntrackd.conf`. */
  readonly config?: TextParameter
}

/** The parameters of ocf:heartbeat:corosync-qnetd. */
interface CorosyncQnetdParameters {
  /** Default `/usr/bin/corosync-qnetd`. */
  readonly binary?: TextParameter
  readonly qnetd_opts?: TextParameter
  /** Default `/usr/bin/corosync-qnetd-tool`. */
  readonly qnetd_tool_binary?: TextParameter
  readonly ip?: TextParameter
  readonly port?: TextParameter
  readonly nss_db_dir?: TextParameter
  readonly pid?: TextParameter
  readonly ipc_sock?: TextParameter
  /** Default `coroqnetd`. */
  readonly user?: TextParameter
  /** Default `coroqnetd`. */
  readonly group?: TextParameter
}

/** The parameters of ocf:heartbeat:crypt. */
interface CryptParameters {
  readonly encrypted_dev: TextParameter
  readonly crypt_dev: TextParameter
  readonly key_file: TextParameter
  readonly crypt_type: TextParameter
  /** Default `false`. */
  readonly force_stop?: BooleanParameter
}

/** The parameters of ocf:heartbeat:db2. */
interface Db2Parameters {
  readonly instance: TextParameter
  readonly dblist?: TextParameter
  readonly admin?: TextParameter
  /** Default `0`. */
  readonly dbpartitionnum?: TextParameter
}

/** The parameters of ocf:heartbeat:dhcpd. */
interface DhcpdParameters {
  readonly config: TextParameter
  /** Default `true`. */
  readonly chrooted?: BooleanParameter
  /** Default `/var/lib/dhcp`. */
  readonly chrooted_path?: TextParameter
  /** Default `dhcpd`. */
  readonly binary?: TextParameter
  /** Default `dhcpd`. */
  readonly user?: TextParameter
  /** Default `nogroup`. */
  readonly group?: TextParameter
  readonly interface?: TextParameter
  readonly includes?: TextParameter
  /** Default `/db/dhcpd.leases`. */
  readonly leases?: TextParameter
  /** Default `/var/run/dhcpd.pid`. */
  readonly pid?: TextParameter
}

/** The parameters of ocf:heartbeat:dnsupdate. */
interface DnsupdateParameters {
  readonly hostname: TextParameter
  readonly ip?: TextParameter
  /** Default `300`. */
  readonly ttl?: IntegerParameter
  readonly keyfile?: TextParameter
  readonly server?: TextParameter
  /** Default `53`. */
  readonly serverport?: IntegerParameter
  readonly nsupdate_opts?: TextParameter
  /** Default `false`. */
  readonly unregister_on_stop?: BooleanParameter
  /** Default `A`. */
  readonly type?: TextParameter
  readonly cname?: TextParameter
}

/** The parameters of ocf:heartbeat:docker. */
interface DockerParameters {
  readonly image: TextParameter
  readonly name?: TextParameter
  readonly allow_pull?: BooleanParameter
  readonly run_opts?: TextParameter
  readonly run_cmd?: TextParameter
  readonly mount_points?: TextParameter
  readonly monitor_cmd?: TextParameter
  readonly force_kill?: BooleanParameter
  /** Default `0`. */
  readonly reuse?: BooleanParameter
  readonly query_docker_health?: BooleanParameter
}

/** The parameters of ocf:heartbeat:docker-compose. */
interface DockerComposeParameters {
  /** Default `/usr/bin/docker-compose`. */
  readonly binpath?: TextParameter
  readonly dirpath: TextParameter
  /** Default `docker-compose.yml`. */
  readonly ymlfile?: TextParameter
}

/** The parameters of ocf:heartbeat:dovecot. */
interface DovecotParameters {
  /** Default `/usr/sbin/dovecot`. */
  readonly binary?: TextParameter
  readonly config_file?: TextParameter
  /** Default `/var/run/dovecot/master.pid`. */
  readonly pid_file?: TextParameter
  readonly parameters?: TextParameter
}

/** The parameters of ocf:heartbeat:dummypy. */
interface DummypyParameters {
  readonly state?: TextParameter
  readonly fake?: TextParameter
}

/** The parameters of ocf:heartbeat:eDir88. */
interface EDir88Parameters {
  /** Default `/etc/opt/novell/eDirectory/conf/nds.conf`. */
  readonly eDir_config_file?: TextParameter
  /** Default `0`. */
  readonly eDir_monitor_ldap?: BooleanParameter
  /** Default `0`. */
  readonly eDir_monitor_idm?: BooleanParameter
  readonly eDir_jvm_initial_heap?: IntegerParameter
  readonly eDir_jvm_max_heap?: IntegerParameter
  readonly eDir_jvm_options?: TextParameter
}

/** The parameters of ocf:heartbeat:ethmonitor. */
interface EthmonitorParameters {
  readonly interface: TextParameter
  readonly name?: TextParameter
  /** Default `1`. */
  readonly multiplier?: IntegerParameter
  /** Default `5`. */
  readonly repeat_count?: IntegerParameter
  /** Default `10`. */
  readonly repeat_interval?: IntegerParameter
  /** Default `5`. */
  readonly pktcnt_timeout?: IntegerParameter
  /** Default `1`. */
  readonly arping_count?: IntegerParameter
  /** Default `1`. */
  readonly arping_timeout?: IntegerParameter
  /** Default `5`. */
  readonly arping_cache_entries?: IntegerParameter
  readonly infiniband_device?: TextParameter
  readonly infiniband_port?: IntegerParameter
  /** Default `false`. */
  readonly link_status_only?: BooleanParameter
}

/** The parameters of ocf:heartbeat:exportfs. */
interface ExportfsParameters {
  readonly clientspec: TextParameter
  readonly options?: TextParameter
  readonly directory: TextParameter
  readonly fsid?: TextParameter
  /** Default `1`. */
  readonly unlock_on_stop?: BooleanParameter
  /** Default `0`. */
  readonly wait_for_leasetime_on_stop?: BooleanParameter
  /** Default `.rmtab`. */
  readonly rmtab_backup?: TextParameter
}

/** The parameters of ocf:heartbeat:fio. */
interface FioParameters {
  readonly args?: TextParameter
}

/** The parameters of ocf:heartbeat:galera. */
interface GaleraParameters {
  readonly binary?: TextParameter
  readonly client_binary?: TextParameter
  readonly config?: TextParameter
  readonly datadir?: TextParameter
  readonly user?: TextParameter
  readonly group?: TextParameter
  readonly log?: TextParameter
  readonly pid?: TextParameter
  readonly socket?: TextParameter
  readonly enable_creation?: BooleanParameter
  readonly additional_parameters?: TextParameter
  readonly wsrep_cluster_address: TextParameter
  readonly cluster_host_map?: TextParameter
  readonly check_user?: TextParameter
  readonly check_passwd?: TextParameter
  /** Default `0`. */
  readonly check_passwd_use_empty?: BooleanParameter
  /** Default `false`. */
  readonly two_node_mode?: BooleanParameter
}

/** The parameters of ocf:heartbeat:ganesha-nfs. */
interface GaneshaNfsParameters {
  readonly export_path?: TextParameter
  /** Default `1`. */
  readonly export_id?: IntegerParameter
  readonly pseudo?: TextParameter
  readonly clients?: TextParameter
  /** Default `RW`. */
  readonly access_type?: TextParameter
  /** Default `Root_Squash`. */
  readonly squash?: TextParameter
  readonly anonuid?: TextParameter
  readonly anongid?: TextParameter
  /** Default `sys`. */
  readonly sectype?: TextParameter
  /** Default `3,4`. */
  readonly protocols?: TextParameter
  /** Default `VFS`. */
  readonly fsal?: TextParameter
  readonly server_scope?: TextParameter
  /** Default `true`. */
  readonly enable_nlm?: BooleanParameter
  readonly grace_period?: IntegerParameter
  readonly lease_lifetime?: IntegerParameter
  readonly recovery_dir?: TextParameter
  /** Default `/run/ganesha`. */
  readonly runtime_dir?: TextParameter
  /** Default `/etc/ganesha/ganesha.conf`. */
  readonly config_file?: TextParameter
  /** Default `/run/ganesha.pid`. */
  readonly pid_file?: TextParameter
  /** Default `/var/log/ganesha/ganesha.log`. */
  readonly log_file?: TextParameter
  /** Default `NIV_EVENT`. */
  readonly log_level?: TextParameter
  readonly nfs_ip?: TextParameter
  /** Default `2049`. */
  readonly nfs_port?: IntegerParameter
  /** Default `30`. */
  readonly start_timeout?: IntegerParameter
}

/** The parameters of ocf:heartbeat:garbd. */
interface GarbdParameters {
  /** Default `/usr/sbin/garbd`. */
  readonly binary?: TextParameter
  /** Default `mysql`. */
  readonly user?: TextParameter
  /** Default `mysql`. */
  readonly group?: TextParameter
  /** Default `/var/log/garbd.log`. */
  readonly log?: TextParameter
  /** Default `/var/run/garbd.pid`. */
  readonly pid?: TextParameter
  readonly options?: TextParameter
  readonly wsrep_cluster_address: TextParameter
  readonly wsrep_cluster_name: TextParameter
}

/** The parameters of ocf:heartbeat:gcp-ilb. */
interface GcpIlbParameters {
  /** Default `60000`. */
  readonly port?: TextParameter
  /** Default `nc`. */
  readonly cat?: TextParameter
  /** Default `false`. */
  readonly log_enable?: BooleanParameter | TextParameter
  /** Default `gcloud`. */
  readonly log_cmd?: TextParameter
  /** Default `logging write GCPILB`. */
  readonly log_params?: TextParameter
  readonly log_end_params?: TextParameter
}

/** The parameters of ocf:heartbeat:gcp-pd-move. */
interface GcpPdMoveParameters {
  readonly disk_name: TextParameter
  /** Default `detect`. */
  readonly disk_scope?: TextParameter
  readonly disk_csek_file?: TextParameter
  /** Default `READ_WRITE`. */
  readonly mode?: TextParameter
  readonly device_name?: TextParameter
  /** Default `no`. */
  readonly stackdriver_logging?: TextParameter
}

/** The parameters of ocf:heartbeat:gcp-vpc-move-ip. */
interface GcpVpcMoveIpParameters {
  /** Default `/usr/bin/gcloud`. */
  readonly gcloud?: TextParameter
  /** Default `default`. */
  readonly configuration?: TextParameter
  readonly ip: TextParameter
  /** Default `default`. */
  readonly vpc_network?: TextParameter
  /** Default `eth0`. */
  readonly interface?: TextParameter
  /** Default `ra-gcp-vpc-move-ip`. */
  readonly route_name?: TextParameter
}

/** The parameters of ocf:heartbeat:gcp-vpc-move-route. */
interface GcpVpcMoveRouteParameters {
  readonly ip: TextParameter
  /** Default `default`. */
  readonly vpc_network?: TextParameter
  /** Default `default`. */
  readonly project?: TextParameter
  /** Default `eth0`. */
  readonly interface?: TextParameter
  /** Default `ra-gcp-vpc-move-route`. */
  readonly route_name?: TextParameter
  readonly serviceaccount?: TextParameter
  readonly stackdriver_logging?: BooleanParameter
}

/** The parameters of ocf:heartbeat:gcp-vpc-move-vip. */
interface GcpVpcMoveVipParameters {
  readonly alias_ip: TextParameter
  readonly alias_range_name?: TextParameter
  readonly hostlist?: TextParameter
  /** Default `default`. */
  readonly project?: TextParameter
  readonly serviceaccount?: TextParameter
  readonly stackdriver_logging?: BooleanParameter
}

/** The parameters of ocf:heartbeat:iSCSILogicalUnit. */
interface ISCSILogicalUnitParameters {
  readonly implementation?: TextParameter
  readonly target_iqn: TextParameter
  readonly lun: IntegerParameter
  readonly path: TextParameter
  /** Default `lightcib-resourc`. */
  readonly scsi_id?: TextParameter
  /** Default `c6cc69f5`. */
  readonly scsi_sn?: TextParameter
  readonly emulate_tpu?: IntegerParameter
  readonly emulate_3pc?: IntegerParameter
  readonly emulate_caw?: IntegerParameter
  readonly vendor_id?: TextParameter
  readonly product_id?: TextParameter
  readonly tgt_bstype?: TextParameter
  readonly tgt_bsoflags?: TextParameter
  readonly tgt_bsopts?: TextParameter
  readonly tgt_device_type?: TextParameter
  readonly additional_parameters?: TextParameter
  readonly allowed_initiators?: TextParameter
  /** Default `0`. */
  readonly lio_iblock?: IntegerParameter
  /** Default `block`. */
  readonly liot_bstype?: TextParameter
}

/** The parameters of ocf:heartbeat:iSCSITarget. */
interface ISCSITargetParameters {
  readonly implementation?: TextParameter
  readonly iqn: TextParameter
  readonly tid?: IntegerParameter
  /** Default `0.0.0.0:3260`. */
  readonly portals?: TextParameter
  readonly iser_portals?: TextParameter
  readonly allowed_initiators?: TextParameter
  readonly incoming_username?: TextParameter
  readonly incoming_password?: TextParameter
  readonly additional_parameters?: TextParameter
}

/** The parameters of ocf:heartbeat:ibm-cloud-vpc-cr-vip. */
interface IbmCloudVpcCrVipParameters {
  readonly vpc_url: TextParameter
  readonly ext_ip_1: TextParameter
  readonly ext_ip_2: TextParameter
  readonly api_key?: TextParameter
}

/** The parameters of ocf:heartbeat:ibm-cloud-vpc-move-fip. */
interface IbmCloudVpcMoveFipParameters {
  readonly vpc_url: TextParameter
  readonly vni_id_1: TextParameter
  readonly vni_id_2: TextParameter
  readonly fip_id: TextParameter
  readonly api_key?: TextParameter
}

/** The parameters of ocf:heartbeat:ibm-cloud-vpc-move-par. */
interface IbmCloudVpcMoveParParameters {
  readonly vpc_url: TextParameter
  readonly address_prefix_range_id: TextParameter
  readonly nexthop_ip_1: TextParameter
  readonly nexthop_ip_2: TextParameter
  readonly api_key?: TextParameter
}

/** The parameters of ocf:heartbeat:ibmmq. */
interface IbmmqParameters {
  readonly qmgr: TextParameter
  /** Default `mqm`. */
  readonly mquser?: TextParameter
  readonly mq_installation_path?: TextParameter
  readonly env_file?: TextParameter
  readonly strmqm_opts?: TextParameter
  /** Default `30`. */
  readonly immediate_stop_timeout?: IntegerParameter
  /** Default `10`. */
  readonly preemptive_stop_timeout?: IntegerParameter
  /** Default `false`. */
  readonly monitor_command_server?: BooleanParameter
  /** Default `false`. */
  readonly monitor_listener?: BooleanParameter
  readonly test_queue?: TextParameter
  readonly monitor_program?: TextParameter
}

/** The parameters of ocf:heartbeat:ids. */
interface IdsParameters {
  readonly informixdir?: TextParameter
  readonly informixserver?: TextParameter
  readonly onconfig?: TextParameter
  /** Default `sysmaster`. */
  readonly dbname?: TextParameter
  /** Default `SELECT COUNT(*) FROM systables;`. */
  readonly sqltestquery?: TextParameter
}

/** The parameters of ocf:heartbeat:iface-bridge. */
interface IfaceBridgeParameters {
  readonly bridge_name: TextParameter
  readonly bridge_slaves?: TextParameter
  readonly bridge_ageing?: IntegerParameter
  readonly port_hairpin?: TextParameter
  /** Default `false`. */
  readonly stp?: BooleanParameter
  readonly stp_bridgeprio?: IntegerParameter
  /** Default `0`. */
  readonly stp_fd?: IntegerParameter
  readonly stp_maxage?: IntegerParameter
  readonly stp_hello?: IntegerParameter
  readonly stp_pathcost?: TextParameter
  readonly stp_portprio?: TextParameter
  /** Default `1`. */
  readonly multicast_router?: BooleanParameter
  /** Default `1`. */
  readonly multicast_snooping?: BooleanParameter
  readonly multicast_port_router?: TextParameter
}

/** The parameters of ocf:heartbeat:iface-macvlan. */
interface IfaceMacvlanParameters {
  readonly device: TextParameter
  readonly name: TextParameter
  /** Default `bridge`. */
  readonly mode?: TextParameter
  readonly mac?: TextParameter
}

/** The parameters of ocf:heartbeat:iface-vlan. */
interface IfaceVlanParameters {
  readonly vlan_interface: TextParameter
  readonly vlan_id: IntegerParameter
  /** Default `.`. */
  readonly vlan_name?: TextParameter
  /** Default `1`. */
  readonly vlan_reorder_hdr?: BooleanParameter
  /** Default `0`. */
  readonly vlan_gvrp?: BooleanParameter
  /** Default `0`. */
  readonly vlan_mvrp?: BooleanParameter
  /** Default `0`. */
  readonly vlan_loose_binding?: BooleanParameter
}

/** The parameters of ocf:heartbeat:ipsec. */
interface IpsecParameters {
  readonly tunnel: TextParameter
  readonly vip: TextParameter
  /** Default `/etc/ipsec.d/`. */
  readonly confdir?: TextParameter
  readonly fallbacktunnel?: TextParameter
}

/** The parameters of ocf:heartbeat:iscsi. */
interface IscsiParameters {
  readonly portal: TextParameter
  readonly target: TextParameter
  /** Default `sendtargets`. */
  readonly discovery_type?: TextParameter
  /** Default `iscsiadm`. */
  readonly iscsiadm?: TextParameter
  /** Default `yes`. */
  readonly udev?: TextParameter
  /** Default `false`. */
  readonly try_recovery?: BooleanParameter
}

/** The parameters of ocf:heartbeat:jboss. */
interface JbossParameters {
  /** Default `5`. */
  readonly jboss_version?: IntegerParameter
  readonly resource_name?: TextParameter
  readonly console?: TextParameter
  /** Default `5`. */
  readonly shutdown_timeout?: IntegerParameter
  /** Default `10`. */
  readonly kill_timeout?: IntegerParameter
  /** Default `root`. */
  readonly user?: TextParameter
  /** Default `http://127.0.0.1:8080`. */
  readonly statusurl?: TextParameter
  readonly java_home?: TextParameter
  readonly java_opts?: TextParameter
  readonly jboss_home: TextParameter
  readonly jboss_base_dir?: TextParameter
  /** Default `java -Dprogram.name=run.sh`. */
  readonly pstring?: TextParameter
  /** Default `/bin/run.sh`. */
  readonly run_command?: TextParameter
  /** Default `-c default`. */
  readonly run_opts?: TextParameter
  /** Default `-s 127.0.0.1:1099`. */
  readonly shutdown_opts?: TextParameter
  /** Default `false`. */
  readonly rotate_consolelog?: BooleanParameter
  /** Default `86400`. */
  readonly rotate_value?: IntegerParameter
  /** Default `.%F`. */
  readonly rotate_logsuffix?: TextParameter
}

/** The parameters of ocf:heartbeat:jira. */
interface JiraParameters {
  /** Default `http://localhost:8080/status`. */
  readonly statusurl?: TextParameter
  /** Default `/usr/lib/jvm/jre`. */
  readonly java_home?: TextParameter
  readonly jira_installation: TextParameter
  /** Default `jira`. */
  readonly jira_user?: TextParameter
}

/** The parameters of ocf:heartbeat:kamailio. */
interface KamailioParameters {
  /** Default `/usr/sbin/kamailio`. */
  readonly binary?: TextParameter
  /** Default `/etc/kamailio/kamailio.cfg`. */
  readonly conffile?: TextParameter
  readonly pidfile?: TextParameter
  /** Default `127.0.0.1`. */
  readonly monitoring_ip?: TextParameter
  readonly listen_address: TextParameter
  /** Default `5060`. */
  readonly port?: TextParameter
  readonly extra_options?: TextParameter
  /** Default `udptcp`. */
  readonly proto?: TextParameter
  /** Default `/usr/bin/sipsak`. */
  readonly sipsak?: TextParameter
  /** Default `/usr/bin/kamctl`. */
  readonly kamctl?: TextParameter
  /** Default `/etc/kamailio/kamctlrc`. */
  readonly kamctlrc?: TextParameter
  readonly kamuser?: TextParameter
  readonly kamgroup?: TextParameter
}

/** The parameters of ocf:heartbeat:ldirectord. */
interface LdirectordParameters {
  /** Default `/etc/ha.d/ldirectord.cf`. */
  readonly configfile?: TextParameter
  /** Default `/usr/sbin/ldirectord`. */
  readonly ldirectord?: TextParameter
}

/** The parameters of ocf:heartbeat:lvmlockd. */
interface LvmlockdParameters {
  /** Default `false`. */
  readonly with_cmirrord?: BooleanParameter
  /** Default `/run/lvmlockd.pid`. */
  readonly pidfile?: TextParameter
  /** Default `/run/lvm/lvmlockd.socket`. */
  readonly socket_path?: TextParameter
  /** Default `warning`. */
  readonly syslog_priority?: TextParameter
  /** Default `1`. */
  readonly adopt?: IntegerParameter
}

/** The parameters of ocf:heartbeat:lxc. */
interface LxcParameters {
  readonly container: TextParameter
  readonly config: TextParameter
  readonly log?: TextParameter
  /** Default `false`. */
  readonly use_screen?: BooleanParameter
}

/** The parameters of ocf:heartbeat:lxd-info. */
interface LxdInfoParameters {
  readonly pidfile?: TextParameter
  /** Default `0s`. */
  readonly delay?: TextParameter
}

/** The parameters of ocf:heartbeat:machine-info. */
interface MachineInfoParameters {
  readonly pidfile?: TextParameter
  /** Default `0s`. */
  readonly delay?: TextParameter
}

/** The parameters of ocf:heartbeat:mariadb. */
interface MariadbParameters {
  /** Default `/usr/bin/mysqld_safe`. */
  readonly binary?: TextParameter
  /** Default `mysql`. */
  readonly client_binary?: TextParameter
  /** Default `/etc/mysql/my.cnf`. */
  readonly config?: TextParameter
  /** Default `/var/lib/mysql`. */
  readonly datadir?: TextParameter
  /** Default `mysql`. */
  readonly user?: TextParameter
  /** Default `mysql`. */
  readonly group?: TextParameter
  /** Default `/var/log/mysql/error.log`. */
  readonly log?: TextParameter
  readonly node_list: TextParameter
  /** Default `/var/run/mysqld/mysqld.pid`. */
  readonly pid?: TextParameter
  /** Default `/var/run/mysqld/mysqld.sock`. */
  readonly socket?: TextParameter
  /** Default `mysql.user`. */
  readonly test_table?: TextParameter
  /** Default `root`. */
  readonly test_user?: TextParameter
  readonly test_passwd?: TextParameter
  /** Default `0`. */
  readonly enable_creation?: BooleanParameter
  readonly additional_parameters?: TextParameter
  /** Default `root`. */
  readonly replication_user?: TextParameter
  readonly replication_passwd?: TextParameter
  /** Default `3306`. */
  readonly replication_port?: TextParameter
}

/** The parameters of ocf:heartbeat:mdraid. */
interface MdraidParameters {
  readonly mdadm_conf: TextParameter
  readonly md_dev: TextParameter
  /** Default `false`. */
  readonly force_stop?: BooleanParameter
  /** Default `true`. */
  readonly wait_for_udev?: BooleanParameter
  /** Default `false`. */
  readonly force_clones?: BooleanParameter
}

/** The parameters of ocf:heartbeat:mediationzone. */
interface MediationzoneParameters {
  /** Default `mzadmin`. */
  readonly os_user?: TextParameter
  /** Default `/opt/mz`. */
  readonly mz_home?: TextParameter
  /** Default `/usr/lib/jvm/java-17-openjdk`. */
  readonly java_home?: TextParameter
  /** Default `platform`. */
  readonly pico_name?: TextParameter
  readonly pico_port?: IntegerParameter
  /** Default `30`. */
  readonly mzsh_timeout?: IntegerParameter
  /** Default `1`. */
  readonly monitor_retries?: IntegerParameter
}

/** The parameters of ocf:heartbeat:minio. */
interface MinioParameters {
  /** Default `/opt/minio/minio-server`. */
  readonly binary?: TextParameter
  /** Default `/etc/minio`. */
  readonly confdir?: TextParameter
  /** Default `/var/run/minio.pid`. */
  readonly pidfile?: TextParameter
  /** Default `:9000`. */
  readonly address?: TextParameter
  /** Default `/home/shared`. */
  readonly volumepaths?: TextParameter
}

/** The parameters of ocf:heartbeat:mpathpersist. */
interface MpathpersistParameters {
  /** Default `mpathpersist`. */
  readonly binary?: TextParameter
  readonly devs: TextParameter
  /** Default `1`. */
  readonly required_devs_no?: TextParameter
  /** Default `1`. */
  readonly reservation_type?: TextParameter
  /** Default `0`. */
  readonly master_score_base?: TextParameter
  /** Default `100`. */
  readonly master_score_dev_factor?: TextParameter
  /** Default `30`. */
  readonly master_score_delay?: TextParameter
}

/** The parameters of ocf:heartbeat:mysql. */
interface MysqlParameters {
  /** Default `/usr/bin/mysqld_safe`. */
  readonly binary?: TextParameter
  /** Default `mysql`. */
  readonly client_binary?: TextParameter
  /** Default `/etc/mysql/my.cnf`. */
  readonly config?: TextParameter
  /** Default `/var/lib/mysql`. */
  readonly datadir?: TextParameter
  /** Default `mysql`. */
  readonly user?: TextParameter
  /** Default `mysql`. */
  readonly group?: TextParameter
  /** Default `/var/log/mysql/error.log`. */
  readonly log?: TextParameter
  /** Default `/var/run/mysqld/mysqld.pid`. */
  readonly pid?: TextParameter
  /** Default `/var/run/mysqld/mysqld.sock`. */
  readonly socket?: TextParameter
  /** Default `mysql.user`. */
  readonly test_table?: TextParameter
  /** Default `root`. */
  readonly test_user?: TextParameter
  readonly test_passwd?: TextParameter
  /** Default `0`. */
  readonly enable_creation?: BooleanParameter
  readonly additional_parameters?: TextParameter
  /** Default `root`. */
  readonly replication_user?: TextParameter
  readonly replication_passwd?: TextParameter
  /** Default `3306`. */
  readonly replication_port?: TextParameter
  readonly replication_master_ssl_ca?: TextParameter
  readonly replication_master_ssl_cert?: TextParameter
  readonly replication_master_ssl_key?: TextParameter
  /** Default `3600`. */
  readonly max_slave_lag?: IntegerParameter
  /** Default `false`. */
  readonly evict_outdated_slaves?: BooleanParameter
  /** Default `readable`. */
  readonly reader_attribute?: TextParameter
  /** Default `false`. */
  readonly replication_require_ssl?: BooleanParameter | TextParameter
}

/** The parameters of ocf:heartbeat:mysql-proxy. */
interface MysqlProxyParameters {
  /** Default `/usr/sbin/mysql-proxy`. */
  readonly binary?: TextParameter
  /** Default `mysql`. */
  readonly client_binary?: TextParameter
  readonly defaults_file?: TextParameter
  /** Default `127.0.0.1:3306`. */
  readonly proxy_backend_addresses?: TextParameter
  readonly proxy_read_only_backend_addresses?: TextParameter
  /** Default `:4040`. */
  readonly proxy_address?: TextParameter
  readonly log_level?: TextParameter
  readonly keepalive?: TextParameter
  readonly plugins?: TextParameter
  /** Default `127.0.0.1:4041`. */
  readonly admin_address?: TextParameter
  readonly admin_username?: TextParameter
  readonly admin_password?: TextParameter
  readonly admin_lua_script?: TextParameter
  /** Default `mysql.user`. */
  readonly test_table?: TextParameter
  readonly test_user?: TextParameter
  readonly test_passwd?: TextParameter
  readonly parameters?: TextParameter
  readonly pidfile?: TextParameter
}

/** The parameters of ocf:heartbeat:nagios. */
interface NagiosParameters {
  /** Default `nagios`. */
  readonly user?: TextParameter
  /** Default `nagios`. */
  readonly group?: TextParameter
  /** Default `/usr/sbin/nagios`. */
  readonly binary?: TextParameter
  /** Default `/etc/nagios/nagios.cfg`. */
  readonly config?: TextParameter
  /** Default `/var/log/nagios/nagios.log`. */
  readonly log?: TextParameter
  /** Default `/var/log/nagios/retention.dat`. */
  readonly retention?: TextParameter
  /** Default `/var/log/nagios/rw/nagios.cmd`. */
  readonly command?: TextParameter
  /** Default `/var/run/nagios.pid`. */
  readonly pid?: TextParameter
}

/** The parameters of ocf:heartbeat:named. */
interface NamedParameters {
  /** Default `/usr/sbin/named`. */
  readonly named?: TextParameter
  /** Default `/usr/sbin/rndc`. */
  readonly rndc?: TextParameter
  /** Default `/usr/bin/host`. */
  readonly host?: TextParameter
  /** Default `named`. */
  readonly named_user?: TextParameter
  readonly named_config?: TextParameter
  /** Default `/var/run/named/named.pid`. */
  readonly named_pidfile?: TextParameter
  readonly named_rootdir?: TextParameter
  readonly named_options?: TextParameter
  readonly named_keytab_file?: TextParameter
  readonly rndc_options?: TextParameter
  readonly host_options?: TextParameter
  /** Default `localhost`. */
  readonly monitor_request?: TextParameter
  /** Default `127.0.0.1`. */
  readonly monitor_response?: TextParameter
  /** Default `127.0.0.1`. */
  readonly monitor_ip?: TextParameter
}

/** The parameters of ocf:heartbeat:nfsnotify. */
interface NfsnotifyParameters {
  readonly source_host?: TextParameter
  readonly notify_args?: TextParameter
}

/** The parameters of ocf:heartbeat:nfsserver. */
interface NfsserverParameters {
  /** Default `auto detected`. */
  readonly nfs_init_script?: TextParameter
  /** Default `false`. */
  readonly nfs_no_notify?: BooleanParameter
  /** Default `false`. */
  readonly nfs_notify_foreground?: BooleanParameter
  readonly nfs_smnotify_retry_time?: IntegerParameter
  readonly nfs_ip?: TextParameter
  readonly nfs_shared_infodir?: TextParameter
  /** Default `/var/lib/nfs/rpc_pipefs`. */
  readonly rpcpipefs_dir?: TextParameter
  /** Default `false`. */
  readonly nfsv4_only?: BooleanParameter
  readonly nfs_server_scope?: TextParameter
}

/** The parameters of ocf:heartbeat:nginx. */
interface NginxParameters {
  readonly configfile?: TextParameter
  /** Default `/usr/sbin/httpd`. */
  readonly httpd?: TextParameter
  readonly port?: IntegerParameter
  readonly status10url?: TextParameter
  /** Default `Reading: [0-9]+ Writing: [0-9]+ Waiting: [0-9]+`. */
  readonly status10regex?: TextParameter
  readonly testclient?: TextParameter
  readonly test20url?: TextParameter
  readonly test20regex?: TextParameter
  readonly test20conffile?: TextParameter
  readonly test20name?: TextParameter
  readonly external_monitor30_cmd?: TextParameter
  readonly options?: TextParameter
}

/** The parameters of ocf:heartbeat:nvmet-namespace. */
interface NvmetNamespaceParameters {
  readonly nqn: TextParameter
  /** Default `1`. */
  readonly namespace_id?: IntegerParameter
  readonly backing_path: TextParameter
  readonly uuid: TextParameter
  readonly nguid?: TextParameter
}

/** The parameters of ocf:heartbeat:nvmet-port. */
interface NvmetPortParameters {
  /** Default `0`. */
  readonly port_id?: IntegerParameter
  /** Default `tcp`. */
  readonly type?: TextParameter
  /** Default `ipv4`. */
  readonly addr_fam?: TextParameter
  /** Default `4420`. */
  readonly svcid?: IntegerParameter
  readonly addr: TextParameter
  readonly nqns: TextParameter
}

/** The parameters of ocf:heartbeat:nvmet-subsystem. */
interface NvmetSubsystemParameters {
  readonly nqn: TextParameter
  readonly allowed_initiators?: TextParameter
  readonly serial?: TextParameter
}

/** The parameters of ocf:heartbeat:ocivip. */
interface OcivipParameters {
  /** Default `/usr/local/bin/oci`. */
  readonly ocicli?: TextParameter
  readonly secondary_private_ip: TextParameter
  /** Default `24`. */
  readonly cidr_netmask?: IntegerParameter
  /** Default `0`. */
  readonly interface_alias?: IntegerParameter
  /** Default `3`. */
  readonly api_delay?: IntegerParameter
}

/** The parameters of ocf:heartbeat:openstack-cinder-volume. */
interface OpenstackCinderVolumeParameters {
  /** Default `/usr/bin/openstack`. */
  readonly openstackcli?: TextParameter
  /** Default `/run/resource-agents/node_id`. */
  readonly node_id_cache_file?: TextParameter
  /** Default `true`. */
  readonly volume_local_check?: BooleanParameter
  readonly openrc?: TextParameter
  readonly volume_id: TextParameter
  readonly cloud?: TextParameter
  readonly auth_url?: TextParameter
  readonly username?: TextParameter
  readonly password?: TextParameter
  readonly project_name?: TextParameter
  /** Default `Default`. */
  readonly user_domain_name?: TextParameter
  /** Default `Default`. */
  readonly project_domain_name?: TextParameter
  /** Default `false`. */
  readonly insecure?: BooleanParameter
}

/** The parameters of ocf:heartbeat:openstack-floating-ip. */
interface OpenstackFloatingIpParameters {
  /** Default `/usr/bin/openstack`. */
  readonly openstackcli?: TextParameter
  readonly openrc?: TextParameter
  readonly ip_id: TextParameter
  readonly subnet_id: TextParameter
  readonly cloud?: TextParameter
  readonly auth_url?: TextParameter
  readonly username?: TextParameter
  readonly password?: TextParameter
  readonly project_name?: TextParameter
  /** Default `Default`. */
  readonly user_domain_name?: TextParameter
  /** Default `Default`. */
  readonly project_domain_name?: TextParameter
  /** Default `false`. */
  readonly insecure?: BooleanParameter
}

/** The parameters of ocf:heartbeat:openstack-info. */
interface OpenstackInfoParameters {
  /** Default `/run/resource-agents/OSInfo-`. */
  readonly pidfile?: TextParameter
  /** Default `0`. */
  readonly delay?: TextParameter
  readonly openrc?: TextParameter
  /** Default `/usr/bin/openstack`. */
  readonly openstackcli?: TextParameter
  readonly cloud?: TextParameter
  readonly auth_url?: TextParameter
  readonly username?: TextParameter
  readonly password?: TextParameter
  readonly project_name?: TextParameter
  /** Default `Default`. */
  readonly user_domain_name?: TextParameter
  /** Default `Default`. */
  readonly project_domain_name?: TextParameter
  /** Default `false`. */
  readonly insecure?: BooleanParameter
  /** Default `/usr/bin/curl`. */
  readonly curlcli?: TextParameter
  /** Default `/usr/bin/python3`. */
  readonly pythoncli?: TextParameter
}

/** The parameters of ocf:heartbeat:openstack-virtual-ip. */
interface OpenstackVirtualIpParameters {
  readonly cloud?: TextParameter
  readonly openrc?: TextParameter
  readonly auth_url?: TextParameter
  readonly username?: TextParameter
  readonly password?: TextParameter
  readonly project_name?: TextParameter
  /** Default `Default`. */
  readonly user_domain_name?: TextParameter
  /** Default `Default`. */
  readonly project_domain_name?: TextParameter
  /** Default `/usr/bin/openstack`. */
  readonly openstackcli?: TextParameter
  /** Default `false`. */
  readonly insecure?: BooleanParameter
  readonly ip: TextParameter
  readonly subnet_id: TextParameter
}

/** The parameters of ocf:heartbeat:oraasm. */
interface OraasmParameters {
  /** Default `grid`. */
  readonly user?: TextParameter
  readonly diskgroup: TextParameter
  readonly home?: TextParameter
}

/** The parameters of ocf:heartbeat:oracle. */
interface OracleParameters {
  readonly sid: TextParameter
  readonly home?: TextParameter
  readonly user?: TextParameter
  /** Default `OCFMON`. */
  readonly monuser?: TextParameter
  /** Default `OCFMON`. */
  readonly monpassword?: TextParameter
  /** Default `OCFMONPROFILE`. */
  readonly monprofile?: TextParameter
  /** Default `instance`. */
  readonly ipcrm?: TextParameter
  /** Default `false`. */
  readonly clear_backupmode?: BooleanParameter
  /** Default `checkpoint/abort`. */
  readonly shutdown_method?: TextParameter
}

/** The parameters of ocf:heartbeat:oralsnr. */
interface OralsnrParameters {
  readonly sid: TextParameter
  readonly home?: TextParameter
  readonly user?: TextParameter
  /** Default `LISTENER`. */
  readonly listener?: TextParameter
  readonly tns_admin?: TextParameter
}

/** The parameters of ocf:heartbeat:osceip. */
interface OsceipParameters {
  /** Default `/usr/local/bin/osc-cli`. */
  readonly osccli?: TextParameter
  /** Default `default`. */
  readonly profile?: TextParameter
  readonly elastic_ip: TextParameter
  readonly region?: TextParameter
  /** Default `3`. */
  readonly curl_retries?: IntegerParameter
  /** Default `1`. */
  readonly curl_sleep?: IntegerParameter
}

/** The parameters of ocf:heartbeat:ovsmonitor. */
interface OvsmonitorParameters {
  readonly bond: TextParameter
  readonly bridge: TextParameter
  readonly name?: TextParameter
  /** Default `1`. */
  readonly multiplier?: IntegerParameter
  /** Default `5`. */
  readonly repeat_count?: IntegerParameter
  /** Default `10`. */
  readonly repeat_interval?: IntegerParameter
  /** Default `5`. */
  readonly pktcnt_timeout?: IntegerParameter
  /** Default `false`. */
  readonly link_status_only?: BooleanParameter
}

/** The parameters of ocf:heartbeat:pgagent. */
interface PgagentParameters {
  /** Default `user=postgres host=/var/run/postgresql`. */
  readonly connection_string?: TextParameter
  /** Default `postgres`. */
  readonly user?: TextParameter
  /** Default `-r 1 -t 1`. */
  readonly options?: TextParameter
}

/** The parameters of ocf:heartbeat:pgsql. */
interface PgsqlParameters {
  /** Default `/usr/bin/pg_ctl`. */
  readonly pgctl?: TextParameter
  readonly start_opt?: TextParameter
  readonly ctl_opt?: TextParameter
  /** Default `/usr/bin/psql`. */
  readonly psql?: TextParameter
  /** Default `/var/lib/pgsql/data`. */
  readonly pgdata?: TextParameter
  /** Default `postgres`. */
  readonly pgdba?: TextParameter
  readonly pghost?: TextParameter
  /** Default `5432`. */
  readonly pgport?: IntegerParameter
  /** Default `/usr/lib`. */
  readonly pglibs?: TextParameter
  readonly monitor_user?: TextParameter
  readonly monitor_password?: TextParameter
  /** Default `select now();`. */
  readonly monitor_sql?: TextParameter
  /** Default `/var/lib/pgsql/data/postgresql.conf`. */
  readonly config?: TextParameter
  /** Default `template1`. */
  readonly pgdb?: TextParameter
  /** Default `/dev/null`. */
  readonly logfile?: TextParameter
  readonly socketdir?: TextParameter
  /** Default `90`. */
  readonly stop_escalate?: IntegerParameter
  /** Default `none`. */
  readonly rep_mode?: TextParameter
  readonly node_list?: TextParameter
  readonly restore_command?: TextParameter
  readonly archive_cleanup_command?: TextParameter
  readonly recovery_end_command?: TextParameter
  readonly master_ip?: TextParameter
  /** Default `postgres`. */
  readonly repuser?: TextParameter
  readonly primary_conninfo_opt?: TextParameter
  /** Default `false`. */
  readonly restart_on_promote?: BooleanParameter
  readonly replication_slot_name?: TextParameter
  /** Default `/var/lib/pgsql/tmp`. */
  readonly tmpdir?: TextParameter
  /** Default `3`. */
  readonly xlog_check_count?: IntegerParameter
  /** Default `5`. */
  readonly crm_attr_timeout?: IntegerParameter
  /** Default `90`. */
  readonly stop_escalate_in_slave?: IntegerParameter
  /** Default `false`. */
  readonly check_wal_receiver?: BooleanParameter
}

/** The parameters of ocf:heartbeat:pgsqlms. */
interface PgsqlmsParameters {
  /** Default `postgres`. */
  readonly system_user?: TextParameter
  /** Default `/usr/bin`. */
  readonly bindir?: TextParameter
  /** Default `/var/lib/pgsql/data`. */
  readonly pgdata?: TextParameter
  /** Default `PGDATA`. */
  readonly datadir?: TextParameter
  /** Default `/var/run/postgresql`. */
  readonly pghost?: TextParameter
  /** Default `5432`. */
  readonly pgport?: IntegerParameter
  /** Default `0`. */
  readonly maxlag?: IntegerParameter
  /** Default `PGDATA/recovery.conf.pcmk`. */
  readonly recovery_template?: TextParameter
  readonly start_opts?: TextParameter
}

/** The parameters of ocf:heartbeat:pingd. */
interface PingdParameters {
  readonly pidfile?: TextParameter
  /** Default `root`. */
  readonly user?: TextParameter
  /** Default `1s`. */
  readonly dampen?: TextParameter
  readonly set?: TextParameter
  /** Default `pingd`. */
  readonly name?: TextParameter
  readonly section?: TextParameter
  readonly multiplier?: IntegerParameter
  readonly host_list?: TextParameter
  /** Default `false`. */
  readonly ignore_deprecation?: BooleanParameter
}

/** The parameters of ocf:heartbeat:podman. */
interface PodmanParameters {
  readonly image: TextParameter
  readonly name?: TextParameter
  readonly allow_pull?: BooleanParameter
  readonly run_opts?: TextParameter
  readonly run_cmd?: TextParameter
  readonly mount_points?: TextParameter
  readonly monitor_cmd?: TextParameter
  readonly force_kill?: BooleanParameter
  /** Default `0`. */
  readonly reuse?: BooleanParameter
  readonly drop_in_dependency?: BooleanParameter
}

/** The parameters of ocf:heartbeat:podman-etcd. */
interface PodmanEtcdParameters {
  readonly pod_manifest?: TextParameter
  /** Default `default`. */
  readonly image?: TextParameter
  /** Default `etcd`. */
  readonly name?: TextParameter
  readonly node_ip_map: TextParameter
  /** Default `br-ex`. */
  readonly nic?: TextParameter
  /** Default `/var/lib/kubelet/config.json`. */
  readonly authfile?: TextParameter
  /** Default `1`. */
  readonly allow_pull?: BooleanParameter
  readonly run_opts?: TextParameter
  readonly run_cmd?: TextParameter
  readonly run_cmd_opts?: TextParameter
  readonly mount_points?: TextParameter
  readonly monitor_cmd?: TextParameter
  readonly force_kill?: BooleanParameter
  /** Default `0`. */
  readonly reuse?: BooleanParameter
  readonly drop_in_dependency?: BooleanParameter
  /** Default `-997`. */
  readonly oom?: IntegerParameter
  /** Default `/var/lib/etcd`. */
  readonly config_location?: TextParameter
  /** Default `/var/lib/etcd`. */
  readonly backup_location?: TextParameter
  /** Default `3`. */
  readonly max_backup_snapshots?: IntegerParameter
  readonly kubeconfig?: TextParameter
}

/** The parameters of ocf:heartbeat:portblock. */
interface PortblockParameters {
  readonly protocol: TextParameter
  readonly portno: TextParameter
  readonly action: TextParameter
  /** Default `false`. */
  readonly reset_local_on_unblock_stop?: BooleanParameter
  /** Default `0.0.0.0/0`. */
  readonly ip?: TextParameter
  readonly tickle_dir?: TextParameter
  readonly sync_script?: TextParameter
  /** Default `in`. */
  readonly direction?: TextParameter
}

/** The parameters of ocf:heartbeat:postfix. */
interface PostfixParameters {
  /** Default `/usr/sbin/postfix`. */
  readonly binary?: TextParameter
  readonly config_dir?: TextParameter
  readonly parameters?: TextParameter
}

/** The parameters of ocf:heartbeat:pound. */
interface PoundParameters {
  readonly config: TextParameter
  readonly name?: TextParameter
  readonly pid?: TextParameter
  /** Default `pound`. */
  readonly binary?: TextParameter
  /** Default `poundctl`. */
  readonly ctl_binary?: TextParameter
  /** Default `/var/lib/pound/pound.cfg`. */
  readonly socket_path?: TextParameter
  readonly maxfiles?: IntegerParameter
}

/** The parameters of ocf:heartbeat:powervs-move-ip. */
interface PowervsMoveIpParameters {
  readonly ip: TextParameter
  /** Default `identity_token`. */
  readonly api_key?: TextParameter
  /** Default `private`. */
  readonly api_type?: TextParameter
  readonly region: TextParameter
  readonly route_host_map: TextParameter
  /** Default `True`. */
  readonly use_token_cache?: TextParameter
  /** Default `False`. */
  readonly monitor_api?: TextParameter
  readonly device?: TextParameter
  readonly iflabel?: TextParameter
  readonly proxy?: TextParameter
  readonly profile?: TextParameter
}

/** The parameters of ocf:heartbeat:powervs-subnet. */
interface PowervsSubnetParameters {
  readonly ip: TextParameter
  readonly cidr: TextParameter
  readonly subnet_name?: TextParameter
  /** Default `private`. */
  readonly api_type?: TextParameter
  readonly region: TextParameter
  readonly api_key: TextParameter
  readonly crn_host_map: TextParameter
  readonly vsi_host_map: TextParameter
  readonly proxy?: TextParameter
  /** Default `false`. */
  readonly jumbo?: BooleanParameter | TextParameter
  /** Default `500`. */
  readonly route_table?: TextParameter
}

/** The parameters of ocf:heartbeat:proftpd. */
interface ProftpdParameters {
  /** Default `/usr/sbin/proftpd`. */
  readonly binary?: TextParameter
  /** Default `/etc/proftpd.conf`. */
  readonly conffile?: TextParameter
  /** Default `/var/run/proftpd.pid`. */
  readonly pidfile?: TextParameter
  /** Default `/usr/bin/curl`. */
  readonly curl_binary?: TextParameter
  /** Default `ftp://localhost/`. */
  readonly curl_url?: TextParameter
  /** Default `test`. */
  readonly test_user?: TextParameter
  readonly test_pass?: TextParameter
}

/** The parameters of ocf:heartbeat:rabbitmq-cluster. */
interface RabbitmqClusterParameters {
  readonly set_policy?: TextParameter
}

/** The parameters of ocf:heartbeat:rabbitmq-server-ha. */
interface RabbitmqServerHaParameters {
  /** Default `/usr/sbin/rabbitmq-server`. */
  readonly binary?: TextParameter
  /** Default `/usr/sbin/rabbitmqctl`. */
  readonly ctl?: TextParameter
  /** Default `/var/run/rabbitmq/pid`. */
  readonly pid_file?: TextParameter
  /** Default `/var/log/rabbitmq`. */
  readonly log_dir?: TextParameter
  /** Default `rabbitmq`. */
  readonly username?: TextParameter
  /** Default `rabbitmq`. */
  readonly groupname?: TextParameter
  /** Default `guest`. */
  readonly admin_user?: TextParameter
  /** Default `guest`. */
  readonly admin_password?: TextParameter
  /** Default `/etc/rabbitmq/definitions`. */
  readonly definitions_dump_file?: TextParameter
  readonly command_timeout?: TextParameter
  /** Default `2`. */
  readonly start_time?: TextParameter
  /** Default `2`. */
  readonly stop_time?: TextParameter
  /** Default `false`. */
  readonly debug?: BooleanParameter
  /** Default `/var/lib/rabbitmq/mnesia`. */
  readonly mnesia_base?: TextParameter
  /** Default `/var/lib/rabbitmq`. */
  readonly mnesia_schema_base?: TextParameter
  /** Default `127.0.0.1`. */
  readonly host_ip?: TextParameter
  /** Default `5672`. */
  readonly node_port?: TextParameter
  /** Default `/`. */
  readonly default_vhost?: TextParameter
  /** Default `false`. */
  readonly erlang_cookie?: BooleanParameter
  /** Default `/var/lib/rabbitmq/.erlang.cookie`. */
  readonly erlang_cookie_file?: TextParameter
  /** Default `false`. */
  readonly use_fqdn?: BooleanParameter
  readonly fqdn_prefix?: TextParameter
  /** Default `3`. */
  readonly max_rabbitmqctl_timeouts?: TextParameter
  /** Default `/usr/local/sbin/set_rabbitmq_policy`. */
  readonly policy_file?: TextParameter
  /** Default `true`. */
  readonly rmq_feature_health_check?: BooleanParameter
  /** Default `true`. */
  readonly rmq_feature_local_list_queues?: BooleanParameter
  /** Default `65535`. */
  readonly limit_nofile?: TextParameter
  /** Default `false`. */
  readonly avoid_using_iptables?: BooleanParameter
  readonly allowed_cluster_nodes?: TextParameter
}

/** The parameters of ocf:heartbeat:redis. */
interface RedisParameters {
  /** Default `/usr/bin/redis-server`. */
  readonly bin?: TextParameter
  /** Default `/usr/bin/redis-cli`. */
  readonly client_bin?: TextParameter
  /** Default `/etc/redis/redis.conf`. */
  readonly config?: TextParameter
  /** Default `redis`. */
  readonly user?: TextParameter
  /** Default `/var/run/redis`. */
  readonly rundir?: TextParameter
  /** Default `redis-server.pid`. */
  readonly pidfile_name?: TextParameter
  /** Default `redis.sock`. */
  readonly socket_name?: TextParameter
  /** Default `6379`. */
  readonly port?: TextParameter
  /** Default `127.0.0.1`. */
  readonly tunnel_host?: TextParameter
  readonly tunnel_port_map?: TextParameter
  /** Default `false`. */
  readonly wait_last_known_master?: BooleanParameter
}

/** The parameters of ocf:heartbeat:rkt. */
interface RktParameters {
  readonly image: TextParameter
  readonly name?: TextParameter
  readonly allow_pull?: BooleanParameter
  readonly run_opts?: TextParameter
  readonly run_cmd?: TextParameter
  readonly mount_points?: TextParameter
  readonly monitor_cmd?: TextParameter
  readonly force_kill?: BooleanParameter
}

/** The parameters of ocf:heartbeat:rsyncd. */
interface RsyncdParameters {
  /** Default `rsync`. */
  readonly binpath?: TextParameter
  /** Default `/etc/rsyncd.conf`. */
  readonly conffile?: TextParameter
  readonly bwlimit?: TextParameter
}

/** The parameters of ocf:heartbeat:rsyslog. */
interface RsyslogParameters {
  readonly configfile: TextParameter
  /** Default `/sbin/rsyslogd`. */
  readonly rsyslog_binary?: TextParameter
  readonly start_opts?: TextParameter
}

/** The parameters of ocf:heartbeat:scsi2reservation. */
interface Scsi2reservationParameters {
  /** Default `/usr/sbin/scsi_reserve`. */
  readonly scsi_reserve?: TextParameter
  /** Default `/dev/sdb`. */
  readonly sharedisk?: TextParameter
  /** Default `10`. */
  readonly start_loop?: TextParameter
}

/** The parameters of ocf:heartbeat:sfex. */
interface SfexParameters {
  readonly device: TextParameter
  /** Default `1`. */
  readonly index?: IntegerParameter
  /** Default `1`. */
  readonly collision_timeout?: IntegerParameter
  /** Default `10`. */
  readonly monitor_interval?: IntegerParameter
  /** Default `100`. */
  readonly lock_timeout?: IntegerParameter
}

/** The parameters of ocf:heartbeat:sg_persist. */
interface SgPersistParameters {
  /** Default `sg_persist`. */
  readonly binary?: TextParameter
  readonly devs: TextParameter
  /** Default `1`. */
  readonly required_devs_nof?: TextParameter
  /** Default `1`. */
  readonly reservation_type?: TextParameter
  /** Default `0`. */
  readonly master_score_base?: TextParameter
  /** Default `100`. */
  readonly master_score_dev_factor?: TextParameter
  /** Default `30`. */
  readonly master_score_delay?: TextParameter
}

/** The parameters of ocf:heartbeat:slapd. */
interface SlapdParameters {
  /** Default `/usr/sbin/slapd`. */
  readonly slapd?: TextParameter
  /** Default `ldapsearch`. */
  readonly ldapsearch?: TextParameter
  readonly config?: TextParameter
  readonly pidfile?: TextParameter
  readonly user?: TextParameter
  readonly group?: TextParameter
  /** Default `ldap:///`. */
  readonly services?: TextParameter
  readonly watch_suffix?: TextParameter
  readonly ignore_suffix?: TextParameter
  readonly bind_dn?: TextParameter
  readonly password?: TextParameter
  readonly parameters?: TextParameter
  /** Default `15`. */
  readonly stop_escalate?: IntegerParameter
  readonly maxfiles?: TextParameter
}

/** The parameters of ocf:heartbeat:smb-share. */
interface SmbShareParameters {
  readonly share: TextParameter
  readonly path?: TextParameter
  readonly hosts_allow?: TextParameter
  readonly browseable?: TextParameter
  readonly writeable?: TextParameter
  readonly read_only?: TextParameter
  readonly guest_ok?: TextParameter
  readonly directory_mask?: TextParameter
  readonly create_mask?: TextParameter
  readonly printable?: TextParameter
  readonly valid_users?: TextParameter
  readonly force_user?: TextParameter
  readonly force_group?: TextParameter
  readonly extraopt?: TextParameter
  readonly extraopt_list?: TextParameter
  readonly outfile: TextParameter
  /** Default `/etc/samba/conf.d`. */
  readonly confd?: TextParameter
  /** Default `/etc/samba/conf.d/pacemaker-includes.conf`. */
  readonly includesfile?: TextParameter
}

/** The parameters of ocf:heartbeat:storage-mon. */
interface StorageMonParameters {
  readonly state_file?: TextParameter
  readonly drives: TextParameter
  /** Default `10`. */
  readonly io_timeout?: IntegerParameter
  readonly inject_errors?: IntegerParameter
  /** Default `30`. */
  readonly check_interval?: IntegerParameter
  /** Default `false`. */
  readonly daemonize?: BooleanParameter
}

/** The parameters of ocf:heartbeat:sybaseASE. */
interface SybaseASEParameters {
  /** Default `detect`. */
  readonly sybase_home?: TextParameter
  /** Default `detect`. */
  readonly sybase_ase?: TextParameter
  /** Default `detect`. */
  readonly sybase_ocs?: TextParameter
  readonly server_name: TextParameter
  /** Default `detect/interfaces`. */
  readonly interfaces_file?: TextParameter
  /** Default `sybase`. */
  readonly sybase_user?: TextParameter
  readonly db_user: TextParameter
  readonly db_passwd?: TextParameter
  /** Default `detect`. */
  readonly logfile?: TextParameter
}

/** The parameters of ocf:heartbeat:symlink. */
interface SymlinkParameters {
  readonly link: TextParameter
  readonly target: TextParameter
  readonly backup_suffix?: TextParameter
}

/** The parameters of ocf:heartbeat:syslog-ng. */
interface SyslogNgParameters {
  readonly configfile: TextParameter
  /** Default `/sbin/syslog-ng`. */
  readonly syslog_ng_binary?: TextParameter
  /** Default `/sbin/syslog-ng-ctl`. */
  readonly syslog_ng_ctl?: TextParameter
  readonly qdisk_dir?: TextParameter
  readonly control_file?: TextParameter
  readonly persist_file?: TextParameter
  readonly pidfile?: TextParameter
  readonly start_opts?: TextParameter
  /** Default `10`. */
  readonly kill_term_timeout?: IntegerParameter
}

/** The parameters of ocf:heartbeat:tomcat. */
interface TomcatParameters {
  /** Default `tomcat`. */
  readonly tomcat_name?: TextParameter
  /** Default `/var/log/tomcat.log`. */
  readonly script_log?: TextParameter
  readonly tomcat_stop_timeout?: IntegerParameter
  readonly tomcat_suspend_trialcount?: IntegerParameter
  /** Default `root`. */
  readonly tomcat_user?: TextParameter
  /** Default `http://127.0.0.1:8080`. */
  readonly statusurl?: TextParameter
  readonly max_stop_time?: IntegerParameter
  readonly java_home: TextParameter
  readonly java_opts?: TextParameter
  readonly catalina_home: TextParameter
  readonly catalina_base?: TextParameter
  /** Default `/logs/catalina.out`. */
  readonly catalina_out?: TextParameter
  readonly catalina_pid?: TextParameter
  /** Default `0`. */
  readonly force_systemd?: TextParameter
  readonly tomcat_start_script?: TextParameter
  readonly tomcat_start_opts?: TextParameter
  readonly catalina_opts?: TextParameter
  readonly catalina_tmpdir?: TextParameter
  /** Default `NO`. */
  readonly catalina_rotate_log?: BooleanParameter
  /** Default `86400`. */
  readonly catalina_rotatetime?: IntegerParameter
  readonly java_endorsed_dirs?: TextParameter
  readonly logging_config?: TextParameter
  readonly logging_manager?: TextParameter
}

/** The parameters of ocf:heartbeat:varnish. */
interface VarnishParameters {
  readonly config: TextParameter
  readonly name?: TextParameter
  readonly pid?: TextParameter
  /** Default `0.0.0.0:80`. */
  readonly listen_address?: TextParameter
  readonly mgmt_address: TextParameter
  /** Default `600`. */
  readonly ttl?: IntegerParameter
  /** Default `varnish`. */
  readonly varnish_user?: TextParameter
  /** Default `varnish`. */
  readonly varnish_group?: TextParameter
  /** Default `malloc`. */
  readonly backend_type?: TextParameter
  /** Default `1G`. */
  readonly backend_size?: TextParameter
  readonly backend_file?: TextParameter
  /** Default `2`. */
  readonly threads_pools?: TextParameter
  /** Default `100`. */
  readonly thread_pool_min?: TextParameter
  /** Default `3000`. */
  readonly thread_pool_max?: TextParameter
  /** Default `120`. */
  readonly thread_pool_timeout?: TextParameter
  /** Default `varnishadm`. */
  readonly client_binary?: TextParameter
  /** Default `131072`. */
  readonly maxfiles?: TextParameter
  /** Default `82000`. */
  readonly max_locked_memory?: TextParameter
  /** Default `/etc/varnish/secret`. */
  readonly secret?: TextParameter
}

/** The parameters of ocf:heartbeat:vdo-vol. */
interface VdoVolParameters {
  readonly config?: TextParameter
  readonly volume?: TextParameter
}

/** The parameters of ocf:heartbeat:vmware. */
interface VmwareParameters {
  readonly vmxpath: TextParameter
  /** Default `/usr/bin/vmware-vim-cmd`. */
  readonly vimshbin?: TextParameter
}

/** The parameters of ocf:heartbeat:vsftpd. */
interface VsftpdParameters {
  /** Default `/usr/sbin/vsftpd`. */
  readonly binpath?: TextParameter
  /** Default `/etc/vsftpd/vsftpd.conf`. */
  readonly conffile?: TextParameter
  /** Default `/var/run/vsftpd.pid`. */
  readonly pidfile?: TextParameter
}

/** The parameters of ocf:heartbeat:zabbixserver. */
interface ZabbixserverParameters {
  /** Default `zabbix_server`. */
  readonly binary?: TextParameter
  /** Default `/var/run/zabbix-server/zabbix_server.pid`. */
  readonly pid?: TextParameter
  readonly config?: TextParameter
}

/** The parameters of agents, by their names. */
export interface HeartbeatAgents {
  readonly 'ocf:heartbeat:AoEtarget': AoEtargetParameters
  readonly 'ocf:heartbeat:AudibleAlarm': AudibleAlarmParameters
  readonly 'ocf:heartbeat:CTDB': CTDBParameters
  readonly 'ocf:heartbeat:ClusterMon': ClusterMonParameters
  readonly 'ocf:heartbeat:Delay': DelayParameters
  readonly 'ocf:heartbeat:Dummy': DummyParameters
  readonly 'ocf:heartbeat:EvmsSCC': EvmsSCCParameters
  readonly 'ocf:heartbeat:Evmsd': EvmsdParameters
  readonly 'ocf:heartbeat:Filesystem': FilesystemParameters
  readonly 'ocf:heartbeat:ICP': ICPParameters
  readonly 'ocf:heartbeat:IPaddr': IPaddrParameters
  readonly 'ocf:heartbeat:IPaddr2': IPaddr2Parameters
  readonly 'ocf:heartbeat:IPsrcaddr': IPsrcaddrParameters
  readonly 'ocf:heartbeat:IPv6addr': IPv6addrParameters
  readonly 'ocf:heartbeat:LVM': LVMParameters
  readonly 'ocf:heartbeat:LVM-activate': LVMActivateParameters
  readonly 'ocf:heartbeat:LinuxSCSI': LinuxSCSIParameters
  readonly 'ocf:heartbeat:MailTo': MailToParameters
  readonly 'ocf:heartbeat:ManageRAID': ManageRAIDParameters
  readonly 'ocf:heartbeat:ManageVE': ManageVEParameters
  readonly 'ocf:heartbeat:NodeUtilization': NodeUtilizationParameters
  readonly 'ocf:heartbeat:Pure-FTPd': PureFTPdParameters
  readonly 'ocf:heartbeat:Raid1': Raid1Parameters
  readonly 'ocf:heartbeat:Route': RouteParameters
  readonly 'ocf:heartbeat:SAPDatabase': SAPDatabaseParameters
  readonly 'ocf:heartbeat:SAPHana': SAPHanaParameters
  readonly 'ocf:heartbeat:SAPHanaController': SAPHanaControllerParameters
  readonly 'ocf:heartbeat:SAPHanaFilesystem': SAPHanaFilesystemParameters
  readonly 'ocf:heartbeat:SAPHanaTopology': SAPHanaTopologyParameters
  readonly 'ocf:heartbeat:SAPInstance': SAPInstanceParameters
  readonly 'ocf:heartbeat:SendArp': SendArpParameters
  readonly 'ocf:heartbeat:ServeRAID': ServeRAIDParameters
  readonly 'ocf:heartbeat:SphinxSearchDaemon': SphinxSearchDaemonParameters
  readonly 'ocf:heartbeat:Squid': SquidParameters
  readonly 'ocf:heartbeat:Stateful': StatefulParameters
  readonly 'ocf:heartbeat:SysInfo': SysInfoParameters
  readonly 'ocf:heartbeat:VIPArip': VIPAripParameters
  readonly 'ocf:heartbeat:VirtualDomain': VirtualDomainParameters
  readonly 'ocf:heartbeat:WAS': WASParameters
  readonly 'ocf:heartbeat:WAS6': WAS6Parameters
  readonly 'ocf:heartbeat:WinPopup': WinPopupParameters
  readonly 'ocf:heartbeat:Xen': XenParameters
  readonly 'ocf:heartbeat:Xinetd': XinetdParameters
  readonly 'ocf:heartbeat:ZFS': ZFSParameters
  readonly 'ocf:heartbeat:aliyun-vpc-move-ip': AliyunVpcMoveIpParameters
  readonly 'ocf:heartbeat:anything': AnythingParameters
  readonly 'ocf:heartbeat:apache': ApacheParameters
  readonly 'ocf:heartbeat:asterisk': AsteriskParameters
  readonly 'ocf:heartbeat:aws-vpc-move-ip': AwsVpcMoveIpParameters
  readonly 'ocf:heartbeat:aws-vpc-route53': AwsVpcRoute53Parameters
  readonly 'ocf:heartbeat:awseip': AwseipParameters
  readonly 'ocf:heartbeat:awsvip': AwsvipParameters
  readonly 'ocf:heartbeat:azure-events': AzureEventsParameters
  readonly 'ocf:heartbeat:azure-events-az': AzureEventsAzParameters
  readonly 'ocf:heartbeat:azure-lb': AzureLbParameters
  readonly 'ocf:heartbeat:azure-sap-zone': AzureSapZoneParameters
  readonly 'ocf:heartbeat:clvm': ClvmParameters
  readonly 'ocf:heartbeat:conntrackd': ConntrackdParameters
  readonly 'ocf:heartbeat:corosync-qnetd': CorosyncQnetdParameters
  readonly 'ocf:heartbeat:crypt': CryptParameters
  readonly 'ocf:heartbeat:db2': Db2Parameters
  readonly 'ocf:heartbeat:dhcpd': DhcpdParameters
  readonly 'ocf:heartbeat:dnsupdate': DnsupdateParameters
  readonly 'ocf:heartbeat:docker': DockerParameters
  readonly 'ocf:heartbeat:docker-compose': DockerComposeParameters
  readonly 'ocf:heartbeat:dovecot': DovecotParameters
  readonly 'ocf:heartbeat:dummypy': DummypyParameters
  readonly 'ocf:heartbeat:eDir88': EDir88Parameters
  readonly 'ocf:heartbeat:ethmonitor': EthmonitorParameters
  readonly 'ocf:heartbeat:exportfs': ExportfsParameters
  readonly 'ocf:heartbeat:fio': FioParameters
  readonly 'ocf:heartbeat:galera': GaleraParameters
  readonly 'ocf:heartbeat:ganesha-nfs': GaneshaNfsParameters
  readonly 'ocf:heartbeat:garbd': GarbdParameters
  readonly 'ocf:heartbeat:gcp-ilb': GcpIlbParameters
  readonly 'ocf:heartbeat:gcp-pd-move': GcpPdMoveParameters
  readonly 'ocf:heartbeat:gcp-vpc-move-ip': GcpVpcMoveIpParameters
  readonly 'ocf:heartbeat:gcp-vpc-move-route': GcpVpcMoveRouteParameters
  readonly 'ocf:heartbeat:gcp-vpc-move-vip': GcpVpcMoveVipParameters
  readonly 'ocf:heartbeat:iSCSILogicalUnit': ISCSILogicalUnitParameters
  readonly 'ocf:heartbeat:iSCSITarget': ISCSITargetParameters
  readonly 'ocf:heartbeat:ibm-cloud-vpc-cr-vip': IbmCloudVpcCrVipParameters
  readonly 'ocf:heartbeat:ibm-cloud-vpc-move-fip': IbmCloudVpcMoveFipParameters
  readonly 'ocf:heartbeat:ibm-cloud-vpc-move-par': IbmCloudVpcMoveParParameters
  readonly 'ocf:heartbeat:ibmmq': IbmmqParameters
  readonly 'ocf:heartbeat:ids': IdsParameters
  readonly 'ocf:heartbeat:iface-bridge': IfaceBridgeParameters
  readonly 'ocf:heartbeat:iface-macvlan': IfaceMacvlanParameters
  readonly 'ocf:heartbeat:iface-vlan': IfaceVlanParameters
  readonly 'ocf:heartbeat:ipsec': IpsecParameters
  readonly 'ocf:heartbeat:iscsi': IscsiParameters
  readonly 'ocf:heartbeat:jboss': JbossParameters
  readonly 'ocf:heartbeat:jira': JiraParameters
  readonly 'ocf:heartbeat:kamailio': KamailioParameters
  readonly 'ocf:heartbeat:ldirectord': LdirectordParameters
  readonly 'ocf:heartbeat:lvmlockd': LvmlockdParameters
  readonly 'ocf:heartbeat:lxc': LxcParameters
  readonly 'ocf:heartbeat:lxd-info': LxdInfoParameters
  readonly 'ocf:heartbeat:machine-info': MachineInfoParameters
  readonly 'ocf:heartbeat:mariadb': MariadbParameters
  readonly 'ocf:heartbeat:mdraid': MdraidParameters
  readonly 'ocf:heartbeat:mediationzone': MediationzoneParameters
  readonly 'ocf:heartbeat:minio': MinioParameters
  readonly 'ocf:heartbeat:mpathpersist': MpathpersistParameters
  readonly 'ocf:heartbeat:mysql': MysqlParameters
  readonly 'ocf:heartbeat:mysql-proxy': MysqlProxyParameters
  readonly 'ocf:heartbeat:nagios': NagiosParameters
  readonly 'ocf:heartbeat:named': NamedParameters
  readonly 'ocf:heartbeat:nfsnotify': NfsnotifyParameters
  readonly 'ocf:heartbeat:nfsserver': NfsserverParameters
  readonly 'ocf:heartbeat:nginx': NginxParameters
  readonly 'ocf:heartbeat:nvmet-namespace': NvmetNamespaceParameters
  readonly 'ocf:heartbeat:nvmet-port': NvmetPortParameters
  readonly 'ocf:heartbeat:nvmet-subsystem': NvmetSubsystemParameters
  readonly 'ocf:heartbeat:ocivip': OcivipParameters
  readonly 'ocf:heartbeat:openstack-cinder-volume': OpenstackCinderVolumeParameters
  readonly 'ocf:heartbeat:openstack-floating-ip': OpenstackFloatingIpParameters
  readonly 'ocf:heartbeat:openstack-info': OpenstackInfoParameters
  readonly 'ocf:heartbeat:openstack-virtual-ip': OpenstackVirtualIpParameters
  readonly 'ocf:heartbeat:oraasm': OraasmParameters
  readonly 'ocf:heartbeat:oracle': OracleParameters
  readonly 'ocf:heartbeat:oralsnr': OralsnrParameters
  readonly 'ocf:heartbeat:osceip': OsceipParameters
  readonly 'ocf:heartbeat:ovsmonitor': OvsmonitorParameters
  readonly 'ocf:heartbeat:pgagent': PgagentParameters
  readonly 'ocf:heartbeat:pgsql': PgsqlParameters
  readonly 'ocf:heartbeat:pgsqlms': PgsqlmsParameters
  readonly 'ocf:heartbeat:pingd': PingdParameters
  readonly 'ocf:heartbeat:podman': PodmanParameters
  readonly 'ocf:heartbeat:podman-etcd': PodmanEtcdParameters
  readonly 'ocf:heartbeat:portblock': PortblockParameters
  readonly 'ocf:heartbeat:postfix': PostfixParameters
  readonly 'ocf:heartbeat:pound': PoundParameters
  readonly 'ocf:heartbeat:powervs-move-ip': PowervsMoveIpParameters
  readonly 'ocf:heartbeat:powervs-subnet': PowervsSubnetParameters
  readonly 'ocf:heartbeat:proftpd': ProftpdParameters
  readonly 'ocf:heartbeat:rabbitmq-cluster': RabbitmqClusterParameters
  readonly 'ocf:heartbeat:rabbitmq-server-ha': RabbitmqServerHaParameters
  readonly 'ocf:heartbeat:redis': RedisParameters
  readonly 'ocf:heartbeat:rkt': RktParameters
  readonly 'ocf:heartbeat:rsyncd': RsyncdParameters
  readonly 'ocf:heartbeat:rsyslog': RsyslogParameters
  readonly 'ocf:heartbeat:scsi2reservation': Scsi2reservationParameters
  readonly 'ocf:heartbeat:sfex': SfexParameters
  readonly 'ocf:heartbeat:sg_persist': SgPersistParameters
  readonly 'ocf:heartbeat:slapd': SlapdParameters
  readonly 'ocf:heartbeat:smb-share': SmbShareParameters
  readonly 'ocf:heartbeat:storage-mon': StorageMonParameters
  readonly 'ocf:heartbeat:sybaseASE': SybaseASEParameters
  readonly 'ocf:heartbeat:symlink': SymlinkParameters
  readonly 'ocf:heartbeat:syslog-ng': SyslogNgParameters
  readonly 'ocf:heartbeat:tomcat': TomcatParameters
  readonly 'ocf:heartbeat:varnish': VarnishParameters
  readonly 'ocf:heartbeat:vdo-vol': VdoVolParameters
  readonly 'ocf:heartbeat:vmware': VmwareParameters
  readonly 'ocf:heartbeat:vsftpd': VsftpdParameters
  readonly 'ocf:heartbeat:zabbixserver': ZabbixserverParameters
}
