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

const uses = [check, writeCib, toPcs, toDot, toSource]
const idOf = (start: string) => / id="([^"]*)"$/.exec(start)?.[1] ?? ''

/** Expects an error of a CIB, and no exception from what reads the cluster. */
function expectError(xml: string, what: string): void {
  const { output, diagnostics } = readCib(xml, { validate: true })
  const findings = output === undefined ? diagnostics : [...diagnostics, ...check(output)]
  expect(
    findings.some(({ severity }) => severity === 'error'),
    what,
  ).toBe(true)
  if (output !== undefined) for (const use of uses) expect(() => use(output), what).not.toThrow()
}

test('a CIB in which an id is missing has an error, and nothing throws', () => {
  expect(starts.length).toBeGreaterThan(60)
  for (const { 0: start, index } of starts) {
    const without = text.slice(0, index) + start.replace(/ id="/, ' was="') + text.slice(index + start.length)
    expectError(without, start)
  }
})

const resources = starts.filter(([start]) => /^<(primitive|template|group|clone|master|bundle) /.test(start))

test('a CIB in which a resource has the id of the one beside it has an error, and nothing throws', () => {
  resources.forEach(({ 0: start, index }, at) => {
    for (const other of [resources[at - 1], resources[at + 1]]) {
      if (other === undefined) continue
      const changed = start.replace(/ id="[^"]*"$/, ` id="${idOf(other[0])}"`)
      expectError(text.slice(0, index) + changed + text.slice(index + start.length), `${changed} (${start})`)
    }
  })
})
