import * as dsl from 'lightcib'
import { type Cluster, check } from 'lightcib'
import { expect, test } from 'vitest'

/** The builders as a module that nobody type-checks sees them. */
const {
  aclRole,
  aclTarget,
  alert,
  attributeSet,
  bundle,
  clone,
  cluster,
  colocation,
  colocationSets,
  dateExpression,
  expression,
  fencingLevel,
  group,
  light,
  location,
  locationRule,
  locationSets,
  master,
  noSinglePoint,
  nvpair,
  ocf,
  opExpression,
  operations,
  order,
  orderSets,
  permission,
  podman,
  portMapping,
  primitive,
  promotable,
  recipient,
  rscExpression,
  rule,
  storageMapping,
  systemd,
  template,
  ticket,
  ticketSets,
  vipWithHaproxy,
  withExtra,
} = dsl as unknown as Record<string, (...values: readonly unknown[]) => never> & {
  readonly ocf: { readonly heartbeat: Record<string, (...values: readonly unknown[]) => never> }
}

const web = systemd?.('web')
const ruled = (condition: unknown) => ({ constraints: [locationRule?.('web', rule?.({}, condition))] })
const withMeta = (meta: unknown) => ({ resources: [systemd?.('a', { meta })] })

/** What a cluster is made of, the key that is wrong, what has it, and the suggestion. */
const cases: readonly (readonly [options: object, key: string, of: string, near?: string])[] = [
  [{ nods: ['node1'] }, 'nods', 'cluster()', 'nodes'],
  [{ constraint: [] }, 'constraint', 'cluster()', 'constraints'],
  [{ policy: [] }, 'policy', 'cluster()'],
  [{ cib: { epok: 1 } }, 'epok', 'the cib of cluster()', 'epoch'],
  [{ childOrder: { klone: [] } }, 'klone', 'the childOrder of cluster()', 'clone'],
  [{ extra: { resource: {} } }, 'resource', 'the extra of cluster()', 'resources'],
  [{ extra: { resources: { txt: 'x' } } }, 'txt', 'extra', 'text'],
  [{ corosync: { transprot: 'udp' } }, 'transprot', 'corosync', 'transport'],
  [{ corosync: { totem: { tokn: 1 } } }, 'tokn', 'the totem of corosync', 'token'],
  [{ corosync: { links: [{ linknumbr: 1 }] } }, 'linknumbr', 'a link of corosync', 'linknumber'],
  [{ corosync: { quorum: { wait_for_al: true } } }, 'wait_for_al', 'the quorum of corosync', 'wait_for_all'],
  [{ nodes: [{ uname: 'a', atributes: {} }] }, 'atributes', 'a node', 'attributes'],
  [{ resources: [systemd?.('a', { operatons: {} })] }, 'operatons', 'systemd()', 'operations'],
  [{ resources: [systemd?.('a', { Meta: {} })] }, 'Meta', 'systemd()', 'meta'],
  [{ resources: [systemd?.('a', { unitt: 'b' })] }, 'unitt', 'systemd()', 'unit'],
  [{ resources: [primitive?.('a', 'ocf:x:y', {}, { mta: {} })] }, 'mta', 'a primitive', 'meta'],
  [{ resources: [ocf.heartbeat.Dummy?.('a', {}, { mta: {} })] }, 'mta', 'a primitive', 'meta'],
  [{ resources: [template?.('a', 'ocf:x:y', {}, { mta: {} })] }, 'mta', 'a primitive', 'meta'],
  [
    { resources: [systemd?.('a', { operations: { monitor: { intervall: 1 } } })] },
    'intervall',
    'an operation',
    'interval',
  ],
  [
    { resources: [systemd?.('a', { operations: operations?.({}, { idd: 'x' }) })] },
    'idd',
    'operations()',
    'id',
  ],
  [withMeta(attributeSet?.({}, { scor: 1 })), 'scor', 'attributeSet()', 'score'],
  [withMeta({ priority: nvpair?.({ valu: 1 }) }), 'valu', 'nvpair()', 'value'],
  [{ resources: [group?.('g', [web], { mta: {} })] }, 'mta', 'group()', 'meta'],
  [{ resources: [clone?.(web, { mta: {} })] }, 'mta', 'a clone', 'meta'],
  [{ resources: [promotable?.(web, { mta: {} })] }, 'mta', 'a clone', 'meta'],
  [{ resources: [master?.(web, { mta: {} })] }, 'mta', 'a clone', 'meta'],
  [{ resources: [withExtra?.(web, { txt: 'x' })] }, 'txt', 'extra', 'text'],
  [
    { resources: [bundle?.('b', podman?.({ image: 'x', replica: 1 }))] },
    'replica',
    'a container',
    'replicas',
  ],
  [{ resources: [bundle?.('b', podman?.({ image: 'x' }), { netwrk: {} })] }, 'netwrk', 'bundle()', 'network'],
  [
    { resources: [bundle?.('b', podman?.({ image: 'x' }), { network: { port: 1 } })] },
    'port',
    'the network of a bundle',
  ],
  [
    {
      resources: [
        bundle?.('b', podman?.({ image: 'x' }), {
          network: { portMappings: [portMapping?.({ port: 1, rang: '1' })] },
        }),
      ],
    },
    'rang',
    'portMapping()',
    'range',
  ],
  [
    {
      resources: [bundle?.('b', podman?.({ image: 'x' }), { storage: [storageMapping?.({ source: '/a' })] })],
    },
    'source',
    'storageMapping()',
  ],
  [{ constraints: [order?.('a', 'b', { knd: 'Optional' })] }, 'knd', 'order()', 'kind'],
  [{ constraints: [orderSets?.([], { knd: 'Optional' })] }, 'knd', 'orderSets()', 'kind'],
  [
    { constraints: [orderSets?.([{ resources: [], sequental: 1 }])] },
    'sequental',
    'a resource set',
    'sequential',
  ],
  [
    { constraints: [orderSets?.([{ idRef: 'x', acton: 'start' }])] },
    'acton',
    'a reference to a resource set',
  ],
  [{ constraints: [colocation?.('a', 'b', { scor: 1 })] }, 'scor', 'colocation()', 'score'],
  [{ constraints: [colocationSets?.([], { scor: 1 })] }, 'scor', 'colocationSets()', 'score'],
  [{ constraints: [location?.('a', 'n', 1, { rol: 'x' })] }, 'rol', 'location()', 'role'],
  [{ constraints: [locationRule?.('a', [], { rol: 'x' })] }, 'rol', 'locationRule()', 'role'],
  [
    { constraints: [locationSets?.([], { nod: 'n' }, { id: 'x' })] },
    'nod',
    'the target of locationSets()',
    'node',
  ],
  [
    { constraints: [locationSets?.([], { node: 'n' }, { id: 'x', rol: 'y' })] },
    'rol',
    'locationSets()',
    'role',
  ],
  [{ constraints: [ticket?.('t', 'a', { losPolicy: 'stop' })] }, 'losPolicy', 'ticket()', 'lossPolicy'],
  [
    { constraints: [ticketSets?.('t', [], { losPolicy: 'stop' })] },
    'losPolicy',
    'ticketSets()',
    'lossPolicy',
  ],
  [{ constraints: [locationRule?.('a', rule?.({ scor: 1 }))] }, 'scor', 'rule()', 'score'],
  [ruled(expression?.('a', 'eq', 1, { typ: 'string' })), 'typ', 'expression()', 'type'],
  [ruled(dateExpression?.('gt', { strt: '2026-01-01' })), 'strt', 'dateExpression()', 'start'],
  [ruled(dateExpression?.('date_spec', { dateSpec: { hour: 1 } })), 'hour', 'dateSpec', 'hours'],
  [ruled(dateExpression?.('in_range', { duration: { hour: 1 } })), 'hour', 'duration', 'hours'],
  [ruled(rscExpression?.({ clas: 'ocf' })), 'clas', 'rscExpression()', 'class'],
  [ruled(opExpression?.('monitor', { intervall: 1 })), 'intervall', 'opExpression()', 'interval'],
  [{ fencingLevels: [fencingLevel?.('n', 1, [], { idd: 'x' })] }, 'idd', 'fencingLevel()', 'id'],
  [
    { fencingLevels: [fencingLevel?.({ pattern: 'n', patern: 'm' }, 1, [])] },
    'patern',
    'the target of fencingLevel()',
    'pattern',
  ],
  [
    { acls: [aclRole?.('r', [permission?.('read', { xpth: '/cib' })])] },
    'xpth',
    'the scope of permission()',
    'xpath',
  ],
  [
    { acls: [aclRole?.('r', [permission?.('read', { xpath: '/cib' }, { idd: 'x' })])] },
    'idd',
    'permission()',
    'id',
  ],
  [{ acls: [aclRole?.('r', [], { descripton: 'x' })] }, 'descripton', 'aclRole()', 'description'],
  [{ acls: [aclTarget?.('alice', [], { nam: 'x' })] }, 'nam', 'an ACL user or group', 'name'],
  [{ alerts: [alert?.('a', '/x', { recipient: [] })] }, 'recipient', 'alert()', 'recipients'],
  [
    { alerts: [alert?.('a', '/x', { recipients: [recipient?.('x', { mta: {} })] })] },
    'mta',
    'recipient()',
    'meta',
  ],
  [{ alerts: [alert?.('a', '/x', { select: { node: true } })] }, 'node', 'the select of an alert', 'nodes'],
  [
    { alerts: [alert?.('a', '/x', { select: { attributes: [{ id: 'x', nam: 'y' }] } })] },
    'nam',
    'a selected attribute',
    'name',
  ],
  [{ policies: [vipWithHaproxy?.({ vip: [] })] }, 'vip', 'vipWithHaproxy()', 'vips'],
  [{ policies: [light?.({ service: [] })] }, 'service', 'light()', 'services'],
  [{ policies: [noSinglePoint?.({ shar: 1 })] }, 'shar', 'noSinglePoint()', 'share'],
]

