import type { Primitive, Resource } from '../../model/index.js'
import type { Code } from '../syntax/code.js'

/** What the code of one element needs to know of the others. */
export interface Scope {
  /** A reference in a constraint, which must name something: the variable of what has that id, else the id. */
  readonly refer: (id: string) => Code
  /** A reference that may name anything: the variable of what has that id, else the id. */
  readonly mention: (id: string) => Code
  /** The id that a reference names, as it stands in an element that is written out. */
  readonly name: (id: string) => Code
  /** A resource inside another: its variable, else its code. */
  readonly place: (resource: Primitive | Resource) => Code
}
