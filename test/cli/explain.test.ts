import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { rules } from '../../src/check/rules/index.js'
import { catalogue } from '../../src/diagnostics/catalogue.js'
import { commandLine } from '../support/command-line.js'
import { root } from '../support/tools.js'

const { run, remove } = commandLine()
afterAll(remove)

test('explain prints the page of a rule', () => {
  const page = readFileSync(join(root, 'docs/rules/timeout-short.md'), 'utf8')
  expect(run(['explain', 'timeout-short'])).toEqual({ status: 0, stdout: page, stderr: '' })
})

test('explain prints what the catalogue knows of another code', () => {
  const { status, stdout } = run(['explain', 'order-cycle'])
  expect([status, stdout.split('\n')[0]]).toEqual([0, '# order-cycle'])
  expect(stdout).toContain(catalogue['order-cycle'].about)
})

test('explain suggests a code for one that does not exist', () => {
  const unknown = run(['explain', 'timeout-shrot'])
  expect(unknown).toEqual({
    status: 2,
    stdout: '',
    stderr: 'lightcib: unknown code "timeout-shrot" (did you mean "timeout-short"?)\n',
  })
  expect(run(['explain', '../../package']).status).toBe(2)
})

test('explain lists every code once, with its severity', () => {
  const lines = run(['explain']).stdout.trim().split('\n')
  const codes = [...rules.map(({ code }) => code), ...Object.keys(catalogue)]
  expect(lines.map((line) => line.split(' ')[0])).toEqual(codes.sort())
  expect(lines.filter((line) => !/^\S+ +(error|warning|info) +\S/.test(line))).toEqual([])
})
