import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Cluster, type ConstraintKinds, readCib, toDot, toMermaid, toSvg } from 'lightcib'
import { constraintsOf } from 'lightcib/model'
import { describe, expect, test } from 'vitest'
import { lookOf } from '../../src/render/parts/lines.js'
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

const drawn = (constraints: string, of: ConstraintKinds = 'both') =>
  edgesIn(pictureOf(abc(constraints), { of }))
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
    ['a set that is not sequential has no order', set('abc', 'sequential="false"'), []],
    ['the kind of a set', set('ab', 'kind="Optional"'), ['a -Optional-> b']],
    ['the action of a set', set('ab', 'action="stop"'), ['a -Mandatory-> b stop → stop']],
    [
      'each of one set before each of the next',
      set('ab', 'sequential="false"') + set('cd', 'sequential="false"'),
      ['a -Mandatory-> ()', 'b -Mandatory-> ()', '() -Mandatory-> c', '() -Mandatory-> d'],
    ],
    [
      'only the last and the first with sequential=true',
      set('ab', 'sequential="true"') + set('cd', 'sequential="true"'),
      ['a -Mandatory-> b', 'c -Mandatory-> d', 'b -Mandatory-> c'],
    ],
    [
      'require-all=false',
      set('ab', 'sequential="false" require-all="false"') + set('c'),
      ['a -Mandatory-> c require-all=false', 'b -Mandatory-> c require-all=false'],
    ],
  ])('%s', (_, sets, expected) => {
    expect(drawn(`<rsc_order id="o">${sets}</rsc_order>`)).toEqual(expected)
  })
})

describe('colocations', () => {
  test.each([
    ['score="INFINITY"', 'a -infinity-> b'],
    ['score="1000000"', 'a -infinity-> b'],
    ['score="100"', 'a -positive-> b 100'],
    ['score="-INFINITY"', 'a -negative-> b -INFINITY'],
    ['score="-5"', 'a -negative-> b -5'],
    ['', 'a -zero-> b no score'],
    ['score="abc"', 'a -zero-> b abc'],
    ['score="INFINITY" with-rsc-role="Promoted"', 'a -infinity-> b with Promoted'],
    ['score="INFINITY" rsc-role="Started" with-rsc-role="Started"', 'a -infinity-> b'],
    ['score="INFINITY" node-attribute="rack"', 'a -infinity-> b node-attribute=rack'],
    ['score="INFINITY" influence="false"', 'a -infinity-> b influence=false'],
  ])('%s', (attributes, expected) => {
    expect(drawn(`<rsc_colocation id="c" rsc="a" with-rsc="b" ${attributes}/>`)).toEqual([expected])
  })

  test.each([
    ['each with the one before it', set('abc'), ['b -infinity-> a', 'c -infinity-> b']],
    ['each with the one after it, if listed', set('ab', 'ordering="listed"'), ['a -infinity-> b']],
    ['none if not sequential', set('abc', 'sequential="false"'), []],
    ['the score of a set', set('ab', 'score="7"'), ['b -positive-> a 7']],
    ['a pair with a negative score', set('ab', 'score="-7"'), ['b -negative-> a -7']],
    [
      'all pairs of three with a negative score, through one point',
      set('abc', 'score="-7"'),
      ['a -negative-> (-7)', 'b -negative-> (-7)', 'c -negative-> (-7)'],
    ],
    [
      'an earlier set with a later one',
      set('ab') + set('cd'),
      ['b -infinity-> a', 'd -infinity-> c', 'a -infinity-> d'],
    ],
  ])('%s', (_, sets, expected) => {
    expect(drawn(`<rsc_colocation id="c" score="INFINITY">${sets}</rsc_colocation>`)).toEqual(expected)
  })
})

