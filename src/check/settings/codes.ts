import { catalogue } from '../../diagnostics/catalogue.js'
import { policyEntries } from '../../diagnostics/entries/policy.js'
import type { Entry } from '../../diagnostics/entry.js'
import { rules } from '../rules/index.js'
import type { CheckOptions } from './options.js'

const entries = catalogue as unknown as Readonly<Record<string, Entry<never> | undefined>>

/** Every code that `check` may report with these options. */
export function codesWith({ own = [] }: CheckOptions): ReadonlySet<string> {
  return new Set([...Object.keys(catalogue), ...[...rules, ...own].map(({ code }) => code)])
}

/** True where all findings of a code may get another severity: not for errors that every cluster must be without. */
export function isAdjustable(code: string): boolean {
  return code in policyEntries || entries[code]?.severity !== 'error'
}
