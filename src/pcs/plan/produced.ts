import type { Diagnostic } from '../../diagnostics/diagnostic.js'
import type { CibElement, Cluster } from '../../model/index.js'
import type { Command } from '../command/command.js'
import type { Unsupported } from '../command/conversion.js'
import type { Dialect } from '../command/pcs-version.js'
import { changedValues, convertWanted } from './convert.js'
import { sections } from './sections.js'
import { initialState } from './state.js'

/** What pcs makes of one item of the configuration. */
export interface ProducedItem {
  /** Its section in the CIB. */
  readonly section: string
  /** The item, without what the cluster maintains by itself. */
  readonly wanted: CibElement
  readonly path: string
  readonly commands: readonly Command[]
  /** All in which what pcs makes is not what is wanted, each with its path. */
  readonly differences: readonly (Unsupported & { readonly path: string })[]
  /** The values that its Pacemaker would change. */
  readonly changedValues: readonly Diagnostic[]
  /** The ids of parts, to which nothing refers, that pcs changes, as phrases. */
  readonly changedIds: readonly string[]
}

/** What pcs makes of each item, for another program that runs pcs; it may show passwords to pcs. */
export function producedItems(cluster: Cluster, dialect: Dialect): readonly ProducedItem[] {
  const state = initialState(cluster, { dialect, strategy: 'commands', ids: 'pcs', showsSecrets: true })
  return sections.flatMap((section) =>
    section.items(cluster).map((item) => {
      const wanted = section.wanted(item)
      const path = state.pathOf(item) ?? '/cib'
      const { commands, unsupported, changed } = convertWanted(wanted, section, state)
      const differences = unsupported.map((one) => ({ ...one, path: state.pathOf(one.element) ?? path }))
      return {
        section: section.name,
        wanted,
        path,
        commands,
        differences,
        changedValues: changedValues(wanted, item, state),
        changedIds: changed.flatMap(({ becomes }) => becomes ?? []),
      }
    }),
  )
}
