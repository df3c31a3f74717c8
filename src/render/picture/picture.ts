import { type Cluster, constraintsOf, nvpairValue, resourcesOf } from '../../model/index.js'
import { actionPicture } from './actions.js'
import type { Box } from './boxes.js'
import type { Edge } from './edges.js'
import { type LegendEntry, legendOf } from './legend.js'
import type { Junction } from './lines.js'
import { resourcePicture, type Shown } from './resource-picture.js'
import { startLevels } from './start-levels.js'

/** How a picture is made. */
export interface PictureOptions {
  /** By default `both`. */
  readonly of?: Shown
  /** `action`: the start order in full, a box for each start, stop, promote and demote. By default `resource`. */
  readonly by?: 'resource' | 'action'
  /** Columns of what can start at the same time. */
  readonly waves?: boolean
}

/** A cluster as it is drawn: what stands where is left to a layout. */
export interface Picture {
  readonly of: Shown
  readonly title: string
  readonly subtitle: string
  /** In document order; references to nothing come last. */
  readonly boxes: readonly Box[]
  readonly junctions: readonly Junction[]
  readonly edges: readonly Edge[]
  /** From keys of boxes to their start waves, which count from 1. */
  readonly waves?: ReadonlyMap<string, number>
  readonly legend: readonly LegendEntry[]
}

/** The cluster's resources with its orders and colocations, as data that every drawing starts from. */
export function pictureOf(cluster: Cluster, options: PictureOptions = {}): Picture {
  const { by = 'resource', waves = false } = options
  const of = by === 'action' ? 'order' : (options.of ?? 'both')
  const drawn = by === 'action' ? actionPicture(cluster) : resourcePicture(cluster, of)
  const columns = by === 'resource' && waves ? { waves: wavesOf(cluster, drawn.boxes) } : {}
  return {
    of,
    title: titleOf(cluster, of),
    subtitle: subtitleOf(cluster, of),
    ...drawn,
    ...columns,
    legend: legendOf(drawn),
  }
}

function wavesOf(cluster: Cluster, boxes: readonly Box[]): ReadonlyMap<string, number> {
  const waves = startLevels(cluster)
  return new Map(
    boxes.flatMap(({ id, key, kind }) => {
      const wave = kind === 'missing' ? undefined : waves.get(id)
      return wave === undefined ? [] : [[key, wave] as const]
    }),
  )
}

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
