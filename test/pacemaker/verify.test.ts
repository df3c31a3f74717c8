import { cluster, order, systemd } from 'lightcib'
import { verify } from 'lightcib/pacemaker'
import { expect, test } from 'vitest'
import { describeWith } from '../support/tools.js'

const a = systemd('a')

describeWith(['crm_verify'], 'verify', () => {
  test('a cluster that cannot start anything is an error, which needs a status to be seen', async () => {
    const { ok, messages } = await verify(cluster({ nodes: ['node1'], resources: [a] }))
    expect(ok).toBe(false)
    expect(messages).toContainEqual({
      severity: 'error',
      message: expect.stringContaining('no STONITH resources'),
    })
  })

  test('one that can start is in order', async () => {
    const properties = { 'stonith-enabled': false }
    const { ok, messages } = await verify(cluster({ nodes: ['node1'], properties, resources: [a] }))
    expect(ok).toBe(true)
    expect(messages.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test('what the schema does not allow is an error with the element', async () => {
    const unknown = cluster({ nodes: ['node1'], resources: [a], constraints: [order(a, 'b' as never)] })
    const wrong = { ...unknown, extra: { elements: [{ name: 'wrong', attributes: [], children: [] }] } }
    const { ok, messages } = await verify(wrong)
    expect(ok).toBe(false)
    expect(messages).toContainEqual({ severity: 'error', message: expect.stringMatching(/^<wrong> /) })
  })

  test('where the tool itself aborts, that is an error', async () => {
    const properties = { 'stonith-enabled': false }
    const self = cluster({ nodes: ['node1'], properties, resources: [a], constraints: [order(a, a)] })
    expect(await verify(self)).toEqual({
      ok: false,
      messages: [{ severity: 'error', message: expect.stringContaining('aborts') }],
    })
  })
})
