import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { commandLine } from '../support/command-line.js'
import { root } from '../support/tools.js'

const { folder, file, run: lightcib, remove } = commandLine()
afterAll(remove)

const fixture = join(root, 'fixtures/plans/remove-service')
const [before, after] = ['before.xml', 'after.xml'].map((name) => join(fixture, name)) as [string, string]
const text = readFileSync(before, 'utf8')

test('prints the plan that is beside its clusters', () => {
  const { status, stdout } = lightcib(['plan', before, after, '--no-simulation'])
  expect([status, stdout]).toEqual([0, readFileSync(join(fixture, 'plan.txt'), 'utf8')])
})

test('prints the same as JSON, with each command', () => {
  const { status, stdout } = lightcib(['plan', '-', after, '--to', 'json', '--no-simulation'], text)
  expect(status).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({
    simulated: false,
    steps: [
      { step: 1, phase: 'stop', effects: [{ action: 'stop', resource: 'api' }] },
      { step: 2, phase: 'delete' },
    ],
  })
})

test('rejects a target with errors before the first step', () => {
  const wrong = file('wrong.xml', text.replace('first="db-clone"', 'first="dbx-clone"'))
  const { status, stdout, stderr } = lightcib(['plan', before, wrong])
  expect([status, stdout]).toEqual([1, ''])
  expect(stderr).toContain('plan-target-invalid')
})

test('a saved plan is for the CIB that it was made from, and no other', () => {
  const saved = join(folder, 'x.plan')
  expect(lightcib(['plan', before, after, '-o', saved]).status).toBe(0)
  const again = lightcib(['plan', before, saved, '--to', 'pcs'])
  expect([again.status, again.stdout]).toEqual([0, lightcib(['plan', before, after, '--to', 'pcs']).stdout])
  const newer = file('newer.xml', text.replace('epoch="7"', 'epoch="8"'))
  const other = file('other.xml', text.replace('node3', 'node4'))
  for (const [cib, what] of [
    [newer, 'the epoch "0.7"'],
    [other, 'the digest'],
  ] as const) {
    const { status, stdout, stderr } = lightcib(['plan', cib, saved])
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toContain(`plan-outdated]: the plan was made for a CIB with ${what}`)
  }
})
