import { childrenOf, walk } from 'lightcib/model'
import { expect, test } from 'vitest'
import kitchenSink from '../fixtures/scenarios/kitchen-sink/cluster.js'
import { fieldOf, shapes } from '../src/model/shapes/shapes.js'

/** What the kitchen sink cannot show, with the reason. */
const exceptions: Readonly<Record<string, string>> = {
  'rsc_colocation score-attribute': 'schema 1.0 alone has it',
  'rsc_colocation score-attribute-mangle': 'schema 1.0 alone has it',
  'date_spec days': 'no schema up to 3.9 has it',
}

/** All that the table of shapes knows: elements, their attributes, and what may stand in them. */
const known = Object.entries(shapes).flatMap(([name, { attributes, slots }]) => [
  name,
  ...attributes.map((attribute) => `${name} ${attribute}`),
  ...Object.values(slots).flatMap(({ accepts }) => accepts.map((child: string) => `${name} > ${child}`)),
])

function shown(): ReadonlySet<string> {
  const found = new Set<string>()
  walk(kitchenSink, ({ element }) => {
    const { element: name } = element
    const fields = element as unknown as Readonly<Record<string, unknown>>
    found.add(name)
    for (const attribute of shapes[name].attributes) {
      if (fields[fieldOf(attribute)] !== undefined) found.add(`${name} ${attribute}`)
    }
    for (const child of childrenOf(element)) found.add(`${name} > ${child.element}`)
  })
  return found
}

test('the kitchen sink shows every element, attribute and child of the model', () => {
  const found = shown()
  expect(known.filter((thing) => !found.has(thing) && !(thing in exceptions))).toEqual([])
  expect(Object.keys(exceptions).filter((thing) => found.has(thing) || !known.includes(thing))).toEqual([])
})
