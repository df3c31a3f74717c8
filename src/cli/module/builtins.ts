const { getOwnPropertyDescriptor: descriptorOf, defineProperty, ownKeys, deleteProperty } = Reflect
const { is } = Object

/** What everything here is computed with; not Math, Date and Error, which some modules change for good reasons. */
const owners: readonly (readonly [name: string, owner: object])[] = [
  ...(
    ['Object', 'Array', 'String', 'Number', 'Boolean', 'Map', 'Set', 'WeakMap', 'RegExp', 'Promise'] as const
  ).flatMap(
    (name) =>
      [
        [name, globalThis[name]],
        [`${name}.prototype`, globalThis[name].prototype],
      ] as const,
  ),
  ['Function.prototype', Function.prototype],
  ['JSON', JSON],
  ['Reflect', Reflect],
]
const globals = [
  'Object',
  'Array',
  'String',
  'Number',
  'Map',
  'Set',
  'RegExp',
  'Promise',
  'JSON',
  'Symbol',
] as const

interface Known {
  readonly name: string
  readonly owner: object
  readonly key: PropertyKey
  readonly descriptor: PropertyDescriptor
}

const known: Known[] = []

/** Remembers the built-in functions of JavaScript, before a module is loaded. */
export function rememberBuiltins(): void {
  const remember = (name: string, owner: object, key: PropertyKey) =>
    known.push({ name, owner, key, descriptor: descriptorOf(owner, key) as PropertyDescriptor })
  for (const [name, owner] of owners) {
    for (const key of ownKeys(owner)) remember(`${name}.${String(key)}`, owner, key)
  }
  for (const name of globals) remember(name, globalThis, name)
}

/**
 * The name of a built-in that a module has changed, or undefined; all are as they were afterwards. With others nothing that
 * is computed can be relied on. It uses none of them itself.
 */
export function changedBuiltin(): string | undefined {
  let changed: string | undefined
  for (let at = 0; at < known.length; at++) {
    const { name, owner, key, descriptor } = known[at] as Known
    const now = descriptorOf(owner, key)
    if (is(now?.value, descriptor.value) && now?.get === descriptor.get && now?.set === descriptor.set)
      continue
    defineProperty(owner, key, descriptor)
    changed ??= name
  }
  if (known.length === 0) return undefined
  for (let at = 0; at < owners.length; at++) {
    const [name, owner] = owners[at] as (typeof owners)[number]
    const keys = ownKeys(owner)
    for (let index = 0; index < keys.length; index++) {
      const key = keys[index] as PropertyKey
      if (descriptorOf(owner, key)?.enumerable !== true) continue
      deleteProperty(owner, key)
      changed ??= `${name}.${String(key)}`
    }
  }
  return changed
}
