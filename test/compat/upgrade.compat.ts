import { expect, it } from 'vitest'
import { oldCib } from '../support/old-cibs.js'
import { differenceFromUpgrade } from '../support/upgrade.js'
import { debian13, describeOn } from './systems.js'

describeOn([debian13], 'what is written for its schema', ({ root, schema }) => {
  it.each([
    ['1.2', '1.3', '2.0', '2.5', '2.10'],
    ['3.0', '3.5', '3.9'],
  ])('is what its cibadmin --upgrade --force makes of %s and others', (...schemas) => {
    const texts = Array.from({ length: 60 }, (_, at) => oldCib(at, schemas))
    const { differences, equal } = differenceFromUpgrade(schema, texts, root)
    expect(differences).toEqual([])
    expect(equal).toBeGreaterThan(30)
  })
})
