import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { generatedFiles } from '../scripts/generated.mjs'
import { describeWith, root, run } from './support/tools.js'
import { expectFile } from './support/update.js'

const src = join(root, 'src')
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
const generated = generatedFiles()

test('every generated module has a source', () => {
  expect(files.filter((file) => file.endsWith('.generated.ts')).sort()).toEqual(Object.keys(generated).sort())
})

test.each(Object.entries(generated))('%s is fresh', (path, text) => {
  expectFile(join(src, path), text)
})

describeWith(['shellcheck'], 'shellcheck', () => {
  test.each(files.filter((file) => file.endsWith('.sh')))('finds nothing in %s', (file) => {
    expect(run('shellcheck', [join(src, file)])).toMatchObject({ status: 0, stdout: '', stderr: '' })
  })
})
