import { readFileSync } from 'node:fs'
import {
  bundle,
  type Cluster,
  type ClusterOptions,
  check,
  clone,
  cluster,
  colocation,
  colocationSets,
  dateExpression,
  expression,
  fencingLevel,
  group,
  location,
  locationRule,
  ocf,
  order,
  orderSets,
  podman,
  primitive,
  promotable,
  readCib,
  rule,
  systemd,
} from 'lightcib'
import { describe, expect, test } from 'vitest'
import { describeWithShared, sharedPath } from '../support/tools.js'

/** The codes of a cluster's findings, strict rules among them where they are named. */
function codesOf(options: object, strict: readonly string[] = []): readonly string[] {
  const { properties, ...rest } = options as ClusterOptions
  const whole = cluster({
    nodes: ['node1', 'node2', 'node3'],
    ...rest,
    properties: { 'stonith-enabled': false, ...(properties as object) },
  } as never)
  const severities = Object.fromEntries(strict.map((code) => [code, 'warning' as const]))
  return check(whole, { policies: [], rules: { severities } }).map(({ code }) => code)
}

const vip = ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' })
const device = (id: string, more: object) => primitive(id, 'stonith:fence_xvm', more as never)
const fenced = (resources: object, more: object = {}) => ({
  properties: { 'stonith-enabled': true },
  resources,
  ...more,
})

describe('the same fault in another place', () => {
  const stateful = promotable(primitive('db', 'ocf:heartbeat:mysql'), { id: 'db-clone' })
  const [one, other] = [clone(systemd('one')), clone(systemd('other'))]
  const cases: readonly (readonly [string, string, object])[] = [
    [
      'a clone in a set that is not interleaved',
      'interleave-missing',
      { resources: [one, other], constraints: [orderSets([{ resources: ['one-clone', 'other-clone'] }])] },
    ],
    [
      'a role of a set without promotable clones',
      'role-without-effect',
      {
        resources: [systemd('one'), systemd('other')],
        constraints: [colocationSets([{ resources: ['one'] }, { resources: ['other'], role: 'Promoted' }])],
      },
    ],
    [
      'a start after a start in one set, with the promoted instance',
      'order-before-promotion',
      {
        resources: [stateful, systemd('web')],
        constraints: [
          colocation('web', 'db-clone', { withRscRole: 'Promoted' }),
          orderSets([{ resources: ['db-clone', 'web'] }]),
        ],
      },
    ],
    [
      'a resource with the unpromoted instance that starts after the promotion',
      'colocation-without-role',
      {
        resources: [stateful, systemd('web')],
        constraints: [
          colocation('web', 'db-clone', { withRscRole: 'Unpromoted' }),
          order('db-clone', 'web', { firstAction: 'promote', thenAction: 'start' }),
        ],
      },
    ],
    [
      'a clone that must run with the one promoted instance',
      'clone-confined',
      {
        resources: [stateful, one],
        constraints: [colocation('one-clone', 'db-clone', { withRscRole: 'Promoted' })],
      },
    ],
    ['no resource managed', 'left-unmanaged', { resources: [vip], rscDefaults: { 'is-managed': false } }],
    [
      'an address in a group of addresses, beside a promotable database',
      'address-without-colocation',
      { resources: [stateful, group('addresses', [vip])] },
    ],
    [
      'two bundles whose addresses overlap',
      'address-duplicate',
      {
        resources: [
          bundle('a', podman({ image: 'x', replicas: 3 }), { network: { ipRangeStart: '192.0.2.10' } }),
          bundle('b', podman({ image: 'x' }), { network: { ipRangeStart: '192.0.2.12' } }),
        ],
      },
    ],
    [
      'a group whose members together are too large for a node',
      'utilization-too-large',
      {
        nodes: [{ id: '1', uname: 'node1', utilization: { memory: 10 } }],
        properties: { 'placement-strategy': 'balanced' },
        resources: [
          group('g', [
            systemd('one', { utilization: { memory: 6 } }),
            systemd('other', { utilization: { memory: 6 } }),
          ]),
        ],
      },
    ],
    [
      'a controller of one machine without a list of nodes',
      'fence-power-shared',
      fenced([primitive('fence', 'stonith:fence_ipmilan', { ip: '192.0.2.11' })]),
    ],
  ]

  test.each(cases)('%s: %s', (_, code, options) => {
    expect(codesOf(options)).toContain(code)
  })

  test('fencing that a rule switches off', () => {
    const off = '<nvpair id="off-1" name="stonith-enabled" value="false"/>'
    const when =
      '<rule id="off-r" score="1"><date_expression id="off-d" operation="gt" start="2001-01-01"/></rule>'
    const cib = (rule: string) =>
      `<cib><configuration><crm_config><cluster_property_set id="off">${rule}${off}</cluster_property_set></crm_config><nodes><node id="1" uname="a"/></nodes><resources/><constraints/></configuration></cib>`
    const found = (rule: string) =>
      check(readCib(cib(rule)).output as Cluster, { policies: [] }).filter(
        ({ code }) => code === 'fencing-no-device',
      )
    expect(found('')).toEqual([])
    expect(found(when).map(({ severity }) => severity)).toEqual(['warning'])
  })

  test('an operation that gets its on-fail by reference', () => {
    const op = (sets: string) =>
      `<operations><op id="a-stop" name="stop" interval="0">${sets}</op></operations>`
    const set =
      '<meta_attributes id="set"><nvpair id="set-1" name="on-fail" value="standby"/></meta_attributes>'
    const primitive = (id: string, operations: string) =>
      `<primitive id="${id}" class="systemd" type="${id}">${operations}</primitive>`
    const cib = `<cib><configuration><crm_config/><nodes/><resources>${primitive('a', op('<meta_attributes id-ref="set"/>'))}${primitive('b', op(set).replace('a-stop', 'b-stop'))}</resources><constraints/></configuration></cib>`
    const found = check(readCib(cib).output as Cluster, { policies: [] })
    expect(found.filter(({ code }) => code === 'on-fail-not-allowed')).toHaveLength(2)
  })

  test('all nodes in standby', () => {
    const node = (uname: string) => ({ uname, attributes: { standby: 'on' } })
    const whole = cluster({ nodes: [node('node1'), node('node2')], resources: [vip] })
    const found = check(whole, { policies: [] }).filter(({ code }) => code === 'left-in-standby')
    expect(found.map(({ severity }) => severity)).toEqual(['warning', 'warning'])
  })
})

