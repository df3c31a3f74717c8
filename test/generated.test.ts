import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { agentTypes } from '../scripts/agents/types.js'
import { generatedFiles } from '../scripts/generated.mjs'
import { describeWith, root, run } from './support/tools.js'
import { expectFile } from './support/update.js'

const src = join(root, 'src')
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
const generated = { ...generatedFiles(), ...agentTypes() }

/** Made by scripts/options.mjs and scripts/agents.mjs from what three releases print, which no one machine has. */
const ofReleases = ['agents/table.generated.ts', 'options/metadata.generated.ts']

test('every generated module has a source', () => {
  const modules = files.filter((file) => file.endsWith('.generated.ts'))
  expect(modules.sort()).toEqual([...Object.keys(generated), ...ofReleases].sort())
})

test.each(Object.entries(generated))('%s is fresh', (path, text) => {
  expectFile(join(src, path), text)
})

describeWith(['shellcheck'], 'shellcheck', () => {
  test.each(files.filter((file) => file.endsWith('.sh')))('finds nothing in %s', (file) => {
    expect(run('shellcheck', [join(src, file)])).toMatchObject({ status: 0, stdout: '', stderr: '' })
  })
})
