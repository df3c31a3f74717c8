import type { ActiveResource, ClusterStatus } from '../cluster-status.js'
import type { Pair } from './pair.js'

/** Where something that both clusters have runs after the same event. */
export interface PlacementDifference {
  readonly id: string
  /** Only where the nodes are the same, and the roles there are not. */
  readonly role?: 'Promoted'
  readonly nodes: Pair<readonly string[]>
}

/** What runs on other nodes, or is promoted on others, in the one cluster than in the other. */
export function placementDifferences(
  statuses: Pair<ClusterStatus>,
  shared: ReadonlySet<string>,
): readonly PlacementDifference[] {
  const differs = (id: string, counts: (active: ActiveResource) => boolean) => {
    const [one, other] = statuses.map(({ active }) =>
      active.filter((each) => each.id === id && counts(each)).map(({ node }) => node),
    ) as [string[], string[]]
    return one.join('\n') === other.join('\n') ? undefined : ([one, other] as const)
  }
  return [...shared].sort().flatMap((id): readonly PlacementDifference[] => {
    const nodes = differs(id, () => true)
    if (nodes !== undefined) return [{ id, nodes }]
    const promoted = differs(id, ({ role }) => role === 'Promoted')
    return promoted === undefined ? [] : [{ id, role: 'Promoted', nodes: promoted }]
  })
}
