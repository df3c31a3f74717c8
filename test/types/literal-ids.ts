import {
  bundle,
  type Clone,
  clone,
  cluster,
  colocation,
  group,
  location,
  ocf,
  order,
  type Primitive,
  podman,
  promotable,
  type Ref,
  systemd,
  tag,
} from 'lightcib'

// With a `const` type parameter, a helper's result has the literal id that it was given.
const address = <const Id extends string>(id: Id, ip: string) => ocf.heartbeat.IPaddr2(id, { ip })
const vip: Primitive<'vip'> = address('vip', '192.0.2.6')

// An id that is composed stays a literal where its pieces are.
const cloned = <const Name extends string>(name: Name) => clone(systemd(`${name}-api`))
const nova: Clone<'nova-api-clone', 'nova-api'> = cloned('nova')

// `as const` does so for the ids of a list.
const services = (['glance', 'heat'] as const).map((name) => cloned(name))

cluster({
  resources: [vip, nova, ...services],
  constraints: [colocation('vip', 'nova-api-clone'), order('glance-api-clone', 'heat-api-clone')],
})

cluster({
  resources: [vip, nova, ...services],
  // @ts-expect-error: no service is called cinder
  constraints: [order('cinder-api-clone', 'heat-api-clone')],
})

// Without a literal the id is any string, and references to it are not checked by the compiler.
const names: string[] = ['a', 'b']
cluster({ resources: names.map((name) => systemd(name)), constraints: [location('c', 'node1')] })

// A group takes any list of primitives, and its members may be named.
const pair = group('pair', [address('ip1', '192.0.2.7'), systemd('web')])
const listed = group(
  'listed',
  (['x', 'y'] as const).map((name) => systemd(name)),
)
group(
  'unknown',
  names.map((name) => systemd(name)),
)
cluster({ resources: [pair, listed], constraints: [order('ip1', 'x'), order('pair', 'listed')] })
// @ts-expect-error: z is not a member
cluster({ resources: [listed], constraints: [location('z', 'node1')] })

// Clones, bundles and tags keep theirs when they are built in their place.
cluster({
  resources: [
    clone(systemd('a')),
    promotable(systemd('b'), { id: 'promoted', meta: [{ 'promoted-max': 1 }] }),
    bundle('c', podman({ image: 'c:1' }), { primitive: systemd('inside') }),
  ],
  tags: [tag('all', ['a-clone'])],
  constraints: [order('a-clone', 'promoted'), order('inside', 'b'), location('all', 'node1')],
})
// @ts-expect-error: the clone has another id
cluster({ resources: [clone(systemd('a'), { id: 'b' })], constraints: [location('a-clone', 'node1')] })

// A helper that returns a constraint keeps the ids that it refers to.
const avoid = <const Id extends string>(rsc: Ref<Id>, node: string) => location(rsc, node, '-INFINITY')
cluster({ resources: [vip], constraints: [avoid(vip, 'node1'), avoid('vip', 'node2')] })
// @ts-expect-error: no resource has this id
cluster({ resources: [vip], constraints: [avoid('vpi', 'node1')] })
