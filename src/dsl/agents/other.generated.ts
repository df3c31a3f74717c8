/* The parameters of agents as types. Made by scripts/agents.mjs. */

import type { BooleanParameter, IntegerParameter, TextParameter } from './parameter-values.js'

/** The parameters of ocf:booth:geostore. */
interface GeostoreParameters {
  readonly booth_ticket?: TextParameter
  /** Default `/etc/booth/booth.conf`. */
  readonly booth_config?: TextParameter
  readonly geo_attribute?: TextParameter
}

/** The parameters of ocf:booth:sharedrsc. */
interface SharedrscParameters {
  readonly dir: TextParameter
}

/** The parameters of ocf:ceph:rbd. */
interface RbdParameters {
  readonly name: TextParameter
  readonly pool_namespace?: TextParameter
  /** Default `rbd`. */
  readonly pool?: TextParameter
  readonly snap?: TextParameter
  /** Default `/etc//.conf`. */
  readonly cephconf?: TextParameter
  readonly mon?: TextParameter
  readonly user?: TextParameter
  readonly secret?: TextParameter
}

/** The parameters of ocf:linbit:drbd. */
interface DrbdParameters {
  readonly drbd_resource: TextParameter
  /** Default `/etc/drbd.conf`. */
  readonly drbdconf?: TextParameter
  /** Default `0 10 1000 10000`. */
  readonly adjust_master_score?: TextParameter
  /** Default `false`. */
  readonly stop_outdates_secondary?: BooleanParameter
  /** Default `false`. */
  readonly ignore_missing_notifications?: BooleanParameter
  /** Default `5`. */
  readonly wfc_timeout?: IntegerParameter
  /** Default `false`. */
  readonly remove_master_score_if_peer_primary?: BooleanParameter | TextParameter
  /** Default `false`. */
  readonly fail_promote_early_if_peer_primary?: BooleanParameter
  /** Default `false`. */
  readonly unfence_if_all_uptodate?: BooleanParameter
  readonly unfence_extra_args?: TextParameter
  /** Default `8.0.0`. */
  readonly require_drbd_module_version_ge?: TextParameter
  /** Default `10.0.0`. */
  readonly require_drbd_module_version_lt?: TextParameter
  /** Default `false`. */
  readonly connect_only_after_promote?: BooleanParameter
}

/** The parameters of ocf:linbit:drbd-attr. */
interface DrbdAttrParameters {
  /** Default `5`. */
  readonly dampening_delay?: IntegerParameter
  /** Default `drbd-promotion-score`. */
  readonly attr_name_prefix?: TextParameter
  /** Default `false`. */
  readonly record_event_details?: BooleanParameter
}

/** The parameters of ocf:mssql:ag. */
interface AgParameters {
  readonly ag_name: TextParameter
  /** Default `30`. */
  readonly connection_timeout?: IntegerParameter
  /** Default `60`. */
  readonly disable_primary_on_quorum_timeout_after?: IntegerParameter
  readonly health_check_retries?: IntegerParameter
  /** Default `3`. */
  readonly monitor_policy?: IntegerParameter
  /** @deprecated Write `connection_timeout`. */
  readonly monitor_timeout?: IntegerParameter
  /** Default `/var/opt/mssql/secrets/passwd`. */
  readonly monitoring_credentials_file?: TextParameter
  readonly online_databases_retries?: IntegerParameter
  /** Default `1433`. */
  readonly port?: IntegerParameter
  readonly primary_write_lease_duration?: IntegerParameter
  /** Default `sqlservr`. */
  readonly process_name?: TextParameter
  /** @deprecated Write `required_synchronized_secondaries_to_commit`. */
  readonly required_copies_to_commit?: IntegerParameter
  readonly required_synchronized_secondaries_to_commit?: IntegerParameter
}

