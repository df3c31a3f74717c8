import { canonicalText } from '../../cib/canonical.js'
import type { ChildBuilder } from '../../dsl/values.js'
import type { CibElement, ElementBase, Extra } from '../../model/index.js'
import { type Code, call, commented, thunk } from '../syntax/code.js'
import { extraLiteral, spell } from './literal.js'

/** How a builder says an element: what its code becomes where it stands, and the codes to try, the best first. */
export interface Converter<Value> {
  readonly becomes: (value: Value, taken: Set<string>) => CibElement
  readonly codes: readonly (() => Code<Value>)[]
  /** The element written out, for the place where it stands. */
  readonly otherwise: () => Code
  /** The ids that are taken there; what the code makes up is taken from then on. */
  readonly taken?: Set<string>
  /** True where `withExtra` has no place; what is kept is written out then. */
  readonly bare?: boolean
}

/**
 * The first code that becomes the element, else the element written out. So no code is ever wrong:
 * what a builder cannot say, or says with something added, stands there as it was read.
 */
export function say<Value>(element: CibElement, saying: Converter<Value>): Code {
  const { taken = new Set(), bare = false } = saying
  for (const code of saying.codes) {
    const said = bare ? code() : keeping(code(), element.extra)
    const trial = new Set(taken)
    if (!isSame(saying.becomes(said.value, trial), element)) continue
    for (const id of trial) taken.add(id)
    return annotate(said, element)
  }
  return annotate(saying.otherwise(), element)
}

/** Says a part of what has the id `owner`. */
export function sayPart<E extends CibElement>(
  element: E,
  owner: string,
  taken: Set<string>,
  codes: readonly (() => Code<ChildBuilder<E>>)[],
): Code {
  return say<ChildBuilder<E>>(element, {
    becomes: (part, ids) => part(owner, ids),
    codes,
    otherwise: () => thunk(spell(element)),
    taken,
  })
}

/** The code with the comments that the element had. */
export function annotate(code: Code, { extra }: ElementBase): Code {
  return commented(code, extra?.comments, extra?.closingComments)
}

function keeping<Value>(code: Code<Value>, extra: Extra | undefined): Code<Value> {
  const beyond = extraLiteral(extra)
  return beyond === undefined ? code : (call('withExtra', code, beyond) as Code<Value>)
}

const texts = new WeakMap<CibElement, string>()

/** True for elements that are written alike. */
export function isSame(one: CibElement, other: CibElement): boolean {
  return textOf(one) === textOf(other)
}

function textOf(element: CibElement): string {
  const text = texts.get(element) ?? canonicalText(element)
  texts.set(element, text)
  return text
}
