import { quote } from '../../diagnostics/quote.js'

/** What a value is, for a message: `null`, `the number 5`, `a promise`, `<group>`. */
export function describeValue(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return `the text ${quote(value.length > 40 ? `${value.slice(0, 40)}...` : value)}`
    case 'number':
    case 'bigint':
      return `the number ${value}`
    case 'boolean':
      return String(value)
    case 'function':
      return 'a function'
    case 'symbol':
      return 'a symbol'
    case 'undefined':
      return 'undefined'
    default:
      return describeObject(value as object | null)
  }
}

function describeObject(value: object | null): string {
  if (value === null) return 'null'
  try {
    if (Array.isArray(value)) return isPlainArray(value) ? 'an array' : 'an array of another class'
    if (value instanceof Promise) return 'a promise'
    const { element } = value as { readonly element?: unknown }
    return typeof element === 'string' ? `<${element.slice(0, 40)}>` : 'an object'
  } catch {
    return 'an object that cannot be read'
  }
}

/** True for an array with the methods of every array. */
export function isPlainArray(value: unknown): value is readonly unknown[] {
  return (
    Array.isArray(value) &&
    Object.getPrototypeOf(value) === Array.prototype &&
    !Object.hasOwn(value, 'constructor')
  )
}

/** Names of elements, for a message: `<docker>, <podman> or <rkt>`. */
export function elementNames(names: Iterable<string>): string {
  const tags = [...names].map((name) => `<${name}>`)
  const last = tags.pop() ?? ''
  return tags.length === 0 ? last : `${tags.join(', ')} or ${last}`
}
