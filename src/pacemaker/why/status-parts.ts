import { quote } from '../../diagnostics/quote.js'
import type { Cluster, RawElement } from '../../model/index.js'
import { below, nodeStates, type StatusPlace, transientAttributes } from '../cause/status-places.js'
import { attributeOf, raw } from '../status/raw-element.js'
import { withNodeState } from '../status/synthetic-status.js'
import type { Part } from './part.js'

/** The parts of the status: how each node is, its transient attributes, and what is known of each resource there. */
export function statusParts(cluster: Cluster): readonly Part[] {
  return nodeStates(cluster).flatMap((state) => [
    membership(state),
    ...transientAttributes(state).map((attribute) => transient(state.node, attribute)),
    ...below(state, 'lrm_resource').map((history) => historyPart(state.node, history)),
  ])
}

/** What of a node's state is no trace of who wrote it. */
const traces = new Set(['crm-debug-origin'])

function membership({ node, element, path }: StatusPlace & { readonly node: string }): Part {
  const isOnline = attributeOf(element, 'crmd') === 'online'
  return {
    key: path,
    words: `the state of node ${quote(node)}`,
    path,
    value: element.attributes.filter(([name]) => !traces.has(name)),
    element,
    command: () => (isOnline ? ['pcs', 'node', 'standby', node] : ['pcs', 'cluster', 'start', node]),
    put: (cluster, was) =>
      withNodeState(cluster, node, (state) => ({
        ...state,
        attributes: (was as RawElement['attributes'] | undefined) ?? [['uname', node]],
      })),
  }
}

function transient(
  node: string,
  { name, value, path, element }: ReturnType<typeof transientAttributes>[number],
): Part {
  const attribute = ['crm_attribute', '--node', node, '--name', name, '--lifetime', 'reboot']
  return {
    key: `${node} ${name}`,
    words: `the attribute ${quote(name)} of node ${quote(node)}`,
    path,
    value,
    element,
    command: (was) => [...attribute, ...(was === undefined ? ['--delete'] : ['--update', String(was)])],
    put: (cluster, was) =>
      withNodeState(cluster, node, (state) =>
        withChild(
          state,
          ['transient_attributes', 'instance_attributes'],
          'name',
          name,
          was === undefined ? undefined : pair(state, name, String(was)),
        ),
      ),
  }
}

function pair(state: RawElement, name: string, value: string): RawElement {
  return raw('nvpair', { id: `status-${attributeOf(state, 'id')}-${name.replace('#', '.')}`, name, value })
}

function historyPart(node: string, { element, path }: StatusPlace): Part {
  const id = attributeOf(element, 'id') ?? ''
  return {
    key: `${node} history of ${id}`,
    words: `the history of ${quote(id)} on node ${quote(node)}`,
    path,
    value: element,
    element,
    command: () => ['pcs', 'resource', 'refresh', id, `node=${node}`],
    put: (cluster, was) =>
      withNodeState(cluster, node, (state) =>
        withChild(state, ['lrm', 'lrm_resources'], 'id', id, was as RawElement | undefined),
      ),
  }
}

/** An element with one further below replaced, added or left out; what is on the way there is made where it is missing. */
function withChild(
  element: RawElement,
  [step, ...steps]: readonly string[],
  key: string,
  value: string,
  child: RawElement | undefined,
): RawElement {
  if (step === undefined) {
    const isChild = (each: RawElement) => attributeOf(each, key) === value
    const isKnown = element.children.some(isChild)
    const children = element.children.flatMap((each) => (isChild(each) ? (child ?? []) : [each]))
    return { ...element, children: isKnown || child === undefined ? children : [...children, child] }
  }
  const known = element.children.find(({ name }) => name === step)
  const inner = known ?? raw(step, { id: attributeOf(element, 'id') ?? '' })
  const changed = withChild(inner, steps, key, value, child)
  const others = element.children.filter((each) => each !== known)
  return { ...element, children: [...others, changed] }
}
