import type { Bundle, CibElement, Clone, Constraint } from '../../model/index.js'
import { createKeywords } from './attribute-words.js'
import type { Context } from './conversion.js'
import { isPcsId } from './values.js'

/** Reports the id of a constraint that pcs does not accept. */
export function checkConstraintId(constraint: Constraint, context: Context): void {
  if (isPcsId(constraint.id)) return
  const what = `the id ${JSON.stringify(constraint.id ?? '')}`
  context.unsupported({ element: constraint, attribute: 'id', what })
}

/** True for a resource whose id pcs accepts; another one is reported. */
export function acceptsId(resource: CibElement & { readonly id?: string }, context: Context): boolean {
  if (isPcsId(resource.id)) return true
  const what = `the id ${JSON.stringify(resource.id)}: it accepts ASCII letters, digits, _ . and -`
  context.unsupported({ element: resource, attribute: 'id', what })
  return false
}

/** True for a clone or bundle that `pcs resource create` can wrap around a primitive. */
export function acceptsAround(resource: Clone | Bundle, context: Context): boolean {
  if (!acceptsId(resource, context)) return false
  if (!createKeywords.includes(resource.id)) return true
  context.unsupported({
    element: resource,
    attribute: 'id',
    what: `a <${resource.element}> named ${JSON.stringify(resource.id)}`,
  })
  return false
}

/** True where all references name resources, which pcs checks; the first other one is reported. */
export function acceptsReferences(element: CibElement, refs: readonly string[], context: Context): boolean {
  const unknown = refs.find((ref) => !context.resources.has(ref))
  if (unknown === undefined) return true
  context.unsupported({
    element,
    what: `a constraint on ${JSON.stringify(unknown)}, which is no resource`,
  })
  return false
}

/**
 * `--force`, where pcs requires it: a constraint that it considers equal to an earlier one, or one
 * on a resource inside a clone or bundle.
 */
export function forceFor(key: string, refs: readonly string[], context: Context): readonly string[] {
  const isRepeated = context.seen.has(key)
  context.seen.add(key)
  return isRepeated || refs.some((ref) => context.resources.get(ref)?.isInner === true) ? ['--force'] : []
}
