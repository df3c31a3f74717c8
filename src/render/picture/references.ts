import { metaOf } from '../../graph/resource/meta-attributes.js'
import { resourceIndex } from '../../graph/resource/resource-index.js'
import {
  booleanOf,
  type Cluster,
  placesOf,
  primitivesOf,
  type ResourceSet,
  resourcesOf,
} from '../../model/index.js'
import { hasId } from '../../model/sections.js'
import type { Box } from '../parts/boxes.js'
import { type End, type ImpliedLine, neighbours, type References } from '../parts/lines.js'

/** The references of a picture, and the boxes that resolving them has added. */
interface ResolvedReferences extends References {
  /** A box for each tag that was referenced, and a `missing` one for each id that is not defined. */
  readonly addedBoxes: readonly Box[]
  /** From each tag or template that was referenced so far to its members. */
  readonly memberships: () => readonly ImpliedLine[]
}

/** Resolves ids to boxes; of two elements with one id the first counts. */
export function resolveReferences(cluster: Cluster, boxes: readonly Box[]): ResolvedReferences {
  const ends = new Map<string, End>()
  for (const box of boxes) addEnds(box, ends)
  const members = membersByOwner(cluster)
  const sets = new Map<string, ResourceSet>()
  for (const { element } of placesOf(cluster, 'resource_set')) {
    if (element.id !== undefined && !sets.has(element.id)) sets.set(element.id, element)
  }
  const addedBoxes: Box[] = []
  const referenced = new Set<string>()
  const end = (id: string): End => {
    referenced.add(id)
    const known = ends.get(id)
    if (known !== undefined) return known
    const kind = members.has(id) ? 'tag' : 'missing'
    const box: Box = { key: `x${addedBoxes.length}`, id, kind, inside: [], members: [] }
    addedBoxes.push(box)
    ends.set(id, { key: box.key })
    return { key: box.key }
  }
  return {
    end,
    sets: ({ resourceSets }) =>
      resourceSets.map((set) => (set.idRef === undefined ? set : (sets.get(set.idRef) ?? set))),
    addedBoxes,
    memberships: () =>
      [...referenced].flatMap((id) =>
        (members.get(id) ?? []).flatMap((part) => {
          const to = ends.get(part)
          return to === undefined ? [] : [{ line: 'implied', from: end(id), to, reason: 'part' } as const]
        }),
      ),
  }
}

/** From each member of an ordered group to the next. */
export function memberLines(cluster: Cluster, { end }: References): readonly ImpliedLine[] {
  return resourcesOf(cluster).flatMap((resource) => {
    const group = 'resource' in resource ? resource.resource : resource
    const ordered = group.element === 'group' && isOrdered(cluster, group.id)
    return neighbours(ordered ? group.members.filter(hasId) : []).map(
      ([before, after]) =>
        ({ line: 'implied', from: end(before.id), to: end(after.id), reason: 'member' }) as const,
    )
  })
}

function isOrdered(cluster: Cluster, group: string): boolean {
  const entry = resourceIndex(cluster).get(group)
  return (entry && booleanOf(metaOf(cluster, entry, 'ordered'))) ?? true
}

function addEnds(box: Box, ends: Map<string, End>): void {
  if (!ends.has(box.id)) ends.set(box.id, { key: box.key })
  for (const inside of box.inside) if (!ends.has(inside)) ends.set(inside, { key: box.key, inside })
  for (const member of box.members) addEnds(member, ends)
}

/** From the ids of tags and templates to those of their members. */
function membersByOwner(cluster: Cluster): ReadonlyMap<string, readonly string[]> {
  const owners = new Map<string, string[]>()
  const add = (owner: string, member: string) => {
    const members = owners.get(owner)
    if (members === undefined) owners.set(owner, [member])
    else members.push(member)
  }
  for (const tag of cluster.configuration.tags?.items ?? []) {
    for (const { id = '' } of tag.objRefs) add(tag.id ?? '', id)
  }
  for (const primitive of resourcesOf(cluster).flatMap(primitivesOf)) {
    if (primitive.template !== undefined) add(primitive.template, primitive.id)
  }
  return owners
}
