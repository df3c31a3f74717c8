import type { Bundle, CibElement, Clone, Constraint } from '../../model/index.js'
import { createKeywords } from './attribute-words.js'
import type { Context } from './conversion.js'
import { isPcsId } from './values.js'

/** The id of a constraint that pcs does not take is refused. */
export function refuseOddId(constraint: Constraint, context: Context): void {
  if (isPcsId(constraint.id)) return
  const what = `the id ${JSON.stringify(constraint.id ?? '')}`
  context.refuse({ element: constraint, attribute: 'id', what })
}

/** True for a resource whose id pcs takes. */
export function acceptsId(resource: CibElement & { readonly id?: string }, context: Context): boolean {
  if (isPcsId(resource.id)) return true
  const what = `the id ${JSON.stringify(resource.id)}: it takes ASCII letters, digits, _ . and -`
  context.refuse({ element: resource, attribute: 'id', what })
  return false
}

/** True for a resource that `pcs resource create` can put around another one. */
export function takesAround(resource: Clone | Bundle, context: Context): boolean {
  if (!acceptsId(resource, context)) return false
  if (!createKeywords.includes(resource.id)) return true
  context.refuse({ element: resource, attribute: 'id', what: `a <${resource.element}> named ${resource.id}` })
  return false
}

/** True where all references name resources; pcs looks each up. */
export function acceptsReferences(element: CibElement, refs: readonly string[], context: Context): boolean {
  const unknown = refs.find((ref) => !context.resources.has(ref))
  if (unknown === undefined) return true
  context.refuse({ element, what: `a constraint on ${JSON.stringify(unknown)}, which is no resource` })
  return false
}

/**
 * `--force`, where pcs asks for it: a constraint that it takes for the same as an earlier one, or one
 * on a resource inside a clone or bundle.
 */
export function forceFor(key: string, refs: readonly string[], context: Context): readonly string[] {
  const isAgain = context.seen.has(key)
  context.seen.add(key)
  return isAgain || refs.some((ref) => context.resources.get(ref)?.isInner === true) ? ['--force'] : []
}
