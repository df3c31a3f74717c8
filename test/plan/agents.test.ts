import { cluster, primitive } from 'lightcib'
import { expect, test } from 'vitest'
import type { AgentMetadata } from '../../src/agents/metadata.js'
import type { Cluster } from '../../src/model/index.js'
import { simulatePlan } from '../../src/plan/effect/simulate.js'
import { type Plan, plan } from '../../src/plan/plan.js'
import { describeWith } from '../support/tools.js'

const built = (agent: string, parameters: Readonly<Record<string, string>>): Cluster => ({
  ...cluster({
    nodes: ['n1', 'n2'],
    properties: { 'stonith-enabled': false },
    resources: [primitive('a', agent, parameters)],
  }),
  validateWith: 'pacemaker-3.9',
})
const parameter = (name: string, reloadable: boolean) =>
  ({ name, type: 'string', required: false, reloadable, deprecated: false }) as const
const agent: AgentMetadata = {
  name: 'ocf:own:agent',
  parameters: [parameter('state', false), parameter('level', true)],
  actions: [],
}
const before = { state: '/run/a', level: '1' }

describeWith(['crm_simulate'], 'the real scheduler restarts or reloads as predicted', () => {
  test.each([
    ['a reloadable parameter', 'ocf:own:agent', { ...before, level: '2' }, ['reload']],
    ['another one', 'ocf:own:agent', { ...before, state: '/run/b' }, ['restart']],
    ['both', 'ocf:own:agent', { state: '/run/b', level: '2' }, ['reload', 'restart']],
    ['a reloadable one that goes', 'ocf:own:agent', { state: '/run/a' }, ['reload']],
    ['that of an unknown agent', 'ocf:own:other', { ...before, level: '2' }, ['restart']],
    [
      'one that only some releases of the agent call reloadable',
      'ocf:pacemaker:Dummy',
      { ...before, fake: 'x' },
      ['restart'],
    ],
  ])('%s', async (_, name, after, verdicts) => {
    const own = name.startsWith('ocf:own')
    const options = own ? { agents: (asked: string) => (asked === agent.name ? agent : undefined) } : {}
    const made = plan(built(name, before), built(name, after), options).output as Plan
    const [step] = made.steps
    expect(step?.verdicts.map(({ verdict }) => verdict).sort()).toEqual(verdicts)
    const { steps } = await simulatePlan(made)
    const shown = (effects: readonly { readonly action: string }[] = []) =>
      effects.map(({ action }) => action)
    expect(shown(steps[0])).toEqual([verdicts.includes('restart') ? 'restart' : 'reload'])
    expect(shown(step?.effects)).toEqual(shown(steps[0]))
  })
})
