import { claimId } from '../../model/ids.js'
import type { Constraint } from '../../model/index.js'
import { builtLike } from '../../model/origin.js'

/** Builds a constraint again under another id; only for those whose id was generated here. */
const renamers = new WeakMap<Constraint, (id: string) => Constraint>()

/** The constraint under the id that was given, or under the generated one. */
export function underId<C extends Constraint>(
  given: string | undefined,
  generated: string,
  build: (id: string) => C,
): C {
  const constraint = build(given ?? generated)
  if (given === undefined) renamers.set(constraint, build)
  return constraint
}

/** Marks a copy of a constraint as one whose id was generated, where that of the constraint was. */
export function renamedLike<C extends Constraint>(original: C, copy: C, change: (constraint: C) => C): C {
  const rename = renamers.get(original)
  if (rename !== undefined) renamers.set(copy, (id) => change(rename(id) as C))
  return copy
}

/** The constraint under another id if its own was generated; an id that was given stays. */
export function renamed<C extends Constraint>(constraint: C, id: string): C {
  return (renamers.get(constraint)?.(id) as C | undefined) ?? constraint
}

/**
 * The constraints with unique ids: as in pcs, an id that was made up gets `-1`, `-2`, ... where it is
 * used; one that was given stays. What is no constraint stays too: `check` reports it.
 */
export function withUniqueIds(constraints: readonly Constraint[], others: Iterable<string>): Constraint[] {
  if (!Array.isArray(constraints)) return constraints as never
  const used = new Set(others)
  for (const constraint of constraints) {
    if (!renamers.has(constraint) && constraint?.id !== undefined) used.add(constraint.id)
  }
  return constraints.map((constraint) => {
    const rename = renamers.get(constraint)
    if (rename === undefined || constraint?.id === undefined) return constraint
    const id = claimId(constraint.id, used)
    return id === constraint.id ? constraint : builtLike(constraint, rename(id))
  })
}
