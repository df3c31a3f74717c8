import type { Related } from '../../../diagnostics/diagnostic.js'
import { quote, quoteAll, shellWord } from '../../../diagnostics/quote.js'
import { placementOf } from '../../../graph/colocation/placement.js'
import { withAncestors } from '../../../graph/resource/members.js'
import { looseColocations } from '../../../graph/running/loose-colocations.js'
import { type NeverRuns, neverRuns } from '../../../graph/running/never-runs.js'
import type { Cluster, Constraint } from '../../../model/index.js'
import { pathOfId } from '../../../model/walk.js'
import type { Facts } from '../../facts.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { constraintInWords } from './constraint-in-words.js'

/** Some resources, and why they run nowhere. */
interface Nowhere {
  readonly ids: readonly string[]
  readonly because: readonly string[]
  /** The constraints of which one has to go. */
  readonly constraints: readonly string[]
  readonly related: readonly Related[]
}

/** A member of a group that runs only where chance brings its group. */
interface ByChance {
  readonly member: string
  readonly group: string
  readonly primary: string
}

/** So many resources are named. */
const shown = 3

/** A resource that can run on no node. */
export const rule = defineRule<Nowhere | ByChance>({
  code: 'never-runs',
  severity: 'error',
  message: (parameters) => {
    if ('member' in parameters) {
      const { member, group, primary } = parameters
      return `${quote(member)} stays stopped unless chance brings ${quote(group)} to the node of ${quote(primary)}: up to 2.1, Pacemaker lets the first member alone decide where a group goes`
    }
    const { ids, because } = parameters
    const rest = ids.length - shown
    const names = rest > 0 ? `${ids.slice(0, shown).map(quote).join(', ')} and ${rest} more` : quoteAll(ids)
    return `${names} can run on no node: ${because.join(', ')}`
  },
  hint: (parameters, language) => {
    if ('member' in parameters)
      return `place the whole group ${quote(parameters.group)} with ${quote(parameters.primary)}`
    const { constraints } = parameters
    if (constraints.length === 0) return 'add a location for each node where it may run'
    if (language === 'dsl') return `change or remove ${constraints.length === 1 ? 'it' : 'one of them'}`
    const command = `pcs constraint delete ${constraints.map(shellWord).join(' | ')}`
    return constraints.length === 1 ? command : `change or remove one of them: ${command}`
  },
  related: (parameters) => ('member' in parameters ? [] : parameters.related),
  check: ({ cluster, facts, report }) => {
    const found = neverRuns(cluster)
    for (const same of byCause(found)) {
      const ids = namesOf(same, facts)
      const [first = ''] = ids
      report(pathOfId(cluster, first), nowhereOf(ids, same, cluster), severityOf(same))
    }
    const known = new Set(found.map(({ resource }) => resource))
    for (const { dependent, primary, score, constraint } of looseColocations(placementOf(cluster))) {
      const group = dependent.parent?.id
      if (score < 0 || group === undefined || known.has(dependent.id) || isEverywhere(primary.id, facts))
        continue
      const path = pathOfId(cluster, constraint.id ?? dependent.id)
      report(path, { member: dependent.id, group, primary: primary.id }, 'warning')
    }
  },
})

/** A clone or bundle may run on each node, so that a group meets it anywhere. */
function isEverywhere(id: string, { index }: Facts): boolean {
  const element = index.get(id)?.resource?.element
  return element === 'clone' || element === 'master' || element === 'bundle'
}

type Group = readonly [NeverRuns, ...NeverRuns[]]

function byCause(found: readonly NeverRuns[]): readonly Group[] {
  const groups = new Map<string, [NeverRuns, ...NeverRuns[]]>()
  for (const each of found) {
    const { constraints, isOptIn, attributes } = each
    const name = JSON.stringify([constraints.map(({ id }) => id), isOptIn, attributes])
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [each])
    else group.push(each)
  }
  return [...groups.values()]
}

/** The ids, each clone or group whose services are all among them instead of these. */
function namesOf(same: Group, { index }: Facts): string[] {
  const ids = new Set(same.map(({ resource }) => resource))
  const isWhole = (id: string): boolean => {
    const resource = index.get(id)?.resource
    switch (resource?.element) {
      case 'group':
        return resource.members.every((member) => ids.has(member.id))
      case 'clone':
      case 'master':
        return isWhole(resource.resource.id)
      default:
        return ids.has(id)
    }
  }
  const outermost = ({ resource }: NeverRuns) => {
    const entry = index.get(resource)
    const whole = entry === undefined ? [] : withAncestors(entry).filter(({ id }) => isWhole(id))
    return whole.at(-1)?.id ?? resource
  }
  return [...new Set(same.map(outermost))]
}

/** Attributes may be set by hand, or by agents that nobody knows. */
function severityOf([{ attributes }]: Group): 'error' | 'warning' {
  return attributes.length === 0 ? 'error' : 'warning'
}

function nowhereOf(ids: readonly string[], [cause]: Group, cluster: Cluster): Nowhere {
  const { constraints, isOptIn, attributes } = cause
  const optIn = constraints.length === 0 ? 'no location allows one' : 'locations allow only some'
  return {
    ids,
    because: [
      ...(isOptIn ? [`"symmetric-cluster" is false and ${optIn}`] : []),
      ...constraints.map(constraintInWords),
      ...attributes.map((name) => `nothing here sets the node attribute ${quote(name)}`),
    ],
    constraints: constraints.flatMap(({ id }) => id ?? []),
    related: constraints.map((constraint) => relatedTo(constraint, cluster)),
  }
}

function relatedTo(constraint: Constraint, cluster: Cluster): Related {
  return { path: pathOfId(cluster, constraint.id ?? ''), message: constraintInWords(constraint) }
}

export const docs: RuleDocs = {
  about:
    'A resource can run on no node, whichever nodes are up: it is banned from each, must be and must not be with another, or needs what never runs. The finding names constraints that are enough to cause it; without any one of them it could run.',
  why: 'Pacemaker reports nothing: the resource is listed as stopped, and so is all that needs it. Where a rule asks for a node attribute that nothing in the configuration sets, it is a warning, as it is for a later member of a group that is placed with what its group is not.',
  source:
    'questions on mailing lists about resources that stay stopped; crmsh issue 101; compared with crm_simulate in every state of the nodes',
  pacemaker: {
    does: 'leaves the resource stopped without a message',
    versions: 'all; groups with placed members up to 2.1',
  },
  wrong: `cluster({
  nodes: ['node1', 'node2'],
  resources: [systemd('db'), systemd('web')],
  constraints: [colocation('web', 'db'), colocation('web', 'db', { id: 'web-not-db', score: '-INFINITY' })],
})`,
  right: `cluster({
  nodes: ['node1', 'node2'],
  resources: [systemd('db'), systemd('web')],
  constraints: [colocation('web', 'db')],
})`,
  fix: 'pcs constraint delete web-not-db',
}
