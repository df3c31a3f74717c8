import {
  attributeSet,
  clone,
  cluster,
  colocation,
  master,
  nvpair,
  order,
  orderSets,
  primitive,
  rule,
  systemd,
  unchecked,
  withExtra,
} from 'lightcib'

const web = withExtra(systemd('web'), { attributes: [['color', 'red']] })
const all = withExtra(clone(web), { order: ['primitive'] })
const old = master(systemd('db', { meta: withExtra(attributeSet({ a: nvpair({}) }), { text: 'x' }) }))

cluster({
  resources: [
    all,
    old,
    {
      element: 'clone',
      id: 'c',
      resource: primitive('in', 'lsb:x'),
      instanceAttributes: [],
      metaAttributes: [],
    },
  ],
  constraints: [
    order(web, all),
    order(unchecked('ghost'), 'db-master'),
    colocation('db', unchecked('ghost')),
    order('in', 'c'),
    orderSets([{ resources: [web, unchecked('ghost')] }]),
    withExtra(order('web', 'db'), { text: 'x' }),
    {
      element: 'rsc_order',
      id: 'o',
      first: 'in',
      then: unchecked('ghost'),
      kind: 'odd',
      resourceSets: [],
    },
  ],
})

cluster({
  resources: [all],
  // @ts-expect-error: the master is not among the resources, with extra or without
  constraints: [withExtra(order(web, old), { text: 'x' })],
})

cluster({
  resources: [all],
  // @ts-expect-error: no resource has this id
  constraints: [{ element: 'rsc_order', id: 'o', first: 'wbe', then: 'web', resourceSets: [] }],
})

// @ts-expect-error: a rule is no meta attribute
systemd('x', { meta: rule({}) })
