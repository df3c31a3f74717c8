import type { Bundle, Clone, Group, Master } from '../model/index.js'

/** The ids that a constraint may name: those of the resources and of all inside them. */
export type IdsOf<Item> =
  | (Item extends { readonly id: infer Id extends string } ? Id : never)
  | (Item extends Group<string, infer Member> ? Member : never)
  | (Item extends Clone<string, infer Inner> | Master<string, infer Inner> | Bundle<string, infer Inner>
      ? Inner
      : never)

/**
 * An id that the compiler accepts wherever a reference is wanted, for what the cluster does not have; `check`
 * reports it.
 *
 * @example
 * ```ts
 * const db = systemd('db')
 * const afterGhost = order(unchecked('ghost'), db)
 * // <rsc_order id="order-ghost-db-mandatory" first="ghost" first-action="start" then="db" then-action="start"/>
 * ```
 */
export function unchecked(id: string): never {
  return id as never
}
