import type { Group, Primitive, Resource } from '../../model/index.js'
import { type Command, pcs } from '../../pcs/command/command.js'
import { convertItem } from '../../pcs/plan/convert.js'
import { sections } from '../../pcs/plan/sections.js'
import type { PlanState } from './state.js'

const resources = sections.find(({ name }) => name === 'resources') as (typeof sections)[number]

type Update = (before: Resource, after: Resource, state: PlanState) => readonly Command[] | undefined

/**
 * The commands that give a group its members: `pcs resource delete` for those that go, `pcs resource create` and
 * `pcs resource group add` for new ones. Undefined where members change their places.
 */
export function memberCommands(
  before: Group,
  after: Group,
  state: PlanState,
  update: Update,
): readonly Command[] | undefined {
  const now = after.members.map(({ id }) => id)
  const stay = before.members.filter(({ id }) => now.includes(id)).map(({ id }) => id)
  const ordered = now.filter((id) => stay.includes(id))
  if (stay.length === 0 || ordered.join(' ') !== stay.join(' ')) return undefined
  const gone = before.members.filter(({ id }) => !now.includes(id))
  const commands: Command[] = gone.map(({ id }) => pcs(['resource', 'delete', id]))
  for (const member of before.members) {
    const same = after.members.find(({ id }) => id === member.id)
    const updates = same === undefined ? [] : update(member, same, state)
    if (updates === undefined) return undefined
    commands.push(...updates)
  }
  for (const [at, member] of after.members.entries()) {
    if (stay.includes(member.id)) continue
    const created = createdMember(member, state)
    if (created === undefined) return undefined
    commands.push(...created, pcs(['resource', 'group', 'add', after.id, member.id], placeOf(at, now, stay)))
  }
  return commands
}

function createdMember(member: Primitive, state: PlanState): readonly Command[] | undefined {
  const { commands, isXml } = convertItem(member, resources, state.conversion, [])
  return isXml || commands.length === 0 ? undefined : commands
}

/** After the member before it; for the first, before the first that was there. */
function placeOf(at: number, now: readonly string[], stay: readonly string[]): readonly string[] {
  return at === 0 ? ['--before', stay[0] as string] : ['--after', now[at - 1] as string]
}
