import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalText } from '../../src/cib/canonical.js'
import { readCib } from '../../src/cib/index.js'
import { cluster, primitive, raw, systemd, withExtra } from '../../src/dsl/index.js'
import type { Cluster, Primitive } from '../../src/model/index.js'
import { toSource } from '../../src/source/index.js'
import { commentLines, quote } from '../../src/source/syntax/quote.js'
import { commandLine } from '../support/command-line.js'
import { hostileTexts } from '../support/hostile.js'
import { loadSource } from '../support/source.js'
import { isFast, root } from '../support/tools.js'

const sourceOf = (given: Cluster) => toSource(given, { status: true }).output ?? ''
const fromXml = (inside: string) =>
  readCib(`<cib validate-with="pacemaker-3.9" admin_epoch="0" epoch="0" num_updates="0"><configuration>
    <crm_config/><nodes/>${inside}</configuration></cib>`).output as Cluster
const dummy = (id: string, inside = '') =>
  `<primitive id="${id}" class="ocf" provider="pacemaker" type="Dummy">${inside}</primitive>`

test('services under systemd are in the source', () => {
  const given = cluster({
    services: [
      'web',
      { unit: "it's", after: ['web'], wants: [], restartSec: '500ms' },
      { unit: 'api', restart: 'no', timeoutStopSec: 5 },
    ],
  })
  expect(loadSource(sourceOf(given)).services).toEqual(given.services)
})

