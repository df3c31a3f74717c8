import type { ActionMetadata, ParameterMetadata, ParameterType } from './metadata.js'
import { agentLines, partLines } from './table.generated.js'

/** An agent in the table: its releases, and its parameters and actions by their lines. A mask has a bit for each release. */
type Line = readonly [name: string, releases: readonly string[], parts: readonly PartReference[]]
type PartReference = number | readonly [line: number, mask: number]

/** A parameter or an action in the table, what it does not have left out at the end. */
type Part =
  | readonly ['p', name: string, type: number, flags: number, ...rest: unknown[]]
  | readonly ['a', name: string, ...rest: unknown[]]

/** A parameter or an action of some releases of an agent. */
export interface InReleases<Fact> {
  readonly fact: Fact
  readonly releases: readonly string[]
}

/** All that the table has of one agent, release by release. */
export interface AgentEntry {
  readonly name: string
  readonly releases: readonly string[]
  readonly parameters: readonly InReleases<ParameterMetadata>[]
  readonly actions: readonly InReleases<ActionMetadata>[]
}

const types: readonly ParameterType[] = ['string', 'integer', 'boolean', 'second', 'select']

let lines: ReadonlyMap<string, string> | undefined
let parts: readonly string[] | undefined

/** The names of all agents in the table. */
export function agentNames(): readonly string[] {
  return [...linesByName().keys()]
}

/** What the table has of an agent; undefined for one that it does not have. */
export function agentEntry(name: string): AgentEntry | undefined {
  const text = linesByName().get(name)
  if (text === undefined) return undefined
  const [, releases, references] = JSON.parse(text) as Line
  parts ??= partLines.split('\n')
  const parameters: InReleases<ParameterMetadata>[] = []
  const actions: InReleases<ActionMetadata>[] = []
  for (const reference of references) {
    const [line, mask] = typeof reference === 'number' ? [reference, -1] : reference
    const part = JSON.parse(parts[line] ?? '') as Part
    const of = releases.filter((_, at) => (mask & (1 << at)) !== 0)
    if (part[0] === 'p') parameters.push({ fact: parameterOf(part), releases: of })
    else actions.push({ fact: actionOf(part), releases: of })
  }
  return { name, releases, parameters, actions }
}

function linesByName(): ReadonlyMap<string, string> {
  lines ??= new Map(agentLines.split('\n').map((line) => [line.slice(2, line.indexOf('"', 2)), line]))
  return lines
}

function parameterOf(part: readonly unknown[]): ParameterMetadata {
  const [, name, type, flags, byDefault, values, uniqueGroup, replacedBy] = part as readonly [
    'p',
    string,
    number,
    number,
    (string | null)?,
    (readonly string[] | null)?,
    (string | null)?,
    (string | null)?,
  ]
  return {
    name,
    type: types[type] ?? 'string',
    required: (flags & 1) !== 0,
    ...given({ default: byDefault, values, uniqueGroup }),
    reloadable: (flags & 2) !== 0,
    deprecated: (flags & 4) !== 0,
    ...given({ replacedBy }),
  }
}

function actionOf(part: readonly unknown[]): ActionMetadata {
  const [, name, timeout, interval, role, depth, startDelay] = part as readonly [
    'a',
    string,
    (number | null)?,
    (number | null)?,
    (ActionMetadata['role'] | null)?,
    (string | null)?,
    (number | null)?,
  ]
  return { name, ...given({ role, timeout, interval, depth, startDelay }) }
}

/** The fields that are there. */
function given<Fields extends object>(
  fields: Fields,
): { readonly [Name in keyof Fields]?: Exclude<Fields[Name], null | undefined> } {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined),
  ) as never
}