describe('no fault', () => {
  const cases: readonly (readonly [string, string, object])[] = [
    [
      'fencing is required, and there is fencing',
      'requires-without-fencing',
      fenced([systemd('db', { meta: { requires: 'unfencing' } }), device('f', {})]),
    ],
    [
      'an instance attribute has the name of a meta attribute',
      'requires-without-fencing',
      { resources: [primitive('db', 'ocf:example:db', { requires: 'fencing' })] },
    ],
  ]

  test.each(cases)('%s: no %s', (_, code, options) => {
    expect(codesOf(options)).not.toContain(code)
  })

  test('a range of one hour, and one from the lowest to the highest', () => {
    const codesWith = (hours: string) => {
      const cib = `<cib><configuration><crm_config/><nodes/><resources/><constraints><rsc_location id="l" rsc="a"><rule id="r" score="1"><date_expression id="d" operation="date_spec"><date_spec id="s" hours="${hours}"/></date_expression></rule></rsc_location></constraints></configuration></cib>`
      return check(readCib(cib).output as Cluster, { policies: [] }).map(({ code }) => code)
    }
    for (const hours of ['3-3', '0-23', '23', '-3', '3-'])
      expect(codesWith(hours)).not.toContain('condition-date-spec')
    for (const hours of ['4-3', '24', '3-x']) expect(codesWith(hours)).toContain('condition-date-spec')
  })

  test('a clone in a set that is not about starts, or before one that is not', () => {
    const [one, other, third] = [clone(systemd('one')), clone(systemd('other')), clone(systemd('third'))]
    const found = (...sets: readonly object[]) =>
      codesOf({ resources: [one, other, third], constraints: [orderSets(sets as never)] }).filter(
        (code) => code === 'interleave-missing',
      ).length
    const ids = ['one-clone', 'other-clone'] as const
    expect(found({ resources: ids, action: 'stop' })).toBe(0)
    expect(found({ resources: ids, sequential: false })).toBe(0)
    expect(found({ resources: ids, sequential: false }, { resources: ['third-clone'] })).toBe(1)
    expect(found({ resources: ids, action: 'stop' }, { resources: ['third-clone'] })).toBe(0)
    expect(found({ resources: ['third-clone'] }, { resources: ids, action: 'stop' })).toBe(0)
  })

  test('role and score of a rule count in a location alone', () => {
    const rule = (id: string) =>
      `<rule id="${id}" role="Leader" score="many"><expression id="${id}-x" attribute="site" operation="eq" value="a"/></rule>`
    const cib = `<cib><configuration><crm_config/><nodes/><resources><primitive id="a" class="systemd" type="a"><meta_attributes id="m">${rule('of-set')}<nvpair id="m-1" name="priority" value="1"/></meta_attributes></primitive></resources><constraints><rsc_location id="l" rsc="a">${rule('of-location')}</rsc_location></constraints></configuration></cib>`
    const found = check(readCib(cib).output as Cluster, { policies: [] })
    expect(found.filter(({ code }) => code === 'condition-value').map(({ path }) => path)).toEqual(
      ['role', 'score'].map((name) => expect.stringMatching(new RegExp(`of-location"\\]/@${name}$`))),
    )
  })
})

