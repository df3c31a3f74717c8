import type { Cluster, ClusterNode, MetaAttributes, Resource } from '../../model/index.js'
import { templateOf } from '../../model/templates.js'
import { placesOf } from '../../model/walk.js'
import { assumptionFor, assumptionsAbout, noneInEffect, type Undecided } from './assumptions.js'
import { type Reading, type Resolved, undecidedIn, valueFrom } from './attribute-sets.js'
import { memoizePerCluster } from './memoize.js'
import type { RuleSubject } from './static-rules.js'

/** What has meta attributes: a resource, and the group, clone or bundle around it. */
export interface MetaOwner {
  /** Undefined for the connection that the meta attribute `remote-node` implies. */
  readonly resource?: Exclude<Resource, { element: 'template' }>
  readonly parent?: MetaOwner
}

/** The names that attributes have anywhere: of most questions none has the name. */
const namesIn = memoizePerCluster(
  (cluster) => new Set(placesOf(cluster, 'nvpair').map(({ element }) => element.name)),
)

/**
 * A meta attribute as Pacemaker resolves it: the resource's own and its template's, then those of its ancestors, then
 * `rsc_defaults` for the resource itself, then what an ancestor has from there.
 */
export function resolveMeta(cluster: Cluster, owner: MetaOwner, name: string): Resolved {
  if (!namesIn(cluster).has(name)) return { outcome: 'unset' }
  const known = assumptionFor(cluster)
  const assumptions = known === undefined ? assumptionsAbout(undecidedFor(cluster, owner, name)) : [known]
  return resolved([
    ...new Set(assumptions.map((assumption) => resolvedValue(cluster, owner, name, assumption))),
  ])
}

/** The value of a meta attribute; where the clock decides, the one that counts while no such rule is true. */
export function metaOf(cluster: Cluster, owner: MetaOwner, name: string): string | undefined {
  if (!namesIn(cluster).has(name)) return undefined
  return resolvedValue(cluster, owner, name, assumptionFor(cluster) ?? noneInEffect)
}

/** A meta attribute that a resource, or its template, sets itself. */
export function ownMetaOf(cluster: Cluster, owner: MetaOwner, name: string): string | undefined {
  if (!namesIn(cluster).has(name)) return undefined
  const assumption = assumptionFor(cluster) ?? noneInEffect
  const reading = readingFor(cluster, owner, assumption)
  return valueFrom(undefined, ownSets(cluster, owner.resource), name, reading)
}

/** The value of a cluster option; where the clock decides, the one that counts while no such rule is true. */
export function propertyOf(cluster: Cluster, name: string): string | undefined {
  const assumption = assumptionFor(cluster) ?? noneInEffect
  const sets = cluster.configuration.crmConfig?.items ?? []
  return valueFrom(undefined, sets, name, { cluster, subject: {}, assumption })
}

/** The value of a node's own attribute. */
export function nodeAttributeOf(cluster: Cluster, node: ClusterNode, name: string): string | undefined {
  const assumption = assumptionFor(cluster) ?? noneInEffect
  return valueFrom(undefined, node.instanceAttributes, name, { cluster, subject: {}, assumption })
}

function resolved(candidates: readonly (string | undefined)[]): Resolved {
  const [value, ...others] = candidates
  if (others.length > 0) return { outcome: 'unknown', candidates }
  return value === undefined ? { outcome: 'unset' } : { outcome: 'value', value }
}

function resolvedValue(
  cluster: Cluster,
  owner: MetaOwner,
  name: string,
  assumption: Reading['assumption'],
): string | undefined {
  const { resource, parent } = owner
  const reading = readingFor(cluster, owner, assumption)
  const own = valueFrom(undefined, ownSets(cluster, resource), name, reading)
  const given = own ?? ancestral(parent, name, reading)
  const defaulted = valueFrom(given, defaultsOf(cluster), name, reading)
  return defaulted ?? (parent && resolvedValue(cluster, parent, name, assumption))
}

/** Most questions are answered without a rule: only what has one needs the subject. */
function readingFor(cluster: Cluster, owner: MetaOwner, assumption: Reading['assumption']): Reading {
  return {
    cluster,
    assumption,
    get subject() {
      return subjectOf(cluster, owner)
    },
  }
}

/** What the ancestors set themselves, the inner ones first. */
function ancestral(parent: MetaOwner | undefined, name: string, reading: Reading): string | undefined {
  let value: string | undefined
  for (let at = parent; at !== undefined; at = at.parent) {
    value = valueFrom(value, ownSets(reading.cluster, at.resource), name, reading)
  }
  return value
}

function ownSets(cluster: Cluster, resource: MetaOwner['resource']): readonly MetaAttributes[] {
  if (resource === undefined) return []
  const template = resource.element === 'primitive' ? templateOf(cluster, resource) : undefined
  return template === undefined
    ? resource.metaAttributes
    : [...template.metaAttributes, ...resource.metaAttributes]
}

function defaultsOf(cluster: Cluster): readonly MetaAttributes[] {
  return cluster.configuration.rscDefaults?.items ?? []
}

/** The agent that rules can ask about: that of the template where a primitive has one. */
function subjectOf(cluster: Cluster, { resource, parent }: MetaOwner): RuleSubject {
  const template = resource?.element === 'primitive' ? templateOf(cluster, resource) : undefined
  const { class: kind, provider, type } = template ?? (resource?.element === 'primitive' ? resource : noAgent)
  return { class: kind, provider, type, isCopy: template !== undefined || isInstance(parent) }
}

const noAgent: RuleSubject = {}

/** True inside a clone or bundle, of which each instance is a copy. */
function isInstance(parent: MetaOwner | undefined): boolean {
  return parent !== undefined && (parent.resource?.element !== 'group' || isInstance(parent.parent))
}

/** What is undecided in the sets that a resource gets attributes from. */
export function undecidedFor(cluster: Cluster, owner: MetaOwner, name?: string): Undecided[] {
  const found = new Set<Undecided>()
  const reader = subjectOf(cluster, owner)
  for (let at: MetaOwner | undefined = owner; at !== undefined; at = at.parent) {
    const sets = [...ownSets(cluster, at.resource), ...defaultsOf(cluster)]
    for (const subject of at === owner ? [reader] : [reader, subjectOf(cluster, at)]) {
      for (const item of undecidedIn(sets, subject, cluster, name)) found.add(item)
    }
  }
  return [...found]
}
