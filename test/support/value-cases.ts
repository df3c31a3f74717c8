/** A configuration with one value that Pacemaker minds, as crm_verify 2.1.5 reports it; `newer` for what only later releases do, `deprecated` for a warning of what is to go. */
export interface ValueCase {
  readonly name: string
  readonly level: 'error' | 'warning' | 'deprecated' | 'silent' | 'newer'
  /** Cluster options; fencing is off unless they switch it on. */
  readonly options?: Readonly<Record<string, string>>
  readonly nodes?: string
  readonly resources?: string
  readonly status?: string
  /** True where the schema accepts it. */
  readonly isValid?: boolean
  readonly rest?: string
  /** `rsc_defaults` or `op_defaults`. */
  readonly defaults?: string
}

const on = { 'stonith-enabled': 'true' }
const device = '<primitive id="f" class="stonith" type="fence_xvm"/>'

const meta = (name: string, value: string, inside = '') =>
  `<primitive id="x" class="ocf" provider="pacemaker" type="Dummy"><meta_attributes id="xm"><nvpair id="xm1" name="${name}" value="${value}"/></meta_attributes>${inside}</primitive>`

const op = (attributes: string, inside = '') =>
  `<primitive id="x" class="ocf" provider="pacemaker" type="Dummy"><operations><op id="xo" ${attributes}>${inside}</op></operations></primitive>`

/** The state of a third node where the resource runs that is to be stopped. */
const active =
  '<node_state id="3" uname="n3" in_ccm="true" crmd="online" join="member" expected="member"><transient_attributes id="3"><instance_attributes id="t"><nvpair id="t1" name="standby" value="true"/></instance_attributes></transient_attributes><lrm id="3"><lrm_resources><lrm_resource id="x" class="ocf" provider="pacemaker" type="Dummy"><lrm_rsc_op id="x_last_0" operation_key="x_start_0" operation="start" transition-key="1:1:0:12345678-1234-1234-1234-123456789012" transition-magic="0:0;1:1:0:12345678-1234-1234-1234-123456789012" call-id="1" rc-code="0" op-status="0" interval="0"/></lrm_resource></lrm_resources></lrm></node_state>'

