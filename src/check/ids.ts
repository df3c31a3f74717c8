import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js'
import { isId } from '../model/ids.js'
import { type Cluster, type ElementName, type Place, pathOf, walk } from '../model/index.js'

/** Elements whose `id` names something else, or is any text: a node's and a user's. */
const withoutOwnId: readonly ElementName[] = ['resource_ref', 'obj_ref', 'role', 'node', 'acl_target']

/** A finding for each id that is not a valid XML name, and for each that an earlier element has. */
export function checkIds(cluster: Cluster): Diagnostic[] {
  const findings: Diagnostic[] = []
  const first = new Map<string, Place>()
  walk(cluster, (place) => {
    const { element } = place
    if (!('id' in element) || element.id === undefined || withoutOwnId.includes(element.element)) return
    const { id } = element
    const earlier = first.get(id)
    if (!isId(id)) findings.push(diagnostic('invalid-id', `${pathOf(place)}/@id`, { id }))
    if (earlier === undefined) first.set(id, place)
    else findings.push(diagnostic('duplicate-id', `${pathOf(place)}/@id`, { id, first: pathOf(earlier) }))
  })
  return findings
}
