import { booleanOf, type ResourceSet, type RscOrder, scoreOf } from '../../model/index.js'
import {
  combined,
  type Drawn,
  type End,
  endsOf,
  isSequential,
  joined,
  neighbours,
  type OrderLine,
  type References,
} from '../parts/lines.js'

/** What an order draws: one line, or those of its sets. `key` is a prefix for its junctions. */
export function drawOrder(order: RscOrder, references: References, key: string): Drawn<OrderLine> {
  const sets = references.sets(order)
  if (sets.length > 0) return drawSets(order, sets, references, key)
  const { first = '', then = '', firstAction = 'start', thenAction = firstAction } = order
  const from = references.end(first)
  const to = references.end(then)
  const labels = [
    ...actionLabel(firstAction, thenAction),
    ...anyLabel(order),
    ...insideLabel(from, to),
    ...more(order),
  ]
  return { lines: [{ ...lineOf(order), from, to, labels }], junctions: [] }
}

function drawSets(
  order: RscOrder,
  sets: readonly ResourceSet[],
  references: References,
  key: string,
): Drawn<OrderLine> {
  const within = sets.flatMap((set) => {
    const line = lineOf({ ...order, ...(set.kind === undefined ? {} : { kind: set.kind }) })
    if (!isSequential(set) && line.kind !== 'Serialize') return []
    const labels = [...actionLabel(actionOf(set), actionOf(set)), ...more(order)]
    return neighbours(endsOf(set, references)).map(([from, to]) => ({ ...line, from, to, labels }))
  })
  const between = neighbours(sets).map(([before, after], index) => {
    const any = before.requireAll !== undefined && booleanOf(before.requireAll) !== true
    const sources = endsOf(before, references)
    const targets = endsOf(after, references)
    const labels = [...actionLabel(actionOf(before), actionOf(after)), ...anyLabel(before), ...more(order)]
    return joined<OrderLine>(
      isChain(before) && !any ? sources.slice(-1) : sources,
      isChain(after) && !any ? targets.slice(0, 1) : targets,
      { ...lineOf(order), labels },
      `${key}_${index}`,
      kindOf(order),
    )
  })
  return combined([{ lines: within, junctions: [] }, ...between])
}

/** Only with an explicit `sequential="true"` a line from set to set goes from its last to its first member. */
function isChain({ sequential }: ResourceSet): boolean {
  return booleanOf(sequential) === true
}

function actionOf({ action = 'start' }: ResourceSet): string {
  return action
}

function lineOf(order: RscOrder): Pick<OrderLine, 'line' | 'kind' | 'constraint'> {
  return { line: 'order', kind: kindOf(order), constraint: order.id ?? '' }
}

/** Pacemaker reads an unknown kind as Mandatory, and the `score` of old schemas as a kind. */
function kindOf({ kind, score }: RscOrder): OrderLine['kind'] {
  if (kind === 'Optional' || kind === 'Serialize') return kind
  return kind === undefined && score !== undefined && scoreOf(score) === 0 ? 'Optional' : 'Mandatory'
}

function actionLabel(first: string, then: string): readonly string[] {
  return first === 'start' && then === 'start' ? [] : [`${first} → ${then}`]
}

function anyLabel({ requireAll }: RscOrder | ResourceSet): readonly string[] {
  return requireAll === undefined || booleanOf(requireAll) === true ? [] : ['require-all=false']
}

function insideLabel(from: End, to: End): readonly string[] {
  return [
    ...(from.inside === undefined ? [] : [`first: ${from.inside}`]),
    ...(to.inside === undefined ? [] : [`then: ${to.inside}`]),
  ]
}

function more(order: RscOrder): readonly string[] {
  const oneWay = order.symmetrical !== undefined && booleanOf(order.symmetrical) !== true
  return [
    ...(oneWay && kindOf(order) !== 'Serialize' ? ['symmetrical=false'] : []),
    ...(order.lifetime === undefined ? [] : ['lifetime']),
  ]
}