/** The parameters of ocf:mssql:fci. */
interface FciParameters {
  /** Default `mssql`. */
  readonly user?: TextParameter
  /** Default `/opt/mssql/bin/sqlservr`. */
  readonly binary?: TextParameter
  readonly mssql_args?: TextParameter
  /** Default `/var/opt/mssql`. */
  readonly working_dir?: TextParameter
  /** Default `${HA_VARRUN%%/}/mssql-${OCF_RESOURCE_INSTANCE}.pid`. */
  readonly status_file?: TextParameter
  /** Default `3`. */
  readonly monitor_policy?: IntegerParameter
  /** Default `20`. */
  readonly monitor_timeout?: IntegerParameter
  /** Default `0`. */
  readonly login_retries?: IntegerParameter
  /** Default `10`. */
  readonly stop_timeout?: IntegerParameter
  /** Default `/var/opt/mssql/secrets/passwd`. */
  readonly monitoring_credentials_file?: TextParameter
  /** Default `1433`. */
  readonly port?: IntegerParameter
}

/** The parameters of ocf:neutron:NetnsCleanup. */
type NetnsCleanupParameters = Record<never, never>

/** The parameters of ocf:neutron:NeutronScale. */
interface NeutronScaleParameters {
  /** Default `neutron-n`. */
  readonly hostbasename?: TextParameter
}

/** The parameters of ocf:neutron:OVSCleanup. */
type OVSCleanupParameters = Record<never, never>

/** The parameters of ocf:openstack:NovaCompute. */
interface NovaComputeParameters {
  readonly auth_url: TextParameter
  readonly username: TextParameter
  readonly password: TextParameter
  readonly tenant_name: TextParameter
  readonly domain?: TextParameter
  readonly endpoint_type?: TextParameter
  readonly region_name?: TextParameter
  /** Default `0`. */
  readonly insecure?: BooleanParameter
  /** Default `0`. */
  readonly no_shared_storage?: BooleanParameter
  /** Default `120`. */
  readonly evacuation_delay?: IntegerParameter
}

/** The parameters of ocf:openstack:NovaEvacuate. */
interface NovaEvacuateParameters {
  readonly auth_url: TextParameter
  readonly username: TextParameter
  readonly password: TextParameter
  readonly tenant_name: TextParameter
  readonly domain?: TextParameter
  readonly endpoint_type?: TextParameter
  readonly region_name?: TextParameter
  /** Default `0`. */
  readonly insecure?: BooleanParameter
  /** Default `0`. */
  readonly no_shared_storage?: BooleanParameter
  /** Default `0`. */
  readonly verbose?: BooleanParameter
}

/** The parameters of ocf:openstack:ceilometer-agent-central. */
interface CeilometerAgentCentralParameters {
  /** Default `ceilometer-agent-central`. */
  readonly binary?: TextParameter
  /** Default `/etc/ceilometer/ceilometer.conf`. */
  readonly config?: TextParameter
  /** Default `ceilometer`. */
  readonly user?: TextParameter
  /** Default `/run/resource-agents/x.pid`. */
  readonly pid?: TextParameter
  /** Default `5672`. */
  readonly amqp_server_port?: IntegerParameter
  readonly additional_parameters?: TextParameter
}

/** The parameters of ocf:openstack:cinder-api. */
interface CinderApiParameters {
  /** Default `cinder-api`. */
  readonly binary?: TextParameter
  /** Default `/etc/cinder/cinder.conf`. */
  readonly config?: TextParameter
  /** Default `cinder`. */
  readonly user?: TextParameter
  /** Default `/run/resource-agents/x.pid`. */
  readonly pid?: TextParameter
  /** Default `http://127.0.0.1:8776/v1/`. */
  readonly url?: TextParameter
  /** Default `http://127.0.0.1:5000/v2.0/tokens`. */
  readonly keystone_get_token_url?: TextParameter
  readonly os_username?: TextParameter
  readonly os_password?: TextParameter
  readonly os_tenant_name?: TextParameter
  readonly additional_parameters?: TextParameter
}

