import type { Action } from '../action.js'
import type { ActiveResource, ClusterStatus } from '../cluster-status.js'

/** Where a resource is after an event, and was not before. */
export interface Move {
  readonly id: string
  /** Only for a role that moves. */
  readonly role?: 'Promoted'
  readonly from: readonly string[]
  readonly to: readonly string[]
}

/** What an event does to resources. */
export interface Difference {
  /** What runs on other nodes than before. */
  readonly moved: readonly Move[]
  /** What runs nowhere anymore. */
  readonly stopped: readonly string[]
  /** What stops and starts again on the same node. */
  readonly restarted: readonly string[]
  /** How often something is started, stopped, promoted, demoted, migrated or fenced. */
  readonly actions: number
}

const counted = new Set(['start', 'stop', 'promote', 'demote', 'migrate_to', 'migrate_from', 'fence'])

/** The actions that do something: no monitor, no notification. */
export function countedActions(actions: readonly Action[]): readonly Action[] {
  return actions.filter(({ operation }) => counted.has(operation))
}

/** What differs between two states of a cluster, and what was done on the way. */
export function differenceOf(
  before: ClusterStatus,
  after: ClusterStatus,
  actions: readonly Action[],
): Difference {
  const ids = [...new Set([...before.active, ...after.active].map(({ id }) => id))].sort()
  const moved = ids.flatMap((id) => {
    const any = moveOf(id, before, after, () => true)
    if (any !== undefined) return [any]
    const promoted = moveOf(id, before, after, ({ role }) => role === 'Promoted')
    return promoted === undefined ? [] : [{ ...promoted, role: 'Promoted' as const }]
  })
  const runs = (id: string, { active }: ClusterStatus) => active.some((each) => each.id === id)
  const inPlace =
    ({ resource, node }: Action) =>
    (status: ClusterStatus) =>
      status.active.some((each) => each.id === resource && each.node === node)
  const starts = actions.filter(({ operation }) => operation === 'start')
  const restarted = starts.flatMap((action) => {
    const isIn = inPlace(action)
    const isStopped = actions.some(
      ({ operation, resource, node }) =>
        operation === 'stop' && resource === action.resource && node === action.node,
    )
    return isStopped && isIn(before) && isIn(after) ? [action.resource ?? ''] : []
  })
  return {
    moved,
    stopped: ids.filter((id) => runs(id, before) && !runs(id, after)),
    restarted: [...new Set(restarted)].sort(),
    actions: countedActions(actions).length,
  }
}

/** Where it is new, and where it was; undefined where it is nowhere new. */
function moveOf(
  id: string,
  before: ClusterStatus,
  after: ClusterStatus,
  counts: (active: ActiveResource) => boolean,
): Move | undefined {
  const nodesIn = ({ active }: ClusterStatus) =>
    active.filter((each) => each.id === id && counts(each)).map(({ node }) => node)
  const [was, is] = [nodesIn(before), nodesIn(after)]
  const to = is.filter((node) => !was.includes(node))
  return to.length === 0 ? undefined : { id, from: was.filter((node) => !is.includes(node)), to }
}
