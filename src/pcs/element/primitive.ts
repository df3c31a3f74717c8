import { agentOf, nvpairValue, type Primitive, pcsId } from '../../model/index.js'
import { type Command, pcs } from '../command/command.js'
import type { Context, Converter, Produced } from '../command/conversion.js'
import { acceptsId } from '../command/references.js'
import { isInteger } from '../command/values.js'
import { options, parameters, type SetStyle, saySet } from './attributes.js'
import { sayOps } from './operations.js'

/** What `pcs resource create` says of a primitive, before it is known what is around it. */
export interface SaidPrimitive {
  readonly words: readonly string[]
  /** Commands that follow when the resource is there. */
  readonly after: readonly Command[]
  readonly makes: Produced<Primitive>
}

/** A primitive that stands alone. */
export function sayPrimitive(primitive: Primitive, context: Context): Converter<Primitive> {
  const said =
    primitive.class === 'stonith'
      ? describeFencing(primitive, context)
      : describePrimitive(primitive, context)
  return said === undefined ? { commands: [] } : { commands: createPrimitive(said), makes: said.makes }
}

/**
 * One command for a primitive and what is around it. `--no-default-ops` keeps out the operations of
 * the agent's metadata; `--force` makes the command the same where the agent is not installed.
 */
export function createPrimitive(
  said: SaidPrimitive,
  around: readonly string[] = [],
  options: readonly string[] = [],
): readonly Command[] {
  return [pcs([...said.words, ...around], [...options, '--no-default-ops', '--force']), ...said.after]
}

/**
 * The words of `pcs resource create`; undefined for a primitive that it cannot make. pcs always
 * writes a monitor, so where none is wanted the one that it writes is removed.
 */
export function describePrimitive(primitive: Primitive, context: Context): SaidPrimitive | undefined {
  if (!acceptsId(primitive, context) || !takesAgent(primitive, context.dialect.agentClasses, context))
    return undefined
  return describe(primitive, ['resource', 'create', primitive.id, agentOf(primitive)], context)
}

/**
 * `pcs stonith create`, for a fence device that stands alone. An agent that provides unfencing gets
 * `provides=unfencing` where it is installed, wanted or not.
 */
function describeFencing(primitive: Primitive, context: Context): SaidPrimitive | undefined {
  if (!acceptsId(primitive, context) || !takesAgent(primitive, ['stonith'], context)) return undefined
  const provides = nvpairValue(primitive.metaAttributes, 'provides')
  if (unfencing.includes(primitive.type ?? '') && provides !== 'unfencing') {
    context.refuse({ element: primitive, what: `${primitive.type} without provides=unfencing` })
  }
  if (nvpairValue(primitive.instanceAttributes, 'action') !== undefined)
    context.refuse({
      element: primitive,
      what: 'action of a fence device without a warning: it is deprecated',
    })
  if (primitive.utilization.length > 0)
    context.refuse({ element: primitive, what: 'utilization of a fence device' })
  return describe(primitive, ['stonith', 'create', primitive.id, primitive.type ?? ''], context)
}

function describe(primitive: Primitive, head: readonly string[], context: Context): SaidPrimitive {
  const instance = saySet(primitive.instanceAttributes, parameters(primitive.id), context)
  const meta = saySet(primitive.metaAttributes, options(primitive.id), context)
  const ops = sayOps(primitive, context)
  const spare = ops.makes.some(({ name }) => name === 'monitor') ? undefined : spareId(primitive, context)
  const words = [
    ...[...head, ...instance.words, ...ops.words],
    ...(spare === undefined ? [] : ['op', 'monitor', 'interval=60s', `id=${spare}`]),
    ...(meta.words.length === 0 ? [] : ['meta', ...meta.words]),
  ]
  const utilization = sayUtilization(primitive, context)
  const makes: Produced<Primitive> = {
    element: 'primitive',
    id: primitive.id,
    class: primitive.class,
    provider: primitive.provider,
    type: primitive.type,
    instanceAttributes: instance.makes,
    metaAttributes: meta.makes,
    utilization: utilization.makes,
    operations: { element: 'operations', ops: ops.makes },
  }
  return { words, after: [...removeSpare(spare), ...utilization.commands], makes }
}

/** Agents whose metadata asks for unfencing; pcs then adds a meta attribute. */
const unfencing = [
  'fence_brocade',
  'fence_cisco_mds',
  'fence_ifmib',
  'fence_mpath',
  'fence_sanbox2',
  'fence_scsi',
]

function takesAgent(primitive: Primitive, classes: readonly string[], context: Context): boolean {
  const { class: standard = '', provider, type, template } = primitive
  if (template !== undefined) {
    context.refuse({ element: primitive, attribute: 'template', what: 'a resource made from a template' })
    return false
  }
  const named = (text: string | undefined) => text !== undefined && /^[^-:/\s'"][^:/\s'"]*$/.test(text)
  const isUnit = ['systemd', 'service'].includes(standard) && /^[^:@/\s'"]+@[^/\s'"]*$/.test(type ?? '')
  const takes =
    standard === 'ocf'
      ? classes.includes('ocf') && named(provider) && named(type)
      : classes.includes(standard) && provider === undefined && (named(type) || isUnit)
  const what = `the agent ${JSON.stringify(agentOf(primitive))} for a resource`
  if (!takes) context.refuse({ element: primitive, attribute: 'class', what })
  return takes
}

function sayUtilization(primitive: Primitive, context: Context) {
  const style: SetStyle = {
    id: pcsId.attributeSet(primitive.id, 'utilization'),
    nvpairId: pcsId.nvpair,
    plain: true,
    takes: { value: isInteger, words: 'whole numbers' },
  }
  const { words, makes } = saySet(primitive.utilization, style, context)
  const commands = words.length === 0 ? [] : [pcs(['resource', 'utilization', primitive.id, ...words])]
  return { commands, makes }
}

function spareId(primitive: Primitive, context: Context): string {
  let id = `${primitive.id}-no-monitor`
  while (context.ids.has(id)) id = `${id}-`
  return id
}

function removeSpare(spare: string | undefined): readonly Command[] {
  if (spare === undefined) return []
  return [pcs(['resource', 'op', 'remove', spare], [], 'pcs makes no resource without a monitor')]
}
