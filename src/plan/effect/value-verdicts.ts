import type { Reloads } from './reloads.js'

/** What Pacemaker does about one changed parameter of a resource that runs. */
export interface Verdict {
  /** The id of the primitive, or of the collective resource that has the parameter. */
  readonly resource: string
  /** `timeout of op "db-start-interval-0s"`, `parameter "ip"`. */
  readonly what: string
  readonly verdict: 'restart' | 'reload' | 'nothing' | 'start-or-stop' | 'may-move'
  readonly reason: string
}

/** Makes the verdict about one resource. */
export type Make = (what: string, verdict: Verdict['verdict'], reason: string) => Verdict

/** What Pacemaker does where the value of a parameter changes. */
export function parameterVerdict(name: string, { restarting, by }: Reloads, verdict: Make): Verdict {
  const what = `parameter ${name}`
  if (by === 'unknown')
    return verdict(
      what,
      'restart',
      "assumed, since the agent's metadata are not known: one that it calls reloadable would be reloaded",
    )
  const [reload, restart] = parameterReasons[by]
  const isReloaded = restarting !== undefined && !restarting.includes(name)
  return isReloaded ? verdict(what, 'reload', reload) : verdict(what, 'restart', restart)
}

const parameterReasons = {
  history: [
    'the history of its start has it as reloadable',
    'the history of its start does not have it as reloadable',
  ],
  agent: ['the agent calls it reloadable', 'the agent does not call it reloadable'],
} as const

const numbers = [
  'clone-max',
  'clone-node-max',
  'promoted-max',
  'promoted-node-max',
  'master-max',
  'master-node-max',
]
const structural = [
  'globally-unique',
  'promotable',
  'remote-node',
  'remote-addr',
  'remote-port',
  'container-attribute-target',
]

/** What Pacemaker does where a meta attribute changes; `isNumbered` where the instances that run have numbers. */
export function metaVerdict(name: string, isNumbered: boolean, verdict: Make): Verdict {
  const what = `meta attribute ${name}`
  if (name === 'globally-unique' && isNumbered)
    return verdict(what, 'nothing', 'the instances that run have numbers, and keep them')
  if (name === 'target-role') return verdict(what, 'start-or-stop', 'it starts, stops, promotes or demotes')
  if (numbers.includes(name))
    return verdict(what, 'start-or-stop', 'only the instances that are too many or too few')
  if (structural.includes(name)) return verdict(what, 'restart', 'it makes other instances')
  if (name === 'resource-stickiness' || name === 'priority')
    return verdict(what, 'may-move', 'it counts when places are chosen')
  return verdict(what, 'nothing', 'Pacemaker reads it, the agent does not')
}

const agent = ['class', 'provider', 'type', 'template']
const replicas = ['replicas', 'replicas-per-host', 'promoted-max', 'masters']

/** What it does where an attribute of the element changes. */
export function attributeVerdict(attribute: string, verdict: Make): Verdict {
  if (attribute === 'description') return verdict(attribute, 'nothing', 'it is for people')
  if (agent.includes(attribute)) return verdict(attribute, 'restart', 'another agent runs it')
  if (replicas.includes(attribute))
    return verdict(attribute, 'start-or-stop', 'only the replicas that are too many or too few')
  if (attribute === 'id') return verdict(attribute, 'nothing', 'the id of a part')
  return verdict(attribute, 'restart', 'the container is created with it')
}
