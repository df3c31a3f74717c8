import {
  type Diagnostic,
  diagnostic,
  failure,
  hasErrors,
  type Result,
  success,
} from '../../diagnostics/diagnostic.js'
import { type CibElement, type Cluster, type Place, pathOf } from '../../model/index.js'
import { mapChildren } from '../../model/walk.js'
import { findUnrepresentable } from '../../xml/representable.js'
import { toXml } from '../layout/to-xml.js'
import { versionOf } from '../validate/grammar/versions.js'
import { validateXml } from '../validate/validate.js'
import type { Change, Target } from './change.js'
import { type ClusterIds, idsOf } from './ids.js'
import { fenceAction, nodeType, orderKinds, promotedMax, propertyNames } from './names.js'
import { promotable, unsupportedOfClone } from './promotable.js'
import { roles } from './roles.js'

const changes: readonly Change[] = [
  propertyNames,
  fenceAction,
  nodeType,
  roles,
  promotedMax,
  orderKinds,
  promotable,
]

/**
 * The cluster as another schema has it, `pacemaker-4.0`: a copy, valid in that schema. Each change of names
 * is an `info`; what the schema cannot express is an error with its path, and then there is no output.
 */
export function translateCluster(cluster: Cluster, schema: string): Result<Cluster> {
  const version = versionOf(schema)
  if (version === undefined) {
    return failure([diagnostic('unknown-schema', '/cib/@validate-with', { schema })])
  }
  const unrepresentable = findUnrepresentable(toXml(cluster))
  if (unrepresentable.length > 0) return failure(unrepresentable)
  const findings: Diagnostic[] = []
  let ids: ClusterIds | undefined
  const target = {
    version,
    ids: () => {
      ids ??= idsOf(cluster)
      return ids
    },
  }
  const needed = cluster.validateWith === schema ? [] : changes
  const translated = translateElement({ element: cluster }, needed, target, findings) as Cluster
  const output = { ...translated, validateWith: schema }
  const diagnostics = [...findings, ...validateXml(toXml(output))]
  return hasErrors(diagnostics) ? failure(diagnostics) : success(output, diagnostics)
}

/** At most as deep as a CIB is written, so its recursion is safe. */
function translateElement(
  place: Place,
  needed: readonly Change[],
  target: Target,
  findings: Diagnostic[],
): CibElement {
  const schema = `pacemaker-${target.version}`
  const unsupported = needed.length === 0 ? undefined : unsupportedOfClone(place.element, place, target)
  if (unsupported !== undefined) {
    findings.push(diagnostic('schema-unsupported', pathOf(place), { what: unsupported, schema }))
  }
  const copy = mapChildren(place.element, (element) =>
    translateElement({ element, parent: place }, needed, target, findings),
  )
  return needed.reduce<CibElement>((element, change) => {
    const done = change(element, place, target)
    if (done === undefined) return element
    findings.push(diagnostic('schema-translated', pathOf(place), { what: done.what, schema }))
    return done.element
  }, copy)
}
