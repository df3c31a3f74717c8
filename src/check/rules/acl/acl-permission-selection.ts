import { quote } from '../../../diagnostics/quote.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

interface Parameters {
  readonly id: string
  readonly what: string
  readonly effect: string
}

/** A permission that selects in more than one way what it is for. */
export const rule = defineRule<Parameters>({
  code: 'acl-permission-selection',
  severity: 'warning',
  message: ({ id, what, effect }) => `permission ${quote(id)} has ${what}: ${effect}`,
  hint: () => 'select by one of xpath, reference, or object-type with or without attribute',
  visit: {
    acl_permission: (place, { facts, report }) => {
      if (facts.hasSchema) return
      const { id = '', xpath, reference, objectType, attribute } = place.element
      const others = Object.entries({ reference, 'object-type': objectType, attribute })
        .filter(([, value]) => value !== undefined)
        .map(([name]) => name)
      if (xpath !== undefined) {
        const what = `xpath and ${others.join(', ')}`
        if (others.length > 0) report(place, { id, what, effect: 'only xpath counts' })
      } else if (reference !== undefined) {
        const what = `reference and ${others.slice(1).join(', ')}`
        const effect = 'it is for what has all of them, as long as Pacemaker supports that'
        if (others.length > 1) report(place, { id, what, effect })
      } else if (attribute !== undefined && objectType === undefined) {
        report(place, { id, what: 'attribute without object-type', effect: 'it is for elements of any name' })
      }
    },
  },
})

export const docs: RuleDocs = {
  about:
    'A permission selects by xpath and something else, by reference and something else, or by an attribute alone.',
  why: 'It is then for more, or less, than it reads: a write that was meant for one attribute is for all that the xpath finds.',
  source: 'Pacemaker Explained, access control lists; the schema allows one way only',
  pacemaker: {
    does: 'uses xpath alone, or demands that everything fits',
    versions: '3.0.2 reports it; earlier ones do the same',
  },
  wrong: `<cib validate-with="none" admin_epoch="0" epoch="1" num_updates="0"><configuration>
  <crm_config/><nodes/><resources/><constraints/>
  <acls>
    <acl_role id="operator">
      <acl_permission id="operator-web" kind="write" xpath="//primitive" attribute="description"/>
    </acl_role>
  </acls>
</configuration></cib>`,
  right: `<cib validate-with="none" admin_epoch="0" epoch="1" num_updates="0"><configuration>
  <crm_config/><nodes/><resources/><constraints/>
  <acls>
    <acl_role id="operator">
      <acl_permission id="operator-web" kind="write" object-type="primitive" attribute="description"/>
    </acl_role>
  </acls>
</configuration></cib>`,
  fix: 'pcs acl permission delete operator-web; pcs acl permission add operator write xpath //primitive/@description',
}
