import { canonicalText } from '../../cib/canonical.js'
import { pcsId } from '../../model/ids.js'
import {
  type Bundle,
  type Clone,
  type Group,
  type Master,
  type Primitive,
  primitivesOf,
  type Resource,
} from '../../model/index.js'
import { attributesOf } from '../../pcs/command/attribute-words.js'
import { type Command, pcs } from '../../pcs/command/command.js'
import { isInteger, isPcsId } from '../../pcs/command/values.js'
import { isSame, sameAttributes } from './edit.js'
import { memberCommands } from './member-update.js'
import { opCommands } from './op-update.js'
import { setCommands, type UpdateStyle } from './set-update.js'
import type { PlanState } from './state.js'

/** The pcs commands that make one resource the other; undefined where there are none. */
export function resourceUpdate(
  before: Resource,
  after: Resource,
  state: PlanState,
): readonly Command[] | undefined {
  if (canonicalText(before) === canonicalText(after)) return []
  if (!isPcsId(after.id) || !sameAttributes(before, after)) return undefined
  if (before.element === 'primitive' && after.element === 'primitive')
    return primitiveUpdate(before, after, state)
  if (before.element === 'group' && after.element === 'group') {
    return joined(
      metaUpdate(before, after, state),
      sameSets(before, after),
      memberCommands(before, after, state, resourceUpdate),
    )
  }
  if ((before.element === 'clone' || before.element === 'master') && after.element === before.element) {
    return joined(
      metaUpdate(before, after, state),
      sameSets(before, after),
      inner(before.resource, after.resource, state),
    )
  }
  if (before.element === 'bundle' && after.element === 'bundle') return bundleUpdate(before, after, state)
  return undefined
}

function inner(before: Resource | undefined, after: Resource | undefined, state: PlanState) {
  if (before === undefined || after === undefined) return before === after ? [] : undefined
  return before.id === after.id && before.element === after.element
    ? resourceUpdate(before, after, state)
    : undefined
}

/** All commands, none where one part has none. */
function joined(...parts: readonly (readonly Command[] | undefined)[]): readonly Command[] | undefined {
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined
}

/** Nothing where the parameters of a collective resource are as they were; pcs does not change them. */
function sameSets(before: Group | Clone | Master | Bundle, after: Group | Clone | Master | Bundle) {
  return isSame(before.instanceAttributes, after.instanceAttributes) ? [] : undefined
}

function primitiveUpdate(
  before: Primitive,
  after: Primitive,
  state: PlanState,
): readonly Command[] | undefined {
  const { id } = after
  const kind = after.class === 'stonith' ? 'stonith' : 'resource'
  const style = (element: string): UpdateStyle => ({
    id: pcsId.attributeSet(id, element),
    nvpairId: pcsId.nvpair,
    keepsEmpty: true,
  })
  const capacity = { ...style('utilization'), accepts: isInteger }
  return joined(
    setCommands(
      before.instanceAttributes,
      after.instanceAttributes,
      style('instance_attributes'),
      state,
      (words) => pcs([kind, 'update', id, ...words], ['--force']),
    ),
    kind === 'stonith' && !isSame(before.metaAttributes, after.metaAttributes)
      ? undefined
      : metaUpdate(before, after, state),
    setCommands(before.utilization, after.utilization, capacity, state, (words) =>
      pcs(['resource', 'utilization', id, ...words]),
    ),
    opCommands(before, after, state),
  )
}

function metaUpdate(before: Resource, after: Resource, state: PlanState) {
  const style = {
    id: pcsId.attributeSet(after.id, 'meta_attributes'),
    nvpairId: pcsId.nvpair,
    keepsEmpty: true,
  }
  return setCommands(before.metaAttributes, after.metaAttributes, style, state, (words) =>
    metaCommand(after, words),
  )
}

/** `pcs resource disable` or `enable` for the role that it is to have, else `pcs resource meta`. */
function metaCommand(resource: Resource, words: readonly string[]): Command | undefined {
  const { id } = resource
  if (resource.element === 'bundle') return pcs(['resource', 'bundle', 'update', id, 'meta', ...words])
  const verb = { 'target-role=Stopped': 'disable', 'target-role=': 'enable' }[words.join(' ')]
  if (verb !== undefined) return pcs(['resource', verb, id])
  // Of a clone pcs 0.11.5 wants the metadata of an OCF agent, with --force too.
  const isAsked = resource.element === 'clone' && primitivesOf(resource).some((one) => one.class === 'ocf')
  return isAsked ? undefined : pcs(['resource', 'meta', id, ...words])
}

/** `pcs resource bundle update` for the options of the container. */
function bundleUpdate(before: Bundle, after: Bundle, state: PlanState): readonly Command[] | undefined {
  const parts = (bundle: Bundle) => [bundle.network, bundle.storage].flatMap((part) => part ?? [])
  if (!isSame(parts(before), parts(after)) || before.container.element !== after.container.element)
    return undefined
  return joined(
    containerCommands(before, after),
    metaUpdate(before, after, state),
    sameSets(before, after),
    inner(before.primitive, after.primitive, state),
  )
}

function containerCommands(before: Bundle, after: Bundle): readonly Command[] | undefined {
  const [old, now] = [attributesOf(before.container), attributesOf(after.container)]
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter(
    (name) => old[name] !== now[name],
  )
  if (names.length === 0) return []
  if (names.includes('masters') || names.some((name) => now[name] === '')) return undefined
  const words = names.map((name) => `${name}=${now[name] ?? ''}`)
  return [pcs(['resource', 'bundle', 'update', after.id, 'container', ...words])]
}
