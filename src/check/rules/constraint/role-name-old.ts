import { quote } from '../../../diagnostics/quote.js'
import type { Place } from '../../../model/index.js'
import { attributeOf } from '../../attribute.js'
import { defineRule, type RuleContext } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

interface Parameters {
  readonly role: string
}

type Context = RuleContext<Parameters>

const renamed: Readonly<Record<string, string>> = { master: 'Promoted', slave: 'Unpromoted' }

/** The names that the roles had before Pacemaker 2.1; a finding for the first, since there are many or none. */
export const rule = defineRule<Parameters>({
  code: 'role-name-old',
  severity: 'info',
  message: ({ role }) =>
    `role ${quote(role)} is an old name: Pacemaker reads it as ${quote(newName(role))} and announces to stop that`,
  hint: ({ role }) =>
    `write ${quote(newName(role))} here and elsewhere, where all nodes have Pacemaker 2.1 or later`,
  visit: {
    rsc_colocation: (place, context) => {
      find(place, context, 'rsc-role')
      find(place, context, 'with-rsc-role')
    },
    rsc_ticket: (place, context) => find(place, context, 'rsc-role'),
    rsc_location: (place, context) => find(place, context, 'role'),
    resource_set: (place, context) => find(place, context, 'role'),
    rule: (place, context) => find(place, context, 'role'),
    op: (place, context) => find(place, context, 'role'),
    nvpair: (place, context) => {
      if (place.element.name === 'target-role') find(place, context, 'value')
    },
  },
})

function newName(role: string): string {
  return renamed[role.toLowerCase()] as string
}

const reported = new WeakSet<Context>()

function find(place: Place, context: Context, attribute: string): void {
  const role = attributeOf(place.element, attribute)
  if (role === undefined || !/^(master|slave)$/i.test(role) || reported.has(context)) return
  reported.add(context)
  context.report({ place, attribute }, { role })
}

export const docs: RuleDocs = {
  about: 'A constraint, rule, operation or target-role uses the role names Master or Slave.',
  why: 'The names are read today and are to go; a CIB that keeps them has to be changed before that upgrade. The first of them is reported, as there are many or none.',
  source: 'Pacemaker 2.1.0 release notes: roles are named Promoted and Unpromoted',
  pacemaker: { does: 'reads Promoted and Unpromoted, and logs a deprecation', versions: '2.1.8 and later' },
  wrong: `<resources>
  <clone id="data-clone">
    <meta_attributes id="data-clone-meta"><nvpair id="data-clone-promotable" name="promotable" value="true"/></meta_attributes>
    <primitive id="data" class="ocf" provider="linbit" type="drbd"/>
  </clone>
  <primitive id="fs" class="ocf" provider="heartbeat" type="Filesystem"/>
</resources>
<constraints><rsc_colocation id="c1" rsc="fs" with-rsc="data-clone" with-rsc-role="Master" score="INFINITY"/></constraints>`,
  right: `<resources>
  <clone id="data-clone">
    <meta_attributes id="data-clone-meta"><nvpair id="data-clone-promotable" name="promotable" value="true"/></meta_attributes>
    <primitive id="data" class="ocf" provider="linbit" type="drbd"/>
  </clone>
  <primitive id="fs" class="ocf" provider="heartbeat" type="Filesystem"/>
</resources>
<constraints><rsc_colocation id="c1" rsc="fs" with-rsc="data-clone" with-rsc-role="Promoted" score="INFINITY"/></constraints>`,
  fix: 'pcs constraint delete c1; pcs constraint colocation add fs with Promoted data-clone',
}
