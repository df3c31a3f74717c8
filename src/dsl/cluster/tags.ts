import { idOf, type Ref, type Tag } from '../../model/index.js'

/** One name for several resources: `pcs tag create ID RSC...`. */
export function tag<const Id extends string>(id: Id, refs: readonly Ref[]): Tag & { readonly id: Id } {
  return { element: 'tag', id, objRefs: refs.map((ref) => ({ element: 'obj_ref', id: idOf(ref) })) }
}
