import {
  type Clone,
  type Group,
  isTrue,
  type MetaAttributes,
  nvpairValue,
  type Primitive,
} from '../../model/index.js'
import { pcs } from '../command/command.js'
import type { Context, Converter, Produced } from '../command/conversion.js'
import { acceptsId, takesAround } from '../command/references.js'
import { options, plainOptions, type SaidSet, saySet } from './attributes.js'
import { createPrimitive, describePrimitive, sayPrimitive } from './primitive.js'

/** `pcs resource create` for each member, then `pcs resource group add`, the form without warnings in every pcs. */
export function sayGroup(group: Group, context: Context): Converter<Group> {
  const members = group.members.map((member) => sayPrimitive(member, context))
  if (!acceptsId(group, context) || members.some(({ makes }) => makes === undefined)) return { commands: [] }
  const meta = saySet(group.metaAttributes, plainOptions(group.id), context)
  const commands = [
    ...members.flatMap(({ commands }) => commands),
    pcs(['resource', 'group', 'add', group.id, ...group.members.map(({ id }) => id)]),
    ...(meta.words.length === 0 ? [] : [pcs(['resource', 'meta', group.id, ...meta.words], ['--force'])]),
  ]
  const made = members.flatMap(({ makes }) => makes ?? [])
  return { commands, makes: { element: 'group', id: group.id, members: made, metaAttributes: meta.makes } }
}

/**
 * A clone or promotable clone. A primitive and its clone are one `pcs resource create`: pcs 0.11.5
 * does not clone a primitive whose agent is not installed, even with `--force`. A group is cloned
 * when it is there.
 */
export function sayClone(clone: Clone, context: Context): Converter<Clone> {
  if (!takesAround(clone, context)) return { commands: [] }
  context.ids.add(clone.id)
  const inner = clone.resource
  if (inner.element === 'group') return sayClonedGroup(clone, inner, context)
  const said = describePrimitive(inner, context)
  if (said === undefined) return { commands: [] }
  refuseForeignRoles(clone, [inner], context)
  const meta = saySet(clone.metaAttributes, options(clone.id), context)
  const { cloneOptions, cloneMeta } = context.dialect
  const commands = createPrimitive(said, cloneWords(clone, inner.id, meta, cloneMeta), cloneOptions)
  return { commands, makes: makeClone(clone, said.makes, meta) }
}

function sayClonedGroup(clone: Clone, inner: Group, context: Context): Converter<Clone> {
  const said = sayGroup(inner, context)
  if (said.makes === undefined) return { commands: [] }
  refuseForeignRoles(clone, inner.members, context)
  const meta = saySet(clone.metaAttributes, plainOptions(clone.id), context)
  const { cloneMeta, cloneForce } = context.dialect
  const [keyword = 'clone', ...words] = cloneWords(clone, inner.id, meta, cloneMeta)
  const command = pcs(['resource', keyword, inner.id, ...words], cloneForce)
  return { commands: [...said.commands, command], makes: makeClone(clone, said.makes, meta) }
}

/** `clone ID name=value ...`, or `promotable ID ...` where that word says it. */
function cloneWords(
  clone: Clone,
  inner: string,
  meta: SaidSet<MetaAttributes>,
  before: readonly string[],
): readonly string[] {
  const keyword = meta.words.includes('promotable=true') ? 'promotable' : 'clone'
  const id = clone.id === `${inner}-clone` ? [] : [clone.id]
  const own = meta.words.filter((word) => keyword === 'clone' || word !== 'promotable=true')
  return [keyword, ...id, ...(own.length === 0 ? [] : before), ...own]
}

function makeClone(
  clone: Clone,
  resource: Produced<Primitive | Group>,
  meta: SaidSet<MetaAttributes>,
): Produced<Clone> {
  return { element: 'clone', id: clone.id, resource, metaAttributes: meta.makes }
}

/** pcs knows that only OCF agents can be promoted or told apart. */
function refuseForeignRoles(clone: Clone, inner: readonly Primitive[], context: Context): void {
  const name = ['promotable', 'globally-unique'].find((option) =>
    isTrue(nvpairValue(clone.metaAttributes, option)),
  )
  if (name === undefined || inner.every((primitive) => primitive.class === 'ocf')) return
  context.refuse({ element: clone, what: `${name}=true for an agent that is not OCF` })
}
