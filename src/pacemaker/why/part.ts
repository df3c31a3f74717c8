import type { Cluster } from '../../model/index.js'

/** A part of a cluster that is given back as a whole. */
export interface Part {
  readonly key: string
  readonly words: string
  readonly path: string
  readonly value: unknown
  readonly element?: object
  /** The words of the command that brings back the value. */
  readonly command: (was: unknown) => readonly string[]
  /** A cluster with that value of the part; without the part where it is undefined. */
  readonly put: (cluster: Cluster, was: unknown) => Cluster
}
