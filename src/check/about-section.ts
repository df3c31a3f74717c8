import { catalogue } from '../diagnostics/catalogue.js'
import { policyEntries } from '../diagnostics/entries/policy.js'

/** True for what is found within a section: rules, policies and references are about the others, too. */
export function isAboutSection(code: string): boolean {
  return code in catalogue && !(code in policyEntries) && code !== 'unknown-reference'
}
