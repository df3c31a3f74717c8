import { expect, test } from 'vitest'
import { compilerOutput, withModules } from '../support/typescript.js'

test('a mistyped reference is a compile error that suggests the right id', async () => {
  const source = `
    import { clone, cluster, colocation, ocf, systemd } from 'lightcib'
    const vip = ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' })
    export default cluster({
      resources: [vip, clone(systemd('haproxy'))],
      constraints: [colocation('vip', 'haproxi-clone')],
    })
  `
  const said = await withModules({ 'module.ts': source }, compilerOutput)
  expect(said).toContain('haproxi-clone')
  expect(said).toContain(`Did you mean '"haproxy-clone"'?`)
})

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
