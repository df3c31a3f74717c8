import { describe, expect, it, test } from 'vitest'
import { readCib, writeCib } from '../../src/cib/index.js'
import { positionOf } from '../../src/cib/positions.js'
import { validateCluster } from '../../src/cib/validate/validate.js'
import { type Cluster, pathOf, type RawElement, type Rule, walk } from '../../src/model/index.js'
import { richCibs } from '../support/rich-cibs.js'

const dummy = 'class="ocf" provider="heartbeat" type="Dummy"'

function cib(resources: string, more = ''): string {
  return `<cib validate-with="pacemaker-3.9" admin_epoch="0" epoch="0" num_updates="0">
  <configuration>
    <crm_config/>
    <nodes/>
    <resources>
${resources}
    </resources>
    <constraints/>
  </configuration>${more}
</cib>`
}

function rewritten(text: string): string {
  const { output } = readCib(text)
  return writeCib(output as Cluster).output as string
}

test('a finding about the status is at its element', () => {
  const { output } = readCib(
    cib('', '<status>\n<node_state id="1"/>\n<node_state id="2"><lrm>\n<x/><x/></lrm></node_state></status>'),
  )
  const lineOf = (path: string) => positionOf(output as Cluster, `/cib/status${path}`)
  expect(lineOf('/node_state[@id="2"]')).toEqual({ line: 11, column: 1 })
  expect(lineOf('/node_state[@id="2"]/lrm/x[2]/@y')).toEqual({ line: 12, column: 5 })
  expect(lineOf('/node_state[@id="3"]')).toBeUndefined()
  expect(lineOf('')).toMatchObject({ line: 9 })
})

describe('reading and writing withExtra', () => {
  it.each([
    [
      'the order of children of several kinds',
      `<primitive id="a" ${dummy}><operations/><meta_attributes id="m"/></primitive>`,
    ],
    [
      'an unknown element among known ones',
      '<primitive id="a"/><extra id="x"><more>text</more></extra><primitive id="b"/>',
    ],
    [
      'an element that lacks what it needs, in its place',
      '<group id="empty"/><group id="full"><primitive id="a"/></group>',
    ],
    ['a duplicate element', '<primitive id="a"><operations id="o1"/><operations id="o2"/></primitive>'],
    ['unknown attributes and text', '<primitive id="a" extra="x">text</primitive>'],
    ['comments', '<!-- one --><primitive id="a"><!-- two --></primitive><!-- three -->'],
    [
      'attributes of old schemas',
      '<primitive id="a"><operations><op id="o" name="start" interval="0" requires="quorum"/></operations></primitive>',
    ],
  ])('%s', (_, resources) => {
    const text = rewritten(cib(resources))
    expect(text.replace(/\s*\n\s*/g, '')).toContain(resources)
    expect(rewritten(text)).toBe(text)
  })

  it('the status, before or after the configuration', () => {
    const status = '<status><node_state id="1" uname="n"/></status>'
    expect(rewritten(cib('', status)).replace(/\s*\n\s*/g, '')).toContain(`</configuration>${status}</cib>`)
  })

  it('what old schemas had, without a finding', () => {
    for (const text of richCibs) expect(readCib(text, { validate: true }).diagnostics).toEqual([])
  })
})

