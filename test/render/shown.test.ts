import { type Cluster, readCib, type Shown, toDot, toMermaid } from 'lightcib'
import { describe, expect, test } from 'vitest'
import { lookOf } from '../../src/render/parts/lines.js'
import { type PictureOptions, pictureOf } from '../../src/render/picture/picture.js'

const xml = `<cib><configuration><crm_config/>
  <nodes>
    <node id="1" uname="node1"><instance_attributes id="n1a"><nvpair id="n1r" name="rack" value="a"/></instance_attributes></node>
    <node id="2" uname="node2"/>
    <node id="3" uname="node3"/>
  </nodes>
  <resources>
    <primitive id="ipmi" class="stonith" type="fence_ipmilan"><instance_attributes id="i">
      <nvpair id="ih" name="pcmk_host_map" value="node1:7;node2:8"/></instance_attributes></primitive>
    <primitive id="disk" class="stonith" type="fence_scsi"/>
    <group id="web"><primitive id="vip" class="systemd" type="a"/><primitive id="www" class="systemd" type="b"/></group>
    <clone id="pool"><group id="pair"><primitive id="c" class="systemd" type="c"/><primitive id="d" class="systemd" type="d"/></group></clone>
    <primitive id="db" class="systemd" type="db"/>
  </resources>
  <constraints>
    <rsc_location id="l-web" rsc="web" node="NODE1" score="100"/>
    <rsc_location id="l-db" rsc="db" node="node2" score="-INFINITY" role="Started"/>
    <rsc_location id="l-gone" rsc="db" node="node9" score="5"/>
    <rsc_location id="l-ping" rsc="db"><rule id="r1" score="-INFINITY" boolean-op="or">
      <expression id="e1" attribute="pingd" operation="lt" value="1"/>
      <expression id="e2" attribute="pingd" operation="not_defined"/></rule></rsc_location>
    <rsc_location id="l-uname" rsc="web"><rule id="r2" score="7">
      <expression id="e3" attribute="#uname" operation="eq" value="node3"/></rule></rsc_location>
    <rsc_location id="l-all" rsc-pattern="^(db|web)$" node="node3" score="1"/>
    <rsc_order id="o" first="www" then="db"/>
    <rsc_order id="serial" kind="Serialize"><resource_set id="s" sequential="false">
      <resource_ref id="db"/><resource_ref id="pool"/><resource_ref id="web"/></resource_set></rsc_order>
  </constraints>
  <fencing-topology>
    <fencing-level id="f1" target="node1" index="1" devices="ipmi,disk"/>
    <fencing-level id="f2" target-pattern="node[23]" index="2" devices="disk"/>
  </fencing-topology>
</configuration></cib>`

const cluster = readCib(xml).output as Cluster

/** The edges as `a -look-> b labels`, without those of no constraint. */
function edges(options: PictureOptions): readonly string[] {
  const picture = pictureOf(cluster, options)
  const ids = new Map(
    picture.boxes.flatMap((box) => [box, ...box.members]).map(({ key, id, kind }) => [key, `${kind} ${id}`]),
  )
  return picture.edges.flatMap((edge) =>
    edge.line === 'implied'
      ? []
      : [
          [ids.get(edge.from.key), `-${lookOf(edge)}->`, ids.get(edge.to.key), ...edge.labels]
            .join(' ')
            .trim(),
        ],
  )
}

const added = (show: readonly Shown[]) => {
  const before = new Set(edges({}))
  return edges({ show }).filter((edge) => !before.has(edge))
}

describe('shown on demand', () => {
  test('locations: nodes of any case, rules in words, patterns, nodes that are missing', () => {
    expect(added(['locations'])).toEqual([
      'group web -prefers-> node node1 100',
      'group web -prefers-> node node3 7',
      'group web -prefers-> node node3 1',
      'primitive db -avoids-> node node2 -INFINITY Started',
      'primitive db -prefers-> missing node9 5',
      'primitive db -avoids-> rule pingd lt 1 or not_defined pingd -INFINITY',
      'primitive db -prefers-> node node3 1',
    ])
  })

  test('fencing: levels, and hosts of devices that no level gives a node', () => {
    expect(added(['fencing'])).toEqual([
      'primitive ipmi -fences-> node node1 level 1',
      'primitive disk -fences-> node node1 level 1',
      'primitive disk -fences-> rule name matches node[23] level 2',
      'primitive ipmi -fences-> node node2',
    ])
  })

  test('nodes: all, with their attributes', () => {
    const { boxes } = pictureOf(cluster, { show: ['nodes'] })
    expect(boxes.flatMap(({ kind, id, badge }) => (kind === 'node' ? [[id, badge]] : []))).toEqual([
      ['node1', 'rack=a'],
      ['node2', undefined],
      ['node3', undefined],
    ])
    expect(added(['nodes'])).toEqual([])
  })

  test('nothing of it by default', () => {
    expect(pictureOf(cluster).boxes.filter(({ kind }) => kind === 'node' || kind === 'rule')).toEqual([])
  })

  test('in every format', () => {
    const options: PictureOptions = { show: ['locations', 'fencing', 'nodes'] }
    for (const text of [toDot(cluster, options).output, toMermaid(cluster, options).output]) {
      for (const word of ['node1', 'node9', 'pingd', 'level']) expect(text).toContain(word)
    }
  })
})

test('a Serialize set is drawn, sequential or not', () => {
  expect(edges({}).filter((edge) => edge.includes('Serialize'))).toEqual([
    'primitive db -Serialize-> clone pool',
    'clone pool -Serialize-> group web',
  ])
})

test('a group inside a clone has a name', () => {
  for (const text of [toDot(cluster).output, toMermaid(cluster).output]) expect(text).toContain('pair')
})

test('collapsed groups are one box each, and what names a member leads there', () => {
  const { boxes } = pictureOf(cluster, { collapseGroups: true })
  expect(boxes.flatMap(({ members }) => members)).toEqual([])
  expect(boxes.flatMap(({ id, badge }) => (badge === undefined ? [] : [`${id}: ${badge}`]))).toEqual([
    'web: 2 members',
    'pool: group pair, 2 members',
  ])
  expect(edges({ collapseGroups: true })).toContain('group web -Mandatory-> primitive db first: www')
})

test('the legend has only what is there', () => {
  const vips = readCib(`<cib><configuration><resources>
    <primitive id="ip" class="ocf" provider="heartbeat" type="IPaddr2"/></resources></configuration></cib>`)
  expect(pictureOf(vips.output as Cluster).legend.map(({ text }) => text)).toEqual(['virtual IP'])
})