test.each([
  [
    'a logical unit of iSCSI',
    'iSCSILogicalUnit',
    { path: '/dev/data/lun' },
    'LVM-activate',
    { vgname: 'data' },
  ],
  [
    'the older agent of volume groups',
    'Filesystem',
    { device: '/dev/mapper/data-lv' },
    'LVM',
    { volgrpname: 'data' },
  ],
] as const)('%s needs its volume group', (_, type, parameters, manager, group) => {
  const found = (more: object) =>
    codesOf({
      resources: [
        primitive('lvm', `ocf:heartbeat:${manager}`, { ...group, ...more } as never),
        primitive('user', `ocf:heartbeat:${type}`, parameters as never),
      ],
    }).filter((code) => code === 'storage-not-placed')
  expect(found({})).toEqual(['storage-not-placed'])
  expect(found(manager === 'LVM' ? { volgrpname: 'other' } : { vgname: 'other' })).toEqual([])
})

test('booth that depends on a ticket is named with it', () => {
  const ticket = '<rsc_ticket id="t" rsc="geo" ticket="site-a" loss-policy="stop"/>'
  const cib = `<cib><configuration><crm_config/><nodes/><resources><group id="geo"><primitive id="vip" class="ocf" provider="heartbeat" type="IPaddr2"/><primitive id="booth" class="ocf" provider="pacemaker" type="booth-site"/></group></resources><constraints>${ticket}</constraints></configuration></cib>`
  const found = check(readCib(cib).output as Cluster, { policies: [] })
  expect(found.filter(({ code }) => code === 'booth-alone')).toMatchObject([
    {
      message:
        '"booth" of booth depends on the ticket "site-a", which only booth grants: neither is ever there',
      hint: 'remove "geo" from the rsc_ticket of "site-a"',
    },
  ])
})

test('the instance that a colocation leaves open, or names wrongly, is named', () => {
  const stateful = promotable(primitive('db', 'ocf:heartbeat:mysql'), { id: 'db-clone' })
  const found = (withRscRole: object) => {
    const constraints = [
      colocation('web', 'db-clone', withRscRole),
      order('db-clone', 'web', { firstAction: 'promote', thenAction: 'start' }),
    ]
    const whole = cluster({ resources: [stateful, systemd('web')], constraints } as never)
    return check(whole, { policies: [] }).filter(({ code }) => code === 'colocation-without-role')
  }
  expect(found({})).toMatchObject([
    { message: expect.stringContaining('with any instance of'), hint: expect.stringMatching(/^add /) },
  ])
  expect(found({ withRscRole: 'Unpromoted' })).toMatchObject([
    {
      message: expect.stringContaining('with an unpromoted instance of'),
      hint: expect.stringMatching(/^write /),
    },
  ])
  expect(found({ withRscRole: 'Promoted' })).toEqual([])
})

test('colocations that contradict each other are named in their order around the cycle', () => {
  const resources = [group('g', [systemd('first'), systemd('last')]), systemd('b'), systemd('c')]
  const constraints = [
    colocation('b', 'c', { id: 'b-with-c' }),
    colocation('c', 'last', { id: 'c-not-last', score: '-INFINITY' }),
    colocation('first', 'b', { id: 'first-with-b' }),
  ]
  const found = check(cluster({ resources, constraints } as never), { policies: [] }).filter(
    ({ code }) => code === 'colocation-ignored',
  )
  expect(found.map(({ message }) => message)).toEqual([
    expect.stringMatching(
      /^colocations "c-not-last", "first-with-b" and "b-with-c" and group "g" contradict each other/,
    ),
  ])
})

