import type { Bundle, Clone, Group, Master } from '../model/index.js'

/** The ids that a constraint may name: those of the resources and of all inside them. */
export type IdsOf<Item> =
  | (Item extends { readonly id: infer Id extends string } ? Id : never)
  | (Item extends Group<string, infer Member> ? Member : never)
  | (Item extends Clone<string, infer Inner> | Master<string, infer Inner> | Bundle<string, infer Inner>
      ? Inner
      : never)

/** A reference that the compiler lets pass, to an id that nothing in the cluster has; `check` reports it. */
export function unchecked(id: string): { readonly id: never } {
  return { id: id as never }
}
