import { idOf, type Ref, type Tag } from '../../model/index.js'

/**
 * One name for several resources, which constraints may use as they use a resource.
 *
 * @example
 * ```ts
 * const [db, broker] = [systemd('db'), systemd('broker')]
 * const backends = tag('backends', [db, broker])
 * // <tag id="backends">
 * // pcs tag create backends db broker
 * ```
 */
export function tag<const Id extends string>(id: Id, refs: readonly Ref[]): Tag & { readonly id: Id } {
  return { element: 'tag', id, objRefs: refs.map((ref) => ({ element: 'obj_ref', id: idOf(ref) })) }
}
