import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.js'
import { type CibElement, type Cluster, type Place, pathOf } from '../../model/index.js'
import { mapChildren } from '../../model/walk.js'
import type { SchemaVersion } from '../validate/grammar/versions.js'
import type { Change, Target } from './change.js'
import { type ClusterIds, idsOf } from './ids.js'
import type { Step } from './steps.js'

/** The cluster after all changes of a step; each is reported. At most as deep as a CIB is written, so its recursion is safe. */
export function runStep(
  cluster: Cluster,
  step: Step,
  version: SchemaVersion,
  findings: Diagnostic[],
): Cluster {
  const { changes, unsupported, before = same, after = same } = step
  const given = before(cluster)
  let ids: ClusterIds | undefined
  const target: Target = {
    version,
    ids: () => {
      ids ??= idsOf(given)
      return ids
    },
  }
  const schema = `pacemaker-${version}`
  const report = (code: 'schema-translated' | 'schema-unsupported', place: Place, what: string) =>
    findings.push(diagnostic(code, pathOf(place), { what, schema }))
  const translate = (place: Place): CibElement | undefined => {
    const problem = unsupported(place.element, place, target)
    if (problem !== undefined) report('schema-unsupported', place, problem)
    let element: CibElement | undefined = mapChildren(place.element, (child) =>
      translate({ element: child, parent: place }),
    )
    for (const change of changes) {
      if (element === undefined) break
      const done: ReturnType<Change> = change(element, place, target)
      if (done === undefined) continue
      report('schema-translated', place, done.what)
      element = done.element
    }
    return element
  }
  return after(translate({ element: given }) as Cluster)
}

function same(cluster: Cluster): Cluster {
  return cluster
}
