import { type Diagnostic, diagnostic, type Position } from '../../diagnostics/diagnostic.js'
import type { RawElement } from '../../model/index.js'
import { attributeOf, childOf, pathOf, type XmlPath } from '../../xml/spot.js'
import { formsOf } from './forms.js'
import { cib } from './grammar/cib.js'
import { isKnownAttribute, isKnownChild } from './known.js'
import { bestMatch, type Mismatch } from './match.js'
import type { Definition } from './pattern.js'
import { collapse } from './values.js'
import { type SchemaVersion, versionOf } from './versions.js'

/** Finds line and column of an element, or of one of its attributes. */
export type Locate<E extends RawElement = RawElement> = (
  element: E,
  attribute?: string,
) => Position | undefined

/**
 * All that keeps a CIB from the schema that its `validate-with` names: structure, attributes, values,
 * ids taken twice and references to nothing, as `xmllint --relaxng` sees them. `none` asks for nothing.
 */
export function validateXml(root: RawElement, locate: Locate = () => undefined): readonly Diagnostic[] {
  if (root.name !== 'cib') {
    const position = locate(root)
    return [diagnostic('not-a-cib', `/${root.name}`, { root: root.name }, { position })]
  }
  const schema = attributeOf(root, 'validate-with')
  if (schema === 'none') return []
  const version = versionOf(schema)
  if (version === undefined) {
    const position = locate(root, 'validate-with')
    return [diagnostic('unknown-schema', '/cib/@validate-with', { schema }, { position })]
  }
  const run: Run = { version, locate, findings: [], ids: new Map(), references: [] }
  visit({ xml: root }, cib, run)
  for (const { spot, name, value } of run.references) {
    if (!run.ids.has(value)) {
      const parameters = { referrer: name, id: value, expected: 'element' }
      add(run, spot, name, (path) => diagnostic('unknown-reference', path, parameters))
    }
  }
  return run.findings
}

interface Run {
  readonly version: SchemaVersion
  readonly locate: Locate
  readonly findings: Diagnostic[]
  /** From each id to the element that has it first. */
  readonly ids: Map<string, XmlPath>
  readonly references: { readonly spot: XmlPath; readonly name: string; readonly value: string }[]
}

/** At most as deep as parsed XML is, so its recursion is safe. */
function visit(spot: XmlPath, definition: Definition | undefined, run: Run): void {
  const { xml } = spot
  const forms = definition && formsOf(definition, run.version)
  if (forms === undefined) {
    if (definition === undefined) claimBelow(run, spot)
    return
  }
  if (xml.text !== undefined) {
    add(run, spot, undefined, (path) => diagnostic('unexpected-text', path, { element: xml.name }))
  }
  const match = bestMatch(xml, forms, run.version)
  for (const mismatch of match.mismatches) reportMismatch(run, spot, mismatch)
  for (const [name, value] of xml.attributes) {
    const role = match.form.attributes.get(name)?.type.role
    if (role === 'id') claim(run, spot, name, collapse(value))
    if (role === 'reference') run.references.push({ spot, name, value: collapse(value) })
  }
  for (const index of xml.children.keys()) {
    visit(childOf(spot, index), match.children[index], run)
  }
}

function reportMismatch(run: Run, spot: XmlPath, mismatch: Mismatch): void {
  const { name: element } = spot.xml
  const schema = `pacemaker-${run.version}`
  switch (mismatch.code) {
    case 'missing-attribute':
      add(run, spot, undefined, (path) =>
        diagnostic('missing-attribute', path, { name: mismatch.name, element }),
      )
      break
    case 'disallowed-attribute': {
      const { name } = mismatch
      const known = isKnownAttribute(element, name)
      add(run, spot, name, (path) =>
        known
          ? diagnostic('disallowed-attribute', path, { name, element, schema })
          : diagnostic('unknown-attribute', path, { name, element }),
      )
      break
    }
    case 'invalid-value':
      add(run, spot, mismatch.name, (path) => diagnostic('invalid-value', path, { ...mismatch, element }))
      break
    case 'invalid-id':
      add(run, spot, mismatch.name, (path) => diagnostic('invalid-id', path, { id: mismatch.value }))
      break
    case 'missing-element':
      add(run, spot, undefined, (path) =>
        diagnostic('missing-element', path, { element, expected: mismatch.expected }),
      )
      break
    default: {
      const child = childOf(spot, mismatch.child)
      const parameters = { name: child.xml.name, parent: element, schema }
      const known = isKnownChild(element, child.xml.name)
      const code = known ? mismatch.code : 'unknown-element'
      add(run, child, undefined, (path) => diagnostic(code, path, parameters))
    }
  }
}

/** Takes an id, or says who has it. */
function claim(run: Run, spot: XmlPath, name: string, value: string): void {
  const holder = run.ids.get(value)
  if (holder === undefined) run.ids.set(value, spot)
  else add(run, spot, name, (path) => diagnostic('duplicate-id', path, { id: value, first: pathOf(holder) }))
}

/** Takes the ids in what stands in the wrong place, so that references to them find something. */
function claimBelow(run: Run, spot: XmlPath): void {
  const id = attributeOf(spot.xml, 'id')
  if (id !== undefined && !run.ids.has(id)) run.ids.set(id, spot)
  for (const index of spot.xml.children.keys()) claimBelow(run, childOf(spot, index))
}

function add(
  run: Run,
  spot: XmlPath,
  attribute: string | undefined,
  make: (path: string) => Diagnostic,
): void {
  const path = attribute === undefined ? pathOf(spot) : `${pathOf(spot)}/@${attribute}`
  const position = run.locate(spot.xml, attribute)
  run.findings.push({ ...make(path), ...(position === undefined ? {} : { position }) })
}
