import { quote } from '../diagnostics/quote.js'
import { isNcName } from '../model/nc-name.js'
import { encodeAttribute } from '../xml/escape.js'
import type { Span } from './attributes.js'
import type { Occurrence } from './ids.js'

/** A piece of the text and what replaces it. */
export interface TextChange extends Span {
  readonly text: string
}

/** The changes that give an id another name wherever it is, or why that cannot be. */
export function renameChanges(
  id: string,
  name: string,
  occurrences: readonly Occurrence[],
): readonly TextChange[] | { readonly reason: string } {
  if (!isNcName(name))
    return { reason: `${quote(name)} is no id: it has to begin with a letter or "_", without blanks and ":"` }
  if (id !== name && occurrences.some((each) => each.isDefinition && each.id === name)) {
    return { reason: `${quote(name)} is the id of another element` }
  }
  return occurrences
    .filter((each) => each.id === id)
    .map(({ start, end }) => ({ start, end, text: encodeAttribute(name) }))
}
