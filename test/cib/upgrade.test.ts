import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { check } from '../../src/check/index.js'
import { readCib } from '../../src/cib/index.js'
import type { Cluster } from '../../src/model/index.js'
import { oldCib } from '../support/old-cibs.js'
import { describeWith, describeWithShared, sharedPath } from '../support/tools.js'
import { differenceFromUpgrade, upgradedTo } from '../support/upgrade.js'

describeWith(['cibadmin'], 'what is written for a newer schema', () => {
  it('is what cibadmin --upgrade --force makes of random old clusters, or an error with its path', () => {
    const count = process.env.FUZZ ? 1000 : 25
    const texts = Array.from({ length: count }, (_, at) => oldCib(at))
    const { differences, equal } = differenceFromUpgrade('pacemaker-3.9', texts)
    expect(differences).toEqual([])
    expect(equal).toBeGreaterThan(count / 3)
  })

  it('is an error of schema-old where cibadmin cannot upgrade it', () => {
    const texts = Array.from({ length: 25 }, (_, at) => oldCib(at))
    const found = texts.map((text) => {
      const findings = check(readCib(text).output as Cluster, { policies: [] })
      return findings.find(({ code }) => code === 'schema-old')?.severity
    })
    expect(found).toEqual(
      upgradedTo('pacemaker-3.9', texts).map((text) => (text === undefined ? 'error' : 'info')),
    )
    expect(new Set(found)).toEqual(new Set(['info', 'error']))
  })

  describeWithShared('corpus/scheduler', 'of real ones', () => {
    it.each(['scheduler', 'reports'])('of %s', (folder) => {
      const texts = readdirSync(sharedPath(`corpus/${folder}`))
        .filter((name) => name.endsWith('.xml'))
        .map((name) => readFileSync(sharedPath(`corpus/${folder}/${name}`), 'utf8'))
        .filter((text) => /validate-with="pacemaker-(1|2|3)\.[0-8]?"/.test(text) && text.length < 40_000)
        .filter((_, at) => process.env.FUZZ || at % 25 === 0)
      const { differences, errors, equal } = differenceFromUpgrade('pacemaker-3.9', texts)
      expect([differences, errors]).toEqual([[], []])
      expect(equal).toBeGreaterThan(0)
    })
  })
})
