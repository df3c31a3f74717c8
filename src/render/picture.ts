import { type Cluster, constraintsOf, nvpairValue, resourcesOf } from '../model/index.js'
import { type Box, resourceBoxes } from './boxes.js'
import { drawColocation } from './colocations.js'
import { type Edge, edgesOf } from './edges.js'
import { type LegendEntry, legendOf } from './legend.js'
import { type Junction, together } from './lines.js'
import { drawOrder } from './orders.js'
import { follow, memberLines } from './references.js'

/** Which constraints a picture shows. */
export type Shown = 'order' | 'colocation' | 'both'

/** How a picture is made. */
export interface PictureOptions {
  /** By default `both`. */
  readonly of?: Shown
}

/** A cluster as it is drawn: what stands where is left to a layout. */
export interface Picture {
  readonly title: string
  readonly subtitle: string
  /** In document order; references to nothing come last. */
  readonly boxes: readonly Box[]
  readonly junctions: readonly Junction[]
  readonly edges: readonly Edge[]
  readonly legend: readonly LegendEntry[]
}

/** The cluster's resources with its orders and colocations, as data that every drawing starts from. */
export function pictureOf(cluster: Cluster, { of = 'both' }: PictureOptions = {}): Picture {
  const resources = resourceBoxes(cluster)
  const references = follow(cluster, resources)
  const constraints = constraintsOf(cluster)
  const orders = together(
    constraints.map((item, index) =>
      item.element === 'rsc_order' && of !== 'colocation'
        ? drawOrder(item, references, `j${index}`)
        : nothing,
    ),
  )
  const colocations = together(
    constraints.map((item, index) =>
      item.element === 'rsc_colocation' && of !== 'order'
        ? drawColocation(item, references, `j${index}`)
        : nothing,
    ),
  )
  const implied = [
    ...(of === 'colocation' ? [] : memberLines(cluster, references)),
    ...references.standsFor(),
  ]
  const drawn = {
    boxes: [...resources, ...references.extra],
    junctions: [...orders.junctions, ...colocations.junctions],
    edges: edgesOf([...orders.lines, ...colocations.lines, ...implied]),
  }
  return { title: titleOf(cluster, of), subtitle: subtitleOf(cluster, of), ...drawn, legend: legendOf(drawn) }
}

const nothing = { lines: [], junctions: [] }

function titleOf(cluster: Cluster, of: Shown): string {
  const name = nvpairValue(cluster.configuration.crmConfig?.items ?? [], 'cluster-name')
  const what = { order: 'Start order', colocation: 'Colocation', both: 'Start order and colocation' }[of]
  return name === undefined ? what : `${what} of ${name}`
}

function subtitleOf(cluster: Cluster, of: Shown): string {
  const count = (name: string) => constraintsOf(cluster).filter(({ element }) => element === name).length
  const resources = resourcesOf(cluster).filter(({ element }) => element !== 'template').length
  return [
    plural(resources, 'resource'),
    ...(of === 'colocation' ? [] : [plural(count('rsc_order'), 'order')]),
    ...(of === 'order' ? [] : [plural(count('rsc_colocation'), 'colocation')]),
  ].join(', ')
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
