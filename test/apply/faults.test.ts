import { readFileSync } from 'node:fs'
import { type AppliedSteps, liveCluster, prepare, runSteps } from 'lightcib/apply'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { canonicalCib } from '../../src/cib/canonical.js'
import { readCib, writeCib } from '../../src/cib/index.js'
import type { Cluster } from '../../src/model/index.js'
import { PacemakerError } from '../../src/pacemaker/tool/pacemaker-error.js'
import { drift } from '../../src/plan/drift.js'
import { applyTools, type ToolFault, withQuorum } from '../support/apply-tools.js'
import { planFixtures } from '../support/plan-fixtures.js'
import { describeWith } from '../support/tools.js'

const tools = applyTools()
afterAll(tools.remove)
beforeEach(() => {
  for (const [name, value] of Object.entries(tools.environment)) vi.stubEnv(name, value)
})
afterEach(() => {
  vi.unstubAllEnvs()
})

const fixture = planFixtures.find(({ name }) => name === 'rename')
if (fixture === undefined) throw new Error('no such fixture')
const { from, to } = fixture
const before = withQuorum(writeCib(from).output ?? '')

const clusterIn = (text: string) => readCib(text).output as Cluster
const content = (text: string) => canonicalCib(clusterIn(text))
const now = () => readFileSync(tools.cib, 'utf8')
const isDescribed = (text: string) => {
  const { output } = drift(clusterIn(text), to)
  return output !== undefined && canonicalCib(output.live) === canonicalCib(output.described)
}

/** Without `other`, what another writer added. */
const withoutOther = (text: string) => content(text.replace(/<primitive id="other"[^>]*\/>/, ''))

async function attempt(limit?: number): Promise<AppliedSteps | undefined> {
  const store = liveCluster(limit === undefined ? {} : { limit })
  try {
    const prepared = await prepare(store, to)
    return prepared.ok ? await runSteps(store, prepared.output) : undefined
  } catch (error) {
    if (!(error instanceof PacemakerError)) throw error
    return undefined
  }
}

/** The calls of an undisturbed run, and the contents that the CIB has one after the other. */
async function undisturbed() {
  tools.start(before)
  const applied = await attempt()
  expect(applied).toMatchObject({ failed: [], isUnsure: false })
  expect(applied?.stopped).toBeUndefined()
  expect(isDescribed(now())).toBe(true)
  return { calls: tools.calls(), states: [before, ...tools.settled()].map(content) }
}

async function endsWell() {
  tools.start(now())
  const again = await attempt()
  expect(again?.stopped).toBeUndefined()
  expect(isDescribed(now())).toBe(true)
}

/** Every fourth call, and those that change something; with FUZZ all. */
const positions = (calls: readonly string[], fault: ToolFault) =>
  calls.flatMap((call, at) => {
    const isPush = call.startsWith('cibadmin --patch')
    if (process.env.FUZZ === undefined && !isPush && (fault === 'hang' || at % 4 > 0)) return []
    return [at + 1]
  })

describeWith(['cibadmin', 'crm_diff', 'crm_verify', 'crm_mon'], 'apply with faults', () => {
  test.each(['fail', 'late', 'hang'] as const)(
    'a tool that does this leaves the CIB of a step, and apply again ends well: %s',
    async (fault) => {
      const { calls, states } = await undisturbed()
      expect(states).toHaveLength(4)
      for (const at of positions(calls, fault)) {
        tools.start(before, fault, at)
        const applied = await attempt(fault === 'hang' ? 2000 : undefined)
        expect(states, `${fault} at ${at}: ${calls[at - 1]}`).toContain(content(now()))
        const reached = content(now()) === states[applied?.done ?? 0]
        expect(reached || applied?.isUnsure, `${fault} at ${at}: ${calls[at - 1]}`).toBe(true)
        await endsWell()
      }
    },
  )

  test('another writer ends the run, and nothing of theirs is lost', async () => {
    const { calls, states } = await undisturbed()
    const prepared = calls.findIndex((call) => call.startsWith('cibadmin')) + 1
    for (const at of positions(calls, 'write').filter((each) => each > prepared)) {
      tools.start(before, 'write', at)
      const applied = await attempt()
      expect(now(), `write at ${at}: ${calls[at - 1]}`).toContain('id="other"')
      expect(states).toContain(withoutOther(now()))
      expect(withoutOther(now())).toBe(states[applied?.done ?? -1])
      if (at < calls.length - 1) expect(applied?.stopped).toContain('somebody else has changed the CIB')
      await endsWell()
    }
  })
})
