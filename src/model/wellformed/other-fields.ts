import { describeValue, isPlainArray } from './describe.js'

/** Elements of XML inside one another. */
export const deepest = 257

/** What is wrong with a field: where in it, as `.order[2]`, what is there, and what should be. */
export interface Fault {
  readonly place: string
  readonly found: string
  readonly expected: string
}

/** What is wrong with a value of one type; `place` is where it is in its field. */
type Type = (value: unknown, place: string) => Fault | undefined

const wrong = (value: unknown, place: string, expected: string): Fault => ({
  place,
  found: describeValue(value),
  expected,
})

const text: Type = (value, place) => (typeof value === 'string' ? undefined : wrong(value, place, 'text'))

const aFunction: Type = (value, place) =>
  typeof value === 'function' ? undefined : wrong(value, place, 'a function')

function listOf(type: Type, length?: number): Type {
  return (value, place) => {
    if (!isPlainArray(value)) return wrong(value, place, 'an array')
    if (length !== undefined && value.length !== length) {
      return { place, found: `an array of ${value.length}`, expected: `an array of ${length}` }
    }
    for (let index = 0; index < value.length; index++) {
      const fault = type(value[index], `${place}[${index}]`)
      if (fault !== undefined) return fault
    }
    return undefined
  }
}

function recordOf(type: Type): Type {
  return (value, place) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return wrong(value, place, 'an object')
    }
    for (const [key, each] of Object.entries(value)) {
      const fault = type(each, `${place}.${key}`)
      if (fault !== undefined) return fault
    }
    return undefined
  }
}

/** An object with these fields; those of `optional` may be absent. Others are not looked at. */
function objectOf(
  required: Readonly<Record<string, Type>>,
  optional: Readonly<Record<string, Type>> = {},
): Type {
  return (value, place) => {
    if (typeof value !== 'object' || value === null) return wrong(value, place, 'an object')
    const fields = value as Readonly<Record<string, unknown>>
    for (const [key, type] of Object.entries({ ...required, ...optional })) {
      const field = fields[key]
      if (field === undefined && key in optional) continue
      const fault = type(field, `${place}.${key}`)
      if (fault !== undefined) return fault
    }
    return undefined
  }
}

const pairs = listOf(listOf(text, 2))
const texts = listOf(text)

/** XML as it was read, so many levels inside other XML. */
const rawElement =
  (level: number): Type =>
  (value, place) => {
    if (level === deepest) return { place, found: 'too deep', expected: `at most ${deepest} levels` }
    return objectOf(
      { name: text, attributes: pairs, children: listOf(rawElement(level + 1)) },
      { text, comments: texts, closingComments: texts },
    )(value, place)
  }

const unknownOptions = listOf(objectOf({ of: text, key: text, known: texts }))

/** The fields that any element may have beside those of its shape. */
const ofAll: Readonly<Record<string, Type>> = {
  extra: objectOf(
    {},
    {
      attributes: pairs,
      elements: listOf(rawElement(0)),
      order: texts,
      text,
      comments: texts,
      closingComments: texts,
    },
  ),
  unknownOptions,
  suppressed: listOf(objectOf({ code: text, reason: text })),
}

const sections = recordOf(text)

const ofCluster: Readonly<Record<string, Type>> = {
  status: rawElement(0),
  policies: listOf(objectOf({ name: text, check: aFunction }, { unknownOptions })),
  corosync: objectOf(
    {},
    {
      transport: text,
      transportOptions: sections,
      links: listOf(sections),
      compression: sections,
      crypto: sections,
      totem: sections,
      quorum: sections,
      addresses: recordOf(texts),
    },
  ),
  services: listOf(
    objectOf(
      { unit: text },
      {
        restart: text,
        restartSec: text,
        timeoutStartSec: text,
        timeoutStopSec: text,
        after: texts,
        wants: texts,
        projects: texts,
      },
    ),
  ),
}

/** The fields of an element that are neither attributes nor children, and what is wrong with a value of theirs. */
export function otherFields(
  element: string,
): Readonly<Record<string, (value: unknown) => Fault | undefined>> {
  const types = element === 'cib' ? { ...ofAll, ...ofCluster } : ofAll
  return Object.fromEntries(
    Object.entries(types).map(([name, type]) => [name, (value: unknown) => type(value, '')]),
  )
}
