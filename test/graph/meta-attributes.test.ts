import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readCib } from '../../src/cib/index.js'
import { runsOnlyWith } from '../../src/graph/index.js'
import { resolveMeta } from '../../src/graph/resource/meta-attributes.js'
import { resourceIndex } from '../../src/graph/resource/resource-index.js'
import type { Cluster } from '../../src/model/index.js'
import { cibText, xml } from '../support/cib-text.js'
import { colocationTruth } from '../support/colocation-oracle.js'
import { randomMeta } from '../support/random-meta.js'
import { describeWith, run } from '../support/tools.js'

/** How many random clusters; `FUZZ=300` for a long run. */
const count = Number(process.env.FUZZ ?? 15)
const firstSeed = Number(process.env.SEED ?? 1)

/** The value that the real tool finds; undefined where it finds none. */
function realValue(file: string, resource: string, name: string): string | undefined {
  const args = [`CIB_file=${file}`, 'crm_resource', '--resource', resource, '--meta', '--get-parameter', name]
  const { status, stdout } = run('env', args)
  const value = stdout.trim()
  return status === 0 && value !== '' ? value : undefined
}

describeWith(['crm_resource'], `meta attributes of ${count} random clusters from seed ${firstSeed}`, () => {
  it('are what the real tool finds, or one of the candidates', () => {
    const folder = mkdtempSync(join(tmpdir(), 'lightcib-meta-'))
    const wrong: unknown[] = []
    const outcomes = { value: 0, unset: 0, unknown: 0 }
    for (let seed = firstSeed; seed < firstSeed + count; seed++) {
      const { cib, resources, names } = randomMeta(seed)
      const file = join(folder, `${seed}.xml`)
      writeFileSync(file, cib)
      const cluster = readCib(cib).output as Cluster
      for (const id of resources) {
        for (const name of names) {
          const entry = resourceIndex(cluster).get(id)
          const found = entry && resolveMeta(cluster, entry, name)
          const real = realValue(file, id, name)
          if (found !== undefined) outcomes[found.outcome] += 1
          const possible =
            found?.outcome === 'unknown'
              ? found.candidates
              : [found?.outcome === 'value' ? found.value : undefined]
          if (!possible.includes(real)) wrong.push({ seed, id, name, found, real })
        }
      }
    }
    rmSync(folder, { recursive: true })
    expect(wrong).toEqual([])
    expect(outcomes.unknown).toBeLessThan(outcomes.value)
  })
})

const agent = 'class="ocf" provider="pacemaker" type="Dummy"'
const set = (id: string, name: string, value: string, rule = '') =>
  `<meta_attributes id="${id}">${rule}<nvpair id="${id}-${name}" name="${name}" value="${value}"/></meta_attributes>`
const template = (meta: string) => `<template id="t" ${agent}>${meta}</template>`
const date = '<rule id="r" score="0"><date_expression id="d" operation="gt" start="2001-01-01"/></rule>'
const vip = xml.primitive('vip')
const service = xml.primitive('svc')
const tie = xml.colocation('tie', 'vip', 'svc')
const back = xml.colocation('back', 'svc', 'vip')

type Row = readonly [
  name: string,
  verdict: string,
  resources: readonly string[],
  constraints: readonly string[],
  defaults: string,
]

/** Where a resource gets its meta attributes from decides what holds. */
const rows: readonly Row[] = [
  [
    'a template takes its primitive out of management',
    'not-guaranteed',
    [template(set('m', 'is-managed', 'off')), '<primitive id="vip" template="t"/>', service],
    [tie],
    '',
  ],
  [
    'its own value outweighs that of the template',
    'guaranteed',
    [
      template(set('m', 'is-managed', 'off')),
      `<primitive id="vip" template="t">${set('o', 'is-managed', 'on')}</primitive>`,
      service,
    ],
    [tie],
    '',
  ],
  [
    'a set is that of another resource',
    'not-guaranteed',
    [
      `<primitive id="x" ${agent}>${set('m', 'maintenance', 'yes')}</primitive>`,
      `<primitive id="vip" ${agent}><meta_attributes id-ref="m"/></primitive>`,
      service,
    ],
    [tie],
    '',
  ],
  [
    'a template makes the other end of a circle the first',
    'not-guaranteed',
    [template(set('m', 'priority', '3')), vip, '<primitive id="svc" template="t"/>'],
    [tie, back],
    '',
  ],
  [
    'the later of two sets of one score counts',
    'guaranteed',
    [
      `<primitive id="vip" ${agent}>${set('m', 'is-managed', 'off')}${set('o', 'is-managed', 'on')}</primitive>`,
      service,
    ],
    [tie],
    '',
  ],
  [
    'a default is for other agents',
    'guaranteed',
    [vip, service],
    [tie],
    set('m', 'is-managed', 'off', '<rule id="r"><rsc_expression id="e" class="systemd"/></rule>'),
  ],
  [
    'a default is for its agent',
    'not-guaranteed',
    [vip, xml.primitive('svc', {}, 'Stateful')],
    [tie],
    set(
      'm',
      'is-managed',
      'off',
      '<rule id="r"><rsc_expression id="e" class="ocf" provider="pacemaker" type="Dummy"/></rule>',
    ),
  ],
]

const states = [
  { n1: 'up', n2: 'up', n3: 'up' } as const,
  { n1: 'failed', n2: 'failed', n3: 'failed' } as const,
]

describeWith(['crm_simulate', 'prlimit'], 'whether two stay together, where', () => {
  it.each(rows)('%s', async (_, verdict, resources, constraints, defaults) => {
    const more = `<rsc_defaults>${defaults}</rsc_defaults>`
    const cluster = readCib(cibText({ resources, constraints, more })).output as Cluster
    expect(runsOnlyWith(cluster, 'vip', 'svc').verdict).toBe(verdict)
    const { violations } = await colocationTruth(cluster, 'vip', 'svc', states)
    expect(violations.length === 0).toBe(verdict === 'guaranteed')
  })
})

describe('a rule with a date', () => {
  const future = date.replace('2001', '2999')
  const ask = (meta: string) => {
    const resources = [`<primitive id="vip" ${agent}>${meta}</primitive>`, service]
    return runsOnlyWith(readCib(cibText({ resources, constraints: [tie] })).output as Cluster, 'vip', 'svc')
  }

  it('leaves not guaranteed what one case breaks', () => {
    expect(ask(set('m', 'is-managed', 'false', future))).toMatchObject({ verdict: 'not-guaranteed' })
  })

  it('is true for good once it has begun, and false once it has ended', () => {
    const ended = date.replace('operation="gt" start', 'operation="lt" end')
    expect(ask(set('m', 'is-managed', 'false', date))).toMatchObject({ verdict: 'not-guaranteed' })
    expect(ask(set('m', 'is-managed', 'false', ended))).toMatchObject({ verdict: 'guaranteed' })
  })

  it('leaves known what does not', () => {
    expect(ask(set('m', 'resource-stickiness', '7', future))).toMatchObject({ verdict: 'guaranteed' })
  })
})
