import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { orderedText } from '../../src/cib/canonical.js'
import { readCib } from '../../src/cib/index.js'
import type { Cluster } from '../../src/model/index.js'
import { toSource } from '../../src/source/index.js'
import { loadSource } from '../support/source.js'
import { isFast, root } from '../support/tools.js'
import { compilerOutput, withModules } from '../support/typescript.js'

const sourceOf = (cluster: Cluster) => toSource(cluster, { status: true }).output ?? ''
const fromXml = (resources: string, constraints: string, others = '') =>
  readCib(`<cib validate-with="pacemaker-3.9" admin_epoch="0" epoch="0" num_updates="0"><configuration>
    <crm_config/><nodes/><resources>${resources}</resources><constraints>${constraints}</constraints>${others}
    </configuration></cib>`).output as Cluster
const dummy = (id: string) => `<primitive id="${id}" class="ocf" provider="pacemaker" type="Dummy"/>`
const vip = (id: string, ip: string) =>
  `<primitive id="${id}" class="ocf" provider="heartbeat" type="IPaddr2"><instance_attributes id="${id}-instance_attributes">
    <nvpair id="${id}-instance_attributes-ip" name="ip" value="${ip}"/></instance_attributes></primitive>`
const filesystem = (id: string, at: number) =>
  `<primitive id="${id}" class="ocf" provider="heartbeat" type="Filesystem"><instance_attributes id="${id}-instance_attributes">
    ${Object.entries({ device: `/dev/vg/${at * 7}`, directory: `/srv/${at * 11}`, fstype: 'xfs' })
      .map(
        ([name, value]) => `<nvpair id="${id}-instance_attributes-${name}" name="${name}" value="${value}"/>`,
      )
      .join('')}</instance_attributes></primitive>`
const each = (count: number, of: (number: number) => string) =>
  Array.from({ length: count }, (_, at) => of(at + 1)).join('')
const location = (id: string, node: string, score: number | string) =>
  `<rsc_location id="location-${id}-${node}-${score}" rsc="${id}" node="${node}" score="${score}"/>`

const clusters: Readonly<Record<string, Cluster>> = {
  'virtual IPs with one location each': fromXml(
    each(250, (n) => vip(`vip-${n}`, `192.0.2.${n}`)),
    each(250, (n) => location(`vip-${n}`, `node${(n % 3) + 1}`, 100)),
  ),
  'resources with two locations each, their ids in those of the locations': fromXml(
    each(20, (n) => dummy(`web-${n}`)),
    each(20, (n) => `${location(`web-${n}`, 'node1', 'INFINITY')}${location(`web-${n}`, 'node2', 50)}`),
  ),
  'three values each, some of them named alone': fromXml(
    each(30, (n) => filesystem(`fs-${n}`, n)),
    `${each(29, (n) => `<rsc_order id="o${n}" first="fs-${n}" then="fs-${n + 1}"/>`)}
      <rsc_colocation id="near" rsc="fs-7" with-rsc="fs-9" score="10"/>`,
  ),
  'members of a group, groups and clones that are alike, and a tag for them': fromXml(
    `<group id="g">${each(9, (n) => dummy(`m-${n}`))}</group>
      ${each(9, (n) => `<group id="pair-${n}">${dummy(`left-${n}`)}${dummy(`right-${n}`)}</group>`)}
      ${each(9, (n) => `<clone id="svc-${n}-clone"><primitive id="svc-${n}" class="systemd" type="svc-${n}"/></clone>`)}`,
    '',
    `<tags><tag id="all">${each(9, (n) => `<obj_ref id="svc-${n}-clone"/>`)}</tag></tags>`,
  ),
  'two kinds in turns, and what holds them together': fromXml(
    each(12, (n) => `${dummy(`base-${n}`)}<primitive id="app-${n}" class="systemd" type="unit${n}"/>`),
    each(
      12,
      (
        n,
      ) => `<rsc_colocation id="colocation-app-${n}-base-${n}-INFINITY" rsc="app-${n}" with-rsc="base-${n}" score="INFINITY"/>
        <rsc_order id="order-base-${n}-app-${n}-mandatory" first="base-${n}" then="app-${n}" first-action="start" then-action="start"/>`,
    ),
  ),
  'resources called as parameters would be': fromXml(
    `${['ip', 'id', 'node', 'vip', 'resource'].map(dummy).join('')}${each(8, (n) => vip(`vip-${n}`, `192.0.2.${n}`))}`,
    `${each(8, (n) => location(`vip-${n}`, `node${n}`, 1))}${location('ip', 'node1', 5)}`,
  ),
}

