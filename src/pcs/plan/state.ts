import type { UsedIds } from '../../model/ids.js'
import { type CibElement, type Cluster, type Place, pathOf, resourcesOf, walk } from '../../model/index.js'
import type { Context } from '../command/conversion.js'
import type { Dialect } from '../command/pcs-version.js'
import { resourceScopes } from '../command/resource-scope.js'
import { referencedIds } from './ids.js'

/** How a script builds: with a pcs command for each element, or with all as one piece of XML. */
export type Strategy = 'commands' | 'xml'

/** Which ids a script produces: those of the cluster, or those that pcs writes where nothing refers to an id. */
export type Ids = 'exact' | 'pcs'

/** What is known while one element after the other is converted. */
export interface ConversionState {
  /** Ids of all that was converted so far. */
  readonly ids: UsedIds
  readonly seen: Set<string>
  /** Ids of nodes, names of guest nodes, and ids in tags ahead of their elements: pcs counts them as used. */
  readonly names: Set<string>
  readonly resources: Context['resources']
  readonly pathOf: (element: CibElement) => string | undefined
  readonly dialect: Dialect
  readonly strategy: Strategy
  /** True where a password may be a word of a command. */
  readonly showsSecrets?: boolean
  /** Ids that pcs must not change; undefined where it must change none. */
  readonly referenced: ReadonlySet<string> | undefined
}

interface ConversionOptions extends Pick<ConversionState, 'dialect' | 'strategy' | 'showsSecrets'> {
  readonly ids: Ids
}

/** The state before the first element. */
export function initialState(cluster: Cluster, { ids, ...options }: ConversionOptions): ConversionState {
  const places = new Map<CibElement, Place>()
  walk(cluster, (place) => places.set(place.element, place))
  return {
    ...options,
    ids: new Set(),
    seen: new Set(),
    names: new Set(),
    resources: resourceScopes(resourcesOf(cluster)),
    pathOf: (element) => {
      const place = places.get(element)
      return place && pathOf(place)
    },
    referenced: ids === 'pcs' ? referencedIds(cluster) : undefined,
  }
}
