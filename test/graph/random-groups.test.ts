import { expect, it } from 'vitest'
import { runsOnlyWith } from '../../src/graph/index.js'
import { cluster, colocation, group, primitive } from '../../src/index.js'
import { colocationTruth } from '../support/colocation-oracle.js'
import { randomOf } from '../support/random.js'
import { groupServices, randomGroup } from '../support/random-groups.js'
import { describeWith } from '../support/tools.js'

/** How many random clusters, each in all its states; `FUZZ=300` for a long run, `SEED` for others. */
const count = Number(process.env.FUZZ ?? 12)
const firstSeed = Number(process.env.SEED ?? 1)

const dummy = (id: string) => primitive(id, 'ocf:pacemaker:Dummy')
const split = (...constraints: ReturnType<typeof colocation>[]) =>
  cluster({
    nodes: ['n1', 'n2', 'n3'],
    resources: [group('g', [dummy('m1'), dummy('m2'), dummy('m3')]), dummy('x'), dummy('y')],
    constraints: constraints as never,
  })

it.each([
  {
    name: 'a later member does not follow what the first is placed with',
    cluster: split(colocation('m1', 'y'), colocation('y', 'm3', { score: '-INFINITY' })),
    rsc: 'm2',
    withRsc: 'y',
  },
  {
    name: 'nor what the group is placed with',
    cluster: split(colocation('g', 'y'), colocation('g', 'm2', { score: '-INFINITY' })),
    rsc: 'm2',
    withRsc: 'y',
  },
  {
    name: 'what is placed with the group is placed with its last member only',
    cluster: split(colocation('m2', 'm3', { score: -100 }), colocation('y', 'g')),
    rsc: 'y',
    withRsc: 'm1',
  },
  {
    name: 'a member is not kept away from what another is placed with',
    cluster: split(colocation('m1', 'x'), colocation('x', 'm2', { score: '-INFINITY' })),
    rsc: 'm2',
    withRsc: 'm1',
  },
])('of a group that a colocation splits: $name', ({ cluster, rsc, withRsc }) => {
  expect(['unknown', 'not-guaranteed']).toContain(runsOnlyWith(cluster, rsc, withRsc).verdict)
})

describeWith(['crm_simulate', 'prlimit'], 'groups with colocations that contradict them', () => {
  it('are never called guaranteed where a state breaks them', { timeout: 3_600_000 }, async () => {
    const wrong: unknown[] = []
    const tally = new Map<string, number>()
    for (let seed = firstSeed; seed < firstSeed + count; seed += 1) {
      const cluster = randomGroup(seed)
      const [rsc = '', withRsc = ''] = randomOf(seed + 1e6).shuffled(groupServices)
      const { verdict, reason } = runsOnlyWith(cluster, rsc, withRsc)
      tally.set(verdict, (tally.get(verdict) ?? 0) + 1)
      if (verdict !== 'guaranteed' && verdict !== 'never-runs') continue
      const { violations, states, stopped } = await colocationTruth(
        cluster,
        rsc,
        withRsc,
        undefined,
        {},
        true,
      )
      const isWrong = verdict === 'never-runs' ? stopped < states : violations.length > 0
      if (isWrong) wrong.push({ seed, rsc, withRsc, verdict, reason, violation: violations[0] })
    }
    console.info(Object.fromEntries(tally))
    expect(wrong).toEqual([])
  })
})
