import { translateCluster } from '../../cib/index.js'
import { type Diagnostic, diagnostic, failure, type Result, success } from '../../diagnostics/diagnostic.js'
import {
  type CibElement,
  type Cluster,
  nodesOf,
  pathOf,
  placesOf,
  resourcesOf,
  walk,
} from '../../model/index.js'
import { cibadmin, type Step } from '../command/command.js'
import { dialects, type PcsVersion } from '../command/pcs-version.js'
import { resourceScopes } from '../command/resource-scope.js'
import { isClusterOwned } from '../element/settings.js'
import { type Conversion, type ConversionState, convertItem, type Strategy } from './convert.js'
import { configuration } from './fragment.js'
import { neededIds, ownIds, sameReferences } from './ids.js'
import { restoreOrder } from './restore-order.js'
import { type ConvertedSection, sections } from './sections.js'

/**
 * The commands that build the cluster from an empty CIB, as data: pcs where it says just what is
 * wanted, `cibadmin` for the rest. What the cluster maintains by itself is left out.
 */
export function pcsSteps(
  source: Cluster,
  pcs: PcsVersion = '0.11',
  strategy: Strategy = 'commands',
): Result<readonly Step[]> {
  const dialect = dialects[pcs]
  const { output: cluster, diagnostics: translated } = translateCluster(source, dialect.schema)
  if (cluster === undefined) return failure(translated)
  const paths = new Map<CibElement, string>()
  walk(cluster, (place) => paths.set(place.element, pathOf(place)))
  const said: ConversionState = {
    ids: new Set(),
    seen: new Set(),
    named: new Set(),
    resources: resourceScopes(resourcesOf(cluster)),
    pathOf: (element) => paths.get(element),
    dialect,
    strategy,
  }
  const items = sections.flatMap((section) => section.items(cluster).map((item) => ({ section, item })))
  const early = pointingAhead(items)
  const ways = items.map(({ section, item }, at) =>
    convertItem(item, section, said, early.has(at) ? ['a reference to what comes later'] : []),
  )
  const diagnostics = [
    ...translated,
    ...leftToTheCluster(cluster),
    ...sameReferences(cluster).map((element) =>
      diagnostic('cib-unrepresentable', paths.get(element) ?? '/cib', {
        what: 'a second neighbour of the same id-ref',
      }),
    ),
    ...ways.flatMap((way) => way.diagnostics),
    ...(strategy === 'xml' ? [] : countWays(ways, dialect.pcs)),
  ]
  return success([...merge(ways), ...restoreOrder(ways)], diagnostics)
}

interface Item {
  readonly section: ConvertedSection
  readonly item: CibElement
}

/** The items that have to be there at once, since one refers to a later one. */
function pointingAhead(items: readonly Item[]): ReadonlySet<number> {
  const where = new Map(items.flatMap(({ item }, at) => ownIds(item).map(([id]) => [id, at] as const)))
  const early = new Set<number>()
  for (const [from, { item }] of items.entries()) {
    for (const id of neededIds(item)) {
      const to = where.get(id) ?? from
      for (let at = from; from < to && at <= to; at++) early.add(at)
    }
  }
  return early
}

/** Nodes and the properties that the cluster sets by itself. */
function leftToTheCluster(cluster: Cluster): readonly Diagnostic[] {
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

function countWays(ways: readonly Conversion[], pcs: string): readonly Diagnostic[] {
  const byCibadmin = ways.filter(({ isXml }) => isXml).length
  if (byCibadmin === 0) return []
  const byPcs = ways.filter(({ isXml, commands }) => !isXml && commands.length > 0).length
  return [diagnostic('pcs-summary', '/cib', { pcs, byPcs, byCibadmin })]
}

/** Neighbours under one heading are one step, and neighbours that take cibadmin one call of it. */
function merge(ways: readonly Conversion[]): readonly Step[] {
  const steps: Step[] = []
  for (let at = 0; at < ways.length; ) {
    const way = ways[at] as Conversion
    const like = (other: Conversion) => other.isXml === way.isXml && (way.isXml || other.title === way.title)
    let end = at + 1
    while (end < ways.length && like(ways[end] as Conversion)) end++
    const run = ways.slice(at, end)
    steps.push(way.isXml ? xmlStep(run) : stepOf(way.title, run))
    at = end
  }
  return steps
}

function stepOf(title: string, ways: readonly Conversion[]): Step {
  return {
    title,
    remarks: ways.flatMap(({ remarks }) => remarks),
    commands: ways.flatMap(({ commands }) => commands),
  }
}

function xmlStep(ways: readonly Conversion[]): Step {
  return {
    title: `By cibadmin: ${[...new Set(ways.map(({ title }) => title))].join('; ')}`,
    remarks: [...new Set(ways.flatMap(({ remarks }) => remarks))],
    commands: [
      ...ways.flatMap(({ commands }) => commands),
      cibadmin(configuration(ways.map(({ item }) => item))),
    ],
  }
}
