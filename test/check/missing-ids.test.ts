import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { check, readCib, toDot, toPcs, toSource, writeCib } from 'lightcib'
import { expect, test } from 'vitest'
import { root } from '../support/tools.js'

const text = readFileSync(join(root, 'fixtures/scenarios/kitchen-sink/cib.xml'), 'utf8')

/** Each element of the kitchen sink that has an id; of those with the same name the first four. */
const starts = [
  ...text.slice(0, text.indexOf('<status')).matchAll(/<([\w-]+)(?: [\w-]+="[^"]*")*? id="[^"]*"/g),
].filter(({ 1: name }, index, all) => all.slice(0, index).filter((other) => other[1] === name).length < 4)

test('a CIB in which an id is missing has an error, and nothing throws', () => {
  expect(starts.length).toBeGreaterThan(60)
  for (const { 0: start, index } of starts) {
    const without = text.slice(0, index) + start.replace(/ id="/, ' was="') + text.slice(index + start.length)
    const { output, diagnostics } = readCib(without, { validate: true })
    expect(
      diagnostics.some(({ severity }) => severity === 'error'),
      start,
    ).toBe(true)
    if (output === undefined) continue
    for (const use of [check, writeCib, toPcs, toDot, toSource])
      expect(() => use(output), start).not.toThrow()
  }
})
