import {
  booleanOf,
  type Cluster,
  nvpairValue,
  placesOf,
  primitivesOf,
  type ResourceSet,
  resourcesOf,
} from '../../model/index.js'
import type { Box } from './boxes.js'
import { type End, type ImpliedLine, neighbours, type References } from './lines.js'

/** The references of a picture, and the boxes that following them has brought in. */
export interface Followed extends References {
  /** A box for each tag that was named, and a `missing` one for each id that is nowhere. */
  readonly extra: readonly Box[]
  /** From each tag or template that was named so far to what it stands for. */
  readonly standsFor: () => readonly ImpliedLine[]
}

/** Follows ids to the boxes; of two things with one id the first counts. */
export function follow(cluster: Cluster, boxes: readonly Box[]): Followed {
  const ends = new Map<string, End>()
  for (const box of boxes) addEnds(box, ends)
  const wholes = wholesOf(cluster)
  const sets = new Map<string, ResourceSet>()
  for (const { element } of placesOf(cluster, 'resource_set')) {
    if (element.id !== undefined && !sets.has(element.id)) sets.set(element.id, element)
  }
  const extra: Box[] = []
  const named = new Set<string>()
  const end = (id: string): End => {
    named.add(id)
    const known = ends.get(id)
    if (known !== undefined) return known
    const kind = wholes.has(id) ? 'tag' : 'missing'
    const box: Box = { key: `x${extra.length}`, id, kind, inside: [], members: [] }
    extra.push(box)
    ends.set(id, { key: box.key })
    return { key: box.key }
  }
  return {
    end,
    sets: ({ resourceSets }) =>
      resourceSets.map((set) => (set.idRef === undefined ? set : (sets.get(set.idRef) ?? set))),
    extra,
    standsFor: () =>
      [...named].flatMap((id) =>
        (wholes.get(id) ?? []).flatMap((part) => {
          const to = ends.get(part)
          return to === undefined ? [] : [{ line: 'implied', from: end(id), to, why: 'part' } as const]
        }),
      ),
  }
}

/** From each member of an ordered group to the next. */
export function memberLines(cluster: Cluster, { end }: References): readonly ImpliedLine[] {
  return resourcesOf(cluster).flatMap((resource) => {
    const group = 'resource' in resource ? resource.resource : resource
    const ordered = group.element === 'group' && !isFalse(nvpairValue(group.metaAttributes, 'ordered'))
    return neighbours(ordered ? group.members : []).map(
      ([before, after]) =>
        ({ line: 'implied', from: end(before.id), to: end(after.id), why: 'member' }) as const,
    )
  })
}

function isFalse(value: string | undefined): boolean {
  return value !== undefined && booleanOf(value) !== true
}

function addEnds(box: Box, ends: Map<string, End>): void {
  if (!ends.has(box.id)) ends.set(box.id, { key: box.key })
  for (const inside of box.inside) if (!ends.has(inside)) ends.set(inside, { key: box.key, inside })
  for (const member of box.members) addEnds(member, ends)
}

/** Tags and templates, each with what it stands for. */
function wholesOf(cluster: Cluster): ReadonlyMap<string, readonly string[]> {
  const wholes = new Map<string, string[]>()
  const add = (whole: string, part: string) => {
    const parts = wholes.get(whole)
    if (parts === undefined) wholes.set(whole, [part])
    else parts.push(part)
  }
  for (const tag of cluster.configuration.tags?.items ?? []) {
    for (const { id = '' } of tag.objRefs) add(tag.id ?? '', id)
  }
  for (const primitive of resourcesOf(cluster).flatMap(primitivesOf)) {
    if (primitive.template !== undefined) add(primitive.template, primitive.id)
  }
  return wholes
}
