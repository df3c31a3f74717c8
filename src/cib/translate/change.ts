import type { CibElement, Place } from '../../model/index.js'
import type { SchemaVersion } from '../validate/grammar/versions.js'
import type { ClusterIds } from './ids.js'

/** The schema that a cluster is translated to. */
export interface Target {
  readonly version: SchemaVersion
  /** The ids of the cluster, collected when they are first needed. */
  readonly ids: () => ClusterIds
}

/** An element as another schema has it, and what was changed for the finding. */
interface Translated {
  readonly element: CibElement
  readonly what: string
}

/** One difference between schemas; undefined where the element needs no change. */
export type Change = (element: CibElement, place: Place, target: Target) => Translated | undefined
