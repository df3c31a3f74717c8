import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { check } from 'lightcib'
import { expect, test } from 'vitest'
import { root } from './support/tools.js'
import { compilerOutput, withModules } from './support/typescript.js'

const readme = readFileSync(join(root, 'README.md'), 'utf8')
const [tooling = '', unitTest = ''] = [...readme.matchAll(/```ts\n(.*?)```/gs)].map(
  ([, code]) => code as string,
)

/** The test file of the README as a module that runs its test when it is imported. */
const running = unitTest.replace(
  "import { expect, test } from 'vitest'",
  "import { expect } from 'vitest'\nconst test = (_: string, body: () => void) => body()",
)

test('the examples of the README compile and run', async () => {
  const modules = {
    'cluster.ts': `${tooling}\nexport default web\n`,
    'cluster.test.ts': unitTest,
    'running.ts': running,
  }
  await withModules(modules, async (folder) => {
    expect(compilerOutput(folder)).toBe('')
    expect(tooling + unitTest).not.toMatch(/\w!/)
    const { default: web, xml } = await import(join(folder, 'cluster.ts'))
    expect(check(web)).toEqual([])
    expect(xml).toContain('<primitive id="vip"')
    const before = expect.getState().assertionCalls
    await import(join(folder, 'running.ts'))
    expect(expect.getState().assertionCalls - before).toBe(unitTest.split('expect(').length - 1)
  })
})
