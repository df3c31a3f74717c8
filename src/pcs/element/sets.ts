import { claimId, pcsId, type ResourceSet } from '../../model/index.js'
import { attributeWords, fieldsOf, oneOf, type Takes } from '../command/attribute-words.js'
import type { Context, Produced } from '../command/conversion.js'
import { isPcsId } from '../command/values.js'

const options = ['sequential', 'require-all', 'action', 'role']
const taken: Takes = {
  sequential: oneOf('true', 'false'),
  'require-all': oneOf('true', 'false'),
  action: oneOf('start', 'stop', 'promote', 'demote'),
}

/** The words `set A B name=value ...` for each set of a constraint, and what they make. */
export function sayResourceSets(
  sets: readonly ResourceSet[],
  constraint: string,
  context: Context,
): { readonly words: readonly string[]; readonly makes: readonly Produced<ResourceSet>[] } {
  const takes: Takes = { ...taken, role: oneOf(...context.dialect.roles) }
  const said = sets.map((set) => {
    const refs = set.resourceRefs.map(({ id }) => id ?? '')
    const usable = refs.filter((id) => isPcsId(id) && id !== 'set' && id !== 'setoptions')
    if (refs.length === 0 || usable.length < refs.length) {
      context.refuse({ element: set, what: `a set of the resources ${JSON.stringify(refs)}` })
    }
    const words = ['set', ...usable, ...attributeWords(set, options, context, takes)]
    const makes: Produced<ResourceSet> = {
      ...fieldsOf(set, options),
      element: 'resource_set',
      id: claimId(pcsId.resourceSet(constraint), context.ids),
      resourceRefs: usable.map((id) => ({ element: 'resource_ref', id })),
    }
    return { words, makes }
  })
  return { words: said.flatMap(({ words }) => words), makes: said.map(({ makes }) => makes) }
}

/** The resources of all sets, in order. */
export function refsOf(sets: readonly ResourceSet[]): readonly string[] {
  return sets.flatMap(({ resourceRefs }) => resourceRefs.map(({ id }) => id ?? ''))
}
