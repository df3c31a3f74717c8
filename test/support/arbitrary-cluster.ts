import fc from 'fast-check'
import { isId, pcsId } from '../../src/model/ids.js'
import type {
  AclGroup,
  AclPermission,
  AclRole,
  AclTarget,
  Alert,
  Cluster,
  ClusterNode,
  ClusterPropertySet,
  Constraint,
  FencingLevel,
  MetaAttributes,
  Recipient,
  Resource,
  Tag,
} from '../../src/model/index.js'
import type { PcsVersion } from '../../src/pcs/command/pcs-version.js'
import { constraints } from './arbitrary-constraints.js'
import { resources, sets } from './arbitrary-resources.js'
import { rule } from './arbitrary-rules.js'
import { type Draw, draw, some } from './arbitrary-values.js'

/**
 * Clusters that the schema pacemaker-3.9 takes, with every kind of element and with hostile values
 * wherever the schema takes a text. Ids are mostly those that pcs would give.
 */
export const arbitraryCluster: fc.Arbitrary<Cluster> = arbitraryClusterFor('0.11')

/** The same for the schema of another pcs. */
function arbitraryClusterFor(target: PcsVersion): fc.Arbitrary<Cluster> {
  return fc.gen().map((g) => cluster(draw(g, target)))
}

function cluster(d: Draw): Cluster {
  const members = resources(d)
  const relations = constraints(d, members)
  return {
    element: 'cib',
    validateWith: 'pacemaker-3.9',
    epoch: '1',
    numUpdates: '0',
    adminEpoch: '0',
    configuration: {
      element: 'configuration',
      crmConfig: { element: 'crm_config', items: properties(d) },
      nodes: { element: 'nodes', items: ['n1', 'n2', 'n3'].map((name, at) => node(d, name, String(at + 1))) },
      resources: { element: 'resources', items: members },
      constraints: { element: 'constraints', items: relations },
      fencingTopology: { element: 'fencing-topology', items: levels(d, members) },
      acls: { element: 'acls', items: acls(d, members) },
      tags: { element: 'tags', items: tags(d, members, relations) },
      alerts: { element: 'alerts', items: d.times(2, () => alert(d)) },
      rscDefaults: { element: 'rsc_defaults', items: defaults(d, 'rsc_defaults') },
      opDefaults: { element: 'op_defaults', items: defaults(d, 'op_defaults') },
    },
  }
}

function properties(d: Draw): ClusterPropertySet[] {
  const ids = { set: 'cib-bootstrap-options', nvpair: pcsId.shortNvpair }
  const found = sets(d, 'cluster_property_set', ids)
  const id = found[0]?.id
  if (id === undefined) return []
  const names = ['stonith-enabled', 'cluster-name', 'cluster-recheck-interval', 'dc-version']
  const known = names.flatMap((name) =>
    d.chance(50)
      ? [
          {
            element: 'nvpair',
            id: d.id(pcsId.shortNvpair(id, name)),
            name,
            value: d.pick('true', 'false', d.text()),
          } as const,
        ]
      : [],
  )
  return found.map((set, at) => (at === 0 ? { ...set, nvpairs: [...set.nvpairs, ...known] } : set))
}

function node(d: Draw, uname: string, id: string): ClusterNode {
  const attributes = { set: pcsId.nodeAttributes(id), nvpair: pcsId.nvpair }
  const capacity = { set: `nodes-${id}-utilization`, nvpair: pcsId.nvpair }
  return {
    element: 'node',
    id,
    uname,
    instanceAttributes: sets(d, 'instance_attributes', attributes),
    utilization: d.chance(40) ? sets(d, 'utilization', capacity, () => d.integer(-5, 64)) : [],
  }
}

function defaults(d: Draw, section: 'rsc_defaults' | 'op_defaults'): MetaAttributes[] {
  return sets(d, 'meta_attributes', { set: `${section}-meta_attributes`, nvpair: pcsId.shortNvpair }).map(
    (set) => (d.odd(50) && set.id !== undefined ? { ...set, rule: rule(d, set.id) } : set),
  )
}