describe('leftovers', () => {
  test('a move that ends by itself is not one', () => {
    const until = rule(
      { score: 'INFINITY' },
      expression('#uname', 'eq', 'node1'),
      dateExpression('lt', { end: '2030-01-01' }),
    )
    const constraints = [locationRule('vip', until, { id: 'cli-prefer-vip' })]
    expect(codesOf({ resources: [vip], constraints })).not.toContain('leftover-move')
    expect(
      codesOf({
        resources: [vip],
        constraints: [location('vip', 'node1', 'INFINITY', { id: 'cli-ban-vip' })],
      }),
    ).toContain('leftover-move')
  })

  test('what a template or rsc_defaults set counts', () => {
    const resources = [systemd('a')]
    expect(codesOf({ resources, rscDefaults: { 'target-role': 'Stopped' } })).toContain('left-stopped')
    expect(codesOf({ resources, rscDefaults: { 'target-role': 'Started' } })).toEqual([])
  })

  test('an order of starts is complete with the order of stops, of another kind or not', () => {
    const up = order('a', 'b', { id: 'up', symmetrical: false })
    const down = order('b', 'a', { id: 'down', firstAction: 'stop', thenAction: 'stop', symmetrical: false })
    const resources = [systemd('a'), systemd('b')]
    expect(codesOf({ resources, constraints: [up] })).toContain('order-one-way')
    expect(codesOf({ resources, constraints: [up, down] })).toEqual(['order-in-halves'])
    expect(
      codesOf({ resources, constraints: [order('a', 'b', { symmetrical: false, kind: 'Optional' })] }),
    ).toEqual([])
  })
})

describe('monitoring', () => {
  const stateful = (monitor: object) =>
    promotable(ocf.pacemaker.Stateful('db', {}, { operations: { monitor } as never }))

  test.each([
    [{ interval: '10s' }, 1],
    [{ interval: '10s', role: 'Master' }, 1],
    [[{ interval: '10s' }, { interval: '11s', role: 'Promoted' }], 0],
    [
      [
        { interval: '10s', role: 'Slave' },
        { interval: '11s', role: 'Master' },
      ],
      0,
    ],
    [
      [
        { interval: '10s', role: 'Started' },
        { interval: '0', role: 'Master' },
      ],
      2,
    ],
  ])('monitors %j leave %i roles without one', (monitor, missing) => {
    const found = codesOf({ resources: [stateful(monitor)] })
    expect(found.filter((code) => code === 'monitor-missing-role')).toHaveLength(missing)
  })

  test('a cluster without any monitor is a draft', () => {
    expect(codesOf({ resources: [vip, systemd('a')] })).toEqual([])
    const watched = systemd('b', { operations: { monitor: { interval: '10s' } } })
    expect(codesOf({ resources: [vip, watched] })).toEqual(['monitor-missing'])
  })

  test('a timeout is compared as a duration', () => {
    const withTimeout = (timeout: string) =>
      codesOf({
        resources: [
          primitive(
            'fs',
            'ocf:heartbeat:Filesystem',
            { device: '/dev/sdb1', directory: '/srv', fstype: 'xfs' },
            {
              operations: {
                start: { timeout: '60' },
                stop: { timeout },
                monitor: { interval: '20s', timeout: '40' },
              },
            },
          ),
        ],
      })
    for (const enough of ['60s', '1min', '60000ms', '2m']) expect(withTimeout(enough)).toEqual([])
    for (const short of ['59s', '60ms']) expect(withTimeout(short)).toEqual(['timeout-short'])
  })

  test('only what is promotable needs time for a promotion', () => {
    const sap = primitive(
      'sap',
      'ocf:heartbeat:SAPInstance',
      { InstanceName: 'A_ASCS00_h' },
      {
        operations: {
          start: { timeout: '180s' },
          stop: { timeout: '240s' },
          monitor: { interval: '120s', timeout: '60s' },
        },
      },
    )
    expect(codesOf({ resources: [sap] })).not.toContain('timeout-default-short')
    expect(codesOf({ resources: [promotable(sap)] })).toContain('timeout-default-short')
  })
})

test.each([
  ['start', 'demote', 'by default, which is to restart the resource', 'write it on promote'],
  ['stop', 'standby', 'by default, which is to fence the node', 'write fence, block or ignore'],
  [
    undefined,
    'stop',
    'for stop too.*which is to fence the node',
    'write it on the operations that are meant',
  ],
  [undefined, 'demote', 'for stop too.*the scheduler of Pacemaker aborts', 'write it on promote'],
] as const)('on-fail on %s as %s: what Pacemaker does instead', (name, onFail, does, instead) => {
  const resources = [
    systemd('web', name === undefined ? {} : ({ operations: { [name]: { onFail } } } as never)),
  ]
  const defaults = name === undefined ? { opDefaults: { 'on-fail': onFail } } : {}
  const found = check(cluster({ resources, ...defaults } as never), { policies: [] })
  expect(found.filter(({ code }) => code === 'on-fail-not-allowed')).toMatchObject([
    { message: expect.stringMatching(does), hint: expect.stringContaining(instead) },
  ])
})

