import type { CibElement, ElementBase } from '../../model/index.js'

/** An attribute that the model has no field for. */
export function attributeIn(element: CibElement, name: string): string | undefined {
  return (element as ElementBase).extra?.attributes?.find(([own]) => own === name)?.[1]
}
