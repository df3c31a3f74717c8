import type { Action } from '../../pacemaker/action.js'
import { groupBy } from '../edit/group-by.js'
import type { Effect } from './effect.js'

/** Actions of one or more transitions as what an operator sees of them. */
export function actionEffects(actions: readonly Action[]): readonly Effect[] {
  const effects: Effect[] = []
  const byResource = groupBy(actions, ({ resource }) => resource ?? '')
  for (const [resource, list] of byResource) {
    const nodes = (operation: string) =>
      list.filter((action) => action.operation === operation).map(({ node }) => node)
    const [stops, starts] = [
      [...nodes('stop'), ...nodes('migrate_from')],
      [...nodes('start'), ...nodes('migrate_to')],
    ]
    for (const node of stops.filter((one) => starts.includes(one)))
      effects.push({ action: 'restart', resource, node })
    const gone = stops.filter((one) => !starts.includes(one))
    const come = starts.filter((one) => !stops.includes(one))
    for (const [at, node] of come.entries()) {
      const from = gone[at]
      effects.push(
        from === undefined ? { action: 'start', resource, node } : { action: 'move', resource, node, from },
      )
    }
    for (const node of gone.slice(come.length)) effects.push({ action: 'stop', resource, node })
    for (const action of ['promote', 'demote', 'fence'] as const) {
      for (const node of nodes(action)) effects.push({ action, resource, node })
    }
    for (const node of [...nodes('reload'), ...nodes('reload-agent')])
      effects.push({ action: 'reload', resource, node })
  }
  return effects
}
