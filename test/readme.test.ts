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

test('the examples of the README compile and hold', async () => {
  const modules = { 'cluster.ts': `${tooling}\nexport default web\n`, 'cluster.test.ts': unitTest }
  await withModules(modules, async (folder) => {
    expect(compilerOutput(folder)).toBe('')
    const { default: web } = await import(join(folder, 'cluster.ts'))
    expect(check(web)).toEqual([])
  })
})
