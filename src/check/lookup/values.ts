import { nearest } from '../../diagnostics/nearest.js'
import { quote } from '../../diagnostics/quote.js'
import { booleanOf } from '../../model/index.js'
import type { OptionFacts } from '../../options/facts.js'
import { durationMs, isInteger, isScore, timeoutMs } from '../../options/values.js'

/** True where Pacemaker accepts the value; `select` ignores case. */
export function isValidValue({ type, values = [] }: OptionFacts, value: string): boolean {
  switch (type) {
    case 'boolean':
      return booleanOf(value) !== undefined
    case 'integer':
      return isInteger(value)
    case 'finite_integer':
      return isInteger(value) && !value.endsWith('INFINITY')
    case 'nonnegative_integer':
      return isInteger(value) && !value.trim().startsWith('-')
    case 'positive_integer':
      return isInteger(value) && !/^\s*(-|\+?0+(?!\d))/.test(value)
    case 'port':
      return isInteger(value) && Number.parseInt(value, 10) > 0 && Number.parseInt(value, 10) < 65_536
    case 'duration':
      return durationMs(value) !== undefined
    case 'timeout':
      return timeoutMs(value) !== undefined
    case 'score':
      return isScore(value) || values.includes(value.toLowerCase())
    case 'percentage':
      return /^\s*\d+\s*%\s*$/.test(value)
    case 'select':
      return values.some((known) => known.toLowerCase() === value.toLowerCase())
    default:
      return true
  }
}

/** What a value should be, after "is not": `a boolean`, `one of stop and freeze`. */
export function expectedValue({ type, values = [] }: OptionFacts): string {
  switch (type) {
    case 'boolean':
      return 'true or false'
    case 'integer':
    case 'finite_integer':
      return 'a whole number'
    case 'nonnegative_integer':
      return 'a whole number from 0'
    case 'positive_integer':
      return 'a whole number from 1'
    case 'port':
      return 'a port'
    case 'duration':
      return 'a duration such as 20s, 5min or PT20S'
    case 'timeout':
      return 'a duration such as 20s or 5min'
    case 'score':
      return 'a score: a whole number, INFINITY or -INFINITY'
    case 'percentage':
      return 'a percentage such as 80%'
    case 'select':
      return `one of ${values.join(', ')}`
    default:
      return 'allowed'
  }
}

const booleans = ['true', 'false']

/** The value that was meant, where one is near. */
export function nearestValue({ type, values = [] }: OptionFacts, value: string): string | undefined {
  if (type === 'boolean') return nearest(value.toLowerCase(), booleans)
  if (type === 'score' && /^[+]?inf/i.test(value.trim())) return 'INFINITY'
  if (type === 'score' && /^-inf/i.test(value.trim())) return '-INFINITY'
  return type === 'select' ? nearest(value, values) : undefined
}

/** `did you mean "stop"?`, or nothing. */
export function didYouMean(near: string | undefined): string | undefined {
  return near === undefined ? undefined : `did you mean ${quote(near)}?`
}
