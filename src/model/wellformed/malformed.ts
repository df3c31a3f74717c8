import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.js'
import { thrownText } from '../../diagnostics/thrown.js'
import type { CibElement, ElementName } from '../element/tree.js'
import type { Slot } from '../shapes/shape.js'
import { fieldOf, shapes } from '../shapes/shapes.js'
import { pathStep } from '../walk.js'
import { describeValue, elementNames, isPlainArray } from './describe.js'
import { deepest, type Fault, otherFields } from './other-fields.js'

/** The children in a field: the elements it accepts, and whether it is a list. */
interface Children {
  readonly accepts: ReadonlySet<string>
  readonly isList: boolean
}

/** What a field of an element may have: text, children, or what a function checks. */
type Field = 'text' | Children | ((value: unknown) => Fault | undefined)

/** The fields of an element, and those that must be there. */
interface Table {
  readonly fields: ReadonlyMap<string, Field>
  readonly required: readonly string[]
}

const tables = new Map(Object.keys(shapes).map((name) => [name, tableOf(name as ElementName)]))

function tableOf(name: ElementName): Table {
  const { attributes, slots } = shapes[name]
  const children = Object.entries<Slot>(slots)
  const fields = new Map<string, Field>([
    ['element', 'text'],
    ...attributes.map((attribute) => [fieldOf(attribute), 'text'] as const),
    ...children.map(([field, { accepts, arity }]) => {
      const isList = arity === 'some' || arity === 'many'
      return [field, { accepts: new Set<string>(accepts), isList }] as const
    }),
    ...Object.entries(otherFields(name)),
  ])
  const required = children.filter(([, { arity }]) => arity !== 'optional').map(([field]) => field)
  return { fields, required }
}

/** The elements that are looked at: there are more where some are used in many places of one another. */
const mostElements = 5_000_000
/** The findings that are reported: nobody reads more. */
const mostFindings = 100

interface Run {
  /** The elements from the root to the one that is checked. */
  readonly open: CibElement[]
  readonly found: MalformedElement[]
  elements: number
}

/** A finding, and the elements from the root to the one that it is about; none where there is not even a root. */
export interface MalformedElement {
  readonly elements: readonly CibElement[]
  readonly finding: Diagnostic
}

const wellFormed = new WeakSet<object>()

/** Remembers a cluster as one that needs no check: it was read from a CIB. */
export function markWellFormed(cluster: object): void {
  wellFormed.add(cluster)
}

/**
 * What keeps a value from being a cluster: fields that are missing, unknown or of a wrong type, at every depth. A cluster
 * without such findings is checked once, as it never changes.
 */
export function malformed(cluster: unknown): readonly Diagnostic[] {
  return malformedElements(cluster).map(({ finding }) => finding)
}

/** The same, with the elements of each finding. */
export function malformedElements(cluster: unknown): readonly MalformedElement[] {
  if (typeof cluster === 'object' && cluster !== null && wellFormed.has(cluster)) return []
  const run: Run = { open: [], found: [], elements: 0 }
  check(run, cluster, 'the cluster', root)
  if (run.elements > mostElements) report(run, 'the cluster', 'too large', `at most ${mostElements} elements`)
  if (run.found.length === 0) wellFormed.add(cluster as object)
  return run.found
}

/** Throws a TypeError with the first finding, for functions that return no findings. */
export function assertWellFormed(cluster: unknown): void {
  const [first] = malformed(cluster)
  if (first !== undefined) throw new TypeError(first.message)
}

const root: Children = { accepts: new Set(['cib']), isList: false }

/** Checks one child, which its owner has at `place`: `items[2]`. */
function check(run: Run, value: unknown, place: string, { accepts }: Children): void {
  const wrong = whyNot(run, value, accepts)
  if (wrong !== undefined) {
    report(run, place, wrong[0], wrong[1])
    return
  }
  const element = value as CibElement
  run.elements++
  run.open.push(element)
  checkFields(run, element, tables.get(element.element) as Table)
  run.open.pop()
}

