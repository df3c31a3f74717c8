import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Shown } from 'lightcib'
import { type Cluster, readCib, toDot, toMermaid, toSvg } from 'lightcib'
import { constraintsOf } from 'lightcib/model'
import { describe, expect, test } from 'vitest'
import { lookOf } from '../../src/render/picture/edges.js'
import { type Picture, pictureOf } from '../../src/render/picture/picture.js'
import { layOut } from '../../src/render/svg/layout.js'
import { describeWith, root, run } from '../support/tools.js'
import { expectFile } from '../support/update.js'

const scenarios = ['light', 'newton-light', 'mitaka-full', 'wallaby-bundles']

function scenario(name: string): Cluster {
  return clusterIn(readFileSync(join(root, 'fixtures/scenarios', name, 'cib.xml'), 'utf8'))
}

function clusterIn(xml: string): Cluster {
  const { output, diagnostics } = readCib(xml)
  expect(diagnostics).toEqual([])
  return output as Cluster
}

/** Primitives a to f with these constraints. */
function abc(constraints: string, tags = ''): Cluster {
  const primitives = [...'abcdef'].map((id) => `<primitive id="${id}" class="ocf" provider="x" type="Y"/>`)
  return clusterIn(`<cib><configuration><resources>${primitives.join('')}
    <clone id="h-clone"><primitive id="h" class="systemd" type="haproxy"/></clone></resources>
    <constraints>${constraints}</constraints>${tags}</configuration></cib>`)
}

/** Every edge as `a -Mandatory-> b label`, by ids. */
function edgesIn({ boxes, junctions, edges }: Picture): readonly string[] {
  const ids = new Map([
    ...boxes.flatMap((box) => [box, ...box.members]).map(({ key, id }) => [key, id] as const),
    ...junctions.map(({ key, labels }) => [key, `(${labels})`] as const),
  ])
  return edges.map((edge) => {
    const labels = edge.line === 'implied' ? [] : edge.labels
    return [ids.get(edge.from.key), `-${lookOf(edge)}->`, ids.get(edge.to.key), ...labels].join(' ')
  })
}

const drawn = (constraints: string, of: Shown = 'both') => edgesIn(pictureOf(abc(constraints), { of }))
const refs = (ids: string) => [...ids].map((id) => `<resource_ref id="${id}"/>`).join('')
const set = (ids: string, attributes = '') =>
  `<resource_set id="s${ids}" ${attributes}>${refs(ids)}</resource_set>`

describe('orders', () => {
  test.each([
    ['', 'a -Mandatory-> b'],
    ['kind="Optional"', 'a -Optional-> b'],
    ['kind="Serialize" symmetrical="false"', 'a -Serialize-> b'],
    ['kind="optional"', 'a -Mandatory-> b'],
    ['score="0"', 'a -Optional-> b'],
    ['score="INFINITY"', 'a -Mandatory-> b'],
    ['symmetrical="false"', 'a -Mandatory-> b symmetrical=false'],
    ['first-action="promote"', 'a -Mandatory-> b promote → promote'],
    ['first-action="promote" then-action="start"', 'a -Mandatory-> b promote → start'],
    ['require-all="false"', 'a -Mandatory-> b require-all=false'],
  ])('%s', (attributes, expected) => {
    expect(drawn(`<rsc_order id="o" first="a" then="b" ${attributes}/>`)).toEqual([expected])
  })

  test.each([
    ['a set is a chain', set('abc'), ['a -Mandatory-> b', 'b -Mandatory-> c']],
    ['unless it is not sequential', set('abc', 'sequential="false"'), []],
    ['its kind is its own', set('ab', 'kind="Optional"'), ['a -Optional-> b']],
    ['its action is that of all', set('ab', 'action="stop"'), ['a -Mandatory-> b stop → stop']],
    [
      'all of one before all of the next',
      set('ab', 'sequential="false"') + set('cd', 'sequential="false"'),
      ['a -Mandatory-> ()', 'b -Mandatory-> ()', '() -Mandatory-> c', '() -Mandatory-> d'],
    ],
    [
      'only the last and the first where sequential says so',
      set('ab', 'sequential="true"') + set('cd', 'sequential="true"'),
      ['a -Mandatory-> b', 'c -Mandatory-> d', 'b -Mandatory-> c'],
    ],
    [
      'any one is enough',
      set('ab', 'sequential="false" require-all="false"') + set('c'),
      ['a -Mandatory-> c require-all=false', 'b -Mandatory-> c require-all=false'],
    ],
  ])('%s', (_, sets, expected) => {
    expect(drawn(`<rsc_order id="o">${sets}</rsc_order>`)).toEqual(expected)
  })
})

