import type { AgentMetadata } from '../../agents/metadata.js'
import { agentOf } from '../../model/agent.js'
import type { Primitive, RawElement } from '../../model/index.js'
import { attributeOf } from '../../pacemaker/status/raw-element.js'

/** What is known of an agent by its name, `ocf:heartbeat:IPaddr2`. */
export type AgentsByName = (name: string) => AgentMetadata | undefined

/** Whether Pacemaker reloads a resource in place of restarting it, and where that is known from. */
export interface Reloads {
  /** The parameters that want a restart all the same; undefined where every one does. */
  readonly restarting: readonly string[] | undefined
  /** `unknown`: there is no history, and nothing is known of the agent. */
  readonly by: 'history' | 'agent' | 'unknown'
}

/** In the history of a start: the parameters that want a restart, and the digest of their values. */
export const [forceRestart, restartDigest] = ['op-force-restart', 'op-restart-digest'] as const

/** What the controller has written when the resource was started or found running; else what is known of its agent. */
export function reloadsOf(
  primitive: Primitive,
  status: RawElement | undefined,
  agents: AgentsByName,
): Reloads {
  const entry = status && startOf(status, primitive.id)
  if (entry !== undefined) return { restarting: namesIn(entry), by: 'history' }
  const agent = agents(agentOf(primitive))
  return { restarting: restartingIn(primitive, agents), by: agent === undefined ? 'unknown' : 'agent' }
}

/** The parameters that want a restart, as an entry of the history has them. */
export function namesIn(entry: RawElement): readonly string[] | undefined {
  return attributeOf(entry, forceRestart)?.trim().split(/\s+/)
}

/** The parameters that want a restart, as the agent has them; undefined where none can be reloaded. */
export function restartingIn(primitive: Primitive, agents: AgentsByName): readonly string[] | undefined {
  const known = agents(agentOf(primitive))?.parameters ?? []
  if (!known.some(({ reloadable }) => reloadable)) return undefined
  return known.filter(({ reloadable }) => !reloadable).map(({ name }) => name)
}

/** True for an entry that the controller writes these attributes into: with it the resource is running. */
export function isStart(entry: RawElement): boolean {
  if (entry.name !== 'lrm_rsc_op') return false
  const operation = attributeOf(entry, 'operation') ?? ''
  const isOnce = Number(attributeOf(entry, 'interval') ?? 0) === 0
  return (
    ['start', 'promote', 'demote', 'migrate_from'].includes(operation) ||
    (operation === 'monitor' && isOnce && ['0', '8'].includes(attributeOf(entry, 'rc-code') ?? ''))
  )
}

/** True for what crm_simulate has written, which knows no agents. */
export function isSimulated(entry: RawElement): boolean {
  return attributeOf(entry, 'crm-debug-origin') === 'crm_simulate'
}

function startOf(element: RawElement, resource: string): RawElement | undefined {
  if (element.name !== 'lrm_resource') return firstOf(element.children, (child) => startOf(child, resource))
  const id = attributeOf(element, 'id')?.replace(/:\d+$/, '')
  if (id !== resource) return undefined
  return element.children.find((entry) => isStart(entry) && !isSimulated(entry))
}

function firstOf<A, B>(list: readonly A[], found: (one: A) => B | undefined): B | undefined {
  for (const one of list) {
    const result = found(one)
    if (result !== undefined) return result
  }
  return undefined
}

/** True where the history has a resource as numbered instances, `ID:0`, which a clone that is globally unique has. */
export function hasNumbers(element: RawElement, resource: string): boolean {
  if (element.name !== 'lrm_resource') return element.children.some((child) => hasNumbers(child, resource))
  const id = attributeOf(element, 'id') ?? ''
  return id.startsWith(`${resource}:`) && element.children.some(isStart)
}
