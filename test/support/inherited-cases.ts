import type { ValueCase } from './value-cases.js'

const defaults = (kind: 'rsc' | 'op', name: string, value: string) =>
  `<${kind}_defaults><meta_attributes id="dm"><nvpair id="dm1" name="${name}" value="${value}"/></meta_attributes></${kind}_defaults>`

const dummy = (id: string, inside = '') =>
  `<primitive id="${id}" class="ocf" provider="pacemaker" type="Dummy">${inside}</primitive>`

const meta = (id: string, name: string, value: string) =>
  `<meta_attributes id="${id}"><nvpair id="${id}1" name="${name}" value="${value}"/></meta_attributes>`

const device = '<primitive id="f" class="stonith" type="fence_xvm"/>'
const monitor = '<operations><op id="xo" name="monitor" interval="10s"/></operations>'

/** What Pacemaker minds where a resource or an operation has it from something else: defaults, a group, a template. */
export const inheritedCases: readonly ValueCase[] = [
  ...[
    ['target-role', 'Promoted', 'error', dummy('x')],
    ['requires', 'unfencing', 'warning', device],
    ['collocated', 'false', 'warning', `<group id="g">${dummy('x')}</group>`],
    ['clone-max', '-1', 'warning', `<clone id="c">${dummy('x')}</clone>`],
    ['clone-max', 'lots', 'warning', `<clone id="c">${dummy('x')}</clone>`],
  ].map(([name = '', value = '', level, resources = '']) => ({
    name: `${name}=${value} in rsc_defaults`,
    level: level as ValueCase['level'],
    isValid: true,
    resources,
    defaults: defaults('rsc', name, value),
  })),
  ...[
    ['on-fail', 'fence', 'error'],
    ['on-fail', 'demote', 'error'],
    ['on-fail', 'explode', 'error'],
    ['interval-origin', 'noon', 'error'],
  ].map(([name = '', value = '', level]) => ({
    name: `${name}=${value} in op_defaults`,
    level: level as ValueCase['level'],
    isValid: true,
    resources: dummy('x', monitor),
    defaults: defaults('op', name, value),
  })),
  {
    name: 'requires=unfencing on a group with a device',
    level: 'warning',
    options: { 'stonith-enabled': 'true' },
    isValid: true,
    resources: `<group id="g">${meta('gm', 'requires', 'unfencing')}${device}</group>`,
  },
  {
    name: 'an unknown on-fail among the meta attributes of an operation',
    level: 'error',
    isValid: true,
    resources: dummy(
      'x',
      `<operations><op id="xo" name="monitor" interval="10s">${meta('om', 'on-fail', 'explode')}</op></operations>`,
    ),
  },
  { name: 'a replica number with leftovers', level: 'warning', resources: bundle('2x') },
  ...[
    '<rsc_location id="l" rsc="a" node="n1" score="5x"/>',
    '<rsc_colocation id="c" rsc="a" with-rsc="x" score="5x"/>',
  ].map((rest) => ({
    name: `a score with leftovers: ${rest}`,
    level: 'warning' as const,
    resources: dummy('x'),
    rest,
  })),
  {
    name: 'discovery off on a cluster node, among the attributes of its state',
    level: 'warning',
    isValid: true,
    nodes: '<node id="3" uname="n3"/>',
    status: `<node_state id="3" uname="n3" in_ccm="true" crmd="online" join="member" expected="member"><transient_attributes id="3"><instance_attributes id="t"><nvpair id="t1" name="resource-discovery-enabled" value="false"/></instance_attributes></transient_attributes><lrm id="3"><lrm_resources/></lrm></node_state>`,
  },
]

function bundle(replicas: string): string {
  return `<bundle id="b"><podman image="i" replicas="${replicas}"/><network ip-range-start="192.0.2.8"/>${dummy('x')}</bundle>`
}
