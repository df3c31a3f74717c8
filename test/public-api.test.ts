import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import * as lightcib from 'lightcib'
import * as ansible from 'lightcib/ansible'
import * as apply from 'lightcib/apply'
import * as graph from 'lightcib/graph'
import * as model from 'lightcib/model'
import * as pacemaker from 'lightcib/pacemaker'
import * as underSystemd from 'lightcib/systemd'
import * as matchers from 'lightcib/vitest'
import { expect, it, test } from 'vitest'
import manifest from '../package.json' with { type: 'json' }
import { exportedNames } from './support/public-names.js'
import { root } from './support/tools.js'

const subpaths = [
  { name: 'lightcib', module: lightcib, file: 'src/index.ts' },
  { name: 'lightcib/ansible', module: ansible, file: 'src/ansible/index.ts' },
  { name: 'lightcib/apply', module: apply, file: 'src/apply/index.ts' },
  { name: 'lightcib/graph', module: graph, file: 'src/graph/index.ts' },
  { name: 'lightcib/model', module: model, file: 'src/model/index.ts' },
  { name: 'lightcib/pacemaker', module: pacemaker, file: 'src/pacemaker/index.ts' },
  { name: 'lightcib/systemd', module: underSystemd, file: 'src/systemd/index.ts' },
  { name: 'lightcib/vitest', module: matchers, file: 'src/vitest/index.ts' },
]

test.each(subpaths)(
  'the public names of $name are those of the list (UPDATE=1 writes it)',
  ({ name, module, file }) => {
    const list = join(root, 'test/public-names', `${name.replace('lightcib/', '')}.txt`)
    const names = exportedNames(join(root, file))
    if (process.env.UPDATE === '1') writeFileSync(list, `${names.join('\n')}\n`)
    expect(names.filter((each) => !each.startsWith('type '))).toEqual(Object.keys(module).sort())
    expect(names).toEqual(readFileSync(list, 'utf8').trimEnd().split('\n'))
  },
)

test('package.json exports these subpaths, and a schema', () => {
  const built = Object.entries(manifest.exports).flatMap(([key, value]) =>
    typeof value === 'string'
      ? []
      : [[key.replace('.', 'lightcib'), value.types.replace('./dist/', 'src/').replace('.d.ts', '.ts')]],
  )
  expect(built).toEqual(subpaths.map(({ name, file }) => [name, file]))
  const { './check.schema.json': schema } = manifest.exports
  expect(existsSync(join(root, schema))).toBe(true)
})

test('no public type has the name of a global one, which a forgotten import would take', () => {
  const libraries = join(dirname(createRequire(import.meta.url).resolve(compiler)), 'lib')
  const globals = readdirSync(libraries)
    .filter((name) => /^lib\..*\.d\.ts$/.test(name))
    .flatMap((name) => [...readFileSync(join(libraries, name), 'utf8').matchAll(globalType)])
    .map(([, name]) => name)
  const types = subpaths.flatMap(({ file }) => exportedNames(join(root, file)))
  expect(globals).toContain('Element')
  expect(types.map((name) => name.replace('type ', '')).filter((name) => globals.includes(name))).toEqual([])
})

const compiler = `@typescript/typescript-${process.platform}-${process.arch}/package.json`
const globalType = /^(?:declare )?(?:interface|type|class) (\w+)/gm

/** Functions of the XML libraries, which docs/performance.md compares. */
const ofOthers = ['create', 'createCB']

it('what the documentation calls as a function is one that users can import', () => {
  const files = readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name))
  const texts = ['README.md', ...files].map((file) => readFileSync(join(root, file), 'utf8'))
  const called = texts.flatMap((text) => [...text.matchAll(/`([A-Za-z]+)\(/g)].map(([, name = '']) => name))
  const known = [...subpaths.map(({ module }) => module), matchers.matchers].flatMap(Object.keys)
  const missing = [...new Set(called)].filter((name) => !known.includes(name) && !ofOthers.includes(name))
  expect(called).toContain('colocationGraph')
  expect(missing).toEqual([])
})
