import { sanitizeId } from '../../model/ids.js'
import { type FencingLevel, idOf, type Ref } from '../../model/index.js'
import { noted, type OptionTable, optionFields, unknownOptions } from '../options.js'
import type { Value } from '../values.js'

/** A node by name, by a regular expression, or by one of its attributes. */
export type FencingTarget =
  | string
  | { readonly pattern: string }
  | { readonly attribute: string; readonly value: string }

const targetOptions = {
  of: 'the target of fencingLevel()',
  options: { pattern: 'child', attribute: 'child', value: 'child' },
} as const satisfies OptionTable<Exclude<FencingTarget, string>>

export interface FencingLevelOptions {
  /** Default `fl-TARGET-LEVEL`. */
  readonly id?: string
}

const levelOptions = {
  of: 'fencingLevel()',
  options: { id: 'attribute' },
} as const satisfies OptionTable<FencingLevelOptions>

/**
 * The devices that together fence the target, tried in the order of the levels: 1 first.
 *
 * @example
 * ```ts
 * const fence1 = primitive('fence1', 'stonith:fence_xvm', { port: 'node1' })
 * const level1 = fencingLevel('node1', 1, [fence1])
 * // <fencing-level id="fl-node1-1" target="node1" index="1" devices="fence1"/>
 * // pcs stonith level add 1 node1 fence1
 * ```
 */
export function fencingLevel(
  target: FencingTarget,
  index: Value,
  devices: readonly Ref[],
  options: FencingLevelOptions = {},
): FencingLevel {
  const id = options.id ?? sanitizeId(`fl-${targetName(target)}-${index}`)
  const unknown = [
    ...(typeof target === 'string' ? [] : unknownOptions(target, targetOptions)),
    ...unknownOptions(options, levelOptions),
  ]
  return {
    element: 'fencing-level',
    ...optionFields({ ...options, id }, levelOptions),
    ...targetFields(target),
    index: String(index),
    devices: devices.map(idOf).join(','),
    ...noted(unknown),
  }
}

function targetName(target: FencingTarget): string {
  if (typeof target === 'string') return target
  return 'pattern' in target ? target.pattern : target.attribute
}

function targetFields(target: FencingTarget) {
  if (typeof target === 'string') return { target }
  if ('pattern' in target) return { targetPattern: target.pattern }
  return { targetAttribute: target.attribute, targetValue: target.value }
}
