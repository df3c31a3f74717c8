import { describe, expect, it } from 'vitest'
import type { PcsVersion } from '../../src/pcs/index.js'
import { clusterOf, commandWords, dummy, meta, nvpairs, op, type Sections } from '../support/pcs-clusters.js'

type Expected = Readonly<Partial<Record<PcsVersion, readonly string[]>>>
const create = 'op monitor interval=60s --no-default-ops --force'
const everywhere = (...commands: readonly string[]): Expected => ({
  '0.10': commands,
  '0.11': commands,
  '0.12': commands,
})
const ab = dummy('a') + dummy('b')
const createAb = [
  `resource create a ocf:heartbeat:Dummy ${create}`,
  `resource create b ocf:heartbeat:Dummy ${create}`,
]
const afterAb = (...commands: readonly string[]) => everywhere(...createAb, ...commands)

/** A location of the resource a by two dates. */
const locationByDates = (one: string, other: string) =>
  `<rsc_location id="location-a" rsc="a"><rule id="location-a-rule" score="5" boolean-op="and"><date_expression id="location-a-rule-expr" ${one}<date_expression id="location-a-rule-expr-1" ${other}</rule></rsc_location>`

const cases: readonly (readonly [name: string, sections: Sections, expected: Expected])[] = [
  [
    'a property, and the id of one with a long name',
    {
      properties:
        '<nvpair id="cib-bootstrap-options-stonith-enabled" name="stonith-enabled" value="false"/><nvpair id="cib-bootstrap-options-cluster-recheck-inte" name="cluster-recheck-interval" value="5min"/>',
    },
    {
      '0.10': ['cibadmin'],
      '0.11': ['property set stonith-enabled=false cluster-recheck-interval=5min --force'],
      '0.12': ['property set stonith-enabled=false cluster-recheck-interval=5min --force'],
    },
  ],
  [
    'a property whose name is no id, which pcs 0.10 does not sanitize',
    { properties: '<nvpair id="cib-bootstrap-options-ab" name="a b" value="1"/>' },
    {
      '0.10': ['cibadmin'],
      '0.11': ['property set "a b=1" --force'],
      '0.12': ['property set "a b=1" --force'],
    },
  ],
  [
    'attributes of a node',
    {
      nodes:
        '<node id="1" uname="n1"><instance_attributes id="nodes-1"><nvpair id="nodes-1-rack" name="rack" value="r1"/></instance_attributes></node>',
    },
    everywhere('require_node', 'node attribute n1 rack=r1'),
  ],
  [
    'a clone, created with its primitive',
    { resources: `<clone id="a-clone">${dummy('a')}${meta('a-clone', { interleave: 'true' })}</clone>` },
    {
      '0.10': [
        'resource create a ocf:heartbeat:Dummy op monitor interval=60s clone interleave=true --no-default-ops --force',
      ],
      '0.11': [
        'resource create a ocf:heartbeat:Dummy op monitor interval=60s clone interleave=true --no-default-ops --force',
      ],
      '0.12': [
        'resource create a ocf:heartbeat:Dummy op monitor interval=60s clone meta interleave=true --future --no-default-ops --force',
      ],
    },
  ],
  [
    'a promotable clone of another id',
    { resources: `<clone id="a-master">${dummy('a')}${meta('a-master', { promotable: 'true' })}</clone>` },
    {
      '0.10': [
        'resource create a ocf:heartbeat:Dummy op monitor interval=60s promotable a-master --no-default-ops --force',
      ],
      '0.11': [
        'resource create a ocf:heartbeat:Dummy op monitor interval=60s promotable a-master --no-default-ops --force',
      ],
      '0.12': [
        'resource create a ocf:heartbeat:Dummy op monitor interval=60s promotable a-master --future --no-default-ops --force',
      ],
    },
  ],
  [
    'a clone named as a word of the command',
    { resources: `<clone id="op">${dummy('a')}</clone>` },
    everywhere('cibadmin'),
  ],
  [
    'guest nodes, one with the name of a resource, and a resource with the name of a guest node',
    {
      resources:
        dummy('a', meta('a', { 'remote-node': 'g' })) +
        dummy('b', meta('b', { 'remote-node': 'a' })) +
        dummy('g'),
    },
    everywhere(
      `resource create a ocf:heartbeat:Dummy op monitor interval=60s meta remote-node=g --no-default-ops --force`,
      'cibadmin',
    ),
  ],
  [
    'a cloned group',
    {
      resources: `<clone id="g-clone"><group id="g">${ab}</group>${meta('g-clone', { interleave: 'true' })}</clone>`,
    },
    {
      '0.10': [...createAb, 'resource group add g a b', 'resource clone g interleave=true'],
      '0.11': [...createAb, 'resource group add g a b', 'resource clone g interleave=true --force'],
      '0.12': [...createAb, 'resource group add g a b', 'resource clone g meta interleave=true --force'],
    },
  ],
  [
    'a resource without a monitor, and one without operations',
    {
      resources: `<primitive id="a" class="lsb" type="x"><operations><op id="a-start-interval-0s" name="start" interval="0s" timeout="9s"/></operations></primitive><primitive id="b" class="lsb" type="x"/>`,
    },
    everywhere(
      'resource create a lsb:x op start interval=0s timeout=9s op monitor interval=60s id=a-no-monitor --no-default-ops --force',
      'resource op remove a-no-monitor',
      'cibadmin',
    ),
  ],
  [
    'an order with ids and actions of its own',
    {
      resources: ab,
      constraints:
        '<rsc_order id="o" first="a" first-action="promote" then="b" then-action="start" kind="Optional"/>',
    },
    afterAb('constraint order promote a then b kind=Optional id=o'),
  ],
  [
    'an order that names no action',
    { resources: ab, constraints: '<rsc_order id="o" first="a" then="b"/>' },
    afterAb('cibadmin'),
  ],
  [
    'a colocation with a score',
    {
      resources: ab,
      constraints: '<rsc_colocation id="colocation-a-b--5" rsc="a" with-rsc="b" score="-5"/>',
    },
    afterAb('constraint colocation add a with b score=-5 id=colocation-a-b--5'),
  ],
  [
    'a second colocation of the same two',
    {
      resources: ab,
      constraints:
        '<rsc_colocation id="colocation-a-b-INFINITY" rsc="a" with-rsc="b" score="INFINITY"/><rsc_colocation id="c" rsc="a" with-rsc="b" score="5"/>',
    },
    afterAb('constraint colocation add a with b', 'constraint colocation add a with b score=5 id=c --force'),
  ],
  [
    'constraints equal to earlier ones that need cibadmin for their ids',
    {
      resources: ab,
      constraints:
        '<rsc_order id="é1" first="a" first-action="start" then="b" then-action="start"/><rsc_location id="é2" rsc="a" node="n1" score="5"/>' +
        '<rsc_order id="o" first="a" first-action="start" then="b" then-action="start"/><rsc_location id="l" rsc="a" node="n1" score="6"/>',
    },
    {
      '0.11': [...createAb, 'cibadmin', 'constraint order a then b id=o --force', 'cibadmin'],
      '0.12': [...createAb, 'cibadmin', 'constraint order a then b id=o --force', 'cibadmin'],
    },
  ],
  [
    'a colocation of roles',
    {
      resources: ab,
      constraints:
        '<rsc_colocation id="c" rsc="a" rsc-role="Started" with-rsc="b" with-rsc-role="Promoted" score="INFINITY"/>',
    },
    {
      '0.10': [...createAb, 'constraint colocation add Started a with Master b id=c'],
      '0.11': [...createAb, 'constraint colocation add Started a with Promoted b id=c'],
      '0.12': [...createAb, 'constraint colocation add Started a with Promoted b id=c'],
    },
  ],
  [
    'locations on nodes',
    {
      resources: ab,
      constraints:
        '<rsc_location id="location-a-n1-INFINITY" rsc="a" node="n1" score="INFINITY"/><rsc_location id="location-b-n1--50" rsc="b" node="n1" score="-50"/>',
    },
    afterAb('constraint location a prefers n1', 'constraint location b avoids n1=50'),
  ],
  [
    'a location of another id',
    {
      resources: ab,
      constraints: '<rsc_location id="l" rsc="a" node="n1" score="-5" resource-discovery="never"/>',
    },
    {
      '0.10': [...createAb, '-- constraint location add l a n1 -5 resource-discovery=never'],
      '0.11': [...createAb, '-- constraint location add l a n1 -5 resource-discovery=never'],
      '0.12': [...createAb, 'constraint location add l a n1 score=-5 resource-discovery=never'],
    },
  ],
  [
    'a location by rule',
    {
      resources: ab,
      constraints:
        '<rsc_location id="location-a" rsc="a"><rule id="location-a-rule" score="5" boolean-op="and"><expression id="location-a-rule-expr" attribute="rack" operation="eq" value="r1"/><expression id="location-a-rule-expr-1" attribute="#uname" operation="ne" value="n1"/></rule></rsc_location>',
    },
    {
      '0.10': [...createAb, 'constraint location a rule score=5 rack eq r1 and #uname ne n1'],
      '0.11': [...createAb, 'constraint location a rule score=5 rack eq r1 and #uname ne n1'],
      '0.12': [...createAb, 'constraint location a rule score=5 "rack eq r1 and #uname ne n1"'],
    },
  ],
  [
    'dates that only pcs 0.12 supports',
    {
      resources: ab,
      constraints: locationByDates(
        'operation="in_range" end="2030-01-31"/>',
        'operation="date_spec"><date_spec id="location-a-rule-expr-1-datespec" weekyears="2030"/></date_expression>',
      ),
    },
    {
      '0.10': [...createAb, 'cibadmin'],
      '0.11': [...createAb, 'cibadmin'],
      '0.12': [
        ...createAb,
        'constraint location a rule score=5 "date in_range to 2030-01-31 and date-spec weekyears=2030"',
      ],
    },
  ],
  [
    'a range of dates that ends before it starts, by their zones',
    {
      resources: ab,
      constraints: locationByDates(
        'operation="in_range" start="2030-01-31T10:00:00-05:00" end="2030-01-31T14:00:00Z"/>',
        'operation="gt" start="2030-01-31"/>',
      ),
    },
    {
      '0.10': [
        ...createAb,
        'constraint location a rule score=5 date in_range 2030-01-31T10:00:00-05:00 to 2030-01-31T14:00:00Z and date gt 2030-01-31',
      ],
      '0.11': [
        ...createAb,
        'constraint location a rule score=5 date in_range 2030-01-31T10:00:00-05:00 to 2030-01-31T14:00:00Z and date gt 2030-01-31',
      ],
      '0.12': [...createAb, 'cibadmin'],
    },
  ],
  [
    'sets in order',
    {
      resources: ab,
      constraints:
        '<rsc_order id="order_set_aabb"><resource_set id="order_set_aabb_set" sequential="false"><resource_ref id="a"/><resource_ref id="b"/></resource_set></rsc_order>',
    },
    afterAb('constraint order set a b sequential=false'),
  ],
  [
    'a ticket',
    { resources: ab, constraints: '<rsc_ticket id="ticket-T-a" rsc="a" ticket="T" loss-policy="stop"/>' },
    afterAb('constraint ticket add T a loss-policy=stop'),
  ],
  [
    'a tag',
    { resources: ab, more: '<tags><tag id="t"><obj_ref id="a"/></tag></tags>' },
    afterAb('tag create t a'),
  ],
  [
    'a fence device and its level',
    {
      resources: `<primitive id="f" class="stonith" type="fence_x">${op('f')}</primitive>`,
      more: '<fencing-topology><fencing-level id="fl-n1-1" target="n1" index="1" devices="f"/></fencing-topology>',
    },
    everywhere(`stonith create f fence_x ${create}`, 'stonith level add 1 n1 f --force'),
  ],
  [
    'an interval that newer versions do not accept, an agent and a target with quotes',
    {
      resources:
        dummy('a').replace('interval="60s"', 'interval="PT9S"') +
        dummy('b').replace('type="Dummy"', 'type="it\'s"') +
        `<primitive id="f" class="stonith" type="fence_x">${op('f')}</primitive>`,
      more: '<fencing-topology><fencing-level id="fl-its-1" target="it\'s" index="1" devices="f"/></fencing-topology>',
    },
    everywhere('cibadmin', `stonith create f fence_x ${create}`, 'cibadmin'),
  ],
  [
    'a fence device whose agent reads like an option',
    { resources: `<primitive id="f" class="stonith" type="--wait=5">${op('f')}</primitive>` },
    everywhere('cibadmin'),
  ],
  [
    'a fence device with the deprecated parameter action',
    {
      resources: `<primitive id="f" class="stonith" type="fence_x">${nvpairs('instance_attributes', 'f', { action: 'off' })}${op('f')}</primitive>`,
    },
    everywhere('cibadmin'),
  ],
  [
    'a bundle with a service',
    {
      resources: `<bundle id="B"><docker image="i" replicas="3"/><network control-port="3121"><port-mapping id="B-port-map-80" port="80"/></network><storage><storage-mapping id="s" source-dir="/a" target-dir="/b"/></storage>${dummy('a')}</bundle>`,
    },
    everywhere(
      'resource bundle create B container docker image=i replicas=3 network control-port=3121 port-map port=80 storage-map id=s source-dir=/a target-dir=/b',
      'resource create a ocf:heartbeat:Dummy op monitor interval=60s bundle B --no-default-ops --force',
    ),
  ],
  [
    'an ACL',
    {
      more: '<acls><acl_role id="r"><acl_permission id="r-read" kind="read" xpath="/cib"/></acl_role><acl_target id="bob"><role id="r"/></acl_target></acls>',
    },
    everywhere('acl role create r read xpath /cib', 'acl user create bob r'),
  ],
  [
    'an alert with a recipient',
    { more: '<alerts><alert id="al" path="/x"><recipient id="al-r" value="v"/></alert></alerts>' },
    everywhere('alert create path=/x id=al', 'alert recipient add al value=v id=al-r'),
  ],
  [
    'an alert with a quote in the name of an option',
    {
      more: `<alerts><alert id="al" path="/x">${nvpairs('instance_attributes', 'al', { "it's": 'x' }).replace('s-it\'s"', 's-its"')}</alert></alerts>`,
    },
    everywhere('cibadmin'),
  ],
]

describe('the pcs commands of', () => {
  it.each(cases)('%s', (_, sections, expected) => {
    const cluster = clusterOf(sections)
    for (const pcs of Object.keys(expected) as PcsVersion[])
      expect([pcs, ...commandWords(cluster, pcs)]).toEqual([pcs, ...(expected[pcs] ?? [])])
  })
})
