import type { Slot } from '../../model/shapes/shape.js'
import { fieldOf, shapeOf } from '../../model/shapes/shapes.js'

/** Where the reader puts what it finds in an element of one name. */
export interface Layout {
  /** From an attribute's name to its field. */
  readonly fields: ReadonlyMap<string, string>
  /** From a child's name to its slot. */
  readonly slots: ReadonlyMap<string, PlacedSlot>
  /** The fields that are lists. */
  readonly lists: readonly string[]
  /** The slots that an element of the model has to fill. */
  readonly required: readonly PlacedSlot[]
}

/** A slot of the model with its field and its place among the slots of its element. */
interface PlacedSlot {
  readonly field: string
  readonly rank: number
  readonly accepts: readonly string[]
  readonly arity: Slot['arity']
}

const layouts = new Map<string, Layout>()

/** The layout of an element of the model; each is computed once. */
export function layoutOf(name: string): Layout {
  const known = layouts.get(name)
  if (known !== undefined) return known
  const layout = makeLayout(name)
  layouts.set(name, layout)
  return layout
}

function makeLayout(name: string): Layout {
  const { attributes, slots } = shapeOf(name) ?? { attributes: [], slots: {} }
  const placed: PlacedSlot[] = Object.entries(slots).map(([field, slot], rank) => ({ ...slot, field, rank }))
  if (name === 'cib') {
    placed.push({ field: 'status', rank: placed.length, accepts: ['status'], arity: 'optional' })
  }
  return {
    fields: new Map(attributes.map((attribute) => [attribute, fieldOf(attribute)])),
    slots: new Map(placed.flatMap((slot) => slot.accepts.map((child) => [child, slot] as const))),
    lists: placed.filter(({ arity }) => arity === 'many' || arity === 'some').map(({ field }) => field),
    required: placed.filter(({ arity }) => arity === 'one' || arity === 'some'),
  }
}