describe('readable source', () => {
  test('variables after ids, references by value, no defaults of the builders', () => {
    const xml = `<resources>${dummy('web-1')}${dummy('db')}</resources><constraints>
      <rsc_order id="order-db-web-1-mandatory" first="db" first-action="start" then="web-1" then-action="start"/>
      <rsc_colocation id="near" rsc="web-1" with-rsc="db" score="INFINITY"/></constraints>`
    expect(sourceOf(fromXml(xml))).toBe(`import { cluster, colocation, ocf, order } from 'lightcib'

const web1 = ocf.pacemaker.Dummy('web-1')
const db = ocf.pacemaker.Dummy('db')

export default cluster({
  resources: [web1, db],
  constraints: [order(db, web1), colocation(web1, db, { id: 'near' })],
})
`)
  })

  test('a function for resources that differ in one value, a loop for constraints that do', () => {
    const vips = ['10.0.0.1', '10.0.0.2', '10.0.0.3']
    const xml = `<resources>${vips.map(
      (ip) => `<primitive id="ip-${ip}" class="ocf" provider="heartbeat" type="IPaddr2">
        <instance_attributes id="ip-${ip}-instance_attributes"><nvpair id="ip-${ip}-instance_attributes-ip" name="ip" value="${ip}"/></instance_attributes>
        <operations><op id="ip-${ip}-start-interval-0s" name="start" interval="0s" timeout="20s"/></operations></primitive>`,
    )}<clone id="proxy-clone"><primitive id="proxy" class="systemd" type="haproxy"/></clone></resources>
      <constraints>${vips.map((ip) => `<rsc_colocation id="colocation-ip-${ip}-proxy-clone-INFINITY" rsc="ip-${ip}" with-rsc="proxy-clone" score="INFINITY"/>`)}
      ${vips.map((ip) => `<rsc_order id="order-ip-${ip}-proxy-clone-Optional" first="ip-${ip}" first-action="start" then="proxy-clone" then-action="start" kind="Optional"/>`)}</constraints>`
    expect(
      sourceOf(fromXml(xml.replaceAll(',', ''))),
    ).toBe(`import { clone, cluster, colocation, ocf, order, systemd } from 'lightcib'

const ipaddr2 = <const Ip extends string>(ip: Ip) =>
  ocf.heartbeat.IPaddr2(\`ip-\${ip}\`, { ip }, { operations: { start: { timeout: '20s' } } })

const ips = [ipaddr2('10.0.0.1'), ipaddr2('10.0.0.2'), ipaddr2('10.0.0.3')]
const proxyClone = clone(systemd('proxy', { unit: 'haproxy' }))

export default cluster({
  resources: [...ips, proxyClone],
  constraints: [
    ...ips.map((ip) => colocation(ip, proxyClone)),
    ...ips.map((ip) => order(ip, proxyClone, { kind: 'Optional' })),
  ],
})
`)
  })

  test('a list of any length that several loops run over is a variable', () => {
    const ids = Array.from({ length: 900 }, (_, at) => `web-${at}`)
    const [first, ...others] = ids as [string, ...string[]]
    const constraints = [
      ...others.map(
        (id) => `<rsc_order id="order-${first}-${id}-mandatory" first="${first}" then="${id}"
        first-action="start" then-action="start"/>`,
      ),
      ...others.map(
        (id) => `<rsc_colocation id="colocation-${id}-${first}-INFINITY" rsc="${id}"
        with-rsc="${first}" score="INFINITY"/>`,
      ),
    ]
    const xml = `<resources>${ids.map((id) => dummy(id)).join('')}</resources>
      <constraints>${constraints.join('')}</constraints>`
    const source = sourceOf(fromXml(xml))
    expect(source).toContain(`  resources: [web0, ...webs],
  constraints: [...webs.map((web) => order(web0, web)), ...webs.map((web) => colocation(web, web0))],
`)
    expect(canonicalText(loadSource(source))).toBe(canonicalText(fromXml(xml)))
  })

  test('comments keep their place, and none is a directive', () => {
    const xml = `<resources><!-- the shop
      @ts-expect-error */ -->${dummy('web', '<!-- @ts-ignore -->')}<!-- the end --></resources><constraints/>`
    expect(sourceOf(fromXml(xml))).toBe(`import { cluster, ocf } from 'lightcib'

// the shop
// > @ts-expect-error */
const web = ocf.pacemaker.Dummy(
  'web',
  // > @ts-ignore
)

export default cluster({
  resources: [
    web,
    // the end
  ],
})
`)
  })

  test('an unusual order of children is an option of the cluster, and what no schema knows is extra', () => {
    const operations = '<operations><op id="x-start" name="start" interval="0s"/></operations>'
    const meta = (id: string) => `<meta_attributes id="${id}-meta_attributes"/>`
    const xml = `<resources>${dummy('a', operations + meta('a'))}${dummy('b', operations.replace('x-', 'y-') + meta('b'))}
      <primitive id="c" class="lsb" type="x" color="red"/></resources><constraints/>`
    const source = sourceOf(fromXml(xml))
    expect(source).toContain("childOrder: { primitive: ['operations'] }")
    expect(source).toContain(
      "const c = withExtra(primitive('c', 'lsb:x'), { attributes: [['color', 'red']] })",
    )
  })

  test
    .skipIf(isFast)
    .each(readdirSync(join(root, 'fixtures/scenarios')).filter((name) => !name.endsWith('.ts')))(
    'the source of %s is laid out as a formatter does, and compact',
    (name) => {
      const cib = readFileSync(join(root, 'fixtures/scenarios', name, 'cib.xml'), 'utf8')
      const source = sourceOf(readCib(cib).output as Cluster)
      expect(formatted(source)).toBe(source)
      expect(source.length).toBeLessThan(cib.length * 0.75)
    },
  )
})

test.skipIf(isFast)(
  'the source of invalid elements and of long texts is laid out as a formatter does',
  () => {
    const pair = '<nvpair id-ref="a" name="directory" value="/srv/web/with/a/long/name/that/fills/the/line"/>'
    const expression =
      '<expression id="e" attribute="#uname" operation="-1" value="a-node-with-a-long-name"/>'
    const xml = `<resources>
    <primitive id="a" class="lsb" type="x"><meta_attributes>${pair}</meta_attributes>
      <meta_attributes id="am"><rule id="ar" score="1"><op_expression id="ao" name="x"/></rule></meta_attributes>
      <instance_attributes id="${'i'.repeat(200)}"><nvpair id="p" name="key" value="${'v'.repeat(200)}"/></instance_attributes>
      <operations id="o"/></primitive>
    </resources><constraints>
    <rsc_location id="l" rsc="a"><rule id="r" score="100" role="Promoted">${expression}</rule></rsc_location>
    </constraints>`
    const source = sourceOf(fromXml(xml))
    expect(source).toContain('opExpression,\n  operations,')
    expect(formatted(source)).toBe(source)
  },
)