describe('fencing of two nodes', () => {
  const nodes = ['node1', 'node2']
  const one = device('f1', { pcmk_host_list: 'node1' })
  const two = device('f2', { pcmk_host_list: 'node2' })

  test.each<[string, object, boolean]>([
    ['neither has a delay', fenced([one, two], { nodes }), true],
    ['a delay of zero', fenced([device('f', { pcmk_delay_base: '0s' })], { nodes }), true],
    ['one has a delay', fenced([device('f1', { pcmk_delay_base: '5s' }), two], { nodes }), false],
    [
      'a delay for one node',
      fenced([device('f', { pcmk_delay_base: 'node1:5s;node2:0' })], { nodes }),
      false,
    ],
    ['zero delays for both', fenced([device('f', { pcmk_delay_base: 'node1:0;node2:0' })], { nodes }), true],
    [
      'zero delays for nodes with numbers',
      fenced([device('f', { pcmk_delay_base: 'node11:0;node12:0' })], { nodes: ['node11', 'node12'] }),
      true,
    ],
    ['three nodes', fenced([device('f', {})]), false],
    [
      'a reservation that one node wins',
      fenced([primitive('f', 'stonith:fence_scsi', { devices: '/dev/sdb' })], { nodes }),
      false,
    ],
  ])('race where %s: %o', (_, options, races) => {
    expect(codesOf(options).includes('fence-race')).toBe(races)
  })
})

describe('a file system in a clone', () => {
  const codesWith = (parameters: Readonly<Record<string, string>> & { readonly fstype: string }) =>
    codesOf({
      resources: [
        clone(
          primitive('fs', 'ocf:heartbeat:Filesystem', {
            device: '/dev/sdb1',
            directory: '/srv',
            ...parameters,
          }),
        ),
      ],
    })

  test.each<[Readonly<Record<string, string>> & { readonly fstype: string }, boolean]>([
    [{ fstype: 'xfs' }, true],
    [{ fstype: 'xfs', options: 'noatime,ro' }, true],
    [{ fstype: 'ext2', options: 'ro' }, false],
    [{ fstype: 'ext4', force_clones: 'true' }, false],
    [{ fstype: 'gfs2' }, false],
    [{ fstype: 'nfs' }, false],
  ])('%o', (parameters, isReported) => {
    expect(codesWith(parameters).includes('filesystem-cloned')).toBe(isReported)
  })
})

describe('nodes of fencing devices', () => {
  test('a list is separated by blanks, commas or semicolons, and a map has ports', () => {
    for (const pcmk_host_list of ['node1 node2 node3', 'node1,node2, node3', 'node1;node2;node3']) {
      expect(codesOf(fenced([device('f', { pcmk_host_list })]))).toEqual([])
    }
    expect(codesOf(fenced([device('f', { pcmk_host_map: 'node1:1;node2:2,3;node3:4' })]))).toEqual([])
    expect(codesOf(fenced([device('f', { pcmk_host_map: 'node1:1;node2:2' })]))).toEqual([
      'fence-node-uncovered',
    ])
  })

  test('a device that asks for its list may reach every node', () => {
    const resources = [
      device('f1', { pcmk_host_list: 'node1' }),
      device('f2', { pcmk_host_check: 'dynamic-list' }),
    ]
    expect(codesOf(fenced(resources))).toEqual([])
  })

  test('a remote node has its name from its connection', () => {
    const resources = [
      device('f', { pcmk_host_list: 'node1 node2 node3 remote1' }),
      primitive('remote1', 'ocf:pacemaker:remote', { server: '192.0.2.9' }),
    ]
    const levels = ['node1', 'node2', 'node3', 'remote1'].map((node) => fencingLevel(node, 1, ['f']))
    expect(codesOf(fenced(resources, { fencingLevels: levels }))).toEqual([])
  })
})

