import type { ActionMetadata, AgentMetadata, ParameterMetadata } from './metadata.js'
import { type AgentEntry, agentEntry, type InReleases } from './table.js'

const merged = new Map<string, AgentMetadata | undefined>()

/**
 * What an agent reports of itself, by its full name (`ocf:heartbeat:IPaddr2`); undefined for an agent that is not among those
 * of Debian 11 to 13 and the other known ones. Where releases differ it is what all of them have in common: a parameter is
 * required if it is in all, deprecated if it is in all that have it, and an advised timeout is the shortest. A default is
 * that of the newest. Reading an agent again costs nothing.
 *
 * @example
 * ```ts
 * const required = agentMetadata('ocf:heartbeat:Filesystem')?.parameters.filter(({ required }) => required)
 * const advised = agentMetadata('ocf:linbit:drbd')?.actions.find(({ name }) => name === 'start')?.timeout
 * ```
 */
export function agentMetadata(name: string): AgentMetadata | undefined {
  if (!merged.has(name)) {
    const entry = agentEntry(name)
    merged.set(name, entry && mergedOf(entry))
  }
  return merged.get(name)
}

/** What an agent reports of itself in one release: `debian-11`, `debian-12`, `debian-13`, or as `releasesOf` has them. */
export function agentMetadataIn(name: string, release: string): AgentMetadata | undefined {
  const entry = agentEntry(name)
  if (entry?.releases.includes(release) !== true) return undefined
  const of = <Fact>(all: readonly InReleases<Fact>[]) =>
    all.filter(({ releases }) => releases.includes(release)).map(({ fact }) => fact)
  return { name, parameters: of(entry.parameters), actions: of(entry.actions) }
}

/** The releases whose metadata of an agent are known, the newest last. */
export function releasesOf(name: string): readonly string[] {
  return agentEntry(name)?.releases ?? []
}

function mergedOf({ name, releases, parameters, actions }: AgentEntry): AgentMetadata {
  const isEverywhere = (of: readonly string[]) => of.length === releases.length
  const presence = (of: readonly string[]) => (isEverywhere(of) ? {} : { releases: of })
  return {
    name,
    parameters: grouped(parameters, (parameter) => parameter.name).map(({ facts, of }) => ({
      ...mergedParameter(facts, isEverywhere(of)),
      ...presence(of),
    })),
    actions: grouped(actions, ({ name, role, depth }) => JSON.stringify([name, role, depth])).map(
      ({ facts, of }) => ({ ...mergedAction(facts), ...presence(of) }),
    ),
  }
}

interface Group<Fact> {
  /** The newest last. */
  readonly facts: readonly Fact[]
  readonly of: readonly string[]
}

/** The facts of one key together, in the order of the newest release. */
function grouped<Fact>(
  all: readonly InReleases<Fact>[],
  keyOf: (fact: Fact) => string,
): readonly Group<Fact>[] {
  const groups = new Map<string, InReleases<Fact>[]>()
  for (const each of all) {
    const others = groups.get(keyOf(each.fact))
    if (others === undefined) groups.set(keyOf(each.fact), [each])
    else others.push(each)
  }
  return [...groups.values()].map((group) => ({
    facts: group.map(({ fact }) => fact),
    of: [...new Set(group.flatMap(({ releases }) => releases))],
  }))
}

function mergedParameter(facts: readonly ParameterMetadata[], isEverywhere: boolean): ParameterMetadata {
  const newest = facts.at(-1) as ParameterMetadata
  const values = [...new Set(facts.flatMap(({ values = [] }) => values))]
  const isOneType = facts.every(({ type }) => type === newest.type)
  return {
    ...newest,
    type: isOneType ? newest.type : 'string',
    required: isEverywhere && facts.every(({ required }) => required),
    ...(values.length === 0 ? {} : { values }),
    reloadable: facts.every(({ reloadable }) => reloadable),
    deprecated: facts.every(({ deprecated }) => deprecated),
  }
}

function mergedAction(facts: readonly ActionMetadata[]): ActionMetadata {
  const timeouts = facts.flatMap(({ timeout }) => timeout ?? [])
  const newest = facts.at(-1) as ActionMetadata
  return timeouts.length === 0 ? newest : { ...newest, timeout: Math.min(...timeouts) }
}
