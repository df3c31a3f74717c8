/** Refers to an element by its id or by itself. */
export type Ref<Id extends string = string> = Id | { readonly id: Id }

export function idOf<Id extends string>(ref: Ref<Id>): Id {
  return typeof ref === 'string' ? ref : ref.id
}
