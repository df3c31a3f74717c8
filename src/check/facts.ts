import { versionOf } from '../cib/validate/grammar/versions.js'
import { type ColocationLink, colocationLinks } from '../graph/resource/colocation-links.js'
import { memoizePerCluster } from '../graph/resource/memoize.js'
import { metaOf, ownMetaOf, propertyOf } from '../graph/resource/meta-attributes.js'
import { type ResourceEntry, type ResourceIndex, resourceIndex } from '../graph/resource/resource-index.js'
import {
  booleanOf,
  type Cluster,
  type ClusterNode,
  type ClusterPropertySet,
  nodesOf,
  type Primitive,
} from '../model/index.js'
import { languageOf } from '../model/language.js'
import { namesOfOption } from '../options/cluster-options.js'
import { compareVersions, pacemakerVersion } from './lookup/pacemaker-version.js'

/** What rules ask of a cluster again and again, worked out once. */
export interface Facts {
  readonly index: ResourceIndex
  /** The nodes of `<nodes>` by their names. */
  readonly nodes: ReadonlyMap<string, ClusterNode>
  /** The value of a cluster option under its old or new name, undefined where it is not set. */
  readonly option: (name: string) => string | undefined
  /** The boolean value of a cluster option; the default where it is not set or is no boolean. */
  readonly isOn: (name: string, byDefault: boolean) => boolean
  /** True unless fencing is switched off. */
  readonly isFencingOn: boolean
  /** True where the CIB was written by that version of Pacemaker or a later one; undefined where it names none. */
  readonly isSince: (version: string) => boolean | undefined
  /** The value of a meta attribute of a resource as Pacemaker resolves it. */
  readonly meta: (entry: ResourceEntry, name: string) => string | undefined
  /** The value of a meta attribute that a resource, or its template, sets itself. */
  readonly ownMeta: (entry: ResourceEntry, name: string) => string | undefined
  /** The colocations of each pair of resources, as the scheduler unpacks them. */
  readonly links: () => readonly ColocationLink[]
  /** The names of all nodes in small letters, remote and guest nodes among them; empty where the CIB lists no nodes. */
  readonly nodeNames: () => ReadonlySet<string>
  /** True for a CIB that names a schema: what the schema does not allow is reported where the CIB is read. */
  readonly hasSchema: boolean
}

/** The facts of a cluster. */
export const factsOf = memoizePerCluster((cluster: Cluster): Facts => {
  const version = pacemakerVersion(cluster)
  const isSince = (wanted: string) =>
    version === undefined ? undefined : compareVersions(version, wanted) >= 0
  const option = (name: string) => {
    for (const known of namesOfOption(name)) {
      const value = propertyOf(cluster, known)
      if (value !== undefined) return value
    }
    return undefined
  }
  const isOn = (name: string, byDefault: boolean) => booleanOf(option(name)) ?? byDefault
  const index = resourceIndex(cluster)
  let links: readonly ColocationLink[] | undefined
  let nodeNames: ReadonlySet<string> | undefined
  return {
    index,
    nodes: new Map(nodesOf(cluster).map((node) => [node.uname ?? '', node])),
    option,
    isOn,
    isFencingOn: isOn('stonith-enabled', true),
    isSince,
    meta: (entry, name) => metaOf(cluster, entry, name),
    ownMeta: (entry, name) => ownMetaOf(cluster, entry, name),
    links: () => {
      links ??= colocationLinks(index)
      return links
    },
    nodeNames: () => {
      nodeNames ??= namesOfNodes(cluster, index)
      return nodeNames
    },
    hasSchema: languageOf(cluster) === 'cib' && versionOf(cluster.validateWith) !== undefined,
  }
})

function namesOfNodes(cluster: Cluster, index: ResourceIndex): ReadonlySet<string> {
  const names = nodesOf(cluster).flatMap(({ id, uname }) => [id, uname].filter((name) => name !== undefined))
  if (names.length === 0) return new Set()
  for (const { id, resource } of index.entries) {
    if (resource === undefined || (resource.element === 'primitive' && isRemote(resource))) names.push(id)
    if (resource?.element !== 'bundle') continue
    const replicas = Math.min(Number.parseInt(resource.container.replicas ?? '', 10) || names.length, 1000)
    for (let at = 0; at < replicas; at++) names.push(`${id}-${at}`)
  }
  return new Set(names.map((name) => name.toLowerCase()))
}

/** True for the connection to a remote node, whose id is the name of the node. */
function isRemote({ class: agentClass, provider, type }: Primitive): boolean {
  return agentClass === 'ocf' && provider === 'pacemaker' && type === 'remote'
}

/** The set that Pacemaker reads before all others. */
export const mainPropertySet = 'cib-bootstrap-options'

/** The sets of cluster options, the main one first. */
export function propertySetsOf(cluster: Cluster): readonly ClusterPropertySet[] {
  const sets = cluster.configuration.crmConfig?.items ?? []
  const isMain = ({ id }: ClusterPropertySet) => id === mainPropertySet
  return [...sets.filter(isMain), ...sets.filter((set) => !isMain(set))]
}