/** The parameters of ocf:openstack:cinder-schedule. */
interface CinderScheduleParameters {
  /** Default `cinder-scheduler`. */
  readonly binary?: TextParameter
  /** Default `/etc/cinder/cinder.conf`. */
  readonly config?: TextParameter
  /** Default `cinder`. */
  readonly user?: TextParameter
  /** Default `/run/resource-agents/x.pid`. */
  readonly pid?: TextParameter
  /** Default `5672`. */
  readonly amqp_server_port?: IntegerParameter
  readonly additional_parameters?: TextParameter
}

/** The parameters of ocf:openstack:cinder-volume. */
interface CinderVolumeParameters {
  /** Default `cinder-volume`. */
  readonly binary?: TextParameter
  /** Default `/etc/cinder/cinder.conf`. */
  readonly config?: TextParameter
  /** Default `cinder`. */
  readonly user?: TextParameter
  /** Default `/run/resource-agents/x.pid`. */
  readonly pid?: TextParameter
  /** Default `5672`. */
  readonly amqp_server_port?: IntegerParameter
  /** Default `false`. */
  readonly multibackend?: BooleanParameter
  readonly additional_parameters?: TextParameter
}

/** The parameters of ocf:openstack:glance-api. */
interface GlanceApiParameters {
  /** Default `glance-api`. */
  readonly binary?: TextParameter
  /** Default `/etc/glance/glance-api.conf`. */
  readonly config?: TextParameter
  /** Default `glance`. */
  readonly user?: TextParameter
  /** Default `/run/resource-agents/x.pid`. */
  readonly pid?: TextParameter
  readonly os_username?: TextParameter
  readonly os_password?: TextParameter
  readonly os_tenant_name?: TextParameter
  readonly os_auth_url?: TextParameter
  /** Default `glance`. */
  readonly client_binary?: TextParameter
  readonly additional_parameters?: TextParameter
}

/** The parameters of ocf:openstack:glance-registry. */
interface GlanceRegistryParameters {
  /** Default `glance-registry`. */
  readonly binary?: TextParameter
  /** Default `/etc/glance/glance-registry.conf`. */
  readonly config?: TextParameter
  /** Default `glance`. */
  readonly user?: TextParameter
  /** Default `/run/resource-agents/x.pid`. */
  readonly pid?: TextParameter
  /** Default `http://127.0.0.1:9191/images`. */
  readonly url?: TextParameter
  /** Default `http://127.0.0.1:5000/v2.0/tokens`. */
  readonly keystone_get_token_url?: TextParameter
  readonly os_username?: TextParameter
  readonly os_password?: TextParameter
  readonly os_tenant_name?: TextParameter
  readonly additional_parameters?: TextParameter
}

/** The parameters of ocf:openstack:heat-engine. */
interface HeatEngineParameters {
  /** Default `heat-engine`. */
  readonly binary?: TextParameter
  /** Default `/etc/heat/heat.conf`. */
  readonly config?: TextParameter
  /** Default `heat`. */
  readonly user?: TextParameter
  /** Default `/run/resource-agents/x.pid`. */
  readonly pid?: TextParameter
  /** Default `5672`. */
  readonly amqp_server_port?: IntegerParameter
  /** Default `false`. */
  readonly zeromq?: BooleanParameter
  readonly additional_parameters?: TextParameter
}

/** The parameters of ocf:openstack:keystone. */
interface KeystoneParameters {
  /** Default `keystone-all`. */
  readonly binary?: TextParameter
  /** Default `keystone`. */
  readonly client_binary?: TextParameter
  /** Default `/etc/keystone/keystone.conf`. */
  readonly config?: TextParameter
  readonly os_username?: TextParameter
  readonly os_password?: TextParameter
  readonly os_tenant_name?: TextParameter
  readonly os_auth_url?: TextParameter
  /** Default `keystone`. */
  readonly user?: TextParameter
  /** Default `/run/resource-agents/x.pid`. */
  readonly pid?: TextParameter
  readonly additional_parameters?: TextParameter
}

