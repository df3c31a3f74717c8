import { type Cluster, constraintsOf, nvpairValue, resourcesOf } from '../../model/index.js'
import type { Box } from '../parts/boxes.js'
import { clipped } from '../parts/label.js'
import { type LegendEntry, legendOf } from '../parts/legend.js'
import type { Edge, Junction } from '../parts/lines.js'
import { actionPicture } from './action-picture.js'
import { type ConstraintKinds, type ResourcePictureOptions, resourcePicture } from './resource-picture.js'
import { startLevels } from './start-levels.js'

/** What a picture shows. */
export interface PictureOptions extends ResourcePictureOptions {
  /** `action`: a box for each start, stop, promote and demote that orders name. By default `resource`. */
  readonly by?: 'resource' | 'action'
  /** True for one column for each start level: what can start at the same time. */
  readonly startLevels?: boolean
}

/** A cluster as boxes and lines; a layout places them. */
export interface Picture {
  readonly of: ConstraintKinds
  readonly title: string
  readonly subtitle: string
  /** In document order; boxes for tags and undefined ids come last. */
  readonly boxes: readonly Box[]
  readonly junctions: readonly Junction[]
  readonly edges: readonly Edge[]
  /** From keys of boxes to their start levels, which count from 1. */
  readonly startLevels?: ReadonlyMap<string, number>
  readonly legend: readonly LegendEntry[]
}

/** The cluster's resources with its orders and colocations, as data that every drawing starts from. */
export function pictureOf(cluster: Cluster, options: PictureOptions = {}): Picture {
  const { by = 'resource' } = options
  const of = by === 'action' ? 'order' : (options.of ?? 'both')
  const drawn = by === 'action' ? actionPicture(cluster) : resourcePicture(cluster, options)
  const columns =
    by === 'resource' && options.startLevels ? { startLevels: levelsOf(cluster, drawn.boxes) } : {}
  return {
    of,
    title: titleOf(cluster, of),
    subtitle: subtitleOf(cluster, of),
    ...drawn,
    ...columns,
    legend: legendOf(drawn),
  }
}

function levelsOf(cluster: Cluster, boxes: readonly Box[]): ReadonlyMap<string, number> {
  const levels = startLevels(cluster)
  return new Map(
    boxes.flatMap(({ id, key, kind }) => {
      const level = kind === 'missing' ? undefined : levels.get(id)
      return level === undefined ? [] : [[key, level] as const]
    }),
  )
}

function titleOf(cluster: Cluster, of: ConstraintKinds): string {
  const name = nvpairValue(cluster.configuration.crmConfig?.items ?? [], 'cluster-name')
  const what = { order: 'Start order', colocation: 'Colocation', both: 'Start order and colocation' }[of]
  return name === undefined ? what : clipped(`${what} of ${name}`)
}

function subtitleOf(cluster: Cluster, of: ConstraintKinds): string {
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
