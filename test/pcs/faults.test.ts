import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCib } from '../../src/cib/index.js'
import type { Cluster } from '../../src/model/index.js'
import { toPcs } from '../../src/pcs/index.js'
import { type Fault, type Faults, startFaults } from '../support/faults.js'
import { emptyCib, type PcsServer, replay, startPcsServer } from '../support/pcs-server.js'
import { describeWith, root } from '../support/tools.js'

/** Every position, or in `npm test` one of so many. */
const step = process.env.FUZZ === undefined ? 6 : 1
const lightXml = readFileSync(join(root, 'fixtures/scenarios/light/cib.xml'), 'utf8')
const light = readCib(lightXml).output
if (light === undefined) throw new Error('the light scenario is not read')

/** The cluster before: it has the nodes, and something of others. */
const nodes = light.configuration.nodes?.items ?? []
const before = emptyCib('/')
  .replace(
    '<nodes/>',
    `<nodes>${nodes.map(({ id, uname }) => `<node id="${id}" uname="${uname}"/>`).join('')}</nodes>`,
  )
  .replace('<resources/>', '<resources><primitive id="db" class="systemd" type="postgresql"/></resources>')
/** The same with what somebody else added meanwhile. */
const changed = before
  .replace(
    '<constraints/>',
    '<constraints><rsc_location id="db-here" rsc="db" node="n1" score="5"/></constraints>',
  )
  .replace(/ epoch="\d+"/, ' epoch="9"')

const statuses: Readonly<Record<Fault, number>> = { fail: 1, TERM: 143, KILL: 137, write: 1 }
/** The same cluster with another address, another interval, and one constraint less. */
const next = readCib(
  lightXml
    .replace(/(name="ip" value=")[^"]*/, '$1192.0.2.99')
    .replace('name="monitor" interval="10s"', 'name="monitor" interval="15s"')
    .replace(/<rsc_colocation[^>]*\/>/, ''),
).output as Cluster

const strategies = ['commands', 'xml'] as const
const places = ['file', 'live'] as const
const cases = [
  ...strategies.flatMap((strategy) => places.map((place) => [strategy, place, ''] as const)),
  ...places.map((place) => ['commands', place, '--update --prune'] as const),
]

describeWith(['pcs', 'cibadmin', 'bash', 'crm_diff'], 'a fault at any program of a pcs script', () => {
  let server: PcsServer
  beforeAll(async () => {
    server = await startPcsServer()
  })
  afterAll(() => server.stop())

  describe.each(cases)('%s, %s %s', (strategy, place, options) => {
    let old = before
    let other = changed
    let faults: Faults
    let after: string
    let calls: readonly string[]
    beforeAll(async () => {
      if (options !== '') {
        const built = await replay(server, toPcs(light, { strategy: 'xml' }).output ?? '', before, [
          '--update',
        ])
        expect(built.status, built.stderr).toBe(0)
        old = built.cib
        other = old.replace(
          '</constraints>',
          '<rsc_location id="db-here" rsc="db" node="n1" score="5"/></constraints>',
        )
        other = other.replace(/ epoch="\d+"/, ' epoch="99"')
      }
      const { output: script = 'exit 9' } = toPcs(options === '' ? light : next, { strategy })
      faults = startFaults(server, script, { cib: old, other, options })
      const good = await faults.run(place, 'fail', 0)
      expect(good.status, good.stderr).toBe(0)
      expect(good.left).toEqual([])
      after = good.cib
      expect(after, good.stdout).not.toBe(old)
      calls = faults.calls()
    })
    afterAll(() => faults.remove())

    const positions = (first: number) =>
      calls.map((_, at) => at + 1).filter((at) => at % step === first % step)

    it.each(['fail', 'TERM', 'KILL'] as const)(
      '%s: the old CIB or the new one, and nothing else',
      async (fault) => {
        for (const at of positions(fault.length)) {
          const { status, cib, left, stderr } = await faults.run(place, fault, at)
          const what = `${fault} at ${at}, ${calls[at - 1]}: ${stderr}`
          expect([old, after], what).toContain(cib)
          if (status === 0) expect(cib, what).toBe(after)
          else expect(status, what).toBe(statuses[fault])
          if (fault === 'fail' && status !== 0) {
            expect(cib, what).toBe(old)
            // Python itself has a message for it.
            if (calls[at - 1] !== 'python3') expect(stderr, what).toMatch(/^error: /m)
          }
          expect(left, what).toEqual([])
        }
      },
    )

    it('loses nothing that somebody else writes meanwhile', async () => {
      for (const at of positions(1)) {
        const { status, cib, stderr } = await faults.run(place, 'write', at)
        const what = `write at ${at}, ${calls[at - 1]}: ${stderr}`
        expect(cib, what).toContain('db-here')
        if (status !== 0) expect([status, cib], what).toEqual([1, other])
      }
    })
  })
})
