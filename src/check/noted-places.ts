import { memoizePerCluster } from '../graph/resource/memoize.js'
import { type Place, walk } from '../model/index.js'

/** The elements of a module's cluster with unknown options or suppressions. */
export const notedPlaces = memoizePerCluster((cluster): readonly Place[] => {
  const places: Place[] = []
  walk(cluster, (place) => {
    const { unknownOptions, suppressed } = place.element
    if (unknownOptions !== undefined || suppressed !== undefined) places.push(place)
  })
  return places
})
