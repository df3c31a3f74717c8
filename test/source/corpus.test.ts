import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { orderedText } from '../../src/cib/canonical.js'
import { readCib, writeCib } from '../../src/cib/index.js'
import type { Cluster } from '../../src/model/index.js'
import { toSource } from '../../src/source/index.js'
import { loadSourceOf } from '../support/source.js'
import { describeWithShared, root, run, sharedPath } from '../support/tools.js'
import { compilerOutput, withModules } from '../support/typescript.js'

const folders = ['corpus/scheduler', 'corpus/ordering', 'facts/tripleo']
/** One of so many modules is compiled; with FUZZ set, each. */
const sample = process.env.FUZZ === undefined ? 10 : 1

const sourceOf = (cluster: Cluster) => toSource(cluster, { status: true }).output ?? ''

/** The source itself, or that of the cluster as it evaluates to, where comments take part in the layout. */
function withoutComments(source: string, cluster: Cluster): string {
  return /^ *\/\//m.test(source) ? sourceOf(loadSourceOf(cluster, source)) : source
}

describeWithShared('corpus/scheduler', 'CIBs of real clusters', () => {
  const temporary = mkdtempSync(join(tmpdir(), 'lightcib-'))
  afterAll(() => rmSync(temporary, { recursive: true }))
  const modules: Record<string, string> = {}

  for (const folder of folders) {
    it(`${folder}: source evaluates to the same cluster in the same order, and is the same when imported again`, () => {
      const names = readdirSync(sharedPath(folder)).filter((name) => name.endsWith('.xml'))
      expect(names.length).toBeGreaterThan(2)
      const pairs = names.flatMap((name) => {
        const original = sharedPath(`${folder}/${name}`)
        const { output: cluster } = readCib(readFileSync(original))
        if (cluster === undefined) throw new Error(`${name} is not read`)
        const { output: source = '', diagnostics } = toSource(cluster, { status: true })
        expect(diagnostics.filter(({ code }) => code !== 'source-secret')).toEqual([])
        modules[`${folder}/${name}`.replace(/\W/g, '-')] = source
        const copy = join(temporary, name)
        const loaded = loadSourceOf(cluster, source)
        expect(orderedText(loaded)).toBe(orderedText(cluster))
        const text = writeCib(loaded).output ?? ''
        expect([name, sourceOf(readCib(text).output as Cluster)]).toEqual([
          name,
          withoutComments(source, cluster),
        ])
        writeFileSync(copy, text)
        return [original, copy]
      })
      const { stdout, stderr } = run('python3', [join(root, 'test/support/canonical.py'), ...pairs])
      const lines = stdout.trim().split('\n')
      expect(stderr).toBe('')
      expect(lines).toHaveLength(names.length)
      expect(lines.filter((line) => !line.endsWith(' equal'))).toEqual([])
    })
  }

  it(`one in ${sample} of the sources compiles, without unused variables`, async () => {
    const chosen = Object.entries(modules).filter((_, index) => index % sample === 0)
    expect(chosen.length).toBeGreaterThan(50)
    const files = Object.fromEntries(chosen.map(([name, source]) => [`${name}.ts`, source]))
    expect(await withModules(files, compilerOutput)).toBe('')
  })
})
