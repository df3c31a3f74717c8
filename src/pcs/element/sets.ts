import { claimId, pcsId } from '../../model/ids.js'
import type { ResourceSet } from '../../model/index.js'
import { type Accepts, attributeWords, fieldsOf, oneOf } from '../command/attribute-words.js'
import type { Context, Produced } from '../command/conversion.js'
import { isPcsId } from '../command/values.js'

const options = ['sequential', 'require-all', 'action', 'role']
const accepted: Accepts = {
  sequential: oneOf('true', 'false'),
  'require-all': oneOf('true', 'false'),
  action: oneOf('start', 'stop', 'promote', 'demote'),
}

/** The words `set A B name=value ...` for each set of a constraint, and what they produce. */
export function convertResourceSets(
  sets: readonly ResourceSet[],
  constraint: string,
  context: Context,
): { readonly words: readonly string[]; readonly produces: readonly Produced<ResourceSet>[] } {
  const accepts: Accepts = { ...accepted, role: oneOf(...context.dialect.roles) }
  const converted = sets.map((set) => {
    const refs = set.resourceRefs.map(({ id }) => id ?? '')
    const usable = refs.filter((id) => isPcsId(id) && id !== 'set' && id !== 'setoptions')
    if (refs.length === 0 || usable.length < refs.length) {
      context.unsupported({ element: set, what: `a set of the resources ${JSON.stringify(refs)}` })
    }
    const words = ['set', ...usable, ...attributeWords(set, options, context, accepts)]
    const produces: Produced<ResourceSet> = {
      ...fieldsOf(set, options),
      element: 'resource_set',
      id: claimId(pcsId.resourceSet(constraint), context.ids),
      resourceRefs: usable.map((id) => ({ element: 'resource_ref', id })),
    }
    return { words, produces }
  })
  return {
    words: converted.flatMap(({ words }) => words),
    produces: converted.map(({ produces }) => produces),
  }
}

/** The resources of all sets, in order. */
export function refsOf(sets: readonly ResourceSet[]): readonly string[] {
  return sets.flatMap(({ resourceRefs }) => resourceRefs.map(({ id }) => id ?? ''))
}
