import { type CibElement, fieldOf, shapeOf } from '../../model/index.js'
import type { Produced, Unsupported } from '../command/conversion.js'

type Fields = Readonly<Record<string, unknown>>

/** All in which the wanted element differs from what pcs makes; the order of nvpairs and operations says nothing. */
export function differences(wanted: CibElement, made: Produced<CibElement>): readonly Unsupported[] {
  return [...attributeDifferences(wanted, made), ...childDifferences(wanted, made)]
}

function attributeDifferences(wanted: CibElement, made: Produced<CibElement>): readonly Unsupported[] {
  return (shapeOf(wanted.element)?.attributes ?? []).flatMap((attribute) => {
    const want = (wanted as unknown as Fields)[fieldOf(attribute)]
    const make = (made as unknown as Fields)[fieldOf(attribute)]
    return want === make ? [] : [{ element: wanted, attribute, what: saysOf(wanted, attribute, want, make) }]
  })
}

function saysOf(wanted: CibElement, attribute: string, want: unknown, make: unknown): string {
  const here = `<${wanted.element}>`
  if (want === undefined) return `${here} without ${attribute}: it writes ${attribute}="${make}"`
  if (make === undefined) return `the ${attribute} of ${here}`
  return `${attribute}="${want}" of ${here}: it writes ${attribute}="${make}"`
}

function childDifferences(wanted: CibElement, made: Produced<CibElement>): readonly Unsupported[] {
  return Object.keys(shapeOf(wanted.element)?.slots ?? {}).flatMap((slot) => {
    const wants = listOf((wanted as unknown as Fields)[slot])
    const makes = [...listOf((made as unknown as Fields)[slot])]
    const missing = wants.flatMap((want): readonly Unsupported[] => {
      const at = makes.findIndex((make) => keyOf(make) === keyOf(want))
      const [make] = at < 0 ? [] : makes.splice(at, 1)
      return make === undefined ? [{ element: want, what: whatIsMissing(want) }] : differences(want, make)
    })
    const more = makes.map((make) => ({
      element: wanted,
      what: `<${wanted.element}> without <${make.element}>: it adds one`,
    }))
    return [...missing, ...more]
  })
}

function listOf(value: unknown): readonly CibElement[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value as CibElement]
}

/** Children of equal keys are compared; those whose order counts all have the same. */
function keyOf(child: CibElement): string {
  if (child.element === 'nvpair') return `nvpair ${child.name}`
  if (child.element === 'op') return `op ${child.name} ${child.interval}`
  return child.element
}

function whatIsMissing(want: CibElement): string {
  const sets = ['instance_attributes', 'meta_attributes', 'utilization', 'cluster_property_set']
  if (sets.includes(want.element)) return `this set of attributes, <${want.element}>`
  if (want.element === 'nvpair') return `the attribute ${JSON.stringify(want.name ?? want.idRef ?? '')} here`
  return `this <${want.element}>`
}
