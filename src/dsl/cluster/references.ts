import type { Constraint } from '../../model/index.js'

/**
 * The type of no constraint: where one names an id that the cluster does not have, the compiler reports that it is not
 * assignable to this type, and prints the message. The signature keeps the message in its first line.
 */
export type UnknownId<Message extends string> = (message: Message) => never

/** The constraints; in the place of each that names an id other than these, a message. */
export type KnownReferences<C extends readonly Constraint[], Ids extends string> = {
  readonly [Index in keyof C]: KnownReference<C[Index], Ids>
}

type KnownReference<C, Ids extends string> =
  Exclude<ReferencesOf<C>, Ids> extends infer Unknown extends string
    ? [Unknown] extends [never]
      ? C
      : UnknownId<
          | `'${Unknown}' is not the id of a resource or tag of this cluster`
          | `did you mean '${Similar<Unknown, Ids>}'?`
        >
    : never

/** None for a constraint without references, where `Ref` could be any text. */
type ReferencesOf<C> = C extends Constraint<never> ? never : C extends Constraint<infer Ref> ? Ref : never

/** The ids that start with the same three letters. */
type Similar<Id extends string, Ids extends string> = Id extends `${infer A}${infer B}${infer C}${string}`
  ? Extract<Ids, `${A}${B}${C}${string}`>
  : never