describe('packs', () => {
  const data = promotable(primitive('data', 'ocf:linbit:drbd', { drbd_resource: 'r0' }), {
    meta: { notify: true, 'clone-max': 2 },
  })
  const fs = primitive('fs', 'ocf:heartbeat:Filesystem', {
    device: '/dev/drbd0',
    directory: '/srv',
    fstype: 'xfs',
  })

  test('a file system is placed with DRBD through others, and ordered through sets', () => {
    const resources = [data, systemd('base'), group('g', [fs])]
    const constraints = [
      colocation('g', 'base'),
      colocation('base', 'data-clone', { withRscRole: 'Promoted' }),
      order('base', 'g'),
      order('data-clone', 'base', { firstAction: 'promote', thenAction: 'start' }),
    ]
    expect(codesOf({ resources, constraints })).toEqual([])
    expect(codesOf({ resources, constraints: constraints.slice(1) })).toEqual(['drbd-filesystem'])
    expect(codesOf({ resources, constraints: constraints.slice(0, 3) })).toEqual(['drbd-filesystem'])
  })

  test('ASCS and ERS are recognised by their names as well as by their agents, other words are not', () => {
    const start = (first: string, then: string) =>
      codesOf({
        resources: [systemd(first), systemd(then)],
        constraints: [order(first, then, { kind: 'Optional', symmetrical: false })],
      })
    expect(start('g-NW1_ASCS', 'g-NW1_AERS')).toEqual(['sap-ers-order'])
    expect(start('grp_QAS_ASCS00', 'grp_QAS_ERS10')).toEqual(['sap-ers-order'])
    expect(start('fascs', 'users')).toEqual([])
    expect(start('g-NW1_AERS', 'g-NW1_ASCS')).toEqual([])
  })

  test('an address that a rule about the database places needs no colocation', () => {
    const db = promotable(primitive('pgsqld', 'ocf:heartbeat:pgsqlms', { pgdata: '/srv/pg' }), {
      meta: { notify: true },
    })
    const byState = locationRule('vip', rule({ score: '-INFINITY' }, expression('pgsql-status', 'ne', 'PRI')))
    expect(codesOf({ resources: [vip, db] })).toContain('address-without-colocation')
    expect(codesOf({ resources: [vip, db], constraints: [byState] })).not.toContain(
      'address-without-colocation',
    )
  })

  test('the times of Galera are those of its hosts', () => {
    const galera = (hosts: string) => ({
      resources: [
        promotable(ocf.heartbeat.galera('galera', { wsrep_cluster_address: `gcomm://${hosts}` }), {
          meta: { 'promoted-max': 2 },
        }),
      ],
    })
    expect(codesOf(galera('node1,node2?pc.wait_prim=no'))).toEqual([])
    expect(codesOf(galera('node1,node2,node3'))).toEqual(['galera-promoted-max'])
  })
})

test('strict rules look at stickiness', () => {
  const addresses = group('g', [vip])
  expect(codesOf({ resources: [addresses] }, ['stickiness-missing'])).toEqual(['stickiness-missing'])
  const strict = ['stickiness-missing', 'stickiness-infinite']
  expect(codesOf({ resources: [vip] }, strict)).toEqual(['stickiness-missing'])
  expect(codesOf({ resources: [vip], rscDefaults: { 'resource-stickiness': 1 } }, strict)).toEqual([])
  expect(codesOf({ resources: [clone(systemd('a'))] }, strict)).toEqual([])
})

describeWithShared('corpus/reports', 'configurations of public reports', () => {
  test.each([
    ['cli-leftovers', 'leftover-move', 'info'],
    ['same-ip-twice', 'address-duplicate', 'warning'],
    ['unmanaged', 'left-unmanaged', 'info'],
    ['unmanaged', 'left-in-maintenance', 'info'],
    ['vip-policy-vacuous', 'vip-with-haproxy', 'error'],
    ['vip-without-any-bond', 'address-without-colocation', 'warning'],
    ['sap-wrong', 'sap-ers-order', 'warning'],
    ['no-stonith', 'fencing-no-device', 'error'],
  ])('%s: %s', (name, code, severity) => {
    const text = readFileSync(sharedPath(`corpus/reports/${name}.xml`), 'utf8')
    const found = check(readCib(text).output as Cluster).map(
      (finding) => `${finding.severity} ${finding.code}`,
    )
    expect(found).toContain(`${severity} ${code}`)
  })

  test('sap-right: nothing', () => {
    const text = readFileSync(sharedPath('corpus/reports/sap-right.xml'), 'utf8')
    expect(check(readCib(text).output as Cluster)).toEqual([])
  })
})
