import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.js'
import { type CibElement, walk } from '../../model/index.js'
import { attributesOf } from '../command/attribute-words.js'
import type { Command } from '../command/command.js'
import type { Context, Unsupported } from '../command/conversion.js'
import type { Dialect } from '../command/pcs-version.js'
import { differences } from './difference.js'
import type { Piece } from './fragment.js'
import { ownIds, takenIds } from './ids.js'
import type { ConvertedSection } from './sections.js'
import { titleOf } from './title.js'

/** What is known while one element after the other is said. */
export interface ConversionState {
  readonly ids: Set<string>
  readonly seen: Set<string>
  /** Ids of nodes, names of guest nodes, and what a tag names before it is there: pcs takes them for taken. */
  readonly named: Set<string>
  readonly resources: Context['resources']
  readonly pathOf: (element: CibElement) => string | undefined
  readonly dialect: Dialect
  /** `xml`: nothing is said by pcs, all is XML for cibadmin. */
  readonly strategy: Strategy
}

/** How a script builds: by a pcs command for each thing, or by XML in one piece. */
export type Strategy = 'commands' | 'xml'

/** How one element gets into the CIB: by pcs commands, else as XML; by neither where it cannot. */
export interface Conversion {
  readonly title: string
  readonly item: Piece
  readonly commands: readonly Command[]
  /** True where the item is XML for cibadmin; what that needs to be there stands in the commands. */
  readonly isXml: boolean
  readonly remarks: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

/** The pcs commands of an element where they make just what is wanted, else its XML and the reasons. */
export function convertItem(
  item: CibElement,
  section: ConvertedSection,
  said: ConversionState,
  reasons: readonly string[],
): Conversion {
  const wanted = section.wanted(item)
  const own = ownIds(wanted)
  const refusals: Unsupported[] = [
    ...takenIds(own, said.ids),
    ...reasons.map((what) => ({ element: item, what })),
  ]
  const { commands, makes } = section.say(wanted, {
    dialect: said.dialect,
    ids: new Set(said.ids),
    seen: said.seen,
    resources: said.resources,
    refuse: (refusal) => refusals.push(refusal),
  })
  if (makes !== undefined) refusals.push(...differences(wanted, makes))
  if (own.some(([id]) => said.named.has(id))) {
    refusals.push({ element: item, what: 'an id that a node or a tag has already' })
  }
  for (const [id] of own) said.ids.add(id)
  const isTaken = (name: string) => said.ids.has(name) || said.named.has(name)
  if (guestsIn(wanted).some((name, at, all) => isTaken(name) || all.indexOf(name) < at)) {
    refusals.push({ element: item, what: 'a guest node of a name that is an id already' })
  }
  for (const id of namesIn(wanted)) if (!said.ids.has(id)) said.named.add(id)
  const found = [...unholdable(wanted, item, said), ...explain(refusals, item, said)]
  const isXml = said.strategy === 'xml' && (commands.length > 0 || found.length > 0)
  const diagnostics = isXml ? found.filter(({ severity }) => severity === 'error') : found
  const remarks = diagnostics.map(({ message }) => message)
  const title = titleOf(wanted)
  const piece: Piece = { section: section.name, element: wanted }
  if (diagnostics.some(({ severity }) => severity === 'error')) {
    return { title, item: piece, commands: [], isXml: false, remarks, diagnostics }
  }
  if (diagnostics.length === 0 && !isXml) return { title, item: piece, commands, isXml, remarks, diagnostics }
  const needs = commands.filter(({ program }) => program === 'require_node')
  return { title, item: piece, commands: needs, isXml: true, remarks, diagnostics }
}

function namesIn(wanted: CibElement): readonly string[] {
  if (wanted.element === 'node') return [wanted.id ?? '']
  return wanted.element === 'tag' ? wanted.objRefs.map(({ id }) => id ?? '') : guestsIn(wanted)
}

/** The names of the guest nodes that resources make. */
function guestsIn(wanted: CibElement): readonly string[] {
  const names: string[] = []
  walk(wanted, ({ element }) => {
    if (element.element === 'nvpair' && element.name === 'remote-node') names.push(element.value ?? '')
  })
  return names
}

const shown = 3

/** One finding for an element that takes cibadmin, with the first reasons; one for each fatal one. */
function explain(
  refusals: readonly Unsupported[],
  item: CibElement,
  { pathOf, dialect: { pcs } }: ConversionState,
): readonly Diagnostic[] {
  const itemPath = pathOf(item) ?? '/cib'
  const fatal = refusals.filter(({ isFatal }) => isFatal)
  if (fatal.length > 0) {
    return fatal.map(({ element, attribute, what }) => {
      const path = pathOf(element) ?? itemPath
      return diagnostic('cib-unrepresentable', attribute === undefined ? path : `${path}/@${attribute}`, {
        what,
      })
    })
  }
  if (refusals.length === 0) return []
  const reasons = [...new Set(refusals.map(({ what }) => what))]
  const more = reasons.length > shown ? [`${reasons.length - shown} more`] : []
  return [
    diagnostic('pcs-unsupported', itemPath, { pcs, what: [...reasons.slice(0, shown), ...more].join('; ') }),
  ]
}

/** The values that Pacemaker would not keep. */
function unholdable(
  wanted: CibElement,
  item: CibElement,
  { pathOf, dialect }: ConversionState,
): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  walk(wanted, ({ element }) => {
    for (const [attribute, value] of Object.entries(attributesOf(element))) {
      const why = dialect.whyUnholdable(value)
      if (why === undefined) continue
      const path = `${pathOf(element) ?? pathOf(item) ?? '/cib'}/@${attribute}`
      found.push(diagnostic('pacemaker-unsupported', path, { attribute, why }))
    }
  })
  return found
}
