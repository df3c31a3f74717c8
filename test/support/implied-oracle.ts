import { readCib } from '../../src/cib/index.js'
import { defeatedOrders, impliedOrders } from '../../src/graph/analysis/implied-orders.js'
import { orderCycles } from '../../src/graph/index.js'
import { type Cluster, constraintsOf, resourcesOf } from '../../src/model/index.js'
import { type SimulatedAction, settle, simulate, textOf } from './crm-simulate.js'
import { changed } from './plain-cluster.js'
import { type Random, randomOf } from './random.js'
import { randomImplied } from './random-implied.js'
import { perturbed, withMeta } from './random-states.js'
import { allOnline } from './status.js'

/** A state in which the scheduler does something else without an order: what is not done, and what is. */
interface Difference {
  readonly state: string
  readonly lost: readonly string[]
  readonly gained: readonly string[]
}

/** A repeated order that was said to change nothing, and does. */
interface Wrong extends Difference {
  readonly seed: number
  readonly order: string
}

/** Leaves out each implied and each wholly defeated order of random clusters: how many there are, and what that changed. */
export async function repeatedOrders(
  firstSeed: number,
  count: number,
): Promise<{ readonly asked: number; readonly wrong: readonly Wrong[] }> {
  const wrong: Wrong[] = []
  let asked = 0
  for (let seed = firstSeed; seed < firstSeed + count; seed++) {
    const cluster = readCib(randomImplied(seed)).output as Cluster
    if (orderCycles(cluster).length > 0) continue
    const defeated = defeatedOrders(cluster).filter(({ isWhole }) => isWhole)
    for (const { constraint } of [...impliedOrders(cluster), ...defeated]) {
      const order = constraint.id ?? ''
      const difference = await differenceWithout(cluster, order, randomOf(seed), 12)
      asked += 1
      if (difference !== undefined) wrong.push({ seed, order, ...difference })
    }
  }
  return { asked, wrong }
}

/** Compares what the scheduler does with and without an order, in random states. */
async function differenceWithout(
  cluster: Cluster,
  id: string,
  random: Random,
  count: number,
): Promise<Difference | undefined> {
  const base = await settle(allOnline(cluster))
  if (base === undefined) return undefined
  for (let at = 0; at < count; at++) {
    const names: string[] = []
    let state = base
    if (random.chance(0.25)) {
      state = allOnline(cluster)
      names.push('nothing runs')
    } else if (random.chance(0.4)) {
      const off = resourcesOf(cluster).filter(() => random.chance(0.5))
      const settled = await settle(
        withMeta(
          base,
          off.map((r) => r.id),
          'target-role',
          'Stopped',
        ),
      )
      if (settled === undefined) continue
      state = { ...settled, configuration: cluster.configuration }
      names.push(`runs not: ${off.map((r) => r.id)}`)
    }
    const changes = random.between(1, 3)
    for (let one = 0; one < changes; one++) state = perturbed(state, random, names)
    const [withOrder, without] = await Promise.all([effects(state), effects(leftOut(state, id))])
    const lost = [...withOrder].filter((effect) => !without.has(effect))
    const gained = [...without].filter((effect) => !withOrder.has(effect))
    if (lost.length + gained.length > 0) return { state: names.join('; '), lost, gained }
  }
  return undefined
}

function leftOut(cluster: Cluster, id: string): Cluster {
  return changed(cluster, {
    constraints: constraintsOf(cluster).filter((constraint) => constraint.id !== id),
  })
}

/** Every action, and every pair of which the one waits for the other. */
async function effects(cluster: Cluster): Promise<ReadonlySet<string>> {
  const { actions, exitCode, crashed, terminated } = await simulate(textOf(cluster))
  const byId = new Map(actions.map((action) => [action.id, action]))
  const found = new Set<string>([`exit ${exitCode} ${crashed} ${terminated}`])
  for (const action of actions.filter(({ isPseudo }) => !isPseudo)) {
    found.add(nameOf(action))
    const reached = new Set([action])
    for (const { inputs } of reached) {
      for (const input of inputs) {
        const before = byId.get(input)
        if (before === undefined || reached.has(before)) continue
        reached.add(before)
        if (!before.isPseudo) found.add(`${nameOf(before)} < ${nameOf(action)}`)
      }
    }
  }
  return found
}

const nameOf = ({ key, node }: SimulatedAction) => `${key.replace(/:\d+_/, '_')}@${node}`
