import { expect, it } from 'vitest'
import { docs as bundleUnreachable } from '../../src/check/rules/bundle/bundle-unreachable.js'
import { docs as cloneNodeMax } from '../../src/check/rules/clone/clone-node-max.js'
import { docs as cloneNumber } from '../../src/check/rules/clone/clone-number.js'
import { docs as interleaveMissing } from '../../src/check/rules/clone/interleave-missing.js'
import { docs as promotableClass } from '../../src/check/rules/clone/promotable-class.js'
import { docs as cloneConfined } from '../../src/check/rules/colocation/clone-confined.js'
import { docs as colocationIgnored } from '../../src/check/rules/colocation/colocation-ignored.js'
import { docs as constraintReference } from '../../src/check/rules/constraint/constraint-reference.js'
import { settle, simulate, textOf } from '../support/crm-simulate.js'
import { clusterOf } from '../support/rule-page.js'
import { activeOn, allOnline } from '../support/status.js'
import { describeWith } from '../support/tools.js'

/** Where each resource of an example runs once nothing is left to do. */
async function placed(example: string): Promise<(id: string) => readonly string[]> {
  const end = await settle(allOnline(clusterOf(example)))
  if (end === undefined) throw new Error('the example does not settle')
  const active = activeOn(end)
  return (id) => [...(active.get(id) ?? [])].sort()
}

describeWith(['crm_simulate'], 'the examples of rules in the real scheduler', () => {
  it('a clone placed with a single resource runs on one node', async () => {
    expect((await placed(cloneConfined.wrong))('haproxy')).toHaveLength(1)
    expect((await placed(cloneConfined.right))('haproxy')).toHaveLength(3)
  })

  it('of two contradicting colocations one is ignored', async () => {
    const wrong = await placed(colocationIgnored.wrong)
    expect(wrong('a')).toEqual(wrong('b'))
    const right = await placed(colocationIgnored.right)
    expect(right('a')).not.toEqual(right('b'))
  })

  it('a promotable clone of systemd runs nowhere', async () => {
    expect((await placed(promotableClass.wrong))('postgresql')).toEqual([])
    expect((await placed(promotableClass.right))('postgresql')).toHaveLength(3)
  })

  it('a clone-max that is no number starts nothing', async () => {
    expect((await placed(cloneNumber.wrong))('worker')).toEqual([])
    expect((await placed(cloneNumber.right))('worker')).toHaveLength(3)
  })

  it('an anonymous clone runs one instance on a node', async () => {
    expect((await placed(cloneNodeMax.wrong))('worker')).toHaveLength(3)
  })

  it('a bundle that cannot be reached starts no container', async () => {
    expect((await placed(bundleUnreachable.wrong))('web-podman-0')).toEqual([])
    expect((await placed(bundleUnreachable.right))('web-podman-0')).toHaveLength(1)
  })

  it('a clone that is not interleaved stops everywhere when the other starts on one node', async () => {
    const stops = async (example: string) => {
      const ban = "constraints: [location('keystone-clone', 'node1', '-INFINITY'), "
      const before = await settle(allOnline(clusterOf(example.replace('constraints: [', ban))))
      if (before?.status === undefined) throw new Error('the example does not settle')
      const { output } = await simulate(textOf({ ...allOnline(clusterOf(example)), status: before.status }))
      return [...output.matchAll(/action:\s+glance\s+stop on/g)].length
    }
    expect(await stops(interleaveMissing.wrong)).toBe(3)
    expect(await stops(interleaveMissing.right)).toBe(0)
  })

  it('an order through a tag of something else counts for nothing', async () => {
    const down = (example: string) =>
      example.replace("systemd('db')", "systemd('db', { meta: { 'target-role': 'Stopped' } })")
    expect((await placed(down(constraintReference.wrong)))('web')).toHaveLength(1)
    expect((await placed(down(constraintReference.right)))('web')).toEqual([])
  })
})
