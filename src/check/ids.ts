import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js'
import { type Cluster, type ElementName, isId, pathOf, walk } from '../model/index.js'

/** Elements whose `id` names something else, or is any text: a node's and a user's. */
const withoutOwnId: readonly ElementName[] = ['resource_ref', 'obj_ref', 'role', 'node', 'acl_target']

/** A finding for each id that is no XML name, and for each that an earlier element has already. */
export function checkIds(cluster: Cluster): Diagnostic[] {
  const findings: Diagnostic[] = []
  const first = new Map<string, string>()
  walk(cluster, (place) => {
    const { element } = place
    if (!('id' in element) || element.id === undefined || withoutOwnId.includes(element.element)) return
    const { id } = element
    const path = pathOf(place)
    const taken = first.get(id)
    if (!isId(id)) findings.push(diagnostic('illegal-id', `${path}/@id`, { id }))
    if (taken === undefined) first.set(id, path)
    else findings.push(diagnostic('duplicate-id', `${path}/@id`, { id, first: taken }))
  })
  return findings
}
