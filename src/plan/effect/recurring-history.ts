import type { RawElement } from '../../model/index.js'
import { attributeOf } from '../../pacemaker/status/raw-element.js'

/**
 * The status without recurring operations that succeeded. Pacemaker schedules them again, which starts and stops nothing; one that
 * is to be cancelled crm_simulate never takes out of the history, so that it would not come to rest.
 */
export function withoutRecurring(status: RawElement): RawElement {
  return {
    ...status,
    children: status.children.filter((child) => !isRecurring(child)).map(withoutRecurring),
  }
}

function isRecurring(entry: RawElement): boolean {
  return (
    entry.name === 'lrm_rsc_op' &&
    Number(attributeOf(entry, 'interval') ?? 0) > 0 &&
    ['0', '8'].includes(attributeOf(entry, 'rc-code') ?? '') &&
    attributeOf(entry, 'op-status') === '0'
  )
}
