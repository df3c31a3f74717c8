import { join } from 'node:path'
import { toHandbook, toSystemd } from 'lightcib/systemd'
import { expect, test } from 'vitest'
import light from '../../fixtures/scenarios/light/cluster.js'
import full from '../../fixtures/scenarios/mitaka-full/cluster.js'
import { abbreviate } from '../support/scripts.js'
import { root } from '../support/tools.js'
import { expectFile } from '../support/update.js'

const folder = join(root, 'fixtures/reductions/mitaka-to-light')

test('what leaves Pacemaker with the light architecture gets these files', () => {
  const { output = [] } = toSystemd(light, { full })
  const text = output.map((file) => `# ${file.path}\n${abbreviate(file.text)}\n`).join('')
  expect(text).toContain('# [src/systemd/hand-over.sh]')
  expectFile(join(folder, 'systemd.txt'), text)
})

test('and this handbook', () => {
  expectFile(join(folder, 'handbook.md'), toHandbook(light, { full }).output)
})
