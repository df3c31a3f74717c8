import type { CibElement, Place } from '../../model/index.js'
import type { SchemaVersion } from '../validate/grammar/versions.js'
import type { ClusterIds } from './ids.js'

/** The schema that a cluster is translated to. */
export interface Target {
  readonly version: SchemaVersion
  /** The ids of the cluster, collected when they are first needed. */
  readonly ids: () => ClusterIds
}

/** An element as another schema has it, undefined where that has none, and what was changed for the finding. */
interface Translated {
  readonly element: CibElement | undefined
  readonly what: string
}

/**
 * One difference between schemas; undefined where the element needs no change. The element has its children
 * translated already, `place.element` is the same one before.
 */
export type Change = (element: CibElement, place: Place, target: Target) => Translated | undefined

/** True where the parent of a place is an element of one of these names. */
export function isIn({ parent }: Place, ...names: readonly string[]): boolean {
  return parent !== undefined && names.includes(parent.element.element)
}

/** The entry of a table under a name, undefined where there is none. */
export function entryOf<T>(table: Readonly<Record<string, T>>, name: string | undefined): T | undefined {
  return name !== undefined && Object.hasOwn(table, name) ? table[name] : undefined
}