/** The parameters of ocf:openstack:manila-api. */
interface ManilaApiParameters {
  /** Default `manila-api`. */
  readonly binary?: TextParameter
  /** Default `/etc/manila/manila.conf`. */
  readonly config?: TextParameter
  /** Default `manila`. */
  readonly user?: TextParameter
  /** Default `/run/resource-agents/manila.pid`. */
  readonly pid?: TextParameter
  /** Default `http://127.0.0.1:8786/v2/`. */
  readonly url?: TextParameter
  /** Default `http://127.0.0.1:5000/v2.0/tokens`. */
  readonly keystone_get_token_url?: TextParameter
  readonly os_username?: TextParameter
  readonly os_password?: TextParameter
  readonly os_tenant_name?: TextParameter
  readonly additional_parameters?: TextParameter
}

/** The parameters of ocf:openstack:neutron-agent-dhcp. */
interface NeutronAgentDhcpParameters {
  /** Default `neutron-dhcp-agent`. */
  readonly binary?: TextParameter
  /** Default `/etc/neutron/neutron.conf`. */
  readonly config?: TextParameter
  /** Default `/etc/neutron/dhcp_agent.ini`. */
  readonly plugin_config?: TextParameter
  /** Default `neutron`. */
  readonly user?: TextParameter
  /** Default `/run/resource-agents/x.pid`. */
  readonly pid?: TextParameter
  /** Default `5672`. */
  readonly amqp_server_port?: IntegerParameter
  readonly additional_parameters?: TextParameter
}

/** The parameters of ocf:openstack:neutron-agent-l3. */
interface NeutronAgentL3Parameters {
  /** Default `neutron-l3-agent`. */
  readonly binary?: TextParameter
  /** Default `/etc/neutron/neutron.conf`. */
  readonly config?: TextParameter
  /** Default `/etc/neutron/l3_agent.ini`. */
  readonly plugin_config?: TextParameter
  /** Default `neutron`. */
  readonly user?: TextParameter
  /** Default `/run/resource-agents/x.pid`. */
  readonly pid?: TextParameter
  /** Default `9696`. */
  readonly neutron_server_port?: IntegerParameter
  readonly additional_parameters?: TextParameter
}

/** The parameters of ocf:openstack:neutron-ha-tool. */
interface NeutronHaToolParameters {
  /** Default `neutron-ha-tool`. */
  readonly binary?: TextParameter
  /** Default `http://localhost:5000/v2`. */
  readonly os_auth_url?: TextParameter
  readonly os_region_name?: TextParameter
  readonly os_password?: TextParameter
  /** Default `admin`. */
  readonly os_tenant_name?: TextParameter
  /** Default `admin`. */
  readonly os_username?: TextParameter
  /** Default `0`. */
  readonly os_insecure?: BooleanParameter
  readonly os_cacert?: BooleanParameter
}

/** The parameters of ocf:openstack:neutron-metadata-agent. */
interface NeutronMetadataAgentParameters {
  /** Default `neutron-metadata-agent`. */
  readonly binary?: TextParameter
  /** Default `/etc/neutron/neutron.conf`. */
  readonly config?: TextParameter
  /** Default `neutron`. */
  readonly user?: TextParameter
  /** Default `/etc/neutron/metadata_agent.ini`. */
  readonly agent_config?: TextParameter
  /** Default `/run/resource-agents/x.pid`. */
  readonly pid?: TextParameter
  readonly amqp_server_port?: IntegerParameter
  readonly additional_parameters?: TextParameter
}

