import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as lightcib from 'lightcib'
import { expect, it } from 'vitest'
import { root } from './support/tools.js'

/** Functions of the XML libraries, which docs/performance.md compares. */
const ofOthers = ['create', 'createCB']

it('what the documentation calls as a function is one that users can import', () => {
  const files = readdirSync(join(root, 'docs')).map((name) => join('docs', name))
  const texts = ['README.md', ...files].map((file) => readFileSync(join(root, file), 'utf8'))
  const called = texts.flatMap((text) => [...text.matchAll(/`([A-Za-z]+)\(/g)].map(([, name = '']) => name))
  const missing = [...new Set(called)].filter((name) => !(name in lightcib) && !ofOthers.includes(name))
  expect(called).toContain('colocationGraph')
  expect(missing).toEqual([])
})
