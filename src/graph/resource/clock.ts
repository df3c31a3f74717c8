import type { DateExpression } from '../../model/index.js'

/** No time zone is further from another than this, in milliseconds: a time without one counts as past after it. */
const day = 86_400_000

/**
 * Whether a test of the time is true from now on; undefined where that changes one day. A date that began in the past and
 * has no end is true for good, one that ended is false for good. Pacemaker reads times without a zone as local ones.
 */
export function dateValue({
  operation = 'in_range',
  start,
  end,
  duration,
}: DateExpression): boolean | undefined {
  const hasBegun = isPast(start)
  switch (operation.toLowerCase()) {
    case 'gt':
      return hasBegun ? true : undefined
    case 'lt':
      return isPast(end) ? false : undefined
    case 'in_range':
      if (isPast(end)) return false
      return hasBegun && end === undefined && duration === undefined ? true : undefined
    default:
      return undefined
  }
}

/** True for a date such as `2026-01-31` or `2026-01-31 12:00:00` that is past in each time zone. */
function isPast(text: string | undefined): boolean {
  const [, date, time = '00:00'] =
    /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:Z| ?[-+]\d\d:?\d\d)?)?$/.exec(text ?? '') ?? []
  return date !== undefined && Date.parse(`${date}T${time}Z`) < Date.now() - day
}