/** The parameters of ocf:openstack:neutron-server. */
interface NeutronServerParameters {
  /** Default `neutron-server`. */
  readonly binary?: TextParameter
  /** Default `/etc/neutron/neutron.conf`. */
  readonly config?: TextParameter
  /** Default `/etc/neutron/plugins/openvswitch/ovs_neutron_plugin.ini`. */
  readonly plugin_config?: TextParameter
  /** Default `neutron`. */
  readonly user?: TextParameter
  /** Default `/run/resource-agents/x.pid`. */
  readonly pid?: TextParameter
  /** Default `http://127.0.0.1:9696`. */
  readonly url?: TextParameter
  readonly keystone_get_token_url?: TextParameter
  readonly os_username?: TextParameter
  readonly os_password?: TextParameter
  readonly os_tenant_name?: TextParameter
  readonly additional_parameters?: TextParameter
}

/** The parameters of ocf:openstack:nova-api. */
interface NovaApiParameters {
  /** Default `nova-api`. */
  readonly binary?: TextParameter
  /** Default `/etc/nova/nova.conf`. */
  readonly config?: TextParameter
  /** Default `nova`. */
  readonly user?: TextParameter
  /** Default `/run/resource-agents/x.pid`. */
  readonly pid?: TextParameter
  /** Default `http://127.0.0.1:8774/v2/`. */
  readonly url?: TextParameter
  /** Default `http://127.0.0.1:5000/v2.0/tokens`. */
  readonly keystone_get_token_url?: TextParameter
  readonly os_username?: TextParameter
  readonly os_password?: TextParameter
  readonly os_tenant_name?: TextParameter
  readonly additional_parameters?: TextParameter
}

/** The parameters of ocf:openstack:nova-cert. */
interface NovaCertParameters {
  /** Default `nova-cert`. */
  readonly binary?: TextParameter
  /** Default `/etc/nova/nova.conf`. */
  readonly config?: TextParameter
  /** Default `nova`. */
  readonly user?: TextParameter
  /** Default `/run/resource-agents/x.pid`. */
  readonly pid?: TextParameter
  /** Default `3306`. */
  readonly database_server_port?: IntegerParameter
  /** Default `5672`. */
  readonly amqp_server_port?: IntegerParameter
  /** Default `false`. */
  readonly zeromq?: BooleanParameter
  readonly additional_parameters?: TextParameter
}

/** The parameters of ocf:openstack:nova-compute-wait. */
interface NovaComputeWaitParameters {
  readonly auth_url: TextParameter
  readonly username: TextParameter
  readonly password: TextParameter
  readonly tenant_name: TextParameter
  readonly domain?: TextParameter
  readonly endpoint_type?: TextParameter
  /** Default `0`. */
  readonly no_shared_storage?: BooleanParameter
  /** Default `120`. */
  readonly evacuation_delay?: IntegerParameter
}

/** The parameters of ocf:openstack:nova-consoleauth. */
interface NovaConsoleauthParameters {
  /** Default `nova-consoleauth`. */
  readonly binary?: TextParameter
  /** Default `/etc/nova/nova.conf`. */
  readonly config?: TextParameter
  /** Default `nova`. */
  readonly user?: TextParameter
  /** Default `/run/resource-agents/x.pid`. */
  readonly pid?: TextParameter
  /** Default `3306`. */
  readonly database_server_port?: IntegerParameter
  /** Default `5672`. */
  readonly amqp_server_port?: IntegerParameter
  /** Default `false`. */
  readonly zeromq?: BooleanParameter
  readonly additional_parameters?: TextParameter
}

/** The parameters of ocf:openstack:nova-network. */
interface NovaNetworkParameters {
  /** Default `nova-network`. */
  readonly binary?: TextParameter
  /** Default `/etc/nova/nova.conf`. */
  readonly config?: TextParameter
  /** Default `nova`. */
  readonly user?: TextParameter
  /** Default `/run/resource-agents/x.pid`. */
  readonly pid?: TextParameter
  /** Default `3306`. */
  readonly database_server_port?: IntegerParameter
  /** Default `5672`. */
  readonly amqp_server_port?: IntegerParameter
  /** Default `false`. */
  readonly zeromq?: BooleanParameter
  readonly additional_parameters?: TextParameter
}

