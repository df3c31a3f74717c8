import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { orderedText } from '../../src/cib/canonical.js'
import { readCib } from '../../src/cib/index.js'
import { toXml } from '../../src/cib/layout/to-xml.js'
import type { Cluster } from '../../src/model/index.js'
import { toSource } from '../../src/source/index.js'
import { writeXml } from '../../src/xml/write.js'
import { hostileTexts } from '../support/hostile.js'
import { type Mutation, mutate, mutation } from '../support/mutations.js'
import { loadSourceOf } from '../support/source.js'
import { isFast, root } from '../support/tools.js'
import { compilerOutput, withModules } from '../support/typescript.js'

const cib = readCib(readFileSync(join(root, 'fixtures/scenarios/kitchen-sink/cib.xml'))).output
const runs = Number(process.env.FUZZ ?? (isFast ? 10 : 50))

/** Texts that are hostile to source code, beside those that are so to any format. */
const words = [
  ...hostileTexts,
  ...[
    '`',
    `"'`,
    "\\'",
    '\u2028\u2029',
    '\ufeff',
    '\u00a0',
    '*/',
    'undefined',
    'order',
    'class',
    'element',
    'extra',
  ],
  ...['-0', '007', '1e3', '99999999999999999999', 'TRUE', 'NaN', 'Infinity', 'a,b'],
]

const hostile: fc.Arbitrary<Mutation> = fc.oneof(
  mutation,
  fc.tuple(mutation, fc.constantFrom(...words)).map(([given, word]) => ({ ...given, word })),
)

/** A CIB with up to 12 things changed, as it is read; undefined where that is none any more. */
function changed(mutations: readonly Mutation[]): Cluster | undefined {
  if (cib === undefined) throw new Error('the kitchen sink is not read')
  const { output: text } = writeXml(mutations.reduce(mutate, toXml(cib)))
  return text === undefined ? undefined : readCib(text).output
}

const changes = fc.array(hostile, { minLength: 1, maxLength: 12 })

test(`the source of a CIB with anything changed evaluates to it, order and all, and is its source again (${runs} of them)`, () => {
  fc.assert(
    fc.property(changes, (mutations) => {
      const cluster = changed(mutations)
      fc.pre(cluster !== undefined)
      const { output: source = '' } = toSource(cluster as Cluster, { status: true })
      const loaded = loadSourceOf(cluster as Cluster, source)
      expect(orderedText(loaded)).toBe(orderedText(cluster as Cluster))
      expect(toSource(loaded, { status: true }).output).toBe(source)
    }),
    { numRuns: runs },
  )
})

test.skipIf(isFast)(
  `the source of a CIB with anything changed compiles (${Math.ceil(runs / 4)} of them)`,
  async () => {
    const clusters = fc.sample(changes, Math.ceil(runs / 4)).flatMap((mutations) => changed(mutations) ?? [])
    const modules = clusters.map(
      (cluster, index) => [`m${index}.ts`, toSource(cluster).output ?? ''] as const,
    )
    expect(await withModules(Object.fromEntries(modules), compilerOutput)).toBe('')
  },
)
