import { expect, test } from 'vitest'
import { check } from '../../src/check/index.js'
import { readCib } from '../../src/cib/index.js'
import type { Cluster } from '../../src/model/index.js'
import { cibText, xml } from '../support/cib-text.js'

const { primitive, group, clone, colocation, location } = xml
const inner = group('g', [primitive('a'), primitive('b')])
const nodes = ['n1', 'n2', 'n3'] as const
const bannedEverywhere = (id: string) => nodes.map((node) => location(`${id}-${node}`, id, node, '-INFINITY'))

/** What runs on no node, as it is named. */
function namedIn(resources: readonly string[], constraints: readonly string[]): readonly string[] {
  const cluster = readCib(cibText({ resources, constraints })).output as Cluster
  return check(cluster, { policies: [] }).flatMap(({ code, message }) =>
    code === 'never-runs' ? [/^.*?(?= can run on no node)/.exec(message)?.[0] ?? message] : [],
  )
}

test.each<readonly [string, readonly string[], readonly string[], readonly string[]]>([
  ['a primitive', [primitive('a')], bannedEverywhere('a'), ['"a"']],
  ['a group', [inner], bannedEverywhere('g'), ['"g"']],
  ['a clone', [clone('all', primitive('a'))], bannedEverywhere('all'), ['"all"']],
  ['a clone of a group', [clone('all', inner)], bannedEverywhere('all'), ['"all"']],
  [
    'a master',
    ['<master id="all"><primitive id="a" class="ocf" provider="pacemaker" type="Stateful"/></master>'],
    bannedEverywhere('all'),
    ['"all"'],
  ],
  [
    'the later members alone',
    [inner, primitive('c')],
    [colocation('k', 'b', 'c', { score: '-INFINITY' }), colocation('l', 'b', 'c')],
    ['"b"'],
  ],
])('%s that runs on no node is named by the outermost resource', (_, resources, constraints, named) => {
  expect(namedIn(resources, constraints)).toEqual(named)
})

test('of those with one cause three are named', () => {
  const members = ['a', 'b', 'c', 'd', 'e']
  const nobody = `<rsc_location id="nobody" rsc-pattern="^[a-e]$"><rule id="r" score="-INFINITY"><expression id="x" attribute="#uname" operation="defined"/></rule></rsc_location>`
  expect(
    namedIn(
      members.map((id) => primitive(id)),
      [nobody],
    ),
  ).toEqual(['"a", "b", "c" and 2 more'])
  expect(
    namedIn(
      members.slice(0, 3).map((id) => primitive(id)),
      [nobody],
    ),
  ).toEqual(['"a", "b" and "c"'])
})

test('a later member that chance alone brings to what it needs is a warning', () => {
  const found = check(
    readCib(
      cibText({
        resources: [inner, primitive('c')],
        constraints: [colocation('k', 'b', 'c'), location('l', 'c', 'n1', '-INFINITY')],
      }),
    ).output as Cluster,
    { policies: [] },
  ).filter(({ code }) => code === 'never-runs')
  expect(found).toMatchObject([
    {
      severity: 'warning',
      message: expect.stringMatching(
        /^"b" stays stopped unless chance brings "g" to the node of "c": up to 2\.1/,
      ),
      hint: 'place the whole group "g" with "c"',
    },
  ])
})
