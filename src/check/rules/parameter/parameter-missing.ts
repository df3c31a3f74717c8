import { agentMetadata } from '../../../agents/agent-metadata.js'
import type { AgentMetadata } from '../../../agents/metadata.js'
import { dslString, quote, shellWord } from '../../../diagnostics/quote.js'
import type { ResourceEntry } from '../../../graph/resource/resource-index.js'
import { type AttributeSet, type Cluster, placeOfId } from '../../../model/index.js'
import { templateOf } from '../../../model/templates.js'
import { pathOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { type Service, servicesOf } from '../../services.js'

/** A resource without a parameter that its agent requires. */
export const rule = defineRule<{ id: string; agent: string; names: readonly string[] }>({
  code: 'parameter-missing',
  severity: 'warning',
  message: ({ id, agent, names }) =>
    `${quote(id)} does not set ${names.map(quote).join(', ')}, which ${agent} requires: it cannot start`,
  hint: ({ id, agent, names }, language) => {
    if (language === 'dsl')
      return `add ${names.map((name) => `${name}: '...'`).join(', ')} to ${dslString(id)}`
    const kind = agent.startsWith('stonith:') ? 'stonith' : 'resource'
    return `pcs ${kind} update ${shellWord(id)} ${names.map((name) => `${name}=VALUE`).join(' ')}`
  },
  check: ({ cluster, report }) => {
    for (const service of servicesOf(cluster)) {
      const metadata = agentMetadata(service.agent)
      const set = metadata && parametersSet(cluster, service)
      if (metadata === undefined || set === undefined) continue
      const names = missing(metadata, set)
      const { id, agent } = service
      if (names.length > 0) report(pathOfId(cluster, id), { id, agent, names })
    }
  },
})

/** The required parameters that are not set, nor under their deprecated names. */
function missing({ parameters }: AgentMetadata, set: ReadonlySet<string>): readonly string[] {
  const needed = parameters.filter(
    ({ required, deprecated, replacedBy }) => required && !(deprecated && replacedBy !== undefined),
  )
  const older = (of: string) => parameters.filter(({ replacedBy }) => replacedBy === of)
  const isSet = (name: string) => set.has(name) || older(name).some((parameter) => set.has(parameter.name))
  return needed.map(({ name }) => name).filter((name) => !isSet(name))
}

/** The names that a resource sets, its template and what is around it included; undefined where a set is unknown. */
function parametersSet(cluster: Cluster, { primitive, entry }: Service): ReadonlySet<string> | undefined {
  const sets = [
    ...primitive.instanceAttributes,
    ...(templateOf(cluster, primitive)?.instanceAttributes ?? []),
    ...around(entry.parent),
  ].map((set) => followed(cluster, set))
  const pairs = sets.flatMap((set) => set?.nvpairs ?? [])
  if (sets.includes(undefined) || pairs.some(({ name }) => name === undefined)) return undefined
  return new Set(pairs.flatMap(({ name }) => name ?? []))
}

function around(entry: ResourceEntry | undefined): readonly AttributeSet[] {
  if (entry === undefined) return []
  return [...(entry.resource?.instanceAttributes ?? []), ...around(entry.parent)]
}

function followed(cluster: Cluster, set: AttributeSet): AttributeSet | undefined {
  if (set.idRef === undefined) return set
  const referred = placeOfId(cluster, set.idRef)?.element
  return referred?.element === 'instance_attributes' ? referred : undefined
}

export const docs: RuleDocs = {
  about:
    'A resource does not set a parameter that its agent requires. Of a deprecated parameter and its new name, either will do.',
  why: 'The agent checks its parameters before it does anything: every start fails as not configured, on every node, and Pacemaker does not try again.',
  source:
    'metadata of the agents; OCF resource agent API, OCF_ERR_CONFIGURED; pcs resource create reports an error',
  wrong: `cluster({
  resources: [
    primitive('data', 'ocf:heartbeat:Filesystem', { device: '/dev/sdb1', directory: '/srv' }),
  ],
})`,
  right: `cluster({
  resources: [
    primitive('data', 'ocf:heartbeat:Filesystem', { device: '/dev/sdb1', directory: '/srv', fstype: 'xfs' }),
  ],
})`,
  fix: 'pcs resource update data fstype=xfs',
}