const findingsOf = (options: object) =>
  check(cluster?.(options) as unknown as Cluster).filter(({ code }) => code === 'unknown-option')

test.each(cases.map(([options, key, of, near]) => ({ options, key, of, near })))(
  'an unknown option of $of is reported: $key',
  ({ options, key, of, near }) => {
    const findings = findingsOf(options)
    expect(findings.map(({ message }) => message)).toEqual([
      `unknown option "${key}" of ${of}: it has no effect`,
    ])
    if (near !== undefined) expect(findings[0]?.hint).toBe(`did you mean "${near}"?`)
  },
)

test('the path is that of the element that was built', () => {
  const paths = findingsOf({
    nodes: [{ uname: 'node1' }, { uname: 'node2', scores: 1 }],
    resources: [clone?.(systemd?.('web', { operations: { monitor: { intervall: 1 } } }))],
    constraints: [order?.('a', 'b', { knd: 'Optional' }), order?.('a', 'b', { kindd: 'Optional' })],
  }).map(({ path }) => path)
  expect(paths).toEqual([
    '/cib/configuration/nodes/node[@id="2"]',
    '/cib/configuration/resources/clone[@id="web-clone"]/primitive[@id="web"]/operations/op[@id="web-monitor-interval-60s"]',
    '/cib/configuration/constraints/rsc_order[@id="order-a-b-mandatory"]',
    '/cib/configuration/constraints/rsc_order[@id="order-a-b-mandatory-1"]',
  ])
})

test('an unknown option does not reach the CIB', () => {
  const { output } = dsl.writeCib(
    cluster?.({ constraints: [order?.('a', 'b', { first: 'c' })] }) as unknown as Cluster,
  )
  expect(output).toContain('first="a"')
})
