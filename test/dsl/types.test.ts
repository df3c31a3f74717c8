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
