import { canonicalText } from '../../cib/canonical.js'
import { pcsId, type UsedIds } from '../../model/ids.js'
import {
  type AttributeSet,
  type Bundle,
  type CibElement,
  type Clone,
  type Group,
  type Master,
  type Op,
  type Primitive,
  primitivesOf,
  type Resource,
} from '../../model/index.js'
import { attributesOf } from '../../pcs/command/attribute-words.js'
import { type Command, pcs } from '../../pcs/command/command.js'
import { isInteger, isPcsId } from '../../pcs/command/values.js'
import { convertOps } from '../../pcs/element/operations.js'
import { innerIds } from '../../pcs/plan/ids.js'
import { memberCommands } from './member-update.js'
import { setUpdate, type UpdateStyle } from './set-update.js'
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

function sameAttributes(before: CibElement, after: CibElement): boolean {
  const { order: _, ...one } = before.extra ?? {}
  const { order: __, ...other } = after.extra ?? {}
  return JSON.stringify([attributesOf(before), one]) === JSON.stringify([attributesOf(after), other])
}

/** Nothing where the parameters of a collective resource are as they were; pcs does not change them. */
function sameSets(before: Group | Clone | Master | Bundle, after: Group | Clone | Master | Bundle) {
  return isSame(before.instanceAttributes, after.instanceAttributes) ? [] : undefined
}

function isSame(before: readonly CibElement[], after: readonly CibElement[]): boolean {
  return before.map(canonicalText).join('\n') === after.map(canonicalText).join('\n')
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

function setCommands<S extends AttributeSet>(
  before: readonly S[],
  after: readonly S[],
  style: UpdateStyle,
  { ids }: PlanState,
  commandOf: (words: readonly string[]) => Command | undefined,
): readonly Command[] | undefined {
  if (isSame(before, after)) return []
  const words = setUpdate(before, after, style, (id) => ids.has(id))
  const command = words === undefined || words.length === 0 ? undefined : commandOf(words)
  return command && [command]
}

/** `pcs resource op remove` and `pcs resource op add` for each operation that differs. */
function opCommands(before: Primitive, after: Primitive, state: PlanState): readonly Command[] | undefined {
  const [old, now] = [before.operations, after.operations]
  const texts = (ops: readonly Op[] = []) => new Map(ops.map((op) => [canonicalText(op), op]))
  const [oldOps, nowOps] = [texts(old?.ops), texts(now?.ops)]
  const gone = [...oldOps].filter(([text]) => !nowOps.has(text)).map(([, op]) => op)
  const added = [...nowOps].filter(([text]) => !oldOps.has(text)).map(([, op]) => op)
  if (gone.length + added.length === 0) return isSame(old ? [old] : [], now ? [now] : []) ? [] : undefined
  if (old === undefined || now === undefined || !sameAttributes(old, now) || after.class === 'stonith')
    return undefined
  if (!gone.every(({ id }) => isPcsId(id)) || now.ops.length === added.length) return undefined
  const words = added.map((op) => opWords(op, after, gone, state))
  if (words.some((one) => one === undefined)) return undefined
  return [
    ...gone.map(({ id = '' }) => pcs(['resource', 'op', 'remove', id])),
    ...words.flatMap((one) =>
      one === undefined ? [] : [pcs(['resource', 'op', 'add', after.id, ...one], ['--force'])],
    ),
  ]
}

/** The words of one operation as `pcs resource create` has them, without the word `op`. */
function opWords(op: Op, { id }: Primitive, gone: readonly Op[], { dialect, ids }: PlanState) {
  let isSupported = true
  const free = new Set(gone.map((one) => one.id))
  const context = {
    dialect,
    ids: innerIds({ has: (used: string) => ids.has(used) && !free.has(used) } as UsedIds),
    seen: new Set<string>(),
    resources: new Map(),
    unsupported: () => {
      isSupported = false
    },
  }
  const alone = {
    element: 'primitive',
    id,
    instanceAttributes: [],
    metaAttributes: [],
    utilization: [],
  } as const
  const { words, produces } = convertOps(
    { ...alone, operations: { element: 'operations', ops: [op] } },
    context,
  )
  const isExact = produces.length === 1 && canonicalText(produces[0] as Op) === canonicalText(op)
  return isSupported && isExact ? words.slice(1) : undefined
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
