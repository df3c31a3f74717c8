import { pcsId } from '../../src/model/ids.js'
import type {
  AttributeSet,
  Bundle,
  Clone,
  Group,
  Master,
  Nvpair,
  Op,
  Primitive,
  Resource,
  Template,
} from '../../src/model/index.js'
import { rule } from './arbitrary-rules.js'
import { type Draw, some } from './arbitrary-values.js'

/** Sets of nvpairs, mostly one, as a command of pcs would write it. */
export function sets<Name extends AttributeSet['element']>(
  d: Draw,
  element: Name,
  ids: { readonly set: string; readonly nvpair: (set: string, name: string) => string },
  values: () => string = d.text,
): AttributeSet<Name>[] {
  if (d.chance(45)) return []
  return Array.from({ length: d.odd(15) ? 2 : 1 }, (_, at) => {
    const idRef = at === 0 && d.odd(15) ? d.kept(element) : undefined
    if (idRef !== undefined) return { element, idRef, nvpairs: [] }
    const id = d.keep(element, d.id(ids.set))
    const name = () => (d.odd(40) ? d.text() : d.pick('ip', 'config', 'cpu', 'a.b', 'x_y'))
    const names = new Set([...(d.odd(10) ? [] : [name()]), ...d.times(3, name)])
    const nvpairs = [...names].map(
      (name): Nvpair => ({
        element: 'nvpair',
        id: d.id(ids.nvpair(id, name)),
        name,
        ...some({ value: d.odd(10) && d.target !== '0.12' ? undefined : values() }),
      }),
    )
    const conditions = d.odd(15) ? { score: d.score(), rule: rule(d, id) } : {}
    return { element, id, nvpairs, ...conditions }
  })
}

const setsOf = <Name extends 'instance_attributes' | 'meta_attributes'>(
  d: Draw,
  owner: string,
  element: Name,
) => sets(d, element, { set: pcsId.attributeSet(owner, element), nvpair: pcsId.nvpair })

function op(d: Draw, resource: string, name: string, interval: string): Op {
  const id = d.id(pcsId.op(resource, name, interval))
  const level = { element: 'instance_attributes', id: d.id(`${id}-instance_attributes`) } as const
  const pair = {
    element: 'nvpair',
    id: d.id(`${level.id}-OCF_CHECK_LEVEL`),
    name: 'OCF_CHECK_LEVEL',
  } as const
  return {
    element: 'op',
    id,
    name,
    interval,
    ...some({
      timeout: d.chance(60) ? d.duration() : undefined,
      role: d.chance(15)
        ? d.pick('Promoted', 'Unpromoted', 'Started', d.odd(30) ? 'Master' : 'Stopped')
        : undefined,
      onFail: d.chance(10) ? d.pick('block', 'fence', 'demote', 'restart-container') : undefined,
      enabled: d.chance(5) ? d.pick('true', 'false', '1') : undefined,
      recordPending: d.chance(5) ? 'false' : undefined,
      startDelay: d.chance(5) ? d.text() : undefined,
      description: d.chance(5) ? d.text() : undefined,
    }),
    instanceAttributes: d.chance(10) ? [{ ...level, nvpairs: [{ ...pair, value: d.text() }] }] : [],
    metaAttributes: d.odd(10) ? setsOf(d, id, 'meta_attributes') : [],
  }
}

function operations(d: Draw, resource: string): Pick<Primitive, 'operations'> {
  if (d.odd(20)) return {}
  const monitors = d.times(2, (at) =>
    op(d, resource, 'monitor', d.odd(20) ? d.text() : d.pick(`${10 + at}s`, `${10 + at}`)),
  )
  const others = d.times(3, (at) => {
    const name = ['start', 'stop', d.odd(20) ? d.text() : 'promote'][at] ?? 'demote'
    return op(d, resource, name, '0s')
  })
  return {
    operations: {
      element: 'operations',
      ops: d.chance(50) ? [...monitors, ...others] : [...others, ...monitors],
    },
  }
}

const ocf = (d: Draw) => ({
  class: 'ocf',
  provider: d.pick('heartbeat', 'pacemaker', 'heartbeat', 'lightcib'),
  type: d.odd(10) ? d.text() : d.pick('Dummy', 'IPaddr2', 'Stateful', 'NoSuchAgent', 'redis'),
})

function service(d: Draw, id: string) {
  return {
    instanceAttributes: setsOf(d, id, 'instance_attributes'),
    metaAttributes: setsOf(d, id, 'meta_attributes'),
    utilization: d.chance(15)
      ? sets(d, 'utilization', { set: `${id}-utilization`, nvpair: pcsId.nvpair }, () =>
          d.odd(20) ? d.text() : d.integer(-9, 99),
        )
      : [],
    ...operations(d, id),
    ...(d.odd(15) ? { description: d.text() } : {}),
  }
}