export const valueCases: readonly ValueCase[] = [
  ...[
    ['symmetric-cluster', 'ture', 'error'],
    ['batch-limit', 'many', 'error'],
    ['batch-limit', '99999999999999999999', 'error'],
    ['stonith-timeout', '2 moons', 'silent'],
    ['stonith-timeout', '2 days', 'error'],
    ['no-quorum-policy', 'carry-on', 'error'],
    ['no-quorum-policy', 'suicide', 'error'],
    ['stonith-action', 'explode', 'error'],
    ['stonith-action', 'poweroff', 'warning'],
    ['placement-strategy', 'fair', 'error'],
    ['node-health-strategy', 'doctor', 'error'],
    ['node-health-red', 'very', 'error'],
    ['remove-after-stop', 'true', 'warning'],
    ['dc-deadtime', 'long', 'newer'],
    ['cluster-ipc-limit', 'x', 'newer'],
    ['enable-acl', 'maybe', 'newer'],
  ].map(([name, value, level]) => ({
    name: `${name}=${value}`,
    level: level as ValueCase['level'],
    options: { [name as string]: value as string },
    isValid: true,
  })),
  { name: 'fencing without a device', level: 'error', options: on, isValid: true },
  {
    name: 'a device from a template',
    level: 'silent',
    options: on,
    isValid: true,
    resources: '<template id="t" class="stonith" type="fence_xvm"/><primitive id="f" template="t"/>',
  },
  { name: 'a watchdog', level: 'silent', options: { ...on, 'have-watchdog': 'true' }, isValid: true },
  {
    name: 'requires=fencing without fencing',
    level: 'warning',
    isValid: true,
    resources: meta('requires', 'fencing'),
  },
  {
    name: 'requires=unfencing without fencing',
    level: 'warning',
    isValid: true,
    resources: meta('requires', 'unfencing'),
  },
  {
    name: 'requires=unfencing on a device',
    level: 'warning',
    options: on,
    isValid: true,
    resources:
      '<primitive id="f" class="stonith" type="fence_xvm"><meta_attributes id="fm"><nvpair id="fm1" name="requires" value="unfencing"/></meta_attributes></primitive>',
  },
  { name: 'requires=something', level: 'error', isValid: true, resources: meta('requires', 'something') },
  { name: 'target-role=Running', level: 'error', isValid: true, resources: meta('target-role', 'Running') },
  { name: 'target-role=started', level: 'silent', isValid: true, resources: meta('target-role', 'started') },
  {
    name: 'target-role=Promoted on a primitive',
    level: 'error',
    isValid: true,
    resources: meta('target-role', 'Promoted'),
  },
  { name: 'multiple-active=all', level: 'warning', isValid: true, resources: meta('multiple-active', 'all') },
  {
    name: 'migration-threshold=-3',
    level: 'warning',
    isValid: true,
    resources: meta('migration-threshold', '-3'),
  },
  {
    name: 'restart-type=restart',
    level: 'warning',
    isValid: true,
    resources: meta('restart-type', 'restart'),
  },
  { name: 'priority=high', level: 'warning', isValid: true, resources: meta('priority', 'high') },
  {
    name: 'resource-stickiness=INF',
    level: 'warning',
    isValid: true,
    resources: meta('resource-stickiness', 'INF'),
  },
  {
    name: 'resource-stickiness=100%',
    level: 'warning',
    isValid: true,
    resources: meta('resource-stickiness', '100%'),
  },
  {
    name: 'failure-timeout=never',
    level: 'warning',
    isValid: true,
    resources: meta('failure-timeout', 'never'),
  },
  { name: 'container=nowhere', level: 'error', isValid: true, resources: meta('container', 'nowhere') },
  { name: 'is-managed=#default', level: 'newer', isValid: true, resources: meta('is-managed', '#default') },
  {
    name: 'stop on-fail=standby',
    level: 'error',
    isValid: true,
    resources: op('name="stop" interval="0" on-fail="standby"'),
    nodes: '<node id="3" uname="n3"/>',
    status: active,
  },
  {
    name: 'monitor on-fail=demote',
    level: 'error',
    isValid: true,
    resources: op('name="monitor" interval="10" on-fail="demote"'),
  },
  {
    name: 'monitor on-fail=fence without fencing',
    level: 'error',
    isValid: true,
    resources: op('name="monitor" interval="10" on-fail="fence"'),
  },
  { name: 'on-fail=panic', level: 'error', resources: op('name="monitor" interval="10" on-fail="panic"') },
  { name: 'role=Running', level: 'error', resources: op('name="monitor" interval="10" role="Running"') },
  {
    name: 'interval-origin=noon',
    level: 'error',
    isValid: true,
    resources: op('name="monitor" interval="1h" interval-origin="noon"'),
  },
  {
    name: 'interval-origin=2030-01-01T03:00Z',
    level: 'silent',
    isValid: true,
    resources: op('name="monitor" interval="1h" interval-origin="2030-01-01T03:00Z"'),
  },
  {
    name: 'start with an interval',
    level: 'error',
    isValid: true,
    resources: op('name="start" interval="10"'),
  },
  {
    name: 'an interval of 10 parsecs',
    level: 'warning',
    isValid: true,
    resources: op('name="monitor" interval="10 parsecs"'),
  },
  {
    name: 'an interval of PT',
    level: 'silent',
    isValid: true,
    resources: op('name="monitor" interval="PT10M"'),
  },
  {
    name: 'role_after_failure',
    level: 'warning',
    isValid: true,
    resources: op(
      'name="monitor" interval="10"',
      '<meta_attributes id="xo-m"><nvpair id="xo-m1" name="role_after_failure" value="Stopped"/></meta_attributes>',
    ),
  },
  {
    name: 'a timeout of an hour in words',
    level: 'newer',
    isValid: true,
    resources: op('name="monitor" interval="10" timeout="one hour"'),
  },
  {
    name: 'two monitors of 10 and 10s',
    level: 'error',
    isValid: true,
    resources:
      '<primitive id="x" class="ocf" provider="pacemaker" type="Dummy"><operations><op id="x1" name="monitor" interval="10"/><op id="x2" name="monitor" interval="10s" role="Started"/></operations></primitive>',
  },
  {
    name: 'a template that no primitive uses',
    level: 'error',
    isValid: true,
    resources: '<template id="t" class="ocf" provider="pacemaker" type="Dummy"/>',
    rest: '<rsc_location id="l" rsc="t" node="n1" score="1"/>',
  },
  { name: 'a primitive that is its template', level: 'error', resources: '<primitive id="x" template="x"/>' },
  {
    name: 'a primitive without id',
    level: 'error',
    resources: '<primitive class="ocf" provider="pacemaker" type="Dummy"/>',
  },
  { name: 'a kind of resource that is none', level: 'error', resources: '<service id="x"/>' },
  { name: 'two nodes of one name', level: 'warning', isValid: true, nodes: '<node id="3" uname="n2"/>' },
  {
    name: 'a node of type ping',
    level: 'warning',
    isValid: true,
    nodes: '<node id="3" uname="n3" type="ping"/>',
  },
  { name: 'a node of type spare', level: 'warning', nodes: '<node id="3" uname="n3" type="spare"/>' },
  { name: 'a node without id', level: 'error', nodes: '<node uname="n3"/>' },
  {
    name: 'the state of a node that is not there',
    level: 'warning',
    isValid: true,
    status: '<node_state id="9" uname="n9" in_ccm="true" crmd="online" join="member" expected="member"/>',
  },
  {
    name: 'a node that is gone, without fencing',
    level: 'warning',
    isValid: true,
    nodes: '<node id="3" uname="n3"/>',
    status: '<node_state id="3" uname="n3" in_ccm="true" crmd="offline" join="down" expected="member"/>',
  },
  {
    name: 'a node that is gone, with fencing',
    level: 'warning',
    options: on,
    isValid: true,
    resources: device,
    nodes: '<node id="3" uname="n3"/>',
    status: '<node_state id="3" uname="n3" in_ccm="false" crmd="offline" join="down" expected="member"/>',
  },
  {
    name: 'a node that was never seen, with fencing',
    level: 'warning',
    options: on,
    isValid: true,
    resources: device,
    nodes: '<node id="3" uname="n3"/>',
  },
  {
    name: 'a node that is down as it should be',
    level: 'silent',
    options: on,
    isValid: true,
    resources: device,
    nodes: '<node id="3" uname="n3"/>',
    status: '<node_state id="3" uname="n3" in_ccm="false" crmd="offline" join="down" expected="down"/>',
  },
  {
    name: 'discovery off on a cluster node',
    level: 'warning',
    isValid: true,
    nodes:
      '<node id="3" uname="n3"><instance_attributes id="n3a"><nvpair id="n3a1" name="resource-discovery-enabled" value="false"/></instance_attributes></node>',
    status:
      '<node_state id="3" uname="n3" in_ccm="true" crmd="online" join="member" expected="member"><lrm id="3"><lrm_resources/></lrm></node_state>',
  },
]
