import { quote } from '../../../diagnostics/quote.js'
import { attributeOf } from '../../attribute.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A colocation whose score is to come from a node attribute, which no Pacemaker ever read. */
export const rule = defineRule<{ attribute: string; value: string }>({
  code: 'score-attribute-ignored',
  severity: 'warning',
  message: ({ attribute, value }) =>
    `${attribute} ${quote(value)} was never in effect: the colocation has no score, and does nothing`,
  hint: () => 'write a score instead',
  visit: {
    rsc_colocation: (place, { report }) => {
      for (const attribute of ['score-attribute', 'score-attribute-mangle']) {
        const value = attributeOf(place.element, attribute)
        if (value !== undefined) report({ place, attribute }, { attribute, value })
      }
    },
  },
})

const example = (score: string) => `<resources>
  <primitive id="web" class="systemd" type="nginx"/>
  <primitive id="cache" class="systemd" type="varnish"/>
</resources>
<constraints>
  <rsc_colocation id="near" rsc="web" with-rsc="cache" ${score}/>
</constraints>`

export const docs: RuleDocs = {
  about: 'A colocation has score-attribute or score-attribute-mangle instead of a score.',
  why: 'Schemas up to 2.10 accept the attributes, but Pacemaker never read them. Without a score a colocation has the score 0, so the two resources are placed as if it were not there.',
  source: 'crm_verify 2.1.5, which drops them when it converts a CIB',
  pacemaker: { does: 'drops the attribute when it converts the CIB', versions: 'all' },
  wrong: example('score-attribute="near"'),
  right: example('score="1000"'),
  fix: 'pcs constraint delete near; pcs constraint colocation add web with cache 1000',
}
