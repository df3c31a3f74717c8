import { type CibElement, nvpairValue, primitivesOf, type Resource } from '../../model/index.js'
import type { ItemEdit } from '../edit/edit.js'

/** How many instances of a clone or bundle run, where each node can run it. */
export function instancesOf(resource: Resource, nodes: number): number {
  const number = (text: string | undefined, usual: number) => (text === undefined ? usual : Number(text))
  if (resource.element === 'bundle') {
    const { replicas, replicasPerHost, promotedMax } = resource.container
    return Math.min(number(replicas ?? promotedMax, 1), nodes * number(replicasPerHost, 1))
  }
  if (resource.element !== 'clone' && resource.element !== 'master') return 1
  const meta = (name: string) => nvpairValue(resource.metaAttributes, name)
  return Math.min(number(meta('clone-max'), nodes), nodes * number(meta('clone-node-max'), 1))
}

/** How many more primitives run after some edits of resources, less than 0 for fewer. */
export function growthOf(edits: readonly ItemEdit[], nodes: number): number {
  const running = (item: CibElement | undefined) => {
    const resource = item as Resource | undefined
    if (resource === undefined || nvpairValue(resource.metaAttributes, 'target-role') === 'Stopped') return 0
    return instancesOf(resource, nodes) * primitivesOf(resource).length
  }
  return edits
    .filter(({ section }) => section.name === 'resources')
    .reduce((sum, { before, after }) => sum + running(after) - running(before), 0)
}
