import type { ElementBase } from '../element/element.js'
import type { ElementName, ElementOf } from '../element/tree.js'
import { attributeShapes } from './attribute-shapes.js'
import { configurationShapes } from './configuration-shapes.js'
import { constraintShapes } from './constraint-shapes.js'
import { resourceShapes } from './resource-shapes.js'
import type { Shape } from './shape.js'

/** The field of the model for a name of the CIB: `first-action` -> `firstAction`. */
type FieldOf<Name extends string> = Name extends `${infer Head}${'-' | '_'}${infer Tail}`
  ? `${Head}${Capitalize<FieldOf<Tail>>}`
  : Name

/**
 * The CIB as one table: each element's attributes and children. The reader, the writer and the walk
 * are loops over it, so an element is added here and in its interface, nowhere else. The children
 * are in the order in which pcs writes them; the schema accepts any.
 */
export const shapes = {
  ...configurationShapes,
  ...attributeShapes,
  ...resourceShapes,
  ...constraintShapes,
} as const satisfies { readonly [Name in ElementName]: Shape }

type Fields<Name extends ElementName> =
  | FieldOf<(typeof shapes)[Name]['attributes'][number]>
  | Extract<keyof (typeof shapes)[Name]['slots'], string>

/** Does not compile when an interface and its shape name different fields. */
type Mismatch = {
  [Name in ElementName]:
    | Exclude<Fields<Name>, keyof ElementOf<Name>>
    | Exclude<
        keyof ElementOf<Name>,
        Fields<Name> | 'element' | keyof ElementBase | 'status' | 'policies' | 'corosync' | 'services'
      >
}[ElementName]
const matches: [Mismatch] extends [never] ? true : Mismatch = true
void matches

/** The shape of an element, undefined for a name that no schema of the CIB knows. */
export function shapeOf(name: string): Shape | undefined {
  return Object.hasOwn(shapes, name) ? shapes[name as ElementName] : undefined
}

/** The fields that have been asked for; they are as many as the shapes have attributes. */
const fields = new Map<string, string>()

/** The model's field for an attribute of the CIB. */
export function fieldOf(attribute: string): string {
  const known = fields.get(attribute)
  if (known !== undefined) return known
  const field = attribute.replace(/[-_](.)/g, (_, letter: string) => letter.toUpperCase())
  fields.set(attribute, field)
  return field
}
