import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.js'
import { type CibElement, type Cluster, nodesOf, pathOf, placesOf, walk } from '../../model/index.js'
import { isClusterOwned } from '../element/settings.js'
import type { ConvertedItem } from './convert.js'

/** Nodes and the properties that the cluster sets by itself. */
export function leftToTheCluster(cluster: Cluster): readonly Diagnostic[] {
  const nodes = nodesOf(cluster).length === 0 ? [] : ['/cib/configuration/nodes']
  const properties = placesOf(cluster, 'nvpair').filter(
    ({ element, parent }) => parent?.element.element === 'cluster_property_set' && isClusterOwned(element),
  )
  return [
    ...nodes.map((path) => diagnostic('pcs-skipped', path, { what: 'the list of nodes' })),
    ...properties.map((place) =>
      diagnostic('pcs-skipped', pathOf(place), {
        what: `property ${JSON.stringify(place.element.name ?? '')}`,
      }),
    ),
  ]
}

/** What changes nothing in the cluster, and what no command or call of cibadmin writes. */
export function leftOut(
  cluster: Cluster,
  items: readonly ConvertedItem[],
  pathIn: (element: CibElement) => string | undefined,
): readonly Diagnostic[] {
  let comments = 0
  walk(cluster, ({ element: { extra } }) => {
    comments += (extra?.comments?.length ?? 0) + (extra?.closingComments?.length ?? 0)
  })
  const sets = (cluster.configuration.crmConfig?.items ?? []).filter(
    ({ id, nvpairs }) =>
      nvpairs.length === 0 &&
      items.some(
        ({ fragment: { element }, isXml, commands }) =>
          element.element === 'cluster_property_set' && element.id === id && !isXml && commands.length === 0,
      ),
  )
  return [
    ...(comments === 0
      ? []
      : [diagnostic('pcs-omitted', '/cib', { what: `${comments} comment${comments === 1 ? '' : 's'}` })]),
    ...sets.map((set) =>
      diagnostic('pcs-omitted', pathIn(set) ?? '/cib', { what: 'a set without properties' }),
    ),
  ]
}