/** The parameters of ocf:openstack:nova-novnc. */
interface NovaNovncParameters {
  /** Default `nova-novncproxy`. */
  readonly binary?: TextParameter
  /** Default `/etc/nova/nova.conf`. */
  readonly config?: TextParameter
  /** Default `nova`. */
  readonly user?: TextParameter
  /** Default `6080`. */
  readonly console_port?: IntegerParameter
  /** Default `/usr/share/novnc/`. */
  readonly web?: TextParameter
  /** Default `/run/resource-agents/x.pid`. */
  readonly pid?: TextParameter
  readonly additional_parameters?: TextParameter
}

/** The parameters of ocf:openstack:nova-scheduler. */
interface NovaSchedulerParameters {
  /** Default `nova-scheduler`. */
  readonly binary?: TextParameter
  /** Default `/etc/nova/nova.conf`. */
  readonly config?: TextParameter
  /** Default `nova`. */
  readonly user?: TextParameter
  /** Default `/run/resource-agents/x.pid`. */
  readonly pid?: TextParameter
  /** Default `3306`. */
  readonly database_server_port?: IntegerParameter
  /** Default `5672`. */
  readonly amqp_server_port?: IntegerParameter
  /** Default `false`. */
  readonly zeromq?: BooleanParameter
  readonly additional_parameters?: TextParameter
}

/** The parameters of ocf:ovn:ovndb-servers. */
interface OvndbServersParameters {
  /** Default `/usr/share/ovn/scripts/ovn-ctl`. */
  readonly ovn_ctl?: TextParameter
  readonly master_ip?: TextParameter
  readonly nb_master_port?: TextParameter
  readonly nb_master_protocol?: TextParameter
  readonly sb_master_port?: TextParameter
  readonly sb_master_protocol?: TextParameter
  readonly manage_northd?: TextParameter
  readonly inactive_probe_interval?: TextParameter
  readonly inactive_probe_interval_to_master?: TextParameter
  readonly listen_on_master_ip_only?: TextParameter
  readonly ovn_nb_db_privkey?: TextParameter
  readonly ovn_nb_db_cert?: TextParameter
  readonly ovn_nb_db_cacert?: TextParameter
  readonly ovn_sb_db_privkey?: TextParameter
  readonly ovn_sb_db_cert?: TextParameter
  readonly ovn_sb_db_cacert?: TextParameter
}

/** The parameters of ocf:rabbitmq:rabbitmq-server. */
interface RabbitmqServerParameters {
  /** Default `/usr/sbin/rabbitmq-server`. */
  readonly server?: TextParameter
  /** Default `/usr/sbin/rabbitmqctl`. */
  readonly ctl?: TextParameter
  /** Default `rabbit@localhost`. */
  readonly nodename?: TextParameter
  readonly ip?: TextParameter
  readonly port?: IntegerParameter
  readonly config_file?: TextParameter
  /** Default `/var/log/rabbitmq`. */
  readonly log_base?: TextParameter
  readonly mnesia_base?: TextParameter
  readonly server_start_args?: TextParameter
  /** Default `/var/run/rabbitmq/pid`. */
  readonly pid_file?: TextParameter
  /** Default `65535`. */
  readonly limit_nofile?: TextParameter
}

/** The parameters of ocf:rabbitmq:rabbitmq-server-ha. */
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
}

/** The parameters of ocf:suse:SAPHana. */
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

