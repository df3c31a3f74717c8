/**
 * Why Pacemaker cannot read a text as date and time (ISO 8601 as `crm_time_new` reads it); undefined where it can:
 * A text that begins with a sign or space is not judged.
 * `2030-01-31`, `20300131`, `2030-031`, `2030-W05-4`, `10:30:00`, each with a time and a zone (`T10:30Z`, ` 10:30 +02:00`).
 */
export function faultOfDate(text: string): string | undefined {
  if (text === '') return 'it is empty'
  if (text.startsWith('T') || text[2] === ':') return faultOfTime(text.replace(/^T/, ''))
  if (/^[\s+-]/.test(text)) return undefined
  if (/^epoch(?:$|[/\s])/i.test(text)) return undefined
  const fault = faultOfDay(text)
  if (fault !== undefined) return fault
  return faultOfTime(/^[\d\-W]*[ T]?(.*)$/s.exec(text)?.[1] ?? '')
}

function faultOfDay(text: string): string | undefined {
  const calendar = /^(\d+)-(\d+)-(\d+)/.exec(text) ?? /^(\d{4})(\d{2})(\d{1,2})(?!\d*-)/.exec(text)
  if (calendar !== null) {
    const [year = 0, month = 0, day = 0] = calendar.slice(1).map(Number)
    if (month < 1 || month > 12) return `${month} is no month`
    return day < 1 || day > daysIn(year, month) ? `${day} is no day of that month` : undefined
  }
  const week = /^(\d+)-W(\d+)-(\d+)/.exec(text)
  if (week !== null) {
    const [year = 0, number = 0, day = 0] = week.slice(1).map(Number)
    if (number > weeksIn(year)) return `${number} is no week of that year`
    return day < 1 || day > 7 ? `${day} is no day of the week` : undefined
  }
  const ordinal = /^(\d+)-(\d+)/.exec(text)
  if (ordinal === null) return 'it is not ISO 8601'
  const [year = 0, day = 0] = ordinal.slice(1).map(Number)
  return day < 1 || day > 337 + daysIn(year, 2) ? `${day} is no day of that year` : undefined
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()
}

/** 53 where the year begins on a Thursday, or on the Wednesday of a leap year. */
function weeksIn(year: number): number {
  const first = new Date(Date.UTC(2000 + (year % 400), 0, 1)).getUTCDay()
  return first === 4 || (first === 3 && daysIn(year, 2) === 29) ? 53 : 52
}

function faultOfTime(text: string): string | undefined {
  if (text === '') return undefined
  const time = /^(\d+)(?::(\d+))?(?::(\d+))?/.exec(text)
  const parts = time?.[2] === undefined ? /^(\d{1,2})(\d{1,2})?(\d{1,2})?/.exec(text) : time
  if (parts === null || parts === undefined)
    return /^[Z+-]/.test(text) ? undefined : 'the time is not ISO 8601'
  const [hour = 0, minute = 0, second = 0] = parts.slice(1).map((part) => Number(part ?? 0))
  if (hour > 24 || (hour === 24 && minute + second > 0)) return `${hour} is no hour`
  if (minute > 59) return `${minute} is no minute`
  return second > 59 ? `${second} is no second` : undefined
}
