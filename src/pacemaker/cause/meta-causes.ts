import { quote } from '../../diagnostics/quote.js'
import { metaOf } from '../../graph/resource/meta-attributes.js'
import { type ResourceEntry, resourceIndex, topOf } from '../../graph/resource/resource-index.js'
import {
  booleanOf,
  type CibElement,
  type Cluster,
  type MetaAttributes,
  type Nvpair,
  nvpairValue,
  type Resource,
  scoreOf,
} from '../../model/index.js'
import { templateOf } from '../../model/templates.js'
import { pathOfId } from '../../model/walk.js'
import type { Cause, CauseKind } from './cause.js'
import { deletionOf, withMeta, withoutId } from './edit.js'
import { causeWords } from './words.js'

/** What has meta attributes, and how one of them is left out. */
interface Owner {
  readonly id: string
  readonly words: string
  readonly sets: readonly MetaAttributes[]
  /** The command that takes away a meta attribute; where there is none of pcs, cibadmin deletes the nvpair. */
  readonly command?: (name: string) => readonly string[]
}

/** A meta attribute that may decide: a clause about it, undefined where its value does no harm. */
interface Harm {
  readonly kind: CauseKind
  readonly words: (owner: Owner, value: string) => string | undefined
  /** A command shorter than taking the meta attribute away. */
  readonly command?: (id: string) => readonly string[]
}

const limit = (name: string): Harm => ({
  kind: 'clone-limit',
  words: ({ id }, value) => causeWords.cloneLimit(id, name, value),
})

const harms: Readonly<Record<string, Harm>> = {
  'target-role': {
    kind: 'target-role',
    words: ({ words }, value) =>
      /^(started|promoted|master)$/i.test(value) ? undefined : causeWords.targetRole(words, value),
    command: (id) => ['pcs', 'resource', 'enable', id],
  },
  'is-managed': {
    kind: 'managed',
    words: ({ words }, value) =>
      booleanOf(value) === false ? causeWords.unmanaged(words, 'is-managed', value) : undefined,
    command: (id) => ['pcs', 'resource', 'manage', id],
  },
  maintenance: {
    kind: 'managed',
    words: ({ words }, value) =>
      booleanOf(value) === true ? causeWords.unmanaged(words, 'maintenance', value) : undefined,
  },
  'multiple-active': {
    kind: 'active-twice',
    words: ({ id }, value) => (value === 'stop_start' ? undefined : causeWords.activeTwice(id, value)),
  },
  requires: { kind: 'requires', words: ({ id }, value) => causeWords.requires(id, value) },
  'clone-max': limit('clone-max'),
  'clone-node-max': limit('clone-node-max'),
  'globally-unique': limit('globally-unique'),
  'promoted-max': limit('promoted-max'),
  'promoted-node-max': limit('promoted-node-max'),
  'master-max': limit('master-max'),
  'master-node-max': limit('master-node-max'),
}

/** What the meta attributes of a resource, its own and its template's, keep from running. */
export function metaCauses(cluster: Cluster, entry: ResourceEntry): readonly Cause[] {
  const { resource } = entry
  if (resource === undefined) return []
  const template = resource.element === 'primitive' ? templateOf(cluster, resource) : undefined
  const own: Owner = {
    id: resource.id,
    words: quote(resource.id),
    sets: resource.metaAttributes,
    command: (name) =>
      (hasRelative(cluster, entry, name) ? undefined : harms[name]?.command?.(resource.id)) ??
      settingMeta(resource, `${name}=`),
  }
  const ofTemplate = template && {
    id: resource.id,
    words: `template ${quote(template.id)} of ${quote(resource.id)}`,
    sets: template.metaAttributes,
  }
  return [own, ...(ofTemplate === undefined ? [] : [ofTemplate])].flatMap((owner) => causesOf(cluster, owner))
}

/** The command that gives a resource this meta attribute; an empty value takes it away. */
function settingMeta({ element, id }: Resource, pair: string): readonly string[] {
  return element === 'bundle'
    ? ['pcs', 'resource', 'bundle', 'update', id, 'meta', pair]
    : ['pcs', 'resource', 'meta', id, pair]
}

/**
 * True where a resource around or inside of it has that meta attribute: pcs enables and manages them together, which does more than to
 * lift one.
 */
function hasRelative(cluster: Cluster, entry: ResourceEntry, name: string): boolean {
  const top = topOf(entry)
  return [...resourceIndex(cluster).entries].some(
    (other) =>
      other.id !== entry.id &&
      topOf(other) === top &&
      nvpairValue(other.resource?.metaAttributes ?? [], name) !== undefined,
  )
}

/** The same for the defaults of all resources. */
export function defaultCauses(cluster: Cluster): readonly Cause[] {
  return causesOf(cluster, {
    id: 'rsc_defaults',
    words: 'all resources by default',
    sets: cluster.configuration.rscDefaults?.items ?? [],
    command: (name) => ['pcs', 'resource', 'defaults', 'update', `${name}=`],
  })
}

function causesOf(cluster: Cluster, owner: Owner): readonly Cause[] {
  const isPlain = owner.sets.length === 1 && owner.sets[0]?.rule === undefined
  return owner.sets
    .flatMap(({ nvpairs }) => nvpairs)
    .flatMap((nvpair: Nvpair) => {
      const { id, name = '', value } = nvpair
      const harm = Object.hasOwn(harms, name) ? harms[name] : undefined
      const words = value === undefined ? undefined : harm?.words(owner, value)
      if (id === undefined || harm === undefined || words === undefined) return []
      const command = isPlain ? owner.command?.(name) : undefined
      return {
        kind: harm.kind,
        id: owner.id,
        path: pathOfId(cluster, id),
        element: nvpair as CibElement,
        words,
        command: command ?? deletionOf(id),
        lift: withoutId(id),
      }
    })
}

/** That a resource stays where it is. Instances of clones have a stickiness of 1 unless they are given one. */
export function stickinessCauses(cluster: Cluster, id: string): readonly Cause[] {
  const entry = resourceIndex(cluster).get(id)
  if (entry?.resource === undefined) return []
  const { element } = entry.resource
  const value = metaOf(cluster, entry, 'resource-stickiness') ?? legacyStickiness(cluster)
  const implied = element === 'clone' || element === 'master' ? '1' : '0'
  const stickiness = value ?? implied
  if (scoreOf(stickiness) <= 0) return []
  return [
    {
      kind: 'stickiness',
      id,
      path: pathOfId(cluster, id),
      element: entry.resource,
      words: causeWords.stickiness(id, stickiness),
      command: settingMeta(entry.resource, 'resource-stickiness=0'),
      lift: withMeta(id, 'resource-stickiness', '0'),
    },
  ]
}

function legacyStickiness(cluster: Cluster): string | undefined {
  return cluster.configuration.crmConfig?.items
    .flatMap(({ nvpairs }) => nvpairs)
    .find(({ name }) => name === 'default-resource-stickiness' || name === 'default_resource_stickiness')
    ?.value
}
