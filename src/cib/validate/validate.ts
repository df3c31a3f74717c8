import { type Diagnostic, diagnostic, type Position } from '../../diagnostics/diagnostic.js'
import type { Cluster, RawElement } from '../../model/index.js'
import { malformed } from '../../model/wellformed/malformed.js'
import { attributeOf, childOf, pathOf, type XmlPath } from '../../xml/path.js'
import { findUnrepresentable } from '../../xml/representable.js'
import { toXml } from '../layout/to-xml.js'
import { formsOf } from './forms.js'
import { cib } from './grammar/cib.js'
import type { Definition } from './grammar/pattern.js'
import { collapse } from './grammar/values.js'
import { nearestSchema, type SchemaVersion, versionOf } from './grammar/versions.js'
import { isKnownAttribute, isKnownChild } from './known.js'
import { bestMatch, type Mismatch } from './match.js'

/** Finds line and column of an element, or of one of its attributes. */
export type Locate<E extends RawElement = RawElement> = (
  element: E,
  attribute?: string,
) => Position | undefined

/**
 * Where a CIB violates the schema that its `validate-with` names: structure, attributes, values,
 * duplicate ids and references to nothing, as `xmllint --relaxng` finds them; nothing for `none` and `pacemaker-next`.
 */
export function validateXml(root: RawElement, locate: Locate = () => undefined): readonly Diagnostic[] {
  if (root.name !== 'cib') {
    const position = locate(root)
    return [diagnostic('not-a-cib', `/${root.name}`, { root: root.name }, { position })]
  }
  const schema = attributeOf(root, 'validate-with')
  if (schema === 'none' || schema === 'pacemaker-next') return []
  const version = versionOf(schema)
  if (version === undefined) {
    const position = locate(root, 'validate-with')
    return [
      diagnostic(
        'unknown-schema',
        '/cib/@validate-with',
        { schema, near: nearestSchema(schema) },
        { position },
      ),
    ]
  }
  const run: Run = { version, locate, findings: [], ids: new Map(), references: [] }
  visit({ xml: root }, cib, run)
  for (const { xmlPath, name, value } of run.references) {
    if (!run.ids.has(value)) {
      const parameters = { referrer: name, id: value, expected: 'element' }
      add(run, xmlPath, name, (path) => diagnostic('unknown-reference', path, parameters))
    }
  }
  return run.findings
}

/**
 * Where a cluster violates the schema that it names; `readCib` with `validate` also gives lines and what the model has no field for.
 *
 * @example
 * ```ts
 * const web = cluster({ nodes: ['node1'], resources: [systemd('web')] })
 * const fits: boolean = !hasErrors(validateCluster(web))
 * ```
 */
export function validateCluster(cluster: Cluster): readonly Diagnostic[] {
  const faults = malformed(cluster)
  if (faults.length > 0) return faults
  const xml = toXml(cluster)
  const unrepresentable = findUnrepresentable(xml)
  const isOnlySecrets = unrepresentable.every(({ code }) => code === 'missing-secret')
  return isOnlySecrets ? [...unrepresentable, ...validateXml(xml)] : unrepresentable
}

interface Run {
  readonly version: SchemaVersion
  readonly locate: Locate
  readonly findings: Diagnostic[]
  /** From each id to the element that has it first. */
  readonly ids: Map<string, XmlPath>
  readonly references: { readonly xmlPath: XmlPath; readonly name: string; readonly value: string }[]
}

/** At most as deep as parsed XML is, so its recursion is safe. */
function visit(xmlPath: XmlPath, definition: Definition | undefined, run: Run): void {
  const { xml } = xmlPath
  const forms = definition && formsOf(definition, run.version)
  if (forms === undefined) {
    if (definition === undefined) claimBelow(run, xmlPath)
    return
  }
  if (xml.text !== undefined) {
    add(run, xmlPath, undefined, (path) => diagnostic('unexpected-text', path, { element: xml.name }))
  }
  const match = bestMatch(xml, forms, run.version)
  for (const mismatch of match.mismatches) reportMismatch(run, xmlPath, mismatch)
  for (const [name, value] of xml.attributes) {
    const role = match.form.attributes.get(name)?.role
    if (role === 'id') claim(run, xmlPath, name, collapse(value))
    if (role === 'reference') run.references.push({ xmlPath, name, value: collapse(value) })
  }
  for (const index of xml.children.keys()) {
    visit(childOf(xmlPath, index), match.children[index], run)
  }
}

function reportMismatch(run: Run, xmlPath: XmlPath, mismatch: Mismatch): void {
  const { name: element } = xmlPath.xml
  const schema = `pacemaker-${run.version}`
  switch (mismatch.code) {
    case 'missing-attribute':
      add(run, xmlPath, undefined, (path) =>
        diagnostic('missing-attribute', path, { name: mismatch.name, element }),
      )
      break
    case 'disallowed-attribute': {
      const { name } = mismatch
      const known = isKnownAttribute(element, name)
      add(run, xmlPath, name, (path) =>
        known
          ? diagnostic('disallowed-attribute', path, { name, element, schema })
          : diagnostic('unknown-attribute', path, { name, element }),
      )
      break
    }
    case 'invalid-value': {
      const { name, value, type } = mismatch
      const parameters = {
        ...{ name, value, element, schema },
        option: element === 'nvpair' && name === 'value' ? attributeOf(xmlPath.xml, 'name') : undefined,
        expected: type.expected(run.version),
        near: type.nearest?.(value, run.version),
      }
      add(run, xmlPath, name, (path) => diagnostic('invalid-value', path, parameters))
      break
    }
    case 'invalid-id':
      add(run, xmlPath, mismatch.name, (path) => diagnostic('invalid-id', path, { id: mismatch.value }))
      break
    case 'missing-element':
      add(run, xmlPath, undefined, (path) =>
        diagnostic('missing-element', path, { element, expected: mismatch.expected }),
      )
      break
    default: {
      const child = childOf(xmlPath, mismatch.child)
      const parameters = { name: child.xml.name, parent: element, schema }
      const known = isKnownChild(element, child.xml.name)
      const code = known ? mismatch.code : 'unknown-element'
      add(run, child, undefined, (path) => diagnostic(code, path, parameters))
    }
  }
}

/** Registers an id, or reports the element that has it. */
function claim(run: Run, xmlPath: XmlPath, name: string, value: string): void {
  const first = run.ids.get(value)
  if (first === undefined) run.ids.set(value, xmlPath)
  else
    add(run, xmlPath, name, (path) => diagnostic('duplicate-id', path, { id: value, first: pathOf(first) }))
}

/** Registers the ids in misplaced elements, so that references to them find something. */
function claimBelow(run: Run, xmlPath: XmlPath): void {
  const id = attributeOf(xmlPath.xml, 'id')
  if (id !== undefined && !run.ids.has(id)) run.ids.set(id, xmlPath)
  for (const index of xmlPath.xml.children.keys()) claimBelow(run, childOf(xmlPath, index))
}

function add(
  run: Run,
  xmlPath: XmlPath,
  attribute: string | undefined,
  make: (path: string) => Diagnostic,
): void {
  const path = attribute === undefined ? pathOf(xmlPath) : `${pathOf(xmlPath)}/@${attribute}`
  const position = run.locate(xmlPath.xml, attribute)
  run.findings.push({ ...make(path), ...(position === undefined ? {} : { position }) })
}
