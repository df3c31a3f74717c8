import { located } from '../cib/located.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import type { Input } from './input.js'
import { modulePlaces } from './module/places.js'

/** The findings of the reader and later ones, each where it is in the XML, or where the module built the element. */
export function locate(input: Input, later: readonly Diagnostic[]): Diagnostic[] {
  return located(input, later, (cluster, path, which) =>
    modulePlaces().positionOf(input.file, cluster, path, which),
  )
}
