import { quote } from '../../../diagnostics/quote.js'
import type { Place } from '../../../model/index.js'
import { hasTrailingText } from '../../../options/values.js'
import { attributeOf } from '../../attribute.js'
import { defineRule, type RuleContext } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

interface Parameters {
  readonly attribute: string
  readonly value: string
  readonly minimum: number
  /** What Pacemaker uses instead. */
  readonly used: number
}

const minimums: readonly (readonly [string, number])[] = [
  ['replicas', 1],
  ['replicas-per-host', 1],
  ['promoted-max', 0],
  ['masters', 0],
]

/** A number of replicas that is none, or too small. */
export const rule = defineRule<Parameters>({
  code: 'bundle-number',
  severity: 'warning',
  message: ({ attribute, value, minimum, used }) =>
    `${attribute} ${quote(value)} is no integer of at least ${minimum}: Pacemaker takes ${used}`,
  hint: ({ minimum }) => `write an integer of at least ${minimum}, or remove the attribute`,
  visit: { docker: check, podman: check, rkt: check },
})

function check(place: Place, { report }: RuleContext<Parameters>): void {
  for (const [attribute, minimum] of minimums) {
    const value = attributeOf(place.element, attribute)
    if (value === undefined) continue
    const number = Number.parseInt(value, 10)
    if (number >= minimum && !hasTrailingText(value)) continue
    report({ place, attribute }, { attribute, value, minimum, used: number >= minimum ? number : minimum })
  }
}

export const docs: RuleDocs = {
  about: 'The number of replicas of a bundle is no integer, or below the least that there can be.',
  why: 'The bundle runs with another number of replicas than is written.',
  source: 'Pacemaker Explained, bundle container',
  pacemaker: { does: 'takes the least value: 1, for promoted-max 0', versions: '2.1.0 and later' },
  wrong: `<resources>
  <bundle id="web"><podman image="web:1" replicas="0"/></bundle>
</resources>`,
  right: `cluster({
  resources: [bundle('web', podman({ image: 'web:1', replicas: 3 }))],
})`,
  fix: 'pcs resource bundle update web container replicas=3',
}
