import type { Extra, RawElement } from '../model/index.js'
import { noted, type OptionTable, unknownOptions } from './options.js'
import { withFields } from './with-fields.js'

export const extraOptions = {
  of: 'extra',
  options: {
    attributes: 'child',
    elements: 'child',
    order: 'child',
    text: 'child',
    comments: 'child',
    closingComments: 'child',
  },
} as const satisfies OptionTable<Extra>

/**
 * An element, or a builder of one, with what the model has no field for: attributes and elements that no schema
 * knows, text, or an order of children of its own. CIBs that were read have such things.
 *
 * @example
 * ```ts
 * const web = withExtra(systemd('web'), { attributes: [['color', 'red']] })
 * // <primitive id="web" class="systemd" type="web" color="red"/>
 * ```
 */
export function withExtra<Item extends object>(item: Item, extra: Extra): Item {
  return withFields(item, ({ unknownOptions: known = [] }) => ({
    extra,
    ...noted([...known, ...unknownOptions(extra, extraOptions)]),
  }))
}

/**
 * An element of XML that no schema knows, for `extra` and `status`.
 *
 * @example
 * ```ts
 * const web = withExtra(systemd('web'), { elements: [raw('note', { text: 'ask the owner' })] })
 * // <note text="ask the owner"/>
 * ```
 */
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
