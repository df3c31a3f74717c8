import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { readCib, writeCib } from '../src/cib/index.js'
import { toSource } from '../src/source/index.js'
import { loadSource } from './support/source.js'
import { describeWithShared, root, run, sharedPath } from './support/tools.js'

const folders = ['corpus/scheduler', 'corpus/ordering', 'facts/tripleo']

describeWithShared('corpus/scheduler', 'CIBs that clusters have had', () => {
  const temporary = mkdtempSync(join(tmpdir(), 'lightcib-'))
  afterAll(() => rmSync(temporary, { recursive: true }))

  for (const folder of folders) {
    it(`${folder}: source makes them again`, { timeout: 120_000 }, () => {
      const names = readdirSync(sharedPath(folder)).filter((name) => name.endsWith('.xml'))
      expect(names.length).toBeGreaterThan(2)
      const pairs = names.flatMap((name) => {
        const original = sharedPath(`${folder}/${name}`)
        const { output: cluster } = readCib(readFileSync(original))
        if (cluster === undefined) throw new Error(`${name} is not read`)
        const { output: source = '' } = toSource(cluster)
        const copy = join(temporary, name)
        writeFileSync(`${copy}.ts`, source)
        writeFileSync(copy, writeCib(loadSource(source)).output ?? '')
        return [original, copy]
      })
      const { stdout, stderr } = run('python3', [join(root, 'test/support/canonical.py'), ...pairs])
      const lines = stdout.trim().split('\n')
      expect(stderr).toBe('')
      expect(lines).toHaveLength(names.length)
      expect(lines.filter((line) => !line.endsWith(' equal'))).toEqual([])
    })
  }
})
