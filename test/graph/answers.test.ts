import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readCib } from '../../src/cib/index.js'
import { failureImpact, neverRuns, neverRunsWith, runsOnlyWith, startsAfter } from '../../src/graph/index.js'
import type { Cluster } from '../../src/model/index.js'
import { wildCluster } from '../support/random-wild.js'
import { root } from '../support/tools.js'
import { expectFile } from '../support/update.js'

/** The answers about a random cluster, whose verdicts the scheduler judges in `random-*.test.ts`. */
function answersOf(seed: number): readonly string[] {
  const { cib, service, roles } = wildCluster(seed)
  const cluster = readCib(cib).output as Cluster
  const lines = [
    ['runs only with', runsOnlyWith(cluster, 'VIP', service, roles)],
    ['the other way round', runsOnlyWith(cluster, service, 'VIP')],
    ['never runs with', neverRunsWith(cluster, 'VIP', service)],
    ['starts after', startsAfter(cluster, 'VIP', service)],
  ] as const
  const impact = (id: string) =>
    Object.entries(failureImpact(cluster, id)).flatMap(([name, ids]) =>
      ids.length === 0 ? [] : [`${name} ${ids.join(' ')}`],
    )
  return [
    `cluster ${seed}: VIP and ${service} ${JSON.stringify(roles)}`,
    ...lines.map(([asked, { verdict, reason }]) => `  ${asked}: ${verdict}: ${reason}`),
    ...['VIP', service].map((id) => `  failure of ${id}: ${impact(id).join(', ')}`),
    ...neverRuns(cluster).map(
      ({ resource, constraints, isOptIn, attributes }) =>
        `  never runs: ${JSON.stringify([resource, constraints.map(({ id }) => id), isOptIn, attributes])}`,
    ),
  ]
}

test('the answers about random clusters are listed', () => {
  const lines = Array.from({ length: 60 }, (_, at) => answersOf(at + 1)).flat()
  expect(lines.filter((line) => /undefined|\[object/.test(line))).toEqual([])
  expectFile(join(root, 'fixtures/graph/answers.txt'), `${lines.join('\n')}\n`)
})