describe('colocations', () => {
  test.each([
    ['score="INFINITY"', 'a -together-> b'],
    ['score="1000000"', 'a -together-> b'],
    ['score="100"', 'a -near-> b 100'],
    ['score="-INFINITY"', 'a -apart-> b -INFINITY'],
    ['score="-5"', 'a -apart-> b -5'],
    ['', 'a -void-> b no score'],
    ['score="abc"', 'a -void-> b abc'],
    ['score="INFINITY" with-rsc-role="Promoted"', 'a -together-> b with Promoted'],
    ['score="INFINITY" rsc-role="Started" with-rsc-role="Started"', 'a -together-> b'],
    ['score="INFINITY" node-attribute="rack"', 'a -together-> b node-attribute=rack'],
    ['score="INFINITY" influence="false"', 'a -together-> b influence=false'],
  ])('%s', (attributes, expected) => {
    expect(drawn(`<rsc_colocation id="c" rsc="a" with-rsc="b" ${attributes}/>`)).toEqual([expected])
  })

  test.each([
    ['each runs with the one before it', set('abc'), ['b -together-> a', 'c -together-> b']],
    ['or after it, if listed', set('ab', 'ordering="listed"'), ['a -together-> b']],
    ['or with none', set('abc', 'sequential="false"'), []],
    ['its score is its own', set('ab', 'score="7"'), ['b -near-> a 7']],
    ['two apart', set('ab', 'score="-7"'), ['b -apart-> a -7']],
    [
      'three apart meet in one point',
      set('abc', 'score="-7"'),
      ['a -apart-> (-7)', 'b -apart-> (-7)', 'c -apart-> (-7)'],
    ],
    [
      'an earlier set runs with a later one',
      set('ab') + set('cd'),
      ['b -together-> a', 'd -together-> c', 'a -together-> d'],
    ],
  ])('%s', (_, sets, expected) => {
    expect(drawn(`<rsc_colocation id="c" score="INFINITY">${sets}</rsc_colocation>`)).toEqual(expected)
  })
})

describe('references', () => {
  test('to nothing get a box of their own, one for each id', () => {
    const { boxes } = pictureOf(
      abc('<rsc_order id="o" first="gone" then="a"/><rsc_order id="p" first="gone" then="b"/>'),
    )
    expect(boxes.filter(({ kind }) => kind === 'missing').map(({ id }) => id)).toEqual(['gone'])
  })

  test('into a clone lead to the clone and say so', () => {
    expect(drawn('<rsc_order id="o" first="h" then="a"/>')).toEqual(['h-clone -Mandatory-> a first: h'])
  })

  test('to a tag lead to a box that stands for its members', () => {
    const tags = '<tags><tag id="t"><obj_ref id="a"/><obj_ref id="b"/></tag></tags>'
    expect(edgesIn(pictureOf(abc('<rsc_order id="o" first="t" then="c"/>', tags)))).toEqual([
      't -Mandatory-> c',
      't -part-> a',
      't -part-> b',
    ])
  })

  test('to a set elsewhere are followed', () => {
    const sets = `<rsc_order id="o">${set('ab')}</rsc_order><rsc_order id="p"><resource_set id-ref="sab"/></rsc_order>`
    expect(drawn(sets)).toEqual(['a -Mandatory-> b', 'a -Mandatory-> b'])
  })
})

test('two sets of 2,000 take 4,000 lines', () => {
  const ids = (prefix: string) =>
    Array.from({ length: 2000 }, (_, n) => `<resource_ref id="${prefix}${n}"/>`).join('')
  const sets = ['x', 'y'].map(
    (prefix) => `<resource_set id="${prefix}" sequential="false">${ids(prefix)}</resource_set>`,
  )
  expect(pictureOf(abc(`<rsc_order id="o">${sets.join('')}</rsc_order>`)).edges).toHaveLength(4000)
})

