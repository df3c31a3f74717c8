import {
  type Diagnostic,
  diagnostic,
  failure,
  hasErrors,
  type Result,
  success,
} from '../../diagnostics/diagnostic.js'
import type { RawElement } from '../../model/index.js'
import { findObstacles } from '../../xml/carry.js'
import { attributeOf, childOf, pathOf, type XmlPath } from '../../xml/spot.js'
import { validateXml } from '../validate/validate.js'
import { type SchemaVersion, versionOf } from '../validate/versions.js'
import { fenceAction, nodeType, orderKinds, promotedMax, propertyNames } from './names.js'
import { promotable, unsaidOfClone } from './promotable.js'
import { roles } from './roles.js'
import { type Step, withAttribute } from './step.js'

const steps: readonly Step[] = [
  propertyNames,
  fenceAction,
  nodeType,
  roles,
  promotedMax,
  orderKinds,
  promotable,
]

/**
 * The CIB in the words of another schema, `pacemaker-4.0`. Each change of words is an `info`; what the
 * schema cannot say is an error with its path, and then there is no output.
 */
export function translate(root: RawElement, schema: string): Result<RawElement> {
  const version = versionOf(schema)
  if (version === undefined) {
    return failure([diagnostic('unknown-schema', '/cib/@validate-with', { schema })])
  }
  const obstacles = findObstacles(root)
  if (obstacles.length > 0) return failure(obstacles)
  const findings: Diagnostic[] = []
  const isThere = attributeOf(root, 'validate-with') === schema
  const translated = isThere ? root : translateElement({ xml: root }, version, findings)
  const named: RawElement =
    attributeOf(root, 'validate-with') === undefined
      ? { ...translated, attributes: [...translated.attributes, ['validate-with', schema]] }
      : withAttribute(translated, 'validate-with', ['validate-with', schema])
  const diagnostics = [...findings, ...validateXml(named)]
  return hasErrors(diagnostics) ? failure(diagnostics) : success(named, diagnostics)
}

/** At most as deep as a CIB is written, so its recursion is safe. */
function translateElement(place: XmlPath, version: SchemaVersion, findings: Diagnostic[]): RawElement {
  if (place.xml.name === 'status') return place.xml
  const unsaid = unsaidOfClone(place.xml, place, version)
  const schema = `pacemaker-${version}`
  if (unsaid !== undefined) {
    findings.push(diagnostic('schema-unsupported', pathOf(place), { what: unsaid, schema }))
  }
  const children = [...place.xml.children.keys()].map((index) =>
    translateElement(childOf(place, index), version, findings),
  )
  return steps.reduce<RawElement>(
    (element, step) => {
      const done = step(element, place, version)
      if (done === undefined) return element
      findings.push(diagnostic('schema-translated', pathOf(place), { what: done.said, schema }))
      return done.element
    },
    { ...place.xml, children },
  )
}