/** The parameters of ocf:suse:SAPHanaController. */
interface SAPHanaControllerParameters {
  readonly SID: TextParameter
  readonly InstanceNumber: TextParameter
  /** Default `false`. */
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

/** The parameters of ocf:suse:SAPHanaFilesystem. */
interface SAPHanaFilesystemParameters {
  readonly SID: TextParameter
  readonly InstanceNumber?: TextParameter
  readonly DIRECTORY?: TextParameter
  readonly ON_FAIL_ACTION?: TextParameter
}

/** The parameters of ocf:suse:SAPHanaTopology. */
interface SAPHanaTopologyParameters {
  readonly SID: TextParameter
  readonly InstanceNumber: TextParameter
  /** Default `60`. */
  readonly HANA_CALL_TIMEOUT?: TextParameter
  readonly DIR_EXECUTABLE?: TextParameter
  readonly SAPHanaFilter?: TextParameter
}

/** The parameters of ocf:suse:SAPStartSrv. */
interface SAPStartSrvParameters {
  readonly InstanceName: TextParameter
  readonly START_PROFILE?: TextParameter
}

/** The parameters of agents, by their names. */
export interface OtherAgents {
  readonly 'ocf:booth:geostore': GeostoreParameters
  readonly 'ocf:booth:sharedrsc': SharedrscParameters
  readonly 'ocf:ceph:rbd': RbdParameters
  readonly 'ocf:linbit:drbd': DrbdParameters
  readonly 'ocf:linbit:drbd-attr': DrbdAttrParameters
  readonly 'ocf:mssql:ag': AgParameters
  readonly 'ocf:mssql:fci': FciParameters
  readonly 'ocf:neutron:NetnsCleanup': NetnsCleanupParameters
  readonly 'ocf:neutron:NeutronScale': NeutronScaleParameters
  readonly 'ocf:neutron:OVSCleanup': OVSCleanupParameters
  readonly 'ocf:openstack:NovaCompute': NovaComputeParameters
  readonly 'ocf:openstack:NovaEvacuate': NovaEvacuateParameters
  readonly 'ocf:openstack:ceilometer-agent-central': CeilometerAgentCentralParameters
  readonly 'ocf:openstack:cinder-api': CinderApiParameters
  readonly 'ocf:openstack:cinder-schedule': CinderScheduleParameters
  readonly 'ocf:openstack:cinder-volume': CinderVolumeParameters
  readonly 'ocf:openstack:glance-api': GlanceApiParameters
  readonly 'ocf:openstack:glance-registry': GlanceRegistryParameters
  readonly 'ocf:openstack:heat-engine': HeatEngineParameters
  readonly 'ocf:openstack:keystone': KeystoneParameters
  readonly 'ocf:openstack:manila-api': ManilaApiParameters
  readonly 'ocf:openstack:neutron-agent-dhcp': NeutronAgentDhcpParameters
  readonly 'ocf:openstack:neutron-agent-l3': NeutronAgentL3Parameters
  readonly 'ocf:openstack:neutron-ha-tool': NeutronHaToolParameters
  readonly 'ocf:openstack:neutron-metadata-agent': NeutronMetadataAgentParameters
  readonly 'ocf:openstack:neutron-server': NeutronServerParameters
  readonly 'ocf:openstack:nova-api': NovaApiParameters
  readonly 'ocf:openstack:nova-cert': NovaCertParameters
  readonly 'ocf:openstack:nova-compute-wait': NovaComputeWaitParameters
  readonly 'ocf:openstack:nova-consoleauth': NovaConsoleauthParameters
  readonly 'ocf:openstack:nova-network': NovaNetworkParameters
  readonly 'ocf:openstack:nova-novnc': NovaNovncParameters
  readonly 'ocf:openstack:nova-scheduler': NovaSchedulerParameters
  readonly 'ocf:ovn:ovndb-servers': OvndbServersParameters
  readonly 'ocf:rabbitmq:rabbitmq-server': RabbitmqServerParameters
  readonly 'ocf:rabbitmq:rabbitmq-server-ha': RabbitmqServerHaParameters
  readonly 'ocf:suse:SAPHana': SAPHanaParameters
  readonly 'ocf:suse:SAPHanaController': SAPHanaControllerParameters
  readonly 'ocf:suse:SAPHanaFilesystem': SAPHanaFilesystemParameters
  readonly 'ocf:suse:SAPHanaTopology': SAPHanaTopologyParameters
  readonly 'ocf:suse:SAPStartSrv': SAPStartSrvParameters
}
