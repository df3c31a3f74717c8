import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js'
import { unmanagedReason } from '../graph/resource/managed.js'
import { resourceIndex } from '../graph/resource/resource-index.js'
import { type CibElement, type Cluster, pathOf, type RawElement } from '../model/index.js'
import { walk } from '../model/walk.js'

/** Why there can be no plan: what `from` has that no step can count on, and what `to` has that no step can reach. */
export function preconditions(from: Cluster, to: Cluster): readonly Diagnostic[] {
  return [...unmanaged(from), ...failed(from), ...changedKinds(from, to)]
}

function unmanaged(from: Cluster): readonly Diagnostic[] {
  const index = resourceIndex(from)
  return [...index.entries].flatMap((entry) => {
    const reason = unmanagedReason(index, entry)
    if (reason === undefined || entry.parent !== undefined) return []
    return [diagnostic('plan-unmanaged', '/cib/configuration/resources', { id: entry.id, reason })]
  })
}

/** An operation that failed and has not been cleaned up. */
export interface FailedOperation {
  readonly id: string
  readonly node: string
  readonly operation: string
  /** The exit code of the agent. */
  readonly code: string
}

function failed(from: Cluster): readonly Diagnostic[] {
  return failedOperations(from).map((each) => diagnostic('plan-failed', '/cib/status', { ...each }))
}

/** Operations of the history that failed last, one for each resource and node, on nodes that are members. */
export function failedOperations(cluster: Cluster): readonly FailedOperation[] {
  const found = new Map<string, FailedOperation>()
  for (const state of cluster.status?.children ?? []) {
    if (state.name !== 'node_state') continue
    for (const resource of below(state, 'lrm_resource')) {
      const operation = lastOf(resource)
      if (operation === undefined || !isFailure(operation)) continue
      const [id, node] = [attributeOf(resource, 'id') ?? '', attributeOf(state, 'uname') ?? '']
      found.set(`${id} ${node}`, {
        id,
        node,
        operation: attributeOf(operation, 'operation') ?? '',
        code: attributeOf(operation, 'rc-code') ?? '',
      })
    }
  }
  return [...found.values()]
}

/** A failed operation counts until one that came after it was successful. */
function lastOf({ children }: RawElement): RawElement | undefined {
  const operations = children.filter(({ name }) => name === 'lrm_rsc_op')
  const callOf = (operation: RawElement) => Number(attributeOf(operation, 'call-id') ?? 0)
  return operations.find(isFailure) ?? operations.sort((a, b) => callOf(b) - callOf(a))[0]
}

/** Pacemaker's own test: the result is not the expected one. A probe expects anything that is no error. */
function isFailure(operation: RawElement): boolean {
  const [code = '0', status = '0'] = [attributeOf(operation, 'rc-code'), attributeOf(operation, 'op-status')]
  const isProbe =
    attributeOf(operation, 'operation') === 'monitor' && attributeOf(operation, 'interval') === '0'
  if (['2', '3', '4'].includes(status)) return true
  if (isProbe) return !['0', '7', '8', '5', '-1', '193'].includes(code)
  return !['0', '8', '-1', '193'].includes(code)
}

function below(element: RawElement, name: string): readonly RawElement[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...below(child, name)])
}

function attributeOf({ attributes }: RawElement, name: string): string | undefined {
  return attributes.find(([key]) => key === name)?.[1]
}

/** What an operator calls by its id. */
const named: readonly string[] = [
  ...['primitive', 'template', 'group', 'clone', 'master', 'bundle', 'tag', 'alert', 'acl_role'],
  ...['rsc_location', 'rsc_colocation', 'rsc_order', 'rsc_ticket', 'fencing-level'],
]

function changedKinds(from: Cluster, to: Cluster): readonly Diagnostic[] {
  const before = namesIn(from)
  return [...namesIn(to)].flatMap(([id, { element, path }]) => {
    const old = before.get(id)
    if (old === undefined || old.element === element || isContainment(old.element, element)) return []
    return [diagnostic('plan-kind-changed', path, { id, before: old.element, after: element })]
  })
}

/** A resource may move into a container under its id, and out of it: it is deleted and created again. */
function isContainment(before: string, after: string): boolean {
  const isResource = (element: string) => ['primitive', 'group', 'clone', 'master'].includes(element)
  return (after === 'bundle' && isResource(before)) || (before === 'bundle' && isResource(after))
}

function namesIn(cluster: Cluster): ReadonlyMap<string, { readonly element: string; readonly path: string }> {
  const names = new Map<string, { readonly element: string; readonly path: string }>()
  walk(cluster.configuration, (place) => {
    const { element } = place
    const id = idOf(element)
    if (id !== undefined && named.includes(element.element) && !names.has(id)) {
      names.set(id, { element: element.element, path: `/cib${pathOf(place)}` })
    }
  })
  return names
}

function idOf(element: CibElement): string | undefined {
  return 'id' in element ? element.id : undefined
}