describe('findings', () => {
  it('of the reader have line and column', () => {
    const { diagnostics } = readCib(
      cib('      <primitive id="a"\n  extra="x"/>\n      <other/>\n      <group id="g"/>'),
    )
    expect(
      diagnostics.map(({ code, path, position }) => [code, path, position?.line, position?.column]),
    ).toEqual([
      ['unknown-attribute', '/cib/configuration/resources/primitive[@id="a"]/@extra', 7, 3],
      ['unknown-element', '/cib/configuration/resources/other', 8, 7],
      ['missing-element', '/cib/configuration/resources/group[@id="g"]', 9, 7],
    ])
  })

  it.each(richCibs.map((text, index) => [index, text] as const))(
    'of later checks have the position of their element: CIB %i',
    (_, text) => {
      const { output } = readCib(text)
      const lines = text.split('\n')
      const paths = new Set<string>()
      walk(output as Cluster, (place) => {
        const path = pathOf(place)
        if (paths.has(path)) return
        paths.add(path)
        const { line, column } = positionOf(output as Cluster, path) ?? { line: 0, column: 0 }
        const tag = `${lines[line - 1]?.slice(column - 1)} ${lines[line]}`
        const { element } = place
        const id = 'id' in element && element.id !== undefined ? `[^>]*id=["']${element.id}["']` : ''
        expect(tag).toMatch(new RegExp(`^<${element.element}[ />]${id}`))
        expect(positionOf(output as Cluster, `${path}/@x`)).toEqual({ line, column })
      })
      expect(positionOf(output as Cluster, '/cib/configuration/resources/nothing')).toBeUndefined()
    },
  )

  it('of a section alone are not what it refers to in others', () => {
    const constraints = (score: string) =>
      `<constraints><rsc_colocation id="c" rsc="a" with-rsc="b" score="${score}"/></constraints>`
    const codes = (text: string) => readCib(text, { validate: true }).diagnostics.map(({ code }) => code)
    expect(codes(constraints('INFINITY'))).toEqual(['cib-section'])
    expect(codes(constraints('much'))).toEqual(['invalid-value', 'cib-section'])
    expect(
      codes(`<configuration><crm_config/><nodes/><resources/>${constraints('INFINITY')}</configuration>`),
    ).toEqual(['unknown-reference', 'unknown-reference'])
  })

  it('of the schema come all at once, none of them a duplicate', () => {
    const text = cib(`      <primitive id="a b" class="ocf" type="x" extra="y"/>
      <primitive id="c" template="nothing"/>
      <clone id="c"><primitive id="d" class="lsb" type="x"><operations><op id="o" name="n" interval="1" enabled="yes"/></operations></primitive></clone>
      <master id="m"/>text`)
    const { diagnostics } = readCib(text, { validate: true })
    expect(
      diagnostics
        .map(({ code, path, position }) => [code, path.replace('/cib/configuration/', ''), position?.line])
        .sort(),
    ).toEqual(
      [
        ['unknown-attribute', 'resources/primitive[@id="a b"]/@extra', 6],
        ['invalid-id', 'resources/primitive[@id="a b"]/@id', 6],
        ['missing-attribute', 'resources/primitive[@id="a b"]', 6],
        ['unknown-reference', 'resources/primitive[@id="c"]/@template', 7],
        ['duplicate-id', 'resources/clone[@id="c"]/@id', 8],
        ['invalid-value', 'resources/clone[@id="c"]/primitive[@id="d"]/operations/op[@id="o"]/@enabled', 8],
        ['missing-element', 'resources/master[@id="m"]', 9],
        ['unexpected-text', 'resources', 5],
      ].sort(),
    )
  })

  it('of a cluster that was not read have a path', () => {
    const cluster = readCib(cib('<primitive id="a"/>')).output as Cluster
    expect(validateCluster(cluster).map(({ code, path }) => [code, path])).toContainEqual([
      'missing-attribute',
      '/cib/configuration/resources/primitive[@id="a"]',
    ])
  })

  it('name the schema where it is none that is known', () => {
    const text = cib('').replace('pacemaker-3.9', 'pacemaker-9')
    expect(readCib(text, { validate: true }).diagnostics).toMatchObject([
      { code: 'unknown-schema', path: '/cib/@validate-with', position: { line: 1, column: 6 } },
    ])
    expect(readCib(cib('').replace('pacemaker-3.9', 'none'), { validate: true }).diagnostics).toEqual([])
  })
})

it('a rule deeper than any stack is rejected, not a crash', () => {
  let rule: Rule = { element: 'rule', id: 'r', expressions: [] }
  for (let depth = 0; depth < 100_000; depth++) rule = { element: 'rule', id: 'r', expressions: [rule] }
  const cluster = readCib(cib('')).output as Cluster
  const deep: Cluster = {
    ...cluster,
    configuration: {
      ...cluster.configuration,
      constraints: {
        element: 'constraints',
        items: [{ element: 'rsc_location', id: 'l', rsc: 'a', resourceSets: [], rules: [rule] }],
      },
    },
  }
  expect(writeCib(deep).diagnostics.map(({ code }) => code)).toEqual(['malformed-cluster'])
  expect(writeCib(deep, { schema: 'pacemaker-3.9' }).output).toBeUndefined()
  expect(validateCluster(deep).map(({ code }) => code)).toEqual(['malformed-cluster'])
})

it('extra elements deeper than any stack are rejected, not a crash', () => {
  let element: RawElement = { name: 'x', attributes: [], children: [] }
  for (let depth = 0; depth < 100_000; depth++) element = { name: 'x', attributes: [], children: [element] }
  const deep: Cluster = { ...(readCib(cib('')).output as Cluster), extra: { elements: [element] } }
  for (const options of [{}, { schema: 'pacemaker-3.9' }]) {
    expect(writeCib(deep, options).diagnostics.map(({ code }) => code)).toEqual(['malformed-cluster'])
  }
})
