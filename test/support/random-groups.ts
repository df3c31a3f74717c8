import { type Cluster, cluster, colocation, group, primitive } from '../../src/index.js'
import { randomOf } from './random.js'

/** The members of the group `g`, in order. */
export const groupMembers = ['m1', 'm2', 'm3'] as const

/** The resources beside it, and the members. */
export const groupServices = [...groupMembers, 'x', 'y'] as const

/** A group and two resources, with a few colocations between them that may contradict the group or each other. */
export function randomGroup(seed: number): Cluster {
  const random = randomOf(seed)
  const ids = [...groupServices, 'g'] as const
  const dummy = (id: string) => primitive(id, 'ocf:pacemaker:Dummy')
  const constraints = Array.from({ length: random.between(1, 3) }, (_, at) => {
    const [rsc = 'x', withRsc = 'y'] = random.shuffled(ids)
    const score = random.pick(['INFINITY', 'INFINITY', '-INFINITY', '-INFINITY', '-100', '100'] as const)
    return colocation(rsc, withRsc, { id: `c${at}`, score })
  })
  return cluster({
    nodes: ['n1', 'n2', 'n3'],
    resources: [group('g', groupMembers.map(dummy)), dummy('x'), dummy('y')],
    constraints,
    properties: { 'stonith-enabled': false, 'no-quorum-policy': 'ignore' },
  }) as Cluster
}
