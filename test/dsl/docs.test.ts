import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { canonicalText } from '../../src/cib/canonical.js'
import { readCib, writeCib } from '../../src/cib/index.js'
import { toXml } from '../../src/cib/layout/to-xml.js'
import { cluster } from '../../src/dsl/index.js'
import { type CibElement, type Cluster, childrenOf, type Resource, walk } from '../../src/model/index.js'
import { shapes } from '../../src/model/shapes/shapes.js'
import { writeXml } from '../../src/xml/write.js'
import { examplesIn, moduleOf, run } from '../support/examples.js'
import { type PcsServer, startPcsServer } from '../support/pcs-server.js'
import { describeWith, isFast, root, run as tool } from '../support/tools.js'
import { compilerOutput, withModules } from '../support/typescript.js'

const path = join(root, 'docs/dsl.md')
const document = readFileSync(path, 'utf8')
const examples = examplesIn(document)
const module = moduleOf(examples)
const { made, named } = run(module)

/** The elements to show of what an example makes: of a cluster, the sections that are not empty. */
function shown(value: CibElement): readonly CibElement[] {
  if (value.element !== 'cib') return [value]
  return childrenOf(value.configuration).filter((section) => childrenOf(section).length > 0)
}

const xmlOf = (value: CibElement) =>
  shown(value)
    .map((element) => writeXml(toXml(element)).output)
    .join('')

test.skipIf(isFast)('the examples compile', async () => {
  expect(examples.length).toBeGreaterThan(20)
  expect(await withModules({ 'examples.ts': module }, compilerOutput)).toBe('')
})

test('each becomes the CIB beside it (UPDATE=1 writes it)', () => {
  if (process.env.UPDATE === '1') writeFileSync(path, updated())
  for (const [index, { xml }] of examples.entries()) {
    if (xml !== undefined) expect(xml.text).toBe(xmlOf(made[index] as CibElement))
  }
})

/** The document with the CIB of each example. */
function updated(): string {
  let text = document
  for (const [index, { xml }] of [...examples.entries()].reverse()) {
    if (xml === undefined) continue
    text =
      text.slice(0, xml.start) + xmlOf(made[index] as CibElement) + text.slice(xml.start + xml.text.length)
  }
  return text
}

describeWith(['pcs', 'cibadmin'], 'the commands beside them', () => {
  let server: PcsServer
  beforeAll(async () => {
    server = await startPcsServer()
  })
  afterAll(() => server.stop())

  const withCommands = examples.flatMap(({ commands }, index) =>
    commands.length === 0 ? [] : [{ index, commands }],
  )
  test.each(withCommands)('$commands.0', async ({ index, commands }) => {
    const value = made[index] as CibElement
    const folder = mkdtempSync(join(tmpdir(), 'lightcib-'))
    try {
      writeFileSync(join(folder, 'cib.xml'), writeCib(before(value)).output ?? '')
      const script = commands.map((command) => command.replace(/^pcs /, 'pcs -f cib.xml '))
      const { status, pcsOutput } = await server.bash(`set -e\n${script.join('\n')}`, [], folder)
      expect([status, pcsOutput]).toEqual([0, pcsOutput])
      const { output: result } = readCib(readFileSync(join(folder, 'cib.xml')))
      for (const element of shown(value)) {
        expect(canonicalText(same(result as Cluster, element))).toBe(canonicalText(element))
      }
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

/** A cluster of the resources that the examples name, without the one that the commands create and its ancestors. */
function before(value: CibElement): Cluster {
  const kinds: readonly string[] = shapes.resources.slots.items.accepts
  const resources = named.filter(
    (item): item is Resource => 'element' in item && kinds.includes(String(item.element)),
  )
  const others = resources.filter((resource) => !isWithin(value, resource))
  const inside = others.filter((resource) =>
    others.some((other) => other !== resource && isWithin(resource, other)),
  )
  const { output: empty } = readCib(tool('cibadmin', ['--empty']).stdout)
  const { element: _, configuration: __, status: ___, validateWith: ____, ...cib } = empty as Cluster
  return cluster({ cib, resources: others.filter((resource) => !inside.includes(resource)) })
}

function isWithin(part: CibElement, whole: CibElement): boolean {
  let found = false
  walk(whole, ({ element }) => {
    found ||= element === part
  })
  return found
}

/** The element of the same name and id, or the only one of that name. */
function same(result: Cluster, wanted: CibElement): CibElement {
  let found: CibElement | undefined
  walk(result, ({ element }) => {
    const isWanted = element.element === wanted.element
    if (isWanted && (!('id' in wanted) || ('id' in element && element.id === wanted.id))) found = element
  })
  if (found === undefined) throw new Error(`there is no ${wanted.element}`)
  return found
}
