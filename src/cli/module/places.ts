import type { Position } from '../../diagnostics/diagnostic.js'
import type { Cluster } from '../../model/index.js'

/** Where things are in modules; for an input that is none, nowhere. */
export interface ModulePlaces {
  /** Where the module built the element of a path. */
  readonly positionOf: (
    file: string,
    cluster: Cluster,
    path: string,
    /** Of elements that share an id, the first or the last. */
    which: 0 | -1,
  ) => Position | undefined
  /** The lines of a module at a position, marked. */
  readonly frameAt: (file: string, position: Position) => readonly string[]
}

let places: ModulePlaces = { positionOf: () => undefined, frameAt: () => [] }

/** Set where the first module is loaded: without one, nothing has to be loaded that knows TypeScript. */
export function setModulePlaces(known: ModulePlaces): void {
  places = known
}

export function modulePlaces(): ModulePlaces {
  return places
}
