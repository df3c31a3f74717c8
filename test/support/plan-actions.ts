import type { Effect } from '../../src/plan/effect/effect.js'
import type { PlanSimulation } from '../../src/plan/effect/simulate.js'
import type { Plan } from '../../src/plan/plan.js'
import { simulate } from './crm-simulate.js'

/** What the real scheduler starts and stops, as `start a n1`, and the status afterwards. */
export interface ScheduledActions {
  readonly actions: readonly string[]
  readonly status: string
}

/** Lets the real scheduler work on a CIB until it has nothing left to do, from its own or this status. */
export async function scheduledActions(cib: string, status = statusIn(cib)): Promise<ScheduledActions> {
  let [text, actions] = [withStatus(cib, status), [] as string[]]
  for (let transition = 0; transition < 10; transition++) {
    const { actions: all, after, exitCode } = await simulate(text)
    if (exitCode !== 0 || after === undefined) throw new Error(`crm_simulate: exit code ${exitCode}`)
    const done = all.flatMap(({ key, node, isPseudo }) => {
      const [, resource, task] = /^(.*)_(start|stop)_0$/.exec(key) ?? []
      return resource === undefined || isPseudo ? [] : [`${task} ${resource.replace(/:\d+$/, '')} ${node}`]
    })
    text = after
    actions = [...actions, ...done]
    if (all.every(({ isPseudo, key }) => isPseudo || /_delete_0$/.test(key))) break
  }
  return { actions: [...new Set(actions)].sort(), status: statusIn(text) }
}

/** The same from the effects of a step. */
export function actionsOf(effects: readonly Effect[]): readonly string[] {
  const actions = effects.flatMap(({ action, resource, node = '', from = '' }) => {
    if (action === 'move') return [`stop ${resource} ${from}`, `start ${resource} ${node}`]
    if (action === 'restart') return [`stop ${resource} ${node}`, `start ${resource} ${node}`]
    return action === 'start' || action === 'stop' ? [`${action} ${resource} ${node}`] : []
  })
  return [...new Set(actions)].sort()
}

/** What a step does without being predicted, and what it does not although the plan is sure of it. */
interface WrongPrediction {
  readonly title: string
  readonly missing: readonly string[]
  readonly wrong: readonly string[]
}

/**
 * The steps of a plan at which the real scheduler does something that the plan does not predict, or not what it is sure of.
 * Which instance is promoted is decided by scores that agents set.
 */
export function wronglyPredicted({ steps }: Plan, simulation: PlanSimulation): readonly WrongPrediction[] {
  return steps.flatMap(({ title, effects }, at) => {
    const shown = (list: readonly Effect[]) =>
      new Set(
        list
          .filter(({ action }) => action !== 'promote' && action !== 'demote')
          .map(({ action, resource }) => `${action} ${resource}`),
      )
    const [done, sure, all] = [
      shown(simulation.steps[at] ?? []),
      shown(effects.filter(({ may }) => may !== true)),
      shown(effects),
    ]
    const missing = [...done].filter((one) => !all.has(one))
    const wrong = [...sure].filter((one) => !done.has(one))
    return missing.length + wrong.length === 0 ? [] : [{ title, missing, wrong }]
  })
}

function statusIn(cib: string): string {
  return /<status\/>|<status>.*<\/status>/s.exec(cib)?.[0] ?? '<status/>'
}

function withStatus(cib: string, status: string): string {
  return cib.replace(/<status\/>|<status>.*<\/status>/s, () => status)
}
