import type { CibElement } from './element/tree.js'

/** Where an element was built: a stack that the engine writes as text when it is first read. */
export interface Origin {
  readonly stack?: string
}

const origins = new WeakMap<object, Origin>()

/** Remembers where an element was built, beside it; the first place stays. */
export function setOrigin(element: object, origin: Origin): void {
  if (!origins.has(element)) origins.set(element, origin)
}

/** Where an element was built; undefined unless the command line loaded its module. */
export function originOf(element: object): Origin | undefined {
  return origins.get(element)
}

/** The copy of an element, built where that was built. */
export function builtLike<E extends CibElement>(original: E, copy: E): E {
  const origin = origins.get(original)
  if (origin !== undefined) setOrigin(copy, origin)
  return copy
}