describe.each(Object.entries(clusters))('%s', (_, cluster) => {
  const source = sourceOf(cluster)

  test('are loops that evaluate to the cluster', () => {
    expect(orderedText(loadSource(source))).toBe(orderedText(cluster))
    expect(source.match(/^const /gm)?.length ?? 0).toBeLessThan(8)
    expect(source).toMatch(/\.(?:flatM|m)ap\(/)
  })

  test('no parameter has the name of a constant', () => {
    const constants = [...source.matchAll(/^const (\w+) =/gm)].map(([, name = '']) => name)
    const lists = [...source.matchAll(/\(\[?([\w, ]+)\]?\) =>|>\((.*?)\) =>/g)]
    const parameters = lists.flatMap(([, names, typed = '']) =>
      (names ?? typed.replace(/: \w+/g, '')).split(', '),
    )
    expect(parameters.length).toBeGreaterThan(0)
    expect(constants.filter((name) => parameters.includes(name))).toEqual([])
  })

  test.skipIf(isFast)('are laid out as a formatter does', () => {
    const { stdout } = spawnSync(
      join(root, 'node_modules/.bin/biome'),
      ['check', '--write', '--stdin-file-path=x.ts'],
      { input: source, encoding: 'utf8', cwd: root },
    )
    expect(stdout).toBe(source)
  })
})

test('250 like resources are one constant, their locations one loop', () => {
  const source = sourceOf(clusters['virtual IPs with one location each'] as Cluster)
  expect(source.match(/^const .*/gm)).toEqual(['const vips = ('])
  expect(source).toContain(`    ['vip-250', '192.0.2.250'],
  ] as const
).map(([id, ip]) => ocf.heartbeat.IPaddr2(id, { ip }))
`)
  expect(source).toContain(').map(([vip, node]) => location(vip, node, 100)),\n')
})

test.skipIf(isFast)('the compiler accepts the loops', async () => {
  const modules = Object.values(clusters).map((cluster, at) => [`m${at}.ts`, sourceOf(cluster)] as const)
  expect(await withModules(Object.fromEntries(modules), compilerOutput)).toBe('')
})

/** Locations of six resources, in any order and number: what is in a row and alike is decided by chance. */
const locations = fc.array(
  fc.record({
    rsc: fc.constantFrom('web-1', 'web-2', 'web-3', 'web-4', 'web-5', 'web-6', 'ip', 'node'),
    node: fc.constantFrom('node1', 'node2'),
    score: fc.constantFrom('100', 'INFINITY'),
    id: fc.constantFrom('', 'x-', 'web-1'),
  }),
  { minLength: 3, maxLength: 40 },
)

test('whatever is in a row, the source evaluates to the cluster', () => {
  fc.assert(
    fc.property(locations, fc.integer({ min: 1, max: 3 }), (list, times) => {
      const constraints = Array.from({ length: times }, (_, time) =>
        list.map(
          ({ rsc, node, score, id }, at) =>
            `<rsc_location id="${id}${rsc}-${time}-${at}" rsc="${rsc}" node="${node}" score="${score}"/>`,
        ),
      )
      const cluster = fromXml(
        ['web-1', 'web-2', 'web-3', 'web-4', 'web-5', 'web-6', 'ip', 'node'].map(dummy).join(''),
        constraints.flat().join(''),
      )
      const source = sourceOf(cluster)
      const loaded = loadSource(source)
      expect(orderedText(loaded)).toBe(orderedText(cluster))
      expect(sourceOf(loaded)).toBe(source)
    }),
    { numRuns: Number(process.env.FUZZ ?? (isFast ? 20 : 100)) },
  )
})