test('a picture of one kind of constraint has nothing of the other', () => {
  const both =
    '<rsc_order id="o" first="a" then="b"/><rsc_colocation id="c" rsc="b" with-rsc="a" score="INFINITY"/>'
  expect(drawn(both, 'order')).toEqual(['a -Mandatory-> b'])
  expect(drawn(both, 'colocation')).toEqual(['b -together-> a'])
  expect(toDot(abc(both), { of: 'colocation' }).output).not.toContain('Mandatory')
})

test('the legend names just what occurs', () => {
  const { legend } = pictureOf(abc('<rsc_order id="o" first="a" then="h-clone"/>'))
  expect(legend.map((entry) => ('look' in entry ? entry.look : entry.sample))).toEqual([
    'haproxy',
    'primitive',
    'clone',
    'Mandatory',
  ])
})

describe('what the graph module finds', () => {
  const marked = (picture: Picture) => ({
    boxes: picture.boxes.filter(({ inCycle }) => inCycle).map(({ id }) => id),
    edges: picture.edges.flatMap((edge) => (edge.inCycle && edge.line === 'order' ? [edge.constraint] : [])),
  })
  const circle = abc(
    '<rsc_order id="o1" first="a" then="b"/><rsc_order id="o2" first="b" then="c"/><rsc_order id="o3" first="c" then="a" kind="Optional"/><rsc_order id="o4" first="h-clone" then="a"/><rsc_order id="o5" first="c" then="d"/>',
  )

  test('a circle of orders is red, and what only waits for it is not', async () => {
    const picture = pictureOf(circle)
    expect(marked(picture)).toEqual({ boxes: ['a', 'b', 'c'], edges: ['o1', 'o2', 'o3'] })
    expect(picture.legend.map(({ sample }) => sample)).toContain('cycle')
    expect((await toSvg(circle)).output?.match(/stroke="#c1121f" stroke-width="3"/g)).toHaveLength(9)
  })

  test('the point where the lines of a set meet can be seen', async () => {
    const { output = '' } = await toSvg(
      abc(
        `<rsc_order id="o">${set('ab', 'sequential="false"')}${set('cd', 'sequential="false"')}</rsc_order>`,
      ),
    )
    const radius = /class="junction"><ellipse [^>]*rx="([\d.]+)"/.exec(output)?.[1]
    expect(Number(radius)).toBeGreaterThan(2)
  })

  test('a circle through sets is red too', () => {
    const sets = `<rsc_order id="o">${set('abc', 'sequential="false"')}${set('def', 'sequential="false"')}</rsc_order>`
    const { boxes, edges } = marked(pictureOf(abc(`${sets}<rsc_order id="back" first="e" then="b"/>`)))
    expect([boxes, edges]).toEqual([
      ['b', 'e'],
      ['o', 'o', 'back'],
    ])
  })

  test('a picture by action has the circle of starts', () => {
    const picture = pictureOf(circle, { by: 'action' })
    expect(marked(picture).edges).toEqual(['o1', 'o2', 'o3'])
    expect(picture.boxes.map(({ id, badge }) => `${id} ${badge}`).sort()).toEqual(
      ['a', 'b', 'c', 'd', 'h-clone'].flatMap((id) => [`${id} start`, `${id} stop`]),
    )
    expect(edgesIn(picture).filter((edge) => edge.startsWith('h-clone'))).toEqual(['h-clone -Mandatory-> a'])
  })

  test('the scenarios have none', () => {
    for (const name of scenarios) {
      for (const by of ['resource', 'action'] as const) {
        expect(marked(pictureOf(scenario(name), { by }))).toEqual({ boxes: [], edges: [] })
      }
    }
  })

  test('a virtual IP tells whether it is tied to HAProxy', () => {
    const guarantees = (cluster: Cluster) =>
      pictureOf(cluster).boxes.flatMap(({ id, guarantee }) =>
        guarantee === undefined ? [] : [[id, guarantee]],
      )
    expect(new Set(guarantees(scenario('mitaka-full')).map(([, guarantee]) => guarantee))).toEqual(
      new Set(['guaranteed']),
    )
    expect(
      guarantees(scenario('wallaby-bundles')).filter(([, guarantee]) => guarantee !== 'guaranteed'),
    ).toEqual([['ip-172.16.2.7', 'elsewhere']])
    const loose = readFileSync(join(root, 'fixtures/scenarios/newton-light/cib.xml'), 'utf8')
    expect(guarantees(clusterIn(loose.replace('score="INFINITY"', 'score="5000"')))[0]).toEqual([
      'ip-192.0.2.6',
      'not-guaranteed',
    ])
  })

  test('start waves: each box one column after the last that it waits for', () => {
    const waves = (picture: Picture) =>
      Object.fromEntries(picture.boxes.map(({ id, key }) => [id, picture.waves?.get(key)]))
    const mitaka = waves(pictureOf(scenario('mitaka-full'), { waves: true }))
    expect(mitaka).toMatchObject({
      'ip-192.0.2.6': 1,
      'galera-master': 1,
      'haproxy-clone': 2,
      'openstack-core-clone': 3,
      'openstack-nova-consoleauth-clone': 4,
      'openstack-nova-conductor-clone': 8,
      'openstack-aodh-listener-clone': 9,
    })
    expect(waves(pictureOf(circle, { waves: true }))).toMatchObject({
      'h-clone': 1,
      a: undefined,
      d: undefined,
      e: 1,
    })
  })
})

