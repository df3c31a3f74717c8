import { afterAll, beforeAll, expect, it } from 'vitest'
import { toPcs } from '../../src/pcs/index.js'
import { type LivePcs, startLivePcs } from '../support/live-pcs.js'
import { emptyCib, type PcsServer, startPcsServer } from '../support/pcs-server.js'
import { scenario } from './clusters.js'
import { debian11, debian13, describeOn } from './systems.js'

describeOn([debian11, debian13], 'the pcs script on a cluster', ({ root, pcs }) => {
  const { output: script = '' } = toPcs(scenario('light'), { pcs })
  let server: PcsServer
  let live: LivePcs
  beforeAll(async () => {
    server = await startPcsServer(root)
    live = startLivePcs(server, emptyCib(root))
  })
  afterAll(() => {
    live.remove()
    server.stop()
  })

  it('pushes nothing that its Pacemaker finds errors in', async () => {
    const ran = await live.run(script.replace('stonith-enabled=false', 'stonith-enabled=true'))
    expect(ran).toMatchObject({ status: 1, stderr: expect.stringContaining('STONITH') })
    expect(live.pushes()).toBe(0)
  })

  it('pushes once, and a second run pushes nothing', async () => {
    const first = await live.run(script)
    expect(first.status, first.stderr).toBe(0)
    const second = await live.run(script)
    expect(second, second.stderr).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('nothing changed'),
    })
    expect(live.pushes()).toBe(1)
  })
})
