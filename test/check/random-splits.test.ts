import { expect, it } from 'vitest'
import { check } from '../../src/check/index.js'
import type { Cluster } from '../../src/model/index.js'
import { settle } from '../support/crm-simulate.js'
import { groupMembers as members, randomGroup } from '../support/random-groups.js'
import { activeOn, allOnline } from '../support/status.js'
import { describeWith } from '../support/tools.js'

/** How many random clusters; `FUZZ=500` for a long run, `SEED` for others. */
const count = Number(process.env.FUZZ ?? 40)
const firstSeed = Number(process.env.SEED ?? 1)

/** What the scheduler left unkept, with all nodes online: members apart, or a colocation that must hold. */
async function brokenIn(input: Cluster): Promise<readonly string[]> {
  const end = await settle(allOnline(input))
  if (end === undefined) return []
  const active = activeOn(end)
  const nodeOf = (id: string) => [...(active.get(id) ?? [])][0]
  const isBroken = (rsc: string, withRsc: string, isApart: boolean) => {
    const [own, other] = [nodeOf(rsc), nodeOf(withRsc)]
    if (own === undefined) return false
    return isApart ? own === other : own !== other
  }
  const inGroup = members.slice(1).flatMap((id, at) => (isBroken(id, members[at] ?? '', false) ? [id] : []))
  const first = (id: string) => (id === 'g' ? 'm1' : id)
  const last = (id: string) => (id === 'g' ? 'm3' : id)
  const constraints = (input.configuration.constraints?.items ?? []).flatMap((constraint) => {
    if (constraint.element !== 'rsc_colocation' || !/INFINITY/.test(constraint.score ?? '')) return []
    const { id = '', rsc = '', withRsc = '', score } = constraint
    return isBroken(first(rsc), last(withRsc), score === '-INFINITY') ? [id] : []
  })
  return [...inGroup, ...constraints]
}

describeWith(['crm_simulate'], 'colocations that contradict a group', () => {
  it('what the scheduler does not keep is reported', { timeout: 600_000 }, async () => {
    let broken = 0
    for (let seed = firstSeed; seed < firstSeed + count; seed += 1) {
      const input = randomGroup(seed)
      const unkept = await brokenIn(input)
      const codes = check(input).map(({ code }) => code)
      if (unkept.length === 0) continue
      broken += 1
      const isSaid = codes.includes('colocation-ignored') || codes.includes('never-runs')
      expect(isSaid ? [] : { seed, unkept }).toEqual([])
    }
    expect(broken).toBeGreaterThan(count / 10)
  })
})
