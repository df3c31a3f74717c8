import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js'
import { nearest } from '../diagnostics/nearest.js'
import { type CibElement, type Cluster, type ElementName, type Place, pathOf, walk } from '../model/index.js'

interface Reference {
  /** The attribute as the CIB spells it. */
  readonly attribute: string
  readonly ids: readonly string[]
  readonly expected: string
  readonly severity?: 'warning'
}

const none: readonly Reference[] = []

const setConstraint = 'resource, template or tag'

/** What each element refers to; `id-ref` refers to another element of the same name. */
function referencesOf(element: CibElement): readonly Reference[] {
  const to = (attribute: string, id: string | undefined, expected: string): readonly Reference[] =>
    id === undefined ? none : [{ attribute, ids: [id], expected }]
  switch (element.element) {
    case 'primitive':
      return to('template', element.template, 'template')
    case 'rsc_order':
      return [...to('first', element.first, setConstraint), ...to('then', element.then, setConstraint)]
    case 'rsc_colocation':
      return [...to('rsc', element.rsc, setConstraint), ...to('with-rsc', element.withRsc, setConstraint)]
    case 'rsc_location':
    case 'rsc_ticket':
      return to('rsc', element.rsc, setConstraint)
    case 'resource_ref':
      return to('id', element.id, setConstraint)
    case 'obj_ref':
      return to('id', element.id, 'element').map((each) => ({ ...each, severity: 'warning' }))
    case 'role':
      return to('id', element.id, 'acl_role')
    case 'acl_permission':
      return to('reference', element.reference, 'element')
    case 'fencing-level':
      return [
        {
          attribute: 'devices',
          ids: element.devices?.split(',') ?? [],
          expected: 'resource',
          severity: 'warning',
        },
      ]
    case 'resource_set':
    case 'operations':
    case 'nvpair':
    case 'rule':
    case 'instance_attributes':
    case 'meta_attributes':
    case 'utilization':
    case 'cluster_property_set':
      return to('id-ref', element.idRef, element.element)
    default:
      return none
  }
}

const kinds: Readonly<Record<string, readonly ElementName[]>> = {
  resource: ['primitive', 'group', 'clone', 'master', 'bundle'],
  [setConstraint]: ['primitive', 'template', 'group', 'clone', 'master', 'bundle', 'tag'],
}

/** The limit of comparisons in the search for suggestions: of hundreds of findings, not each needs one. */
const comparisons = 200_000

/** A finding for each reference to an id that no element of the right kind has; the hint suggests the nearest. */
export function checkReferences(cluster: Cluster): Diagnostic[] {
  const ids = idsByElement(cluster)
  const idsOf = (expected: string): Iterable<string> =>
    expected === 'element'
      ? [...ids.values()].flatMap((set) => [...set])
      : (kinds[expected] ?? [expected]).flatMap((name) => [...(ids.get(name) ?? [])])
  const known = new Map<string, ReadonlySet<string>>()
  const knows = (expected: string) => {
    const set = known.get(expected) ?? new Set(idsOf(expected))
    known.set(expected, set)
    return set
  }
  const findings: Diagnostic[] = []
  let left = comparisons
  walk(cluster, (place: Place) => {
    for (const { attribute, ids: named, expected, severity } of referencesOf(place.element)) {
      for (const id of named) {
        if (knows(expected).has(id)) continue
        const near = left > 0 ? nearest(id, knows(expected)) : undefined
        left -= knows(expected).size
        const parameters = { referrer: attribute, id, expected, near }
        const more = severity === undefined ? {} : { severity }
        findings.push(diagnostic('unknown-reference', `${pathOf(place)}/@${attribute}`, parameters, more))
      }
    }
  })
  return findings
}

const referring: readonly string[] = ['resource_ref', 'obj_ref', 'role']

function idsByElement(cluster: Cluster): Map<string, Set<string>> {
  const ids = new Map<string, Set<string>>()
  walk(cluster, ({ element }) => {
    if (referring.includes(element.element) || !('id' in element) || element.id === undefined) return
    const set = ids.get(element.element)
    if (set === undefined) ids.set(element.element, new Set([element.id]))
    else set.add(element.id)
  })
  return ids
}
