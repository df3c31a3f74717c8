import type { Code } from '../diagnostics/catalogue.js'
import { withFields } from './with-fields.js'

/**
 * The element, or the builder of one, with a finding that `check` leaves out: `code`, on the element and on all below it.
 * The reason is required; a suppression that leaves nothing out is reported as `unused-suppression`. It does not
 * become part of the CIB.
 *
 * @example
 * ```ts
 * const [db, web] = [systemd('db'), systemd('web')]
 * const oneWay = suppress(
 *   order(db, web, { kind: 'Serialize' }),
 *   'order-serialize',
 *   'the direction is the one that we want',
 * )
 * ```
 */
export function suppress<Item extends object>(item: Item, code: Code | (string & {}), reason: string): Item {
  return withFields(item, ({ suppressed = [] }) => ({ suppressed: [...suppressed, { code, reason }] }))
}