/** The source as Biome would have it, imports in order. */
function formatted(source: string): string {
  return spawnSync(join(root, 'node_modules/.bin/biome'), ['check', '--write', '--stdin-file-path=x.ts'], {
    input: source,
    encoding: 'utf8',
    cwd: root,
  }).stdout
}

describe('hostile texts', () => {
  test('a literal evaluates to its text', () => {
    const run = (code: string) => new Function(`return ${code}`)()
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...hostileTexts)), (text) => {
        expect(run(quote(text))).toBe(text)
        expect(quote(text)).toMatch(/^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]*$/u)
      }),
    )
    expect(quote('\ud800')).toBe("'\\ud800'")
  })

  test('each line of a comment is a comment', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const line of commentLines(text))
          expect(line).toMatch(/^\/\/(?! *@)[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u)
      }),
    )
  })

  test('as names and values of attributes', () => {
    const names = [
      '__proto__',
      'constructor',
      '10',
      '2',
      '-1',
      'a b',
      "it's",
      'class',
      '\u0024{x}',
      'twice',
      'twice',
    ]
    const pairs = names.map(
      (name, at) => ({ element: 'nvpair', id: `n${at}`, name, value: `\`${name}\u2028*/` }) as const,
    )
    const set = { element: 'meta_attributes', id: 's', nvpairs: pairs } as const
    const given = { ...(primitive('p', 'lsb:x') as Primitive), metaAttributes: [set] }
    const loaded = loadSource(sourceOf(cluster({ resources: [given] })))
    expect(canonicalText(loaded)).toBe(canonicalText(cluster({ resources: [given] })))
    expect(Object.getPrototypeOf({})).toBe(Object.prototype)
  })

  test('as ids, which variables are named after', () => {
    const ids = [
      'class',
      'order',
      'x-y',
      'x_y',
      'xY',
      '1',
      'é',
      'undefined',
      'await',
      'Ip',
      'a'.repeat(200),
      'ocf',
    ]
    const given = cluster({ resources: ids.map((id) => systemd(id)) as readonly Primitive[] })
    expect(canonicalText(loadSource(sourceOf(given)))).toBe(canonicalText(given))
  })
})

test.skipIf(isFast)('the command line loads source as a cluster module', () => {
  const { file, run, remove } = commandLine()
  try {
    const cib = readFileSync(join(root, 'fixtures/scenarios/kitchen-sink/cib.xml'), 'utf8')
    const module = file('cluster.ts', sourceOf(readCib(cib).output as Cluster))
    expect(run(['compile', module])).toMatchObject({ status: 0, stdout: cib })
  } finally {
    remove()
  }
})

test('a required attribute or child may be missing', () => {
  const xml = `<resources><primitive class="lsb" type="x"/><clone id="empty"/></resources>
    <constraints><rsc_order/><rsc_location id="l" rsc="ghost"/></constraints>`
  const given = fromXml(xml)
  expect(canonicalText(loadSource(sourceOf(given)))).toBe(canonicalText(given))
})

test('status and the extra content of sections are written', () => {
  const status = raw('status', { a: '1' }, [raw('node_state', { id: '1' }), raw('x', {}, [], 'text')])
  const given = cluster({
    status,
    extra: { cib: { attributes: [['odd', '1']] }, resources: { text: 'stray' } },
  })
  const extra = {
    ...given,
    configuration: withExtra(given.configuration, {
      order: ['constraints', 'crm_config', 'nodes', 'resources'],
    }),
  }
  for (const each of [given, extra])
    expect(canonicalText(loadSource(sourceOf(each)))).toBe(canonicalText(each))
})

test('policies cannot be written; a warning and a comment name them', () => {
  const { output, diagnostics } = toSource(cluster({ policies: [{ name: 'mine', check: () => [] }] }))
  expect(diagnostics).toMatchObject([{ code: 'source-omits-policies', severity: 'warning', path: '/cib' }])
  expect(output).toContain('// Policies that are not in here: mine\n')
})
