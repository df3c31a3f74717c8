import type { Cluster } from '../../model/index.js'
import { type Command, cibadmin } from '../../pcs/command/command.js'
import { applyEdits } from './apply.js'
import type { ItemEdit } from './edit.js'
import { wholeXml } from './xml.js'

/** The command that makes the configuration that of the target in one change; nodes and what the cluster sets by itself stay. */
export function replacement(from: Cluster, to: Cluster, edits: readonly ItemEdit[]): Command {
  const { nodes, crmConfig } = applyEdits(from, edits).configuration
  const configuration = { ...to.configuration, ...(nodes && { nodes }), ...(crmConfig && { crmConfig }) }
  return cibadmin(wholeXml(configuration), ['--replace'])
}

/** The command that brings the whole configuration back. */
export function restoration(from: Cluster): Command {
  return cibadmin(wholeXml(from.configuration), ['--replace'])
}