/** A resource that one agent runs. */
function primitive(d: Draw, agent: object = ocf(d)): Primitive {
  const id = d.id()
  return { element: 'primitive', id, ...agent, ...service(d, id) }
}

function group(d: Draw): Group {
  const id = d.id()
  return {
    element: 'group',
    id,
    members: [primitive(d), ...d.times(2, () => primitive(d))],
    instanceAttributes: d.odd(15) ? setsOf(d, id, 'instance_attributes') : [],
    metaAttributes: setsOf(d, id, 'meta_attributes'),
  }
}

function clone(d: Draw, element: 'clone' | 'master'): Clone | Master {
  const resource = d.chance(25) ? group(d) : primitive(d)
  const id = d.id(pcsId.clone(resource.id))
  const promotable = {
    element: 'nvpair',
    id: d.id(`${id}-meta_attributes-promotable`),
    name: 'promotable',
  } as const
  const [meta, ...more] = setsOf(d, id, 'meta_attributes')
  const withRole = d.chance(40) && meta?.id !== undefined
  return {
    element,
    id,
    resource,
    instanceAttributes: [],
    metaAttributes: withRole
      ? [
          { ...meta, nvpairs: [...meta.nvpairs, { ...promotable, value: d.pick('true', 'false', 'yes') }] },
          ...more,
        ]
      : meta === undefined
        ? []
        : [meta, ...more],
  }
}

function bundle(d: Draw): Bundle {
  const id = d.id()
  const port = d.pick('80', '3306', '65535')
  const ports = d.times(2, () =>
    d.chance(70)
      ? ({
          element: 'port-mapping',
          id: d.id(pcsId.portMapping(id, port)),
          port,
          ...some({ internalPort: d.chance(30) ? '8080' : undefined }),
        } as const)
      : ({
          element: 'port-mapping',
          id: d.id(pcsId.portMapping(id, '100-200')),
          range: d.odd(20) ? '-' : '100-200',
        } as const),
  )
  const storages = d.times(2, () => ({
    ...({ element: 'storage-mapping', id: d.id(pcsId.storageMapping(id)), targetDir: d.text() } as const),
    ...(d.chance(70) ? { sourceDir: d.text() } : { sourceDirRoot: d.text() }),
    ...some({ options: d.chance(50) ? d.text() : undefined }),
  }))
  const network = d.chance(60)
    ? {
        network: {
          element: 'network',
          ...some({
            ipRangeStart: d.chance(50) ? d.text() : undefined,
            controlPort: d.chance(50) ? d.integer(1, d.odd(50) ? 70000 : 60000) : undefined,
            hostInterface: d.chance(20) ? d.text() : undefined,
            hostNetmask: d.chance(20) ? d.integer(1, d.odd(50) ? 40 : 32) : undefined,
            addHost: d.chance(10) ? 'false' : undefined,
          }),
          portMappings: ports,
        } as const,
      }
    : {}
  return {
    element: 'bundle',
    id,
    instanceAttributes: [],
    metaAttributes: setsOf(d, id, 'meta_attributes'),
    container: {
      element: d.odd(20) ? 'rkt' : d.pick('docker', 'podman'),
      image: d.text(),
      ...some({
        replicas: d.chance(70) ? d.integer(d.odd(50) ? 0 : 1, 5) : undefined,
        replicasPerHost: d.chance(20) ? d.integer(1, 3) : undefined,
        promotedMax: d.chance(20) ? d.integer(0, 3) : undefined,
        network: d.chance(30) ? d.text() : undefined,
        options: d.chance(30) ? d.text() : undefined,
        runCommand: d.chance(30) ? d.text() : undefined,
      }),
    },
    ...network,
    ...(d.chance(60) ? { storage: { element: 'storage', storageMappings: storages } } : {}),
    ...(d.chance(50) ? { primitive: primitive(d) } : {}),
  }
}

function template(d: Draw): Template {
  const id = d.id()
  return { element: 'template', id, ...ocf(d), ...service(d, id) }
}

/** Resources of every kind; a template comes with a primitive made from it. */
export function resources(d: Draw): Resource[] {
  return d
    .times(4, (): Resource[] => {
      const kind = d.integer(0, 99)
      if (Number(kind) < 25) return [primitive(d)]
      if (Number(kind) < 35)
        return [
          primitive(d, { class: d.pick('systemd', 'lsb', 'service'), type: d.pick('haproxy', 'a@b:1') }),
        ]
      if (Number(kind) < 45)
        return [primitive(d, { class: 'stonith', type: d.pick('fence_ipmilan', 'fence_scsi', 'fence_no') })]
      if (Number(kind) < 60) return [group(d)]
      if (Number(kind) < 78) return [clone(d, 'clone')]
      if (Number(kind) < 81 && d.odd(100)) return [clone(d, 'master')]
      if (Number(kind) < 96 || !d.odd(100)) return [bundle(d)]
      const made = template(d)
      return [made, primitive(d, { template: made.id })]
    })
    .flat()
}
