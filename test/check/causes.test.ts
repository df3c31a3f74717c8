import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runRules } from '../../src/check/rule.js'
import type { CibElement, Cluster, Place } from '../../src/model/index.js'
import { mapChildren, pathOf, walk } from '../../src/model/walk.js'
import { malformed } from '../../src/model/wellformed/malformed.js'
import { documentedRules } from '../support/documented-rules.js'
import { clusterOf } from '../support/rule-page.js'
import { root } from '../support/tools.js'
import { expectFile } from '../support/update.js'

/** The cluster with one element changed, or without it. */
function changed(cluster: Cluster, target: CibElement, to: CibElement | undefined): Cluster {
  const change = (element: CibElement): CibElement | undefined =>
    element === target ? to : mapChildren(element, change)
  return mapChildren(cluster, change)
}

/** Each element and attribute of a cluster below its sections that may be missing, with the cluster without it. */
function partsOf(cluster: Cluster): readonly (readonly [string, Cluster])[] {
  const places: Place[] = []
  walk(cluster, (place) => places.push(place))
  return places
    .filter(({ parent }) => parent?.parent?.parent !== undefined)
    .flatMap((place) => {
      const { element } = place
      const path = pathOf(place).replace('/cib/configuration', '')
      const attributes = Object.entries(element).flatMap(([field, value]) => {
        if (field === 'element' || field === 'id' || typeof value !== 'string') return []
        if (element.element === 'nvpair') return []
        return [[`${path}/@${field}`, changed(cluster, element, { ...element, [field]: undefined })] as const]
      })
      return [[path, changed(cluster, element, undefined)] as const, ...attributes]
    })
    .filter(([, without]) => malformed(without).length === 0)
}

test('what of its example causes a finding is listed', () => {
  const lines = documentedRules.flatMap(({ code, rule, docs }) => {
    const count = (cluster: Cluster) => runRules(cluster, [rule]).length
    // A changed cluster counts as one that was read. What its schema finds then is no finding of a rule.
    const read = mapChildren(clusterOf(docs.wrong), (child) => child)
    const cluster = count(read) > 0 ? read : { ...read, validateWith: 'none' }
    const all = count(cluster)
    expect(all, code).toBeGreaterThan(0)
    const parts = partsOf(cluster).map(([path, without]) => [path, count(without) - all] as const)
    const causes = parts.filter(([, difference]) => difference < 0).map(([path]) => path)
    const innermost = causes.filter((path) => !causes.some((other) => other.startsWith(`${path}/`)))
    const more = parts.filter(([, difference]) => difference > 0).map(([path]) => `without ${path}`)
    return [code, ...[...innermost, ...more].map((path) => `  ${path}`)]
  })
  expectFile(join(root, 'fixtures/rules/causes.txt'), `${lines.join('\n')}\n`)
  expect(lines.length).toBeGreaterThan(documentedRules.length)
})
