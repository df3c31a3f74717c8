import { isDisabled } from '../../graph/resource/managed.js'
import { resourceIndex } from '../../graph/resource/resource-index.js'
import { freeId, isId, pcsId } from '../../model/ids.js'
import type { Cluster, MetaAttributes, Nvpair, Resource } from '../../model/index.js'

/** True unless it is disabled, by itself or by what is around it. */
export function isRunning(resource: Resource, from: Cluster): boolean {
  const index = resourceIndex(from)
  const entry = index.get(resource.id)
  return entry !== undefined && !isDisabled(index, entry)
}

/** The resource as `pcs resource disable` leaves it; where its own set is only a reference, with another one. */
export function disabled<R extends Resource>(resource: R, used: ReadonlySet<string>): R {
  const sets = resource.metaAttributes
  const at = sets.findIndex(({ idRef, rule }) => idRef === undefined && rule === undefined)
  const id = freeId(pcsId.attributeSet(resource.id, 'meta_attributes'), used)
  const own: MetaAttributes = sets[at] ?? { element: 'meta_attributes', id, nvpairs: [] }
  const pairId = pcsId.nvpair(own.id ?? id, 'target-role')
  const pair: Nvpair = {
    element: 'nvpair',
    id: freeId(isId(pairId) ? pairId : `${own.id ?? id}-target-role`, used),
    name: 'target-role',
    value: 'Stopped',
  }
  const nvpairs = own.nvpairs.some(({ name }) => name === 'target-role')
    ? own.nvpairs.map((old) => (old.name === 'target-role' ? { ...old, value: 'Stopped' } : old))
    : [...own.nvpairs, pair]
  const set = { ...own, nvpairs }
  return { ...resource, metaAttributes: at < 0 ? [...sets, set] : sets.with(at, set) }
}
