import { readFileSync } from 'node:fs'
import { check, readCib, toCrm, toPcs, writeCib } from 'lightcib'
import type { Cluster } from 'lightcib/model'
import { expect, test } from 'vitest'
import { seed } from '../support/properties.js'

/** Names that every object of JavaScript has: a table of words must not find them. */
const names = ['constructor', '__proto__', 'toString', 'valueOf', 'hasOwnProperty']

const path = new URL('../../fixtures/scenarios/kitchen-sink/cib.xml', import.meta.url)
const text = readFileSync(path, 'utf8')
const places = [...text.matchAll(/(?<= [\w-]+=")[^"]*(?=")/g)].map(({ index, 0: value }) => ({
  index,
  value,
}))

const uses: Readonly<Record<string, (cluster: Cluster) => unknown>> = {
  check,
  writeCib: (cluster) => writeCib(cluster, { schema: '4.0' }),
  toPcs: (cluster) => toPcs(cluster, { strategy: 'commands' }),
  toCrm,
}

/** What comes of a cluster in which one value is this word. */
function results(place: (typeof places)[number], word: string): Readonly<Record<string, string>> {
  const { index, value } = place
  const { output, diagnostics } = readCib(text.slice(0, index) + word + text.slice(index + value.length))
  const found: Record<string, string> = { read: JSON.stringify(diagnostics) }
  for (const [use, run] of Object.entries(uses)) {
    if (output === undefined) break
    try {
      found[use] = JSON.stringify(run(output)) ?? ''
    } catch (error) {
      found[use] = String(error)
    }
  }
  return found
}

test('a value that is the name of a member of every object is a word like others', () => {
  const wrong = places
    .filter((_, at) => at % 4 === seed % 4)
    .flatMap((place, at) => {
      const name = names[at % names.length] as string
      const plain = `${name.slice(0, -1)}x`
      const [found, expected] = [results(place, name), results(place, plain)]
      const where = text.slice(text.lastIndexOf('<', place.index), place.index) + name
      return Object.keys(expected)
        .filter((use) => found[use]?.replaceAll(name, plain) !== expected[use])
        .map((use) => `${use}: ${where}: ${found[use]?.slice(0, 100)}`)
    })
  expect(wrong).toEqual([])
})