describe('references', () => {
  test('to an undefined id lead to a box, one for each id', () => {
    const { boxes } = pictureOf(
      abc('<rsc_order id="o" first="gone" then="a"/><rsc_order id="p" first="gone" then="b"/>'),
    )
    expect(boxes.filter(({ kind }) => kind === 'missing').map(({ id }) => id)).toEqual(['gone'])
  })

  test('into a clone lead to the clone, with a label', () => {
    expect(drawn('<rsc_order id="o" first="h" then="a"/>')).toEqual(['h-clone -Mandatory-> a first: h'])
  })

  test('to a tag lead to a box of the tag, with lines to its members', () => {
    const tags = '<tags><tag id="t"><obj_ref id="a"/><obj_ref id="b"/></tag></tags>'
    expect(edgesIn(pictureOf(abc('<rsc_order id="o" first="t" then="c"/>', tags)))).toEqual([
      't -Mandatory-> c',
      't -part-> a',
      't -part-> b',
    ])
  })

  test('to a set of another constraint are resolved', () => {
    const sets = `<rsc_order id="o">${set('ab')}</rsc_order><rsc_order id="p"><resource_set id-ref="sab"/></rsc_order>`
    expect(drawn(sets)).toEqual(['a -Mandatory-> b', 'a -Mandatory-> b'])
  })
})

test('two sets of 2,000 are 4,000 lines', () => {
  const ids = (prefix: string) =>
    Array.from({ length: 2000 }, (_, n) => `<resource_ref id="${prefix}${n}"/>`).join('')
  const sets = ['x', 'y'].map(
    (prefix) => `<resource_set id="${prefix}" sequential="false">${ids(prefix)}</resource_set>`,
  )
  expect(pictureOf(abc(`<rsc_order id="o">${sets.join('')}</rsc_order>`)).edges).toHaveLength(4000)
})

test('a picture of one kind of constraint shows none of the other', () => {
  const both =
    '<rsc_order id="o" first="a" then="b"/><rsc_colocation id="c" rsc="b" with-rsc="a" score="INFINITY"/>'
  expect(drawn(both, 'order')).toEqual(['a -Mandatory-> b'])
  expect(drawn(both, 'colocation')).toEqual(['b -infinity-> a'])
  expect(toDot(abc(both), { of: 'colocation' }).output).not.toContain('Mandatory')
})

test('the legend has what occurs, and nothing else', () => {
  const { legend } = pictureOf(abc('<rsc_order id="o" first="a" then="h-clone"/>'))
  expect(legend.map((entry) => ('look' in entry ? entry.look : entry.sample))).toEqual([
    'haproxy',
    'primitive',
    'clone',
    'Mandatory',
  ])
})

