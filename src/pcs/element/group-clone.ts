import {
  booleanOf,
  type Clone,
  type Group,
  type MetaAttributes,
  nvpairValue,
  type Primitive,
} from '../../model/index.js'
import { pcs } from '../command/command.js'
import type { Context, Conversion, Produced } from '../command/conversion.js'
import { acceptsAround, acceptsId } from '../command/references.js'
import { type ConvertedSet, convertSet, options, plainOptions } from './attributes.js'
import { convertPrimitive, createPrimitive, describePrimitive } from './primitive.js'

/** `pcs resource create` for each member, then `pcs resource group add`, the form without warnings in every pcs. */
export function convertGroup(group: Group, context: Context): Conversion<Group> {
  const members = group.members.map((member) => convertPrimitive(member, context))
  if (!acceptsId(group, context) || members.some(({ produces }) => produces === undefined))
    return { commands: [] }
  const meta = convertSet(group.metaAttributes, plainOptions(group.id), context)
  const commands = [
    ...members.flatMap(({ commands }) => commands),
    pcs(['resource', 'group', 'add', group.id, ...group.members.map(({ id }) => id)]),
    ...(meta.words.length === 0 ? [] : [pcs(['resource', 'meta', group.id, ...meta.words], ['--force'])]),
  ]
  const produced = members.flatMap(({ produces }) => produces ?? [])
  return {
    commands,
    produces: { element: 'group', id: group.id, members: produced, metaAttributes: meta.produces },
  }
}

/**
 * A clone or promotable clone. A primitive and its clone are one `pcs resource create`: pcs 0.11.5
 * does not clone a primitive whose agent is not installed, even with `--force`. A group is created
 * first and then cloned.
 */
export function convertClone(clone: Clone, context: Context): Conversion<Clone> {
  if (!acceptsAround(clone, context)) return { commands: [] }
  context.ids.add(clone.id)
  const inner = clone.resource
  if (inner.element === 'group') return convertClonedGroup(clone, inner, context)
  const converted = describePrimitive(inner, context)
  if (converted === undefined) return { commands: [] }
  checkRoleSupport(clone, [inner], context)
  const meta = convertSet(clone.metaAttributes, options(clone.id), context)
  const { cloneOptions, cloneMeta } = context.dialect
  const commands = createPrimitive(converted, cloneWords(clone, inner.id, meta, cloneMeta), cloneOptions)
  return { commands, produces: producedClone(clone, converted.produces, meta) }
}

function convertClonedGroup(clone: Clone, inner: Group, context: Context): Conversion<Clone> {
  const converted = convertGroup(inner, context)
  if (converted.produces === undefined) return { commands: [] }
  checkRoleSupport(clone, inner.members, context)
  const meta = convertSet(clone.metaAttributes, plainOptions(clone.id), context)
  const { cloneMeta, cloneForce } = context.dialect
  const [keyword = 'clone', ...words] = cloneWords(clone, inner.id, meta, cloneMeta)
  const command = pcs(['resource', keyword, inner.id, ...words], cloneForce)
  return {
    commands: [...converted.commands, command],
    produces: producedClone(clone, converted.produces, meta),
  }
}

/** `clone ID name=value ...`, or `promotable ID ...` in place of `promotable=true`. */
function cloneWords(
  clone: Clone,
  inner: string,
  meta: ConvertedSet<MetaAttributes>,
  before: readonly string[],
): readonly string[] {
  const keyword = meta.words.includes('promotable=true') ? 'promotable' : 'clone'
  const id = clone.id === `${inner}-clone` ? [] : [clone.id]
  const own = meta.words.filter((word) => keyword === 'clone' || word !== 'promotable=true')
  return [keyword, ...id, ...(own.length === 0 ? [] : before), ...own]
}

function producedClone(
  clone: Clone,
  resource: Produced<Primitive | Group>,
  meta: ConvertedSet<MetaAttributes>,
): Produced<Clone> {
  return { element: 'clone', id: clone.id, resource, metaAttributes: meta.produces }
}

/** Reports what pcs allows for OCF agents only: promotable and globally unique clones. */
function checkRoleSupport(clone: Clone, inner: readonly Primitive[], context: Context): void {
  const name = ['promotable', 'globally-unique'].find(
    (option) => booleanOf(nvpairValue(clone.metaAttributes, option)) === true,
  )
  if (name === undefined || inner.every((primitive) => primitive.class === 'ocf')) return
  context.unsupported({ element: clone, what: `${name}=true for an agent that is not OCF` })
}
