import { pcsId } from '../../model/ids.js'
import { agentOf, nvpairValue, type Primitive } from '../../model/index.js'
import { type Command, pcs } from '../command/command.js'
import type { Context, Conversion, Produced } from '../command/conversion.js'
import { acceptsId } from '../command/references.js'
import { isInteger } from '../command/values.js'
import { convertSet, options, parameters, type SetStyle } from './attributes.js'
import { convertOps } from './operations.js'

/** The words of `pcs resource create` for a primitive, without those of a clone or bundle around it. */
export interface ConvertedPrimitive {
  readonly words: readonly string[]
  /** Commands that follow when the resource exists. */
  readonly after: readonly Command[]
  readonly produces: Produced<Primitive>
}

/** A primitive without clone or bundle. */
export function convertPrimitive(primitive: Primitive, context: Context): Conversion<Primitive> {
  const converted =
    primitive.class === 'stonith'
      ? describeFencing(primitive, context)
      : describePrimitive(primitive, context)
  return converted === undefined
    ? { commands: [] }
    : { commands: createPrimitive(converted), produces: converted.produces }
}

/**
 * One command for a primitive and its clone or bundle. `--no-default-ops` leaves out the operations of
 * the agent's metadata; `--force` lets the command work where the agent is not installed.
 */
export function createPrimitive(
  converted: ConvertedPrimitive,
  wrapper: readonly string[] = [],
  options: readonly string[] = [],
): readonly Command[] {
  return [
    pcs([...converted.words, ...wrapper], [...options, '--no-default-ops', '--force']),
    ...converted.after,
  ]
}

/**
 * The words of `pcs resource create`; undefined for a primitive that it cannot create. pcs always
 * writes a monitor, so where none is wanted a placeholder is written and then removed.
 */
export function describePrimitive(primitive: Primitive, context: Context): ConvertedPrimitive | undefined {
  if (!acceptsId(primitive, context) || !acceptsAgent(primitive, context.dialect.agentClasses, context))
    return undefined
  return describe(primitive, ['resource', 'create', primitive.id, agentOf(primitive)], context)
}

/**
 * `pcs stonith create`, for a fence device without clone. An agent that provides unfencing gets
 * `provides=unfencing` where it is installed.
 */
function describeFencing(primitive: Primitive, context: Context): ConvertedPrimitive | undefined {
  if (!acceptsId(primitive, context) || !acceptsAgent(primitive, ['stonith'], context)) return undefined
  const provides = nvpairValue(primitive.metaAttributes, 'provides')
  if (unfencing.includes(primitive.type ?? '') && provides !== 'unfencing') {
    context.unsupported({ element: primitive, what: `${primitive.type} without provides=unfencing` })
  }
  if (nvpairValue(primitive.instanceAttributes, 'action') !== undefined)
    context.unsupported({
      element: primitive,
      what: 'the parameter action of a fence device without a warning: it is deprecated',
    })
  if (primitive.utilization.length > 0)
    context.unsupported({ element: primitive, what: 'utilization of a fence device' })
  return describe(primitive, ['stonith', 'create', primitive.id, primitive.type ?? ''], context)
}

function describe(primitive: Primitive, head: readonly string[], context: Context): ConvertedPrimitive {
  const instance = convertSet(
    primitive.instanceAttributes,
    parameters(primitive.id, agentOf(primitive)),
    context,
  )
  const meta = convertSet(primitive.metaAttributes, options(primitive.id), context)
  const ops = convertOps(primitive, context)
  const placeholder = ops.produces.some(({ name }) => name === 'monitor')
    ? undefined
    : placeholderId(primitive, context)
  const words = [
    ...[...head, ...instance.words, ...ops.words],
    ...(placeholder === undefined ? [] : ['op', 'monitor', 'interval=60s', `id=${placeholder}`]),
    ...(meta.words.length === 0 ? [] : ['meta', ...meta.words]),
  ]
  const utilization = convertUtilization(primitive, context)
  const produces: Produced<Primitive> = {
    element: 'primitive',
    id: primitive.id,
    class: primitive.class,
    provider: primitive.provider,
    type: primitive.type,
    instanceAttributes: instance.produces,
    metaAttributes: meta.produces,
    utilization: utilization.produces,
    operations: { element: 'operations', ops: ops.produces },
  }
  return { words, after: [...removePlaceholder(placeholder), ...utilization.commands], produces }
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

function acceptsAgent(primitive: Primitive, classes: readonly string[], context: Context): boolean {
  const { class: standard = '', provider, type, template } = primitive
  if (template !== undefined) {
    context.unsupported({
      element: primitive,
      attribute: 'template',
      what: 'a resource that uses a template',
    })
    return false
  }
  const named = (text: string | undefined) => text !== undefined && /^[^-:/\s'"][^:/\s'"]*$/.test(text)
  const isUnit = ['systemd', 'service'].includes(standard) && /^[^:@/\s'"]+@[^/\s'"]*$/.test(type ?? '')
  const accepts =
    standard === 'ocf'
      ? classes.includes('ocf') && named(provider) && named(type)
      : classes.includes(standard) && provider === undefined && (named(type) || isUnit)
  const what = `the agent ${JSON.stringify(agentOf(primitive))} for a resource`
  if (!accepts) context.unsupported({ element: primitive, attribute: 'class', what })
  return accepts
}

function convertUtilization(primitive: Primitive, context: Context) {
  const style: SetStyle = {
    id: pcsId.attributeSet(primitive.id, 'utilization'),
    nvpairId: pcsId.nvpair,
    plain: true,
    accepts: { value: isInteger, words: 'whole numbers' },
  }
  const { words, produces } = convertSet(primitive.utilization, style, context)
  const commands = words.length === 0 ? [] : [pcs(['resource', 'utilization', primitive.id, ...words])]
  return { commands, produces }
}

function placeholderId(primitive: Primitive, context: Context): string {
  let id = `${primitive.id}-no-monitor`
  while (context.ids.has(id)) id = `${id}-`
  return id
}

function removePlaceholder(placeholder: string | undefined): readonly Command[] {
  if (placeholder === undefined) return []
  return [pcs(['resource', 'op', 'remove', placeholder], [], 'pcs creates no resource without a monitor')]
}
