import { ArgumentError } from '../diagnostics/argument-error.js'
import { describeValue } from './wellformed/describe.js'

/** Refers to an element by its id or by itself. */
export type Ref<Id extends string = string> = Id | { readonly id: Id }

/** The id in a reference; throws an ArgumentError for what is none. */
export function idOf<Id extends string>(ref: Ref<Id>): Id {
  if (typeof ref === 'string') return ref
  if (typeof ref !== 'object' || ref === null) {
    throw new ArgumentError(`a reference is ${describeValue(ref)}: expected an element with an id, or its id`)
  }
  return ref.id
}
