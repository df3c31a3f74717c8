import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.js'
import { type CibElement, walk } from '../../model/index.js'
import { shapeOf } from '../../model/shapes/shapes.js'
import { modelAttribute } from '../command/attribute-words.js'
import type { Command } from '../command/command.js'
import type { Unsupported } from '../command/conversion.js'
import { differences } from './difference.js'
import type { Fragment } from './fragment.js'
import { duplicateIds, guestNodesIn, innerIds, namesIn, ownIds } from './ids.js'
import type { ConvertedSection } from './sections.js'
import type { ConversionState } from './state.js'

/** How one element gets into the CIB: by pcs commands, else as XML; by neither where it cannot. */
export interface ConvertedItem {
  readonly fragment: Fragment
  readonly commands: readonly Command[]
  /** True where the fragment goes through cibadmin; the commands are then what has to exist before. */
  readonly isXml: boolean
  readonly remarks: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

/** The pcs commands of an element where they produce just what is wanted, else its XML and the reasons. */
export function convertItem(
  item: CibElement,
  section: ConvertedSection,
  state: ConversionState,
  reasons: readonly string[],
): ConvertedItem {
  const wanted = section.wanted(item)
  const { commands, unsupported, changed, produced = wanted } = convertWanted(wanted, section, state)
  const given = reasons.map((what) => ({ element: item, what }))
  const found = [...changedValues(wanted, item, state), ...explain([...given, ...unsupported], item, state)]
  const isWanted = commands.length > 0 || found.length > 0
  const isXml = isWanted && (state.strategy === 'xml' || found.length > 0)
  const errors = found.filter(({ severity }) => severity === 'error')
  const diagnostics = state.strategy === 'xml' ? errors : found
  const remarks = diagnostics.map(({ message }) => message)
  const fragment: Fragment = { section: section.name, element: isXml ? wanted : produced }
  if (errors.length > 0) return { fragment, commands: [], isXml: false, remarks, diagnostics }
  const needed = isXml ? commands.filter(({ program }) => program === 'require_node') : commands
  const notes = isXml ? [] : changedIds(changed, item, state)
  return { fragment, commands: needed, isXml, remarks, diagnostics: [...diagnostics, ...notes] }
}

/** The commands of an element and all for which they do not produce it. */
export function convertWanted(wanted: CibElement, section: ConvertedSection, state: ConversionState) {
  const own = ownIds(wanted)
  const unsupported: Unsupported[] = [...duplicateIds(own, state.ids)]
  const { commands, produces } = section.convert(wanted, {
    dialect: state.dialect,
    ids: innerIds(state.ids),
    seen: state.seen,
    resources: state.resources,
    ...(state.showsSecrets === true ? { showsSecrets: true } : {}),
    unsupported: (what) => unsupported.push(what),
  })
  const found = produces === undefined ? [] : differences(wanted, produces)
  const isAccepted = ({ element, becomes }: Unsupported) =>
    becomes !== undefined && state.referenced?.has('id' in element ? (element.id ?? '') : '') === false
  const changed = state.strategy === 'xml' ? [] : found.filter(isAccepted)
  unsupported.push(...found.filter((difference) => !changed.includes(difference)))
  // All else is equal, so that it is whole.
  const produced = changed.length === 0 || unsupported.length > 0 ? undefined : (produces as CibElement)
  if (own.some(([id]) => state.names.has(id))) {
    unsupported.push({ element: wanted, what: 'an id that a node or a tag uses already' })
  }
  for (const [id] of produced === undefined ? own : ownIds(produced)) state.ids.add(id)
  const isUsed = (name: string) => state.ids.has(name) || state.names.has(name)
  const guests = guestNodesIn(wanted)
  if (guests.some((name, at) => isUsed(name) || guests.indexOf(name) < at)) {
    unsupported.push({ element: wanted, what: 'a guest node whose name is used as an id already' })
  }
  for (const name of namesIn(wanted, guests)) if (!state.ids.has(name)) state.names.add(name)
  return { commands, unsupported, changed, produced }
}

/** One finding for an element of which pcs writes other ids. */
function changedIds(
  changed: readonly Unsupported[],
  item: CibElement,
  { pathOf, dialect: { pcs } }: ConversionState,
): readonly Diagnostic[] {
  if (changed.length === 0) return []
  const what = changed.map(({ becomes = '' }) => becomes).join(', ')
  return [diagnostic('pcs-changed-id', pathOf(item) ?? '/cib', { pcs, what })]
}

const shown = 3

/** One finding for an element that needs cibadmin, with the first reasons; one for each fatal one. */
function explain(
  unsupported: readonly Unsupported[],
  item: CibElement,
  { pathOf, dialect: { pcs } }: ConversionState,
): readonly Diagnostic[] {
  const itemPath = pathOf(item) ?? '/cib'
  const fatal = unsupported.filter(({ isFatal }) => isFatal)
  if (fatal.length > 0) {
    return fatal.map(({ element, attribute, what }) => {
      const path = pathOf(element) ?? itemPath
      return diagnostic('cib-unrepresentable', attribute === undefined ? path : `${path}/@${attribute}`, {
        what,
      })
    })
  }
  if (unsupported.length === 0) return []
  const reasons = [...new Set(unsupported.map(({ what }) => what))]
  const more = reasons.length > shown ? [`${reasons.length - shown} more`] : []
  return [
    diagnostic('pcs-unsupported', itemPath, { pcs, what: [...reasons.slice(0, shown), ...more].join('; ') }),
  ]
}

/** The values that Pacemaker would change. */
export function changedValues(
  wanted: CibElement,
  item: CibElement,
  { pathOf, dialect }: ConversionState,
): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  walk(wanted, ({ element }) => {
    for (const attribute of shapeOf(element.element)?.attributes ?? []) {
      const value = modelAttribute(element, attribute)
      const why = value === undefined ? undefined : dialect.whyChanged(value)
      if (why === undefined) continue
      const path = `${pathOf(element) ?? pathOf(item) ?? '/cib'}/@${attribute}`
      found.push(diagnostic('pacemaker-unsupported', path, { attribute, why }))
    }
  })
  return found
}
