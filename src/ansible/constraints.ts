import type {
  Constraint,
  ResourceSet,
  RscColocation,
  RscLocation,
  RscOrder,
  RscTicket,
} from '../model/index.js'
import { roleOf } from '../model/roles.js'
import type { ProducedItem } from '../pcs/plan/produced.js'
import { optionsOf, some } from './options.js'
import type { Option, Variables } from './variables.js'

/** A constraint as the role has it. */
export function constraintVariables(item: ProducedItem): Variables {
  const wanted = item.wanted as Constraint
  switch (wanted.element) {
    case 'rsc_location':
      return location(wanted, item)
    case 'rsc_colocation':
      return colocation(wanted)
    case 'rsc_order':
      return order(wanted)
    case 'rsc_ticket':
      return ticket(wanted)
  }
}

function location(wanted: RscLocation, item: ProducedItem): Variables {
  const { id, rsc, rscPattern, node, score = 'INFINITY', rules } = wanted
  const resource = { id: rsc, pattern: rscPattern }
  if (rules.length > 0) return { ...byRule(resource, item), id }
  const others = optionsOf(wanted, ['id', 'rsc', 'rsc-pattern', 'node', 'role', 'score'])
  return { resource, node, id, options: [option('score', score), ...others] }
}

/** The words of pcs: `constraint location R rule`, then options, then the expressions. */
function byRule(resource: Variables, { commands }: ProducedItem): Variables {
  const argv = commands[0]?.argv ?? []
  const words = argv.slice(argv.indexOf('rule', argv.indexOf('location') + 2) + 1)
  const isOption = (word: string) =>
    /^(constraint-id|resource-discovery|id|role|score|score-attribute)=/.test(word)
  const start = words.findIndex((word) => !isOption(word))
  const options = words.slice(0, start).map((word) => {
    const [name = ''] = word.split('=', 1)
    return option(name, word.slice(name.length + 1))
  })
  return {
    resource: { ...resource, role: options.find(({ name }) => name === 'role')?.value },
    rule: words.slice(start).join(' '),
    options: some(options.filter(({ name }) => name !== 'constraint-id' && name !== 'role')),
  }
}

/** With one role pcs writes the other one too, unless it is an option. */
function colocation(wanted: RscColocation): Variables {
  const { id, score = 'INFINITY', rsc, rscRole, withRsc, withRscRole, resourceSets } = wanted
  const both = rscRole !== undefined && withRscRole !== undefined
  const elsewhere = ['id', 'rsc', 'with-rsc', 'score', ...(both ? ['rsc-role', 'with-rsc-role'] : [])]
  const options = [option('score', score), ...optionsOf(wanted, elsewhere)]
  if (resourceSets.length > 0) return { resource_sets: resourceSets.map(resourceSet), id, options }
  return {
    resource_follower: { id: rsc, role: both ? documented(rscRole) : undefined },
    resource_leader: { id: withRsc, role: both ? documented(withRscRole) : undefined },
    id,
    options,
  }
}

function order(wanted: RscOrder): Variables {
  const { id, first, firstAction = 'start', then, thenAction = 'start', resourceSets } = wanted
  const options = some(optionsOf(wanted, ['id', 'first', 'first-action', 'then', 'then-action']))
  if (resourceSets.length > 0) return { resource_sets: resourceSets.map(resourceSet), id, options }
  return {
    resource_first: { id: first, action: firstAction },
    resource_then: { id: then, action: thenAction },
    id,
    options,
  }
}

function ticket(wanted: RscTicket): Variables {
  const { id, rsc, rscRole, ticket: name, resourceSets } = wanted
  const what =
    resourceSets.length > 0
      ? { resource_sets: resourceSets.map(resourceSet) }
      : { resource: { id: rsc, role: documented(rscRole) } }
  return { ...what, ticket: name, id, options: some(optionsOf(wanted, ['id', 'rsc', 'rsc-role', 'ticket'])) }
}

function resourceSet(set: ResourceSet): Variables {
  return { resource_ids: set.resourceRefs.map(({ id }) => id), options: some(optionsOf(set, ['id'])) }
}

/** The name that the role documents; to a pcs that has older ones it gives those. */
function documented(role: string | undefined): string | undefined {
  return roleOf(role) ?? role
}

function option(name: string, value: string): Option {
  return { name, value }
}
