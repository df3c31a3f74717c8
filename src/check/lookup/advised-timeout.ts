import { agentMetadata } from '../../agents/agent-metadata.js'
import { roleOf } from '../../model/roles.js'

/**
 * The least seconds that an agent advises for an operation, in a role where it has advice for it; undefined where it has none.
 * Of several monitors it is the shortest, those for deeper checks left out.
 */
export function advisedTimeout(agent: string, op: string, role?: string): number | undefined {
  const actions = agentMetadata(agent)?.actions.filter(({ name }) => name === op) ?? []
  const usual = actions.filter(({ depth = '0' }) => depth === '0')
  const candidates = usual.length > 0 ? usual : actions
  const inRole = candidates.filter((action) => action.role === roleOf(role))
  const timeouts = (inRole.length > 0 ? inRole : candidates).flatMap(({ timeout }) => timeout ?? [])
  return timeouts.length === 0 ? undefined : Math.min(...timeouts)
}
