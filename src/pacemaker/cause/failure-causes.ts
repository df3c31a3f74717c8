import { isFailedOperation, isProbe } from '../../check/lookup/failed-operations.js'
import { quote } from '../../diagnostics/quote.js'
import { metaOf } from '../../graph/resource/meta-attributes.js'
import { resourceIndex } from '../../graph/resource/resource-index.js'
import type { Cluster, RawElement } from '../../model/index.js'
import { attributeOf } from '../status/raw-element.js'
import type { Cause } from './cause.js'
import { withStatus } from './edit.js'
import { below, nodeStates, type StatusPlace, transientAttributes } from './status-places.js'
import { causeWords } from './words.js'

/** What failed of one resource on one node. */
interface Failures {
  readonly id: string
  readonly node: string
  readonly places: StatusPlace[]
  readonly words: string[]
}

/** The failures that the status has, one cause for each resource and node. */
export function failureCauses(cluster: Cluster): readonly Cause[] {
  return nodeStates(cluster).flatMap((state) => {
    const found = new Map<string, Failures>()
    const ofId = (id: string): Failures => {
      const failures = found.get(id) ?? { id, node: state.node, places: [], words: [] }
      found.set(id, failures)
      return failures
    }
    for (const history of below(state, 'lrm_resource')) {
      for (const operation of below(history, 'lrm_rsc_op')) {
        if (!isFailedOperation(operation.element)) continue
        const failures = ofId(withoutInstance(cluster, attributeOf(history.element, 'id') ?? ''))
        failures.places.push(operation)
        failures.words.push(operationInWords(operation.element))
      }
    }
    for (const attribute of transientAttributes(state)) {
      const id = countedResource(attribute.name)
      if (id === undefined || attribute.value === '0') continue
      const failures = ofId(withoutInstance(cluster, id))
      failures.places.push(attribute)
      failures.words.push(`its fail count is ${attribute.value}`)
    }
    return [...found.values()].flatMap((failures) => causeOf(cluster, failures))
  })
}

function causeOf(cluster: Cluster, { id, node, places, words }: Failures): readonly Cause[] {
  const entry = resourceIndex(cluster).get(id)
  const [place] = places
  if (place === undefined) return []
  // A probe of what is not installed is no failure that cleanup knows of, and keeps the resource off the node all the same.
  const isListed = places.some(({ element }) => !isProbe(element) || attributeOf(element, 'rc-code') !== '5')
  const threshold = entry && metaOf(cluster, entry, 'migration-threshold')
  const limits = threshold === undefined ? '' : ` (migration-threshold is ${threshold})`
  return [
    {
      kind: 'failure',
      id,
      node,
      path: place.path,
      element: place.element,
      words: causeWords.failure(id, node, [...new Set(words)], limits),
      command: ['pcs', 'resource', isListed ? 'cleanup' : 'refresh', id, `node=${node}`],
      lift: withoutFailures(cluster, id, node),
    },
  ]
}

function withoutFailures(cluster: Cluster, id: string, node: string): Cause['lift'] {
  const isOf = (text: string | undefined) => text !== undefined && withoutInstance(cluster, text) === id
  return withStatus(node, (element) => {
    if (element.name === 'nvpair') {
      const name = attributeOf(element, 'name') ?? ''
      const counted = countedResource(name.replace(/^last-failure-/, 'fail-count-'))
      return isOf(counted) ? undefined : element
    }
    if (element.name !== 'lrm_resource' || !isOf(attributeOf(element, 'id'))) return element
    const children = element.children.filter((operation) => !isFailedOperation(operation))
    return children.length === 0 ? undefined : { ...element, children }
  })
}

function operationInWords(operation: RawElement): string {
  const name = attributeOf(operation, 'operation') ?? ''
  const code = attributeOf(operation, 'rc-code') ?? ''
  const reason = attributeOf(operation, 'exit-reason') ?? ''
  return `its ${name} returned ${code}${reason === '' ? '' : ` (${quote(reason)})`}`
}

/** The resource of `fail-count-RESOURCE` or `fail-count-RESOURCE#OPERATION_INTERVAL`. */
function countedResource(name: string): string | undefined {
  return /^fail-count-([^#]+)(?:#.*)?$/.exec(name)?.[1]
}

/** The id without the number of an instance. */
function withoutInstance(cluster: Cluster, id: string): string {
  return resourceIndex(cluster).get(id) === undefined ? id.replace(/:\d+$/, '') : id
}
