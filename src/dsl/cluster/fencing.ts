import { sanitizeId } from '../../model/ids.js'
import { type FencingLevel, idOf, type Ref } from '../../model/index.js'
import { texts, type Value } from '../values.js'

/** A node by name, by a regular expression, or by one of its attributes. */
export type FencingTarget =
  | string
  | { readonly pattern: string }
  | { readonly attribute: string; readonly value: string }

/**
 * The devices that together fence the target, tried in the order of the levels: 1 first.
 * Id default `fl-TARGET-LEVEL`; `pcs stonith level add LEVEL TARGET DEVICE...`.
 */
export function fencingLevel(
  target: FencingTarget,
  index: Value,
  devices: readonly Ref[],
  options: { readonly id?: string } = {},
): FencingLevel {
  return {
    element: 'fencing-level',
    id: options.id ?? sanitizeId(`fl-${targetName(target)}-${index}`),
    ...texts(targetFields(target)),
    index: String(index),
    devices: devices.map(idOf).join(','),
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
