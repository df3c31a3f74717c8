import { expect, test } from 'vitest'
import { compilerOutput, withModules } from '../support/typescript.js'

test('an agent that a module declares is typed from then on', async () => {
  const source = `
    import { ocf } from 'lightcib'
    declare module 'lightcib' {
      interface AgentParameters {
        'ocf:acme:Thing': { readonly size: number }
      }
    }
    export const right = ocf.acme.Thing('a', { size: 1 })
    // @ts-expect-error: no such parameter
    export const wrong = ocf.acme.Thing('b', { sise: 1 })
  `
  expect(await withModules({ 'module.ts': source }, compilerOutput)).toBe('')
})

const wrong = [
  ["ocf.heartbeat.Filesystem('a', { device: '/dev/b', directory: '/b' })", "requires the parameter 'fstype'"],
  ["ocf.heartbeat.Filesystem('a', {})", "requires the parameter 'device'"],
  ["primitive('a', 'ocf:heartbeat:Filesystem', { device: '/dev/b' })", "requires the parameter 'directory'"],
  ["ocf.heartbeat.IPaddr2('a', { ip: '192.0.2.1', cidr_netmsk: 32 })", "has no parameter 'cidr_netmsk'"],
  ["primitive('a', 'ocf:heartbeat:IPaddr2', { ip: '192.0.2.1', nci: 'eth0' })", "has no parameter 'nci'"],
  ["ocf.heartbeat.redis('a', { prot: 6379 })", "'prot' does not exist"],
  ["stonith.fence_xvm('a', { pcmk_host_lits: 'b' })", "'pcmk_host_lits' does not exist"],
  ["template('a', 'ocf:heartbeat:IPaddr2', { cidr_netmsk: 32 })", "'cidr_netmsk' does not exist"],
  ["ocf.heartbeat.IPaddr2('a', { ip: true })", "Type 'true' is not assignable"],
  [
    "ocf.heartbeat.Filesystem('a', { device: 'b', directory: 'b', fstype: 'c', fast_stop: 'maybe' })",
    '"maybe"',
  ],
  ["stonith.fence_xvm('a', { pcmk_host_check: 'nonne' })", '"nonne"'],
  ["ocf.heartbeat.NoSuchAgent('a')", "'NoSuchAgent' does not exist"],
] as const

test('the first line of an error names what is missing or wrong', async () => {
  const lines = wrong.map(
    ([call]) => `export const x${wrong.findIndex(([other]) => other === call)} = ${call}`,
  )
  const source = ["import { ocf, primitive, stonith, template } from 'lightcib'", ...lines].join('\n')
  const output = await withModules({ 'module.ts': source }, compilerOutput)
  const errors = output.split('\n').filter((line) => line.includes('error TS'))
  expect(errors.length).toBe(wrong.length)
  for (const [at, [, named]] of wrong.entries()) expect(errors[at]).toContain(named)
})

test('what agents accept compiles', async () => {
  const source = `
    import { attributeSet, nvpair, ocf, type ParametersOf, primitive, secret, stonith } from 'lightcib'
    const disk = { fstype: 'xfs' }
    export const all = [
      ocf.heartbeat.Filesystem('a', { ...disk, device: '/dev/b', directory: '/b', fast_stop: false }),
      ocf.heartbeat.Filesystem('b', attributeSet({ anything: 1 })),
      ocf.heartbeat.Filesystem('c', [attributeSet({ device: '/dev/b' }), { directory: '/b' }]),
      ocf.heartbeat.Filesystem('d', { device: nvpair({ id: 'e', value: 'f' }), directory: '/b', fstype: 'xfs' }),
      ocf.heartbeat.redis('g'),
      ocf.neutron.OVSCleanup('h'),
      primitive('i', 'ocf:acme:Thing', { anything: true }),
      primitive('j', 'ocf:acme:Thing' as string, { anything: true }),
      primitive('k', 'ocf:heartbeat:Filesystem', []),
      stonith.fence_ipmilan('l', { ip: '192.0.2.1', ipport: '623', password: secret('m'), pcmk_delay_max: 5 }),
      stonith['external/ssh']('n', { hostlist: 'a b' }),
    ]
    export const helper = (parameters: ParametersOf<'ocf:heartbeat:Filesystem'>) =>
      ocf.heartbeat.Filesystem('o', parameters)
  `
  expect(await withModules({ 'module.ts': source }, compilerOutput)).toBe('')
})
