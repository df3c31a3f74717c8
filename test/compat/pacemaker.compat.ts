import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readCib } from '../../src/cib/index.js'
import { orderCycles } from '../../src/graph/index.js'
import type { Cluster } from '../../src/model/index.js'
import { useSchedulerOf } from '../support/crm-simulate.js'
import { repeatedOrders } from '../support/implied-oracle.js'
import { orderCases } from '../support/order-cases.js'
import { orderTruth } from '../support/order-oracle.js'
import { wildOrders } from '../support/random-wild-orders.js'
import { innerPath, within } from '../support/system.js'
import { describeWithShared, run, sharedPath } from '../support/tools.js'
import { cibFor, scenario, scenarios } from './clusters.js'
import { debian11, debian13, describeOn } from './systems.js'

describeOn([debian11, debian13], 'crm_verify', (system) => {
  const { root } = system
  let directory: string
  beforeAll(() => {
    directory = mkdtempSync(join(root, 'tmp/lightcib-verify-'))
  })
  afterAll(() => rmSync(directory, { recursive: true }))

  it.each(scenarios)('finds no error in %s, and no more warnings than expected', (name) => {
    const file = join(directory, `${name}.xml`)
    writeFileSync(file, cibFor(system, scenario(name)).output ?? '')
    const { status, stderr } = run(...within(root, 'crm_verify', ['-V', '--xml-file', innerPath(root, file)]))
    // What Mitaka shipped names require-all on an order without sets, which is deprecated.
    const expected = name === 'mitaka-full' ? 78 : 0
    expect([status, /Errors found|with errors/.test(stderr)], stderr).toEqual([expected, false])
  })
})

describeOn([debian13], 'circles of orders in the scheduler', ({ root, pacemaker }) => {
  const clusterOf = (cib: string) => readCib(cib).output as Cluster
  const ours = (cluster: Cluster) => (orderCycles(cluster).length > 0 ? 'cycle' : 'none')

  beforeAll(() => useSchedulerOf(root))

  it('is the one of that system', () => {
    expect(run(...within(root, 'crm_simulate', ['--version'])).stdout).toMatch(`Pacemaker ${pacemaker}`)
  })

  it.each(orderCases)('$name', async ({ cib }) => {
    expect((await orderTruth(clusterOf(cib))).verdict).toBe(ours(clusterOf(cib)))
  })

  it('has cycles in wild clusters where the graph has them', async () => {
    const wrong: { seed: number; verdict: string }[] = []
    for (let seed = 20_000; seed < 20_050; seed++) {
      const cluster = clusterOf(wildOrders(seed))
      const { verdict } = await orderTruth(cluster)
      const kinds = orderCycles(cluster).map(({ kind }) => kind)
      const isMissed = verdict === 'cycle' && kinds.length === 0
      const isInvented = verdict === 'none' && kinds.some((kind) => kind !== 'mixed')
      if (isMissed || isInvented) wrong.push({ seed, verdict })
    }
    expect(wrong).toEqual([])
  })

  it('keeps the first of several orders between the same actions', async () => {
    const { asked, wrong } = await repeatedOrders(500, 25)
    expect(wrong).toEqual([])
    expect(asked).toBeGreaterThan(5)
  })

  describeWithShared('corpus/ordering', 'CIBs of known verdict', () => {
    const files = () =>
      readFileSync(sharedPath('corpus/ordering/EXPECTED.tsv'), 'utf8')
        .split('\n')
        .map((line) => line.split('\t'))
        .filter(([, kind]) => kind === 'order')
        .map(([file = '']) => file)

    it('has circles where the graph has them', async () => {
      const verdicts: { file: string; real: string; found: string }[] = []
      for (const file of files()) {
        const cluster = clusterOf(readFileSync(sharedPath(`corpus/ordering/${file}`), 'utf8'))
        const { verdict: real } = await orderTruth(cluster)
        verdicts.push({ file, real, found: ours(cluster) })
      }
      expect(verdicts.length).toBeGreaterThan(0)
      expect(verdicts.filter(({ real, found }) => real !== found)).toEqual([])
    })
  })
})