test('what Graphviz cannot lay out is a finding', async () => {
  const { output, diagnostics } = await layOut('digraph {')
  expect(output).toBeUndefined()
  expect(diagnostics).toMatchObject([{ code: 'layout-failed', severity: 'error', path: '/cib' }])
})

describe.each(scenarios)('%s', (name) => {
  test('looks like the pictures beside it', async () => {
    const cluster = scenario(name)
    const file = (ending: string) => join(root, 'fixtures/scenarios', name, `graph.${ending}`)
    expectFile(file('dot'), toDot(cluster).output as string)
    expectFile(file('mmd'), toMermaid(cluster).output as string)
    expectFile(file('svg'), (await toSvg(cluster)).output as string)
  })

  test('shows every resource with its agent, and every order and colocation', async () => {
    const cluster = scenario(name)
    const { boxes, edges } = pictureOf(cluster)
    const svg = (await toSvg(cluster)).output as string
    for (const { id } of boxes) expect(svg).toContain(`<title>${id}</title>`)
    expect(boxes.filter(({ kind, agent }) => kind === 'missing' || agent === undefined)).toEqual([])
    expect(svg.match(/class="edge /g)).toHaveLength(edges.length)
    expect(edges).toHaveLength(
      constraintsOf(cluster).filter(({ element }) => element !== 'rsc_location').length,
    )
  })
})

test('VIPs and HAProxy are told apart from the rest', () => {
  const marked = (name: string, mark: string) =>
    pictureOf(scenario(name))
      .boxes.filter((box) => box.mark === mark)
      .map(({ id }) => id)
  expect(marked('mitaka-full', 'vip')).toHaveLength(6)
  expect(marked('mitaka-full', 'haproxy')).toEqual(['haproxy-clone'])
  expect(marked('wallaby-bundles', 'vip')).toHaveLength(7)
  expect(marked('wallaby-bundles', 'haproxy')).toEqual(['haproxy-bundle'])
})

test('a Mermaid chart has every box and line', () => {
  const cluster = scenario('mitaka-full')
  const lines = (toMermaid(cluster).output as string).split('\n')
  expect(lines.filter((line) => /^ {2}b\d+[[(]/.test(line))).toHaveLength(47)
  expect(lines.filter((line) => /^ {2}b\d+ (--|-\.)/.test(line))).toHaveLength(74)
})

describeWith(['dot'], 'Graphviz', () => {
  test.each(scenarios)('draws %s without a complaint', (name) => {
    for (const options of [
      {},
      { of: 'order' },
      { of: 'colocation' },
      { by: 'action' },
      { waves: true },
    ] as const) {
      const { status, stderr } = run('dot', ['-Tsvg'], toDot(scenario(name), options).output)
      expect([status, stderr.replace(/.*Fontconfig.*\n/g, '')]).toEqual([0, ''])
    }
  })
})
