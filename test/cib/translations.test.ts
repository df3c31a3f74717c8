import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readCib, writeCib } from '../../src/cib/index.js'
import type { Cluster } from '../../src/model/index.js'
import { oldCib } from '../support/old-cibs.js'
import { richCibs } from '../support/rich-cibs.js'
import { root } from '../support/tools.js'
import { expectFile } from '../support/update.js'

const versions = ['1.2', '1.3', '2.0', '2.5', '2.10', '3.0', '3.9']
const schemas = ['pacemaker-2.10', 'pacemaker-3.9', 'pacemaker-4.0']
const texts = [...richCibs, ...Array.from({ length: 40 }, (_, at) => oldCib(at, versions))]

test('what schemas have in another form, or do not support, is listed', () => {
  const counts = new Map<string, number>()
  for (const text of texts)
    for (const schema of schemas)
      for (const { code, message, path } of writeCib(readCib(text).output as Cluster, { schema })
        .diagnostics) {
        if (!code.startsWith('schema-')) continue
        const element = /[\w-]+(?=(?:\[[^\]]*\])?$)/.exec(path)?.[0]
        const line = `<${element}> ${message.replace(/\bl-?\d+/g, 'ID')}`
        counts.set(line, (counts.get(line) ?? 0) + 1)
      }
  const lines = [...counts].map(([line, count]) => `${line} (${count})\n`).sort()
  expect(lines.length).toBeGreaterThan(100)
  expectFile(join(root, 'fixtures/schemas/findings.txt'), lines.join(''))
})
