import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { orderedLines } from '../../src/cib/canonical.js'
import { readCib, writeCib } from '../../src/cib/index.js'
import { toXml } from '../../src/cib/layout/to-xml.js'
import { readCrm, toCrm } from '../../src/crm/index.js'
import { quoteWord, wordsOf } from '../../src/crm/words.js'
import { hasErrors } from '../../src/diagnostics/diagnostic.js'
import { crmEntries } from '../../src/diagnostics/entries/crm.js'
import { cluster } from '../../src/dsl/index.js'
import type { Cluster, RawElement } from '../../src/model/index.js'
import { arbitraryCluster } from '../support/arbitrary-cluster.js'
import { crmshLoads, crmshShows } from '../support/crmsh.js'
import { hostileTexts } from '../support/hostile.js'
import { describeWith, describeWithShared, root, sharedPath } from '../support/tools.js'

const containers = ['group', 'clone', 'master']
const resources = ['template', 'primitive', 'bundle', 'group', 'master', 'clone']
const sections = ['resources', 'constraints', 'acls']

/** The configuration as text; only the order that crmsh changes does not count. */
function textOf(cluster: Cluster): string {
  const configuration = toXml(cluster).children.find(({ name }) => name === 'configuration')
  return configuration === undefined ? '' : orderedLines(sorted(configuration))
}

function sorted(element: RawElement): RawElement {
  const children = element.children.map(sorted)
  const byText = (one: RawElement, other: RawElement) => (orderedLines(one) < orderedLines(other) ? -1 : 1)
  const isMember = ({ name }: RawElement) => resources.includes(name)
  if (containers.includes(element.name)) {
    return {
      ...element,
      children: [...children.filter((child) => !isMember(child)), ...children.filter(isMember)],
    }
  }
  if (sections.includes(element.name)) return { ...element, children: children.sort(byText) }
  if (element.name !== 'configuration') return { ...element, children }
  const filled = children.filter((child) => child.children.length > 0)
  return { ...element, children: filled.sort((one, other) => (one.name < other.name ? -1 : 1)) }
}

interface Case {
  readonly name: string
  readonly cluster: Cluster
}

/** The names of the clusters that crmsh loads as something else than they are. */
function loadedOtherwise(cases: readonly Case[]): readonly string[] {
  const written = cases.flatMap(({ name, cluster }) => {
    const { output: text = '', diagnostics } = toCrm(cluster)
    return hasErrors(diagnostics)
      ? []
      : [{ name, cluster, text, schema: cluster.validateWith ?? 'pacemaker-3.9' }]
  })
  const answers = crmshLoads(written)
  return written.flatMap(({ name, cluster }, at) => {
    const { output, says = '' } = answers[at] ?? {}
    const loaded = output === undefined ? undefined : readCib(output).output
    return loaded !== undefined && textOf(loaded) === textOf(cluster) ? [] : [`${name} ${says}`]
  })
}

function casesIn(folder: string): readonly Case[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.xml'))
    .map((name) => ({ name, cluster: readCib(readFileSync(join(folder, name))).output as Cluster }))
}

const scenarios = readdirSync(join(root, 'fixtures/scenarios'))
  .filter((name) => !name.endsWith('.ts'))
  .map((name) => ({
    name,
    cluster: readCib(readFileSync(join(root, 'fixtures/scenarios', name, 'cib.xml'))).output as Cluster,
  }))

