import { clone, cluster, colocation, ocf, order, orderSets, systemd } from 'lightcib'

const vip = ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6', cidr_netmask: 32 })
const haproxy = clone(systemd('haproxy'))

cluster({ resources: [vip, haproxy], constraints: [colocation('vip', 'haproxy-clone'), order(vip, haproxy)] })
cluster({ resources: [vip, haproxy], constraints: [order('vip', 'haproxy')] })

cluster({
  resources: [vip, haproxy],
  // @ts-expect-error: no resource has this id
  constraints: [colocation('vip', 'haproxi-clone')],
})

cluster({
  resources: [vip],
  // @ts-expect-error: the clone is not among the resources
  constraints: [colocation(vip, haproxy)],
})

// @ts-expect-error: IPaddr2 has no parameter netmask
ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6', netmask: 32 })

// @ts-expect-error: IPaddr2 needs an address
ocf.heartbeat.IPaddr2('vip')

// @ts-expect-error: a group has at least one member
export const empty: import('lightcib').Group = { element: 'group', id: 'g', members: [] }

// A constraint that names no resource has no unknown id.
cluster({
  resources: [systemd('lone')],
  constraints: [
    { element: 'rsc_location', id: 'l', score: '1', resourceSets: [], rules: [] },
    orderSets([], { id: 'p' }),
    orderSets([{ idRef: 'elsewhere' }], { id: 'q' }),
  ],
})
