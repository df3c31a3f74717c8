import type { Action } from './action.js'
import { type OutputElement, readXml } from './tool/read-output.js'

/** A stop, and all actions of resources that it waits for, directly or through others. */
export interface Stop {
  readonly action: Action
  readonly earlier: readonly Action[]
}

/**
 * The stops of a transition graph as crm_simulate saves it (`<transition_graph>`). The order in which crm_simulate did what is in
 * it is one of many: only what an action waits for is sure to come before it.
 */
export function stopsIn(xml: string): readonly Stop[] {
  const synapses = readXml(xml, 'transition_graph')?.children('synapse') ?? []
  const inputs = new Map<string, readonly string[]>()
  const actions = new Map<string, Action>()
  for (const synapse of synapses) {
    const before = (synapse.first('inputs')?.children('trigger') ?? []).flatMap(stepsIn).map(idOf)
    for (const step of synapse.children('action_set').flatMap(stepsIn)) {
      inputs.set(idOf(step), before)
      const action = actionOf(step)
      if (action !== undefined) actions.set(idOf(step), action)
    }
  }
  const stops = [...actions].filter(([, { operation }]) => operation === 'stop')
  return stops.map(([id, action]) => {
    const reached = new Set([id])
    for (const each of reached) for (const before of inputs.get(each) ?? []) reached.add(before)
    reached.delete(id)
    return { action, earlier: [...reached].flatMap((each) => actions.get(each) ?? []) }
  })
}

function stepsIn(element: OutputElement): readonly OutputElement[] {
  return ['rsc_op', 'pseudo_event', 'crm_event'].flatMap((name) => element.children(name))
}

function idOf({ attributes }: OutputElement): string {
  return attributes.id ?? ''
}

/** What is done to a resource; the names of instances are without their numbers. */
function actionOf({ attributes, first }: OutputElement): Action | undefined {
  const id = first('primitive')?.attributes.id
  if (id === undefined || attributes.operation === undefined) return undefined
  return {
    operation: attributes.operation,
    resource: id.replace(/:\d+$/, ''),
    node: attributes.on_node ?? '',
  }
}
