import type { Extra, RawElement } from '../model/index.js'

/**
 * An element, or a part that becomes one, with what the model has no field for: attributes and elements
 * that no schema knows, text, or an order of children of its own. CIBs that were read have such things.
 *
 * `withExtra(systemd('web'), { attributes: [['color', 'red']] })` is `<primitive id="web" ... color="red"/>`.
 */
export function withExtra<Item extends object>(item: Item, extra: Extra): Item {
  if (typeof item !== 'function') return { ...item, extra }
  const part = item as unknown as (...context: readonly unknown[]) => object
  return ((...context: readonly unknown[]) => ({ ...part(...context), extra })) as unknown as Item
}

/** An element just as it stands in the XML, for `keep` and `status`: `raw('lrm', { id: '1' }, [...])`. */
export function raw(
  name: string,
  attributes: Readonly<Record<string, string>> | RawElement['attributes'] = {},
  children: readonly RawElement[] = [],
  text?: string,
): RawElement {
  return {
    name,
    attributes: isList(attributes) ? attributes : Object.entries(attributes),
    children,
    ...(text === undefined ? {} : { text }),
  }
}

function isList(attributes: object): attributes is RawElement['attributes'] {
  return Array.isArray(attributes)
}
