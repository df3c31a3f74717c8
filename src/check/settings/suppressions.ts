import { type Cluster, pathOf } from '../../model/index.js'
import { notedPlaces } from '../noted-places.js'
import type { Suppression } from './options.js'

/** A suppression of a module, on the path of an element, or one of the options, on an id. */
export interface Cover {
  readonly code: string
  readonly reason: string
  /** A path, or `#` and an id. */
  readonly on: string
  readonly option?: Suppression
}

/** The suppressions that the elements of a module have, then those of the options. */
export function coversOf(cluster: Cluster, suppressions: readonly Suppression[]): readonly Cover[] {
  const declared = notedPlaces(cluster).flatMap((place) => {
    const { suppressed = [] } = place.element
    return suppressed.map((suppression) => ({ ...suppression, on: pathOf(place) }))
  })
  const optional = suppressions.map((option) => ({ ...option, on: `#${option.id}`, option }))
  return [...declared, ...optional]
}

/** Finds what covers a finding: the suppressions of its code on its element or on one above it. */
export function coverIndex(covers: readonly Cover[]): (code: string, path: string) => readonly Cover[] {
  if (covers.length === 0) return () => []
  const index = new Map<string, Cover[]>()
  for (const cover of covers) {
    const key = `${cover.code} ${cover.on}`
    const others = index.get(key)
    if (others === undefined) index.set(key, [cover])
    else others.push(cover)
  }
  return (code, path) => pointsOf(path).flatMap((on) => index.get(`${code} ${on}`) ?? [])
}

const step = /\/[^/[]+(?:\[(?:@id=(?:"([^"]*)"|'([^']*)')|\d+)\])?/g

/** What a suppression of a finding may be on: the path of each element from the root to its own, and their ids. */
function pointsOf(path: string): readonly string[] {
  return [...path.matchAll(step)].flatMap((match) => {
    const on = path.slice(0, match.index + match[0].length)
    const id = match[1] ?? match[2]
    return id === undefined ? [on] : [on, `#${id}`]
  })
}
