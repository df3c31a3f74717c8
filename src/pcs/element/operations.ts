import { claimId, pcsId } from '../../model/ids.js'
import type { Op, Primitive } from '../../model/index.js'
import { type Accepts, attributeWords, createKeywords, oneOf } from '../command/attribute-words.js'
import type { Context, Produced } from '../command/conversion.js'
import { isDuration, isPcsId, secondsOf } from '../command/values.js'

const checkLevel = 'OCF_CHECK_LEVEL'

const accepted: Accepts = {
  interval: isDuration,
  timeout: isDuration,
  'on-fail': oneOf('ignore', 'block', 'demote', 'stop', 'restart', 'standby', 'fence', 'restart-container'),
  enabled: oneOf('0', '1', 'true', 'false'),
  'record-pending': oneOf('0', '1', 'true', 'false'),
}
const attributes = [
  'interval',
  'timeout',
  'role',
  'on-fail',
  'enabled',
  'record-pending',
  'start-delay',
  'interval-origin',
  'description',
]

/**
 * The words of the operations in `pcs resource create`, and what they produce. pcs sorts operations by
 * name and gives ids of name and interval; other ids are given with `id=`.
 */
export function convertOps(
  primitive: Primitive,
  context: Context,
): { readonly words: readonly string[]; readonly produces: readonly Produced<Op>[] } {
  const accepts: Accepts = { ...accepted, role: oneOf(...context.dialect.roles) }
  const all = primitive.operations?.ops ?? []
  const ops = all.filter((op, at) => acceptsOp(op, all.slice(0, at), context))
  const words = new Map<Op, readonly string[]>()
  const produces = [...ops].sort(byName).map((op): Produced<Op> => {
    const own = pcsId.op(primitive.id, op.name ?? '', op.interval ?? defaultInterval(op))
    context.ids.add(op.id ?? '')
    const options = attributeWords(op, attributes, context, accepts)
    const level = levelOf(op)
    words.set(op, [
      'op',
      op.name ?? '',
      ...options,
      ...(level === undefined ? [] : [`${checkLevel}=${level}`]),
      ...(op.id === own ? [] : [`id=${op.id}`]),
    ])
    return {
      ...op,
      interval: op.interval ?? defaultInterval(op),
      extra: undefined,
      metaAttributes: [],
      instanceAttributes: level === undefined ? [] : [producedLevel(op.id ?? '', level, context)],
    }
  })
  return { words: ops.flatMap((op) => words.get(op) ?? []), produces }
}

/** The one attribute of an operation that pcs writes besides those of `<op>`. */
function levelOf(op: Op): string | undefined {
  const value = op.instanceAttributes[0]?.nvpairs.find(({ name }) => name === checkLevel)?.value
  return value === '' ? undefined : value
}

function producedLevel(op: string, value: string, context: Context) {
  const id = claimId(pcsId.nvpair(op, 'instance_attributes'), context.ids)
  const pair = claimId(pcsId.nvpair(id, checkLevel), context.ids)
  const nvpairs = [{ element: 'nvpair', id: pair, name: checkLevel, value }] as const
  return { element: 'instance_attributes', id, nvpairs } as const
}

function acceptsOp(op: Op, before: readonly Op[], context: Context): boolean {
  const unsupported = (what: string, attribute: string) => {
    context.unsupported({ element: op, attribute, what })
    return false
  }
  const { name = '', id = '' } = op
  if (!/^[A-Za-z_][^=]*$/s.test(name) || createKeywords.includes(name)) {
    return unsupported(`an operation named ${JSON.stringify(name)}`, 'name')
  }
  if (!isPcsId(id)) return unsupported(`the id ${JSON.stringify(id)} of an operation`, 'id')
  const seconds = intervalOf(op)
  const same = before.find((other) => other.name === name && intervalOf(other) === seconds)
  if (same !== undefined)
    return unsupported(
      `a second ${name} operation of the same interval as ${JSON.stringify(same.id)}`,
      'interval',
    )
  if (op.startDelay !== undefined && op.intervalOrigin !== undefined) {
    return unsupported('start-delay together with interval-origin', 'interval-origin')
  }
  return true
}

function intervalOf(op: Op): number | undefined {
  return secondsOf(op.interval ?? defaultInterval(op))
}

function defaultInterval(op: Op): string {
  return op.name === 'monitor' ? '60s' : '0s'
}

function byName(a: Op, b: Op): number {
  const [one, other] = [a.name ?? '', b.name ?? '']
  return one < other ? -1 : one > other ? 1 : 0
}
