import { memoizePerCluster } from '../../graph/resource/memoize.js'
import { booleanOf, type RawElement } from '../../model/index.js'

/** What `<status>` has of one node. */
export interface NodeState {
  readonly id: string | undefined
  readonly uname: string | undefined
  readonly attributes: Readonly<Record<string, string>>
  /** The path of its element. */
  readonly path: string
  readonly element: RawElement
}

/** The states of the nodes, in document order; none for a cluster that was never read from a running one. */
export const nodeStatesOf = memoizePerCluster(({ status }): readonly NodeState[] =>
  (status?.children ?? [])
    .filter(({ name }) => name === 'node_state')
    .map((element, at) => {
      const attributes = Object.fromEntries(element.attributes)
      const { id, uname } = attributes
      const step = id === undefined ? `node_state[${at + 1}]` : `node_state[@id="${id}"]`
      return { id, uname, attributes, element, path: `/cib/status/${step}` }
    }),
)

/** A node's attributes that are gone when it leaves the cluster. */
export function transientAttributesOf({ element }: NodeState): readonly Readonly<Record<string, string>>[] {
  const within = (elements: readonly RawElement[], name: string) =>
    elements.flatMap(({ children }) => children).filter((child) => child.name === name)
  return within(within(within([element], 'transient_attributes'), 'instance_attributes'), 'nvpair').map(
    ({ attributes }) => Object.fromEntries(attributes),
  )
}

/** True for what is set: a boolean, or since Pacemaker 3 the time since when. */
function isSetInState(value: string | undefined): boolean {
  return booleanOf(value) === true || Number(value) > 0
}

/**
 * Why a cluster node counts as unclean: it should be up and is not. Undefined for one that is up, or down as it should
 * be. `fencing` is true where nodes are fenced.
 */
export function uncleanReason({ attributes }: NodeState, fencing: boolean): string | undefined {
  const { in_ccm: member, crmd = '', join = '', expected = 'down' } = attributes
  const isMember = isSetInState(member)
  const isOnline = crmd.toLowerCase() === 'online' || isSetInState(crmd)
  if (!fencing) {
    const isGone = isMember && !isOnline && expected.toLowerCase() === 'member'
    return isGone ? 'its controller is gone unexpectedly' : undefined
  }
  if (member === undefined) return 'the cluster has not seen it yet'
  if (join.toLowerCase() === 'nack') return 'it was rejected as a member'
  if (expected.toLowerCase() === 'down') return undefined
  if (!isMember) return 'it has left the cluster unexpectedly'
  return isOnline ? undefined : 'its controller is gone unexpectedly'
}