/** Why a value is none of these elements: what it is, and what is expected. */
function whyNot({ open }: Run, value: unknown, accepts: ReadonlySet<string>): [string, string] | undefined {
  let name: unknown
  try {
    name = typeof value === 'object' && value !== null ? (value as CibElement).element : undefined
  } catch (thrown) {
    return [`an object that throws "${thrownText(thrown)}"`, elementNames(accepts)]
  }
  if (typeof name !== 'string' || !accepts.has(name)) return [describeValue(value), elementNames(accepts)]
  if (open.includes(value as CibElement)) return ['an element that it is inside of', 'another element']
  if (open.length === deepest) return ['too deep', `at most ${deepest} levels`]
  return undefined
}

function checkFields(run: Run, element: CibElement, { fields, required }: Table): void {
  const values = element as unknown as Readonly<Record<string, unknown>>
  let reading = 'element'
  try {
    const prototype = Object.getPrototypeOf(element)
    const isPlain = prototype === Object.prototype || prototype === null
    for (const name of isPlain ? Object.keys(element) : new Set([...inherited(element), ...fields.keys()])) {
      reading = name
      const value = values[name]
      if (value === undefined) continue
      const field = fields.get(name)
      if (field === 'text') {
        if (typeof value !== 'string') report(run, name, describeValue(value), 'text')
      } else if (field === undefined) report(run, name, 'not a field of it', [...fields.keys()].join(', '))
      else if (typeof field === 'object') checkChildren(run, name, value, field)
      else {
        const fault = field(value)
        if (fault !== undefined) report(run, `${name}${fault.place}`, fault.found, fault.expected)
      }
      if (isFull(run)) return
    }
    for (const name of required) {
      reading = name
      if (values[name] === undefined) report(run, name, 'missing', childNames(fields.get(name) as Children))
    }
  } catch (thrown) {
    report(run, reading, `a value that throws "${thrownText(thrown)}"`, 'plain data')
  }
}

/** The names of all that an object has, and of what it has from the one that it was made after. */
function inherited(element: object): readonly string[] {
  const names: string[] = []
  for (const name in element) names.push(name)
  return names
}

function checkChildren(run: Run, name: string, value: unknown, field: Children): void {
  if (!field.isList) check(run, value, name, field)
  else if (!isPlainArray(value)) report(run, name, describeValue(value), childNames(field))
  else {
    for (let index = 0; index < value.length && !isFull(run); index++) {
      check(run, value[index], `${name}[${index}]`, field)
    }
  }
}

function childNames({ accepts, isList }: Children): string {
  return `${isList ? 'an array of ' : ''}${elementNames(accepts)}`
}

function isFull({ found, elements }: Run): boolean {
  return found.length >= mostFindings || elements > mostElements
}

function report(run: Run, place: string, found: string, expected: string): void {
  const element = run.open.at(-1)
  const parameters = { element: element?.element, place, found, expected }
  run.found.push({
    elements: [...run.open],
    finding: diagnostic('malformed-cluster', pathOf(run.open), parameters),
  })
}

/** The XPath of the last of these elements, each inside the one before. */
function pathOf(open: readonly CibElement[]): string {
  return `/${open.map((element, depth) => step(element, open[depth - 1])).join('/')}`
}

function step(element: CibElement, parent: CibElement | undefined): string {
  try {
    const id = 'id' in element && typeof element.id === 'string' ? element.id : undefined
    const lists = Object.values(parent ?? {}).filter((value) => Array.isArray(value))
    const siblings: readonly unknown[] = lists.find((list) => list.includes(element)) ?? [element]
    const alike = siblings.filter((other) => (other as CibElement | null)?.element === element.element)
    return pathStep(element.element, id, alike.indexOf(element) + 1)
  } catch {
    return '*'
  }
}
