import { canonicalText } from '../../cib/canonical.js'
import type { UsedIds } from '../../model/ids.js'
import type { Op, Primitive } from '../../model/index.js'
import { type Command, pcs } from '../../pcs/command/command.js'
import { isPcsId } from '../../pcs/command/values.js'
import { convertOps } from '../../pcs/element/operations.js'
import { innerIds } from '../../pcs/plan/ids.js'
import { isSame, sameAttributes } from './edit.js'
import type { PlanState } from './state.js'

/** `pcs resource op remove` and `pcs resource op add` for each operation that differs; undefined where pcs cannot. */
export function opCommands(
  before: Primitive,
  after: Primitive,
  state: PlanState,
): readonly Command[] | undefined {
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
