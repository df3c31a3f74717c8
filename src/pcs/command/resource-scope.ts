import type { Resource } from '../../model/index.js'

/** Where in the tree of resources one is, as far as constraints on it depend on that. */
export interface ResourceScope {
  /** True inside a clone or bundle, whose id a constraint should name. */
  readonly isInner: boolean
  /** The group that it is a member of. */
  readonly group?: string
}

/** What constraints may name, inside groups, clones and bundles too. */
export function resourceScopes(resources: readonly Resource[]): ReadonlyMap<string, ResourceScope> {
  return new Map(resources.flatMap((resource) => scopesIn(resource, false)))
}

function scopesIn(resource: Resource, isInner: boolean): readonly (readonly [string, ResourceScope])[] {
  const self = [resource.id, { isInner }] as const
  switch (resource.element) {
    case 'primitive':
      return [self]
    case 'template':
      return []
    case 'group':
      return [self, ...resource.members.map(({ id }) => [id, { isInner, group: resource.id }] as const)]
    case 'clone':
    case 'master':
      return [self, ...scopesIn(resource.resource, true)]
    case 'bundle':
      return [self, ...(resource.primitive === undefined ? [] : scopesIn(resource.primitive, true))]
  }
}