/** The cluster with a letter in place of what crmsh cannot read again. */
function withoutQuotes(cluster: Cluster): Cluster {
  const text = writeCib(cluster).output ?? ''
  return readCib(text.replace(/&quot;|'|\\/g, 'q')).output as Cluster
}

const random = fc
  .sample(arbitraryCluster, { numRuns: Number(process.env.FUZZ ?? 60), seed: Number(process.env.SEED ?? 1) })
  .map((cluster, at) => ({ name: `random ${at}`, cluster: withoutQuotes(cluster) }))

describeWith(['crm'], 'crmsh', () => {
  test('loads the scenarios as they are, ids included', () => {
    expect(loadedOtherwise(scenarios)).toEqual([])
  })

  test('loads random clusters as they are, ids included', () => {
    expect(loadedOtherwise(random)).toEqual([])
  })

  test('prints clusters that are read as crmsh itself would read them', () => {
    const cibs = [...scenarios, ...random].map(({ cluster }) => writeCib(cluster).output ?? '')
    const shown = crmshShows(cibs).flatMap(({ output }) => (output === undefined ? [] : [output]))
    expect(shown.length).toBeGreaterThan(cibs.length * 0.3)
    const loaded = crmshLoads(shown.map((text) => ({ text, schema: 'pacemaker-3.9' })))
    const pairs = shown.flatMap((text, at) => {
      const output = loaded[at]?.output
      return output === undefined ? [] : [[text, readCib(output).output as Cluster] as const]
    })
    expect(pairs.length).toBeGreaterThan(shown.length * 0.5)
    for (const [text, cluster] of pairs) {
      const { output, diagnostics } = readCrm(text)
      expect([diagnostics.filter(({ code }) => code.startsWith('crm-')), text]).toEqual([[], text])
      // crmsh drops the score of a set of properties that it reads; the text has it.
      const withoutScore = textOf(output as Cluster).replace(
        /(<cluster_property_set [^>]*) score="[^"]*"/g,
        '$1',
      )
      expect(withoutScore).toBe(textOf(cluster))
    }
  })

  describeWithShared('corpus/scheduler', 'CIBs of real clusters', () => {
    test('four of five are loaded as they are, ids included', () => {
      const cases = casesIn(sharedPath('corpus/scheduler'))
      const written = cases.filter(({ cluster }) => !hasErrors(toCrm(cluster).diagnostics))
      const same = written.length - loadedOtherwise(written).length
      console.log(`${same} of ${cases.length} CIBs are the same after crm configure load replace`)
      expect(same / cases.length).toBeGreaterThan(0.8)
    })
  })
})

test('what is written is read again', () => {
  for (const { cluster } of [...scenarios, ...random]) {
    const { output = '', diagnostics } = toCrm(cluster)
    if (hasErrors(diagnostics)) continue
    expect(textOf(readCrm(output).output as Cluster)).toBe(textOf(cluster))
  }
})

test('defaults are in words, whatever the id of their set', () => {
  const { output, diagnostics } = toCrm(
    cluster({ rscDefaults: { 'resource-stickiness': 100 }, opDefaults: { timeout: '20s' } }),
  )
  expect(diagnostics).toEqual([])
  expect(output).toBe(`rsc_defaults rsc_defaults-meta_attributes: \\
\tresource-stickiness=100
op_defaults op_defaults-meta_attributes: \\
\ttimeout=20s
`)
})

describe('words', () => {
  test('are divided as they were quoted', () => {
    const plain = fc.string({ unit: 'grapheme-ascii' }).filter((text) => /^[ -~]+$/.test(text))
    const word = fc.oneof(plain, fc.constantFrom(...hostileTexts.filter((text) => /^[ -~]+$/.test(text))))
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), (words) => {
        expect(wordsOf(words.map(quoteWord).join(' '))).toEqual(words)
      }),
    )
  })
})

const fromXml = (inside: string, schema = 'pacemaker-3.9') =>
  readCib(`<cib validate-with="${schema}" admin_epoch="0" epoch="0" num_updates="0"><configuration><crm_config>
    <cluster_property_set id="p" score="5"/></crm_config><nodes/>${inside}</configuration></cib>`)
    .output as Cluster

describe('findings', () => {
  const inside = `<resources extra="1"><clone id="c"><primitive id="a" class="lsb" type="a"/></clone>
      <primitive id="b" class="lsb" type="b"><meta_attributes id="b-meta"><nvpair id="odd=1" name="x" value="a  b"/></meta_attributes></primitive>
      <bundle id="d"><podman image="i"/></bundle></resources><constraints/>`
  const written = toCrm(fromXml(inside))
  const read = readCrm(`primitive a lsb:a params password=******
primitive
group g a ghost`)

  test('each code has an example', () => {
    const codes = [...written.diagnostics, ...read.diagnostics].map(({ code }) => code)
    expect([...new Set(codes)].sort()).toEqual(Object.keys(crmEntries).sort())
  })

  test('name the path or the line', () => {
    expect(written.diagnostics.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'crm-omitted /cib/configuration/resources/@extra',
      'crm-unsupported /cib/configuration/resources/primitive[@id="b"]',
      'crm-rejected /cib/configuration/resources/bundle[@id="d"]/podman',
      'crm-unsupported /cib/configuration/resources/bundle[@id="d"]',
      'crm-rejected /cib/configuration/crm_config/cluster_property_set[@id="p"]/@score',
      'crm-unsupported /cib/configuration/crm_config/cluster_property_set[@id="p"]',
      'crm-reordered /cib/configuration/resources',
    ])
    expect(read.diagnostics.map(({ code, position }) => [code, position?.line])).toEqual([
      ['crm-obscured', 1],
      ['crm-syntax', 2],
      ['crm-missing-resource', undefined],
    ])
  })
})
