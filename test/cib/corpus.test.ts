import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readCib, writeCib } from '../../src/cib/index.js'
import { areEqual } from '../support/canonical.js'
import { describeWithShared, sharedPath } from '../support/tools.js'

const folders = ['corpus/scheduler', 'corpus/ordering', 'facts/tripleo']

describeWithShared('corpus/scheduler', 'CIBs that clusters have had', () => {
  for (const folder of folders) {
    it(`${folder}: written as they were read`, () => {
      const names = readdirSync(sharedPath(folder)).filter((name) => name.endsWith('.xml'))
      expect(names.length).toBeGreaterThan(2)
      const pairs = names.map((name) => {
        const original = readFileSync(sharedPath(`${folder}/${name}`))
        const { output: cluster } = readCib(original)
        if (cluster === undefined) throw new Error(`${name} is not read`)
        const { output: copy } = writeCib(cluster)
        if (copy === undefined) throw new Error(`${name} is not written`)
        return [original, copy] as const
      })
      const verdicts = areEqual(pairs)
      expect(verdicts).toHaveLength(names.length)
      expect(names.filter((_, index) => !verdicts[index])).toEqual([])
    })
  }
})
