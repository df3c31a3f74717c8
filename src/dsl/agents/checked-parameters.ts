import type { AttributesOption, SetBuilder } from '../attribute/attribute-sets.js'

/**
 * The type that no parameters have: where one is missing or unknown, the compiler reports that they are not assignable to this
 * type, and prints the message. The signature keeps the message in its first line, the names let all objects come so far.
 */
interface WrongParameters<Message extends string> {
  (message: Message): never
  readonly [name: string]: unknown
}

/** What a builder accepts as the parameters of an agent: names and values, a set, or several. */
export type SomeParameters<Known extends object> = AttributesOption<Partial<Known>>

/** The given parameters where the agent has them all and none is missing, else a message. Sets may have any. */
export type CheckedParameters<Agent extends string, Known, Given> = string extends keyof Known
  ? Given
  : Given extends SetBuilder | Iterable<unknown>
    ? Given
    : [Exclude<keyof Given, keyof Known>] extends [never]
      ? [Exclude<RequiredIn<Known>, keyof Given>] extends [never]
        ? Given
        : WrongParameters<`${Agent} requires the parameter '${Exclude<RequiredIn<Known>, keyof Given>}'`>
      : WrongParameters<
          | `${Agent} has no parameter '${Exclude<keyof Given, keyof Known> & string}'`
          | `did you mean '${Similar<Exclude<keyof Given, keyof Known> & string, keyof Known & string>}'?`
        >

type RequiredIn<Known> = {
  readonly [Name in keyof Known]-?: Record<never, never> extends Pick<Known, Name> ? never : Name
}[keyof Known] &
  string

/** The names that start with the same three letters. */
type Similar<
  Name extends string,
  Known extends string,
> = Name extends `${infer A}${infer B}${infer C}${string}` ? Extract<Known, `${A}${B}${C}${string}`> : never
