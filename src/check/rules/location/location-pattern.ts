import { quote } from '../../../diagnostics/quote.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { faultOfPattern } from './extended-pattern.js'

/** A pattern of resource ids that is none. */
export const rule = defineRule<{ pattern: string; fault: string }>({
  code: 'location-pattern',
  severity: 'error',
  message: ({ pattern, fault }) =>
    `rsc-pattern ${quote(pattern)} is no POSIX extended regular expression (${fault}): Pacemaker ignores the location`,
  hint: () => 'put a backslash before each of ( [ { * + ? that is meant literally',
  visit: {
    rsc_location: (place, { report }) => {
      const pattern = place.element.rscPattern
      const fault = pattern === undefined ? undefined : faultOfPattern(pattern.replace(/^!/, ''))
      if (pattern !== undefined && fault !== undefined) {
        report({ place, attribute: 'rsc-pattern' }, { pattern, fault })
      }
    },
  },
})

export const docs: RuleDocs = {
  about: 'The rsc-pattern of a location is no POSIX extended regular expression.',
  why: 'Pacemaker leaves the location out. Patterns of other languages, such as (?:web|api), are none of these.',
  source: 'Pacemaker Explained, location constraints; regcomp(3)',
  pacemaker: { does: 'logs an error and ignores the constraint', versions: '1.1.18 and later' },
  wrong: `<resources><primitive id="web1" class="systemd" type="nginx"/></resources>
<constraints><rsc_location id="webs" rsc-pattern="(?:web)[0-9]+" node="node1" score="50"/></constraints>`,
  right: `<resources><primitive id="web1" class="systemd" type="nginx"/></resources>
<constraints><rsc_location id="webs" rsc-pattern="(web)[0-9]+" node="node1" score="50"/></constraints>`,
  fix: "pcs constraint delete webs; pcs constraint location 'regexp%(web)[0-9]+' prefers node1=50",
}
