import { expect } from 'vitest'
import { toAnsible } from '../../src/ansible/index.js'
import { orderByRole } from '../../src/ansible/resources.js'
import { readCib, translateForPcs } from '../../src/cib/index.js'
import {
  type CibElement,
  type Cluster,
  nodesOf,
  type Primitive,
  pathOf,
  type Resource,
  type Section,
  walk,
} from '../../src/model/index.js'
import { dialects, type PcsVersion } from '../../src/pcs/command/pcs-version.js'
import { type RoleVariables, readYaml, roleScript } from './ansible-role.js'
import { schemaFaults, schemaIn } from './json-schema.js'
import { emptyCib, type PcsServer, replay } from './pcs-server.js'
import { type Canonical, settableWithoutIds } from './settable.js'

/** The variables as the role's README describes them. */
const schema = schemaIn('test/ansible/variables.schema.json')

/** Expects that the role builds the cluster with the pcs of a server, but for what information tells of. */
export async function expectBuilt(
  server: PcsServer,
  wanted: Cluster,
  pcs: PcsVersion = '0.11',
): Promise<void> {
  const { output = '', diagnostics } = toAnsible(wanted, { pcs })
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  const [variables] = readYaml([output]) as [RoleVariables]
  expect(schemaFaults(schema, variables)).toEqual([])
  const ran = await replay(server, roleScript(variables, pcs), startOf(wanted, server))
  expect(ran.status, ran.stdout + ran.stderr).toBe(0)
  const translated = translateForPcs(wanted, dialects[pcs].schema).output as Cluster
  expect(comparable(readCib(ran.cib).output as Cluster)).toEqual(comparable(reordered(translated)))
}

/** An empty CIB with the nodes, as corosync makes them. */
function startOf(wanted: Cluster, server: PcsServer): string {
  const nodes = nodesOf(wanted).map(({ id = '', uname = '' }) => `<node id="${id}" uname="${uname}"/>`)
  return emptyCib(server.system).replace('<nodes/>', `<nodes>${nodes.join('')}</nodes>`)
}

/** The cluster with an agent in clones that pcs has here: it clones no other, even if it is forced to. */
export function withInstalledAgents(cluster: Cluster): Cluster {
  const installed = (resource: Primitive): Primitive => ({
    ...resource,
    class: 'ocf',
    provider: 'pacemaker',
    type: 'Stateful',
  })
  const { resources } = cluster.configuration
  if (resources === undefined) return cluster
  const items = resources.items.map((resource): Resource => {
    if (resource.element !== 'clone') return resource
    const inner = resource.resource
    const [first, ...others] = inner.element === 'group' ? inner.members : [inner]
    return {
      ...resource,
      resource:
        inner.element === 'group'
          ? { ...inner, members: [installed(first as Primitive), ...others.map(installed)] }
          : installed(inner),
    }
  })
  return { ...cluster, configuration: { ...cluster.configuration, resources: { ...resources, items } } }
}

/** The cluster without the items about which a finding is more than information. */
export function withoutFindings(cluster: Cluster, pcs: PcsVersion = '0.11'): Cluster {
  const paths = toAnsible(cluster, { pcs })
    .diagnostics.filter(({ code, severity }) => severity !== 'info' && code !== 'ansible-secret')
    .map(({ path }) => path ?? '')
  if (paths.length === 0) return cluster
  const dropped = new Set<CibElement>()
  walk(cluster, (place) => {
    const path = pathOf(place)
    if (path.split('/').length === 5 && paths.some((other) => other === path || other.startsWith(`${path}/`)))
      dropped.add(place.element)
  })
  expect(dropped.size, paths.join()).toBeGreaterThan(0)
  const sections = Object.entries(cluster.configuration).map(([name, section]) => {
    if (typeof section !== 'object' || !('items' in section)) return [name, section]
    const { items } = section as Section<string, CibElement>
    return [name, { ...section, items: items.filter((item) => !dropped.has(item)) }]
  })
  return withoutFindings({ ...cluster, configuration: Object.fromEntries(sections) }, pcs)
}

/** The cluster in the order that the findings promise. */
function reordered(cluster: Cluster): Cluster {
  const { resources } = cluster.configuration
  return {
    ...cluster,
    configuration: {
      ...cluster.configuration,
      ...(resources && { resources: { ...resources, items: orderByRole(resources.items) } }),
    },
  }
}

/** What is compared: without ids of parts, with what Pacemaker assumes, constraints by kind, those of sets last. */
function comparable(cluster: Cluster): Readonly<Record<string, readonly Canonical[]>> {
  const { constraints = [], tags: _, ...sections } = settableWithoutIds(cluster)
  const kinds = ['rsc_location', 'rsc_colocation', 'rsc_order', 'rsc_ticket']
  const rank = ({ name, children }: Canonical) =>
    2 * kinds.indexOf(name) + (name !== 'rsc_location' && children.length > 0 ? 1 : 0)
  return {
    ...Object.fromEntries(Object.entries(sections).map(([name, items]) => [name, items.map(withDefaults)])),
    constraints: constraints.map(withDefaults).sort((a, b) => rank(a) - rank(b)),
  }
}

function withDefaults({ name, attributes, children }: Canonical): Canonical {
  const isPlainOrder = name === 'rsc_order' && children.length === 0
  const assumed = isPlainOrder
    ? { 'first-action': 'start', 'then-action': 'start' }
    : name === 'rule'
      ? { 'boolean-op': 'and' }
      : {}
  const { id: _, ...others } = attributes
  const own = name === 'fencing-level' ? others : attributes
  return { name, attributes: { ...assumed, ...own }, children: children.map(withDefaults) }
}