describe('results of the analyses', () => {
  const marked = (picture: Picture) => ({
    boxes: picture.boxes.filter(({ inCycle }) => inCycle).map(({ id }) => id),
    edges: picture.edges.flatMap((edge) => (edge.inCycle && edge.line === 'order' ? [edge.constraint] : [])),
  })
  const cyclic = abc(
    '<rsc_order id="o1" first="a" then="b"/><rsc_order id="o2" first="b" then="c"/><rsc_order id="o3" first="c" then="a" kind="Optional"/><rsc_order id="o4" first="h-clone" then="a"/><rsc_order id="o5" first="c" then="d"/>',
  )

  test('an ordering cycle is red, and what only waits for it is not', async () => {
    const picture = pictureOf(cyclic)
    expect(marked(picture)).toEqual({ boxes: ['a', 'b', 'c'], edges: ['o1', 'o2', 'o3'] })
    expect(picture.legend.map(({ sample }) => sample)).toContain('cycle')
    expect((await toSvg(cyclic)).output?.match(/stroke="#c1121f" stroke-width="3"/g)).toHaveLength(9)
  })

  test('the point where the lines of a set meet is visible', async () => {
    const { output = '' } = await toSvg(
      abc(
        `<rsc_order id="o">${set('ab', 'sequential="false"')}${set('cd', 'sequential="false"')}</rsc_order>`,
      ),
    )
    const radius = /class="junction"><ellipse [^>]*rx="([\d.]+)"/.exec(output)?.[1]
    expect(Number(radius)).toBeGreaterThan(2)
  })

  test('an ordering cycle through sets is red too', () => {
    const sets = `<rsc_order id="o">${set('abc', 'sequential="false"')}${set('def', 'sequential="false"')}</rsc_order>`
    const { boxes, edges } = marked(pictureOf(abc(`${sets}<rsc_order id="back" first="e" then="b"/>`)))
    expect([boxes, edges]).toEqual([
      ['b', 'e'],
      ['o', 'o', 'back'],
    ])
  })

  test('a picture by action shows the cycle of starts', () => {
    const picture = pictureOf(cyclic, { by: 'action' })
    expect(marked(picture).edges).toEqual(['o1', 'o2', 'o3'])
    expect(picture.boxes.map(({ id, badge }) => `${id} ${badge}`).sort()).toEqual(
      ['a', 'b', 'c', 'd', 'h-clone'].flatMap((id) => [`${id} start`, `${id} stop`]),
    )
    expect(edgesIn(picture).filter((edge) => edge.startsWith('h-clone'))).toEqual(['h-clone -Mandatory-> a'])
  })

  test('the scenarios have no cycle', () => {
    for (const name of scenarios) {
      for (const by of ['resource', 'action'] as const) {
        expect(marked(pictureOf(scenario(name), { by }))).toEqual({ boxes: [], edges: [] })
      }
    }
  })

  test('a virtual IP shows whether it runs only with HAProxy', () => {
    const guarantees = (cluster: Cluster) =>
      pictureOf(cluster).boxes.flatMap(({ id, guarantee }) =>
        guarantee === undefined ? [] : [[id, guarantee]],
      )
    expect(new Set(guarantees(scenario('mitaka-full')).map(([, guarantee]) => guarantee))).toEqual(
      new Set(['guaranteed']),
    )
    expect(
      guarantees(scenario('wallaby-bundles')).filter(([, guarantee]) => guarantee !== 'guaranteed'),
    ).toEqual([['ip-172.16.2.7', 'other']])
    const loose = readFileSync(join(root, 'fixtures/scenarios/newton-light/cib.xml'), 'utf8')
    expect(guarantees(clusterIn(loose.replace('score="INFINITY"', 'score="5000"')))[0]).toEqual([
      'ip-192.0.2.6',
      'not-guaranteed',
    ])
  })

  test('start levels: each box one column after the last that it waits for', () => {
    const levels = (picture: Picture) =>
      Object.fromEntries(picture.boxes.map(({ id, key }) => [id, picture.startLevels?.get(key)]))
    const mitaka = levels(pictureOf(scenario('mitaka-full'), { startLevels: true }))
    expect(mitaka).toMatchObject({
      'ip-192.0.2.6': 1,
      'galera-master': 1,
      'haproxy-clone': 2,
      'openstack-core-clone': 3,
      'openstack-nova-consoleauth-clone': 4,
      'openstack-nova-conductor-clone': 8,
      'openstack-aodh-listener-clone': 9,
    })
    expect(levels(pictureOf(cyclic, { startLevels: true }))).toMatchObject({
      'h-clone': 1,
      a: undefined,
      d: undefined,
      e: 1,
    })
  })
})

test('a graph that Graphviz cannot lay out is a finding', async () => {
  const { output, diagnostics } = await layOut('digraph {')
  expect(output).toBeUndefined()
  expect(diagnostics).toMatchObject([{ code: 'layout-failed', severity: 'error', path: '/cib' }])
})

describe.each(scenarios)('%s', (name) => {
  test('is drawn as in the fixtures', async () => {
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

test('virtual IPs and HAProxy are recognized', () => {
  const withService = (name: string, service: string) =>
    pictureOf(scenario(name))
      .boxes.filter((box) => box.service === service)
      .map(({ id }) => id)
  expect(withService('mitaka-full', 'vip')).toHaveLength(6)
  expect(withService('mitaka-full', 'haproxy')).toEqual(['haproxy-clone'])
  expect(withService('wallaby-bundles', 'vip')).toHaveLength(7)
  expect(withService('wallaby-bundles', 'haproxy')).toEqual(['haproxy-bundle'])
})

test('a Mermaid chart has every box and line', () => {
  const cluster = scenario('mitaka-full')
  const lines = (toMermaid(cluster).output as string).split('\n')
  expect(lines.filter((line) => /^ {2}b\d+[[(]/.test(line))).toHaveLength(47)
  expect(lines.filter((line) => /^ {2}b\d+ (--|-\.)/.test(line))).toHaveLength(74)
})

describeWith(['dot'], 'Graphviz', () => {
  test.each(scenarios)('draws %s without a warning', (name) => {
    for (const options of [
      {},
      { of: 'order' },
      { of: 'colocation' },
      { by: 'action' },
      { startLevels: true },
    ] as const) {
      const { status, stderr } = run('dot', ['-Tsvg'], toDot(scenario(name), options).output)
      expect([status, stderr.replace(/.*Fontconfig.*\n/g, '')]).toEqual([0, ''])
    }
  })
})
