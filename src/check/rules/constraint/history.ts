import { memoizePerCluster } from '../../../graph/resource/memoize.js'
import type { RawElement } from '../../../model/index.js'

/** The ids of the resources of which `<status>` has a history, without the number of the instance. */
export const resourcesWithHistory = memoizePerCluster(({ status }): ReadonlySet<string> => {
  const found = new Set<string>()
  const waiting: RawElement[] = status === undefined ? [] : [status]
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    if (element.name === 'lrm_resource') {
      const id = element.attributes.find(([name]) => name === 'id')?.[1]
      if (id !== undefined) found.add(id.replace(/:\d+$/, ''))
    } else waiting.push(...element.children)
  }
  return found
})
