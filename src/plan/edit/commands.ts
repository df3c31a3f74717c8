import type { Diagnostic } from '../../diagnostics/diagnostic.js'
import type { CibElement } from '../../model/index.js'
import { type Command, cibadmin } from '../../pcs/command/command.js'
import { isPcsId } from '../../pcs/command/values.js'
import { convertItem } from '../../pcs/plan/convert.js'
import { configurationXml } from '../../pcs/plan/fragment.js'
import { neededIds, ownIds } from '../../pcs/plan/ids.js'
import type { ItemEdit } from './edit.js'
import type { PlanState } from './state.js'
import { updateCommands } from './update.js'
import { xmlById } from './xml.js'

/** The commands of an edit, and what was found on the way; the state is then that after the edit. */
export interface EditCommands {
  readonly commands: readonly Command[]
  readonly diagnostics: readonly Diagnostic[]
}

/** The commands of some edits, in their order. */
export function commandsOf(edits: readonly ItemEdit[], state: PlanState): EditCommands {
  const later = new Set(
    edits.flatMap(({ after }) => (after === undefined ? [] : ownIds(after).map(([id]) => id))),
  )
  const all = edits.map((edit) => {
    const converted = commandsOfEdit(edit, state, (id) => later.has(id))
    state.apply(edit)
    return converted
  })
  return {
    commands: joinedRemovals(all.flatMap(({ commands }) => commands)),
    diagnostics: all.flatMap(({ diagnostics }) => diagnostics),
  }
}

function commandsOfEdit(
  edit: ItemEdit,
  state: PlanState,
  staysElsewhere: (id: string) => boolean,
): EditCommands {
  const { before, after, section } = edit
  const there = beneath(edit, state)
  if (there !== undefined)
    return { commands: updateCommands(edit, there.before, there.after, state), diagnostics: [] }
  if (after === undefined) return { commands: removal(edit, staysElsewhere), diagnostics: [] }
  if (before !== undefined) return { commands: updateCommands(edit, before, after, state), diagnostics: [] }
  const { fragment, commands, isXml, diagnostics } = convertItem(after, section, state.conversion, [])
  return { commands: isXml ? [...commands, cibadmin(configurationXml([fragment]))] : commands, diagnostics }
}

/** What stays when its content goes, and is there before it gets any: the set of the cluster's own properties, and nodes. */
function beneath({ before, after, section }: ItemEdit, { ids }: PlanState) {
  const one = before ?? after
  if (one === undefined || (before !== undefined && after !== undefined)) return undefined
  if (one.element === 'node' && after === undefined) {
    return { before: one, after: { ...one, instanceAttributes: [], utilization: [] } }
  }
  if (
    section.name !== 'crm_config' ||
    one.element !== 'cluster_property_set' ||
    one.id !== 'cib-bootstrap-options'
  )
    return undefined
  if (after !== undefined && !ids.has(one.id)) return undefined
  const empty = { ...one, nvpairs: [] }
  return { before: before ?? empty, after: after ?? empty }
}

function refersToItself(item: CibElement): boolean {
  const own = new Set(ownIds(item).map(([id]) => id))
  return neededIds(item).some((id) => own.has(id))
}

/** Neighbouring removals of constraints as one command. */
function joinedRemovals(commands: readonly Command[]): readonly Command[] {
  const found: Command[] = []
  for (const command of commands) {
    const last = found.at(-1)
    if (last !== undefined && isRemoval(last) && isRemoval(command)) {
      found[found.length - 1] = { ...last, argv: [...last.argv, ...command.argv.slice(2)] }
    } else found.push(command)
  }
  return found
}

function isRemoval({ program, argv }: Command): boolean {
  return program === 'pcs' && argv[0] === 'constraint' && argv[1] === 'delete'
}

/** The words of pcs that remove an item, by its element. */
const removing: Readonly<Record<string, readonly string[]>> = {
  primitive: ['resource', 'delete'],
  group: ['resource', 'delete'],
  clone: ['resource', 'delete'],
  master: ['resource', 'delete'],
  bundle: ['resource', 'delete'],
  rsc_order: ['constraint', 'delete'],
  rsc_colocation: ['constraint', 'delete'],
  rsc_location: ['constraint', 'delete'],
  rsc_ticket: ['constraint', 'delete'],
  tag: ['tag', 'remove'],
  alert: ['alert', 'remove'],
}

/**
 * By cibadmin where an id is used again at once, since pcs removes the constraints that name what it deletes, and where one
 * part refers to another, since pcs deletes the members of a group one by one.
 */
function removal(
  { id, before, section }: ItemEdit,
  staysElsewhere: (id: string) => boolean,
): readonly Command[] {
  if (before === undefined) return []
  const words =
    section.name === 'rsc_defaults'
      ? ['resource', 'defaults', 'set', 'delete']
      : section.name === 'op_defaults'
        ? ['resource', 'op', 'defaults', 'set', 'delete']
        : removing[before.element]
  const isReplaced = before !== undefined && ownIds(before).some(([own]) => staysElsewhere(own))
  if (words !== undefined && isPcsId(id) && !isReplaced && !refersToItself(before)) {
    const isFencing = before.element === 'primitive' && before.class === 'stonith'
    return [{ program: 'pcs', argv: isFencing ? ['stonith', 'delete', id] : [...words, id] }]
  }
  return [cibadmin(xmlById(before.element, 'id' in before ? before.id : undefined), ['--delete'])]
}
