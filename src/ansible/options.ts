import type { AttributeSet, CibElement } from '../model/index.js'
import { attributesOf } from '../pcs/command/attribute-words.js'
import type { Attrs, Option } from './variables.js'

/** The nvpairs of a set. */
export function pairsOf(set: AttributeSet | undefined): readonly Option[] {
  return (set?.nvpairs ?? []).map(({ name = '', value = '' }) => ({ name, value }))
}

/** The variable of a list of sets, of which the role reads the first. */
export function attrs(pairs: readonly Option[]): Attrs | undefined {
  return pairs.length === 0 ? undefined : [{ attrs: pairs }]
}

/** The variable of utilization, whose values are numbers. */
export function capacities([set]: readonly AttributeSet[]): Attrs | undefined {
  return attrs(pairsOf(set).map(({ name, value }) => ({ name, value: Number(value) })))
}

/** The attributes of an element of the CIB, but for those that a variable has elsewhere. */
export function optionsOf(element: CibElement, without: readonly string[] = []): readonly Option[] {
  return Object.entries(attributesOf(element))
    .filter(([name]) => !without.includes(name))
    .map(([name, value]) => ({ name, value }))
}

/** A list that is a variable only where something is in it. */
export function some<Item>(items: readonly Item[]): readonly Item[] | undefined {
  return items.length === 0 ? undefined : items
}