function levels(d: Draw, members: readonly Resource[]): FencingLevel[] {
  const devices = members
    .filter((item) => item.element === 'primitive' && item.class === 'stonith')
    .map(({ id }) => id)
  const usable = [...devices, 'missing'].filter((id) => /^[A-Za-z0-9_.-]+$/.test(id))
  return d.times(2, (at) => {
    const target = d.odd(40) ? d.text() : d.pick('n1', 'n2')
    const index = String(at + 1)
    const targets = d.pick<Partial<FencingLevel>>(
      { target },
      { targetPattern: target },
      { targetAttribute: target, targetValue: d.text() },
    )
    const list = [...new Set([d.pick(...usable), d.pick(...usable)])].join(',')
    return {
      element: 'fencing-level',
      id: d.id(pcsId.ruleLocation(`${target}-${index}`)),
      index,
      devices: list,
      ...targets,
    }
  })
}

function tags(d: Draw, members: readonly Resource[], relations: readonly Constraint[]): Tag[] {
  const names = [...members, ...members, ...relations].flatMap(({ id }) => id ?? [])
  if (names.length === 0) return []
  return d.times(1, () => ({
    element: 'tag',
    id: d.id(),
    objRefs: [...new Set([d.pick(...names), d.pick(...names)])].map((id) => ({ element: 'obj_ref', id })),
  }))
}

function acls(d: Draw, members: readonly Resource[]): (AclRole | AclTarget | AclGroup)[] {
  if (d.chance(60)) return []
  const roles = Array.from({ length: d.chance(50) ? 1 : 2 }, (): AclRole => {
    const id = d.id()
    const permissions = d.times(3, () => {
      const kind = d.pick('read', 'write', 'deny')
      const known = members.map((member) => ({ reference: member.id }))
      const scope = d.pick<Partial<AclPermission>>(
        { xpath: d.odd(50) ? d.text() : '//constraints' },
        ...(d.odd(50) ? [{ objectType: d.text() }] : []),
        ...known,
      )
      return { element: 'acl_permission', id: d.id(`${id}-${kind}`), kind, ...scope } as const
    })
    return {
      element: 'acl_role',
      id,
      permissions,
      ...some({ description: d.chance(30) ? d.text() : undefined }),
    }
  })
  const refs = () =>
    d
      .times(2, (at) => roles[at] ?? [])
      .flat()
      .map(({ id }) => ({ element: 'role', ...some({ id }) }) as const)
  const subjects = d.times(2, (at): AclTarget | AclGroup =>
    at === 0
      ? { element: 'acl_target', id: d.id(d.odd(20) ? d.text() : undefined), roles: refs() }
      : { element: 'acl_group', id: d.id(), roles: refs() },
  )
  return [...roles, ...subjects.filter(({ id }) => isId(id ?? ''))]
}

function alert(d: Draw): Alert {
  const id = d.id()
  const described = () => some({ description: d.chance(20) ? d.text() : undefined })
  const own = (owner: string) => ({
    instanceAttributes: sets(d, 'instance_attributes', {
      set: `${owner}-instance_attributes`,
      nvpair: pcsId.nvpair,
    }),
    metaAttributes: sets(d, 'meta_attributes', { set: `${owner}-meta_attributes`, nvpair: pcsId.nvpair }),
  })
  const recipients = d.times(2, (): Recipient => {
    const recipient = d.id(`${id}-recipient`)
    return { element: 'recipient', id: recipient, value: d.text(), ...described(), ...own(recipient) }
  })
  const select = { select: { element: 'select', nodes: { element: 'select_nodes' } } } as const
  return {
    element: 'alert',
    id,
    path: d.text(),
    ...described(),
    ...own(id),
    recipients,
    ...(d.odd(20) ? select : {}),
  }
}
