import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalCib, canonicalLines } from '../../src/cib/canonical.js'
import { readCib, writeCib } from '../../src/cib/index.js'
import { diff } from '../../src/diff/diff.js'
import { diffLines } from '../../src/diff/text.js'
import type { Cluster } from '../../src/model/index.js'
import { parseXml } from '../../src/xml/parse.js'
import { writeXml } from '../../src/xml/write.js'
import { applyChanges } from '../support/apply-changes.js'
import { arbitraryCluster } from '../support/arbitrary-cluster.js'
import { mutate, mutation } from '../support/mutations.js'
import { dummy, nvpairs, clusterOf as ofSections } from '../support/pcs-clusters.js'

const runs = Number(process.env.FUZZ ?? 150)

/** A cluster and the same with some changes of any kind, as both are read. */
const changedPair = fc
  .tuple(arbitraryCluster, fc.array(mutation, { minLength: 1, maxLength: 6 }))
  .map(([cluster, mutations]) => {
    const { output: text = '' } = writeCib(cluster)
    const { output: xml } = parseXml(text)
    if (xml === undefined) return [cluster, cluster] as const
    const changed = mutations.reduce((root, one) => mutate(root, one), xml as Parameters<typeof mutate>[0])
    const written = writeXml(changed)
    const [a, b] = [readCib(text).output, written.ok ? readCib(written.output).output : undefined]
    return [a ?? cluster, b ?? a ?? cluster] as const
  })

test('the record of scripts with --update is no difference', () => {
  const set = (id: string, name: string) =>
    `<cluster_property_set id="${id}"><nvpair id="${id}-1" name="${name}" value="vip"/></cluster_property_set>`
  const read = (sets: string) =>
    readCib(`<cib><configuration><crm_config>${sets}</crm_config></configuration></cib>`).output as Cluster
  const own = set('own', 'batch-limit')
  const recorded = read(own + set('lightcib', 'lightcib-made'))
  expect(diff(recorded, read(own))).toEqual([])
  expect(diff(read(own), recorded)).toEqual([])
  expect(diffLines(recorded, read(own)).filter(({ sign }) => sign !== ' ')).toEqual([])
  expect(diff(recorded, read(''))).toHaveLength(1)
})

describe('the changes', () => {
  test('give the second cluster, and there are none where both are equal', () => {
    let different = 0
    fc.assert(
      fc.property(fc.oneof(changedPair, fc.tuple(arbitraryCluster, arbitraryCluster)), ([a, b]) => {
        const changes = diff(a, b)
        expect(changes.length === 0).toBe(canonicalCib(a) === canonicalCib(b))
        expect(canonicalLines(applyChanges(a, changes))).toEqual(canonicalCib(b))
        expect(diffLines(a, b).some(({ sign }) => sign !== ' ')).toBe(changes.length > 0)
        if (changes.length > 0) different++
      }),
      { numRuns: runs },
    )
    expect(different).toBeGreaterThan(runs / 3)
  })

  test('are none for another order of attributes, nvpairs and operations', () => {
    const set = (pairs: string) => `<meta_attributes id="m">${pairs}</meta_attributes>`
    const [x, y] = ['<nvpair id="x" name="x" value="1"/>', '<nvpair value="2" name="y" id="y"/>']
    const [one, other] = [
      '<op id="o1" name="start" interval="0s"/>',
      '<op id="o2" name="stop" interval="0s"/>',
    ]
    const primitive = (inside: string, ops: string) =>
      `<primitive id="a" class="lsb" type="x">${inside}<operations>${ops}</operations></primitive>`
    const cluster = (resources: string) => ofSections({ resources })
    expect(
      diff(cluster(primitive(set(x + y), one + other)), cluster(primitive(set(y + x), other + one))),
    ).toEqual([])
  })

  test('name an element that is in another parent now as moved, and what changed in it', () => {
    const before = ofSections({ resources: `${dummy('a')}<group id="g">${dummy('b')}</group>` })
    const after = ofSections({
      resources: `<group id="g">${dummy('b')}${dummy('a', nvpairs('meta_attributes', 'a', { x: '1' }))}</group>`,
    })
    expect(diff(before, after).map(({ change, path }) => [change, path])).toEqual([
      ['moved', '/cib/configuration/resources/primitive[@id="a"]'],
      [
        'added',
        '/cib/configuration/resources/group[@id="g"]/primitive[@id="a"]/meta_attributes[@id="a-meta_attributes"]',
      ],
    ])
  })

  test('list a member that changed its place once', () => {
    const group = (...ids: string[]) =>
      ofSections({ resources: `<group id="g">${ids.map((id) => dummy(id)).join('')}</group>` })
    const changes = diff(group('a', 'b', 'c', 'd'), group('d', 'a', 'b', 'c'))
    expect(changes).toMatchObject([{ change: 'moved', id: 'd', from: 3, position: 0 }])
  })

  test('go down to what no field of the model has', () => {
    const unknown = (value: string) =>
      readCib(
        `<cib><configuration><resources><primitive id="a" class="lsb" type="x" colour="${value}"><extra><deep v="${value}">t${value}</deep></extra></primitive></resources></configuration></cib>`,
      ).output as Cluster
    expect(diff(unknown('1'), unknown('2'))).toMatchObject([
      { change: 'changed', attribute: 'colour', from: '1', to: '2' },
      { change: 'changed', element: 'deep', attribute: 'v' },
      { change: 'changed', element: 'deep', attribute: '#text', from: 't1', to: 't2' },
    ])
  })
})

test('the outline has the elements around a change, and each change with its sign', () => {
  const ip = (value: string, more = {}) =>
    ofSections({ resources: dummy('vip', nvpairs('instance_attributes', 'vip', { ip: value, ...more })) })
  expect(
    diffLines(ip('10.0.0.4'), ip('10.0.0.5', { nic: 'eth0' })).map(({ sign, text }) => `${sign} ${text}`),
  ).toEqual([
    '  resources',
    '    primitive "vip"',
    '      instance_attributes "vip-instance_attributes"',
    '~       nvpair "vip-instance_attributes-ip"  value: "10.0.0.4" -> "10.0.0.5"',
    '+       nvpair "vip-instance_attributes-nic" nic="eth0"',
  ])
})
