import { quote } from '../../../diagnostics/quote.js'
import { walkSets } from '../../../graph/resource/resource-sets.js'
import type { Constraint, Place } from '../../../model/index.js'
import { defineRule, type RuleContext } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

interface Parameters {
  readonly id: string
  readonly reference: string
}

function find(place: Place<Constraint>, { cluster, report }: RuleContext<Parameters>): void {
  const { id = '', resourceSets } = place.element
  const { loop } = walkSets(cluster, resourceSets)
  if (loop !== undefined) report(place, { id, reference: loop.idRef ?? '' })
}

/** References between resource sets that lead Pacemaker round for ever. */
export const rule = defineRule<Parameters>({
  code: 'set-reference-loop',
  severity: 'error',
  message: ({ id, reference }) =>
    `the sets of ${quote(id)} come back to themselves by id-ref ${quote(reference)}: after a set that an id-ref names, Pacemaker goes on with the set after that one, so it reads them for ever and uses up the memory`,
  hint: () => 'write the members out in place of the id-ref',
  visit: { rsc_order: find, rsc_colocation: find, rsc_location: find, rsc_ticket: find },
})

export const docs: RuleDocs = {
  about:
    'Resource sets refer to each other by id-ref in a cycle, as where a constraint names one of its own sets again.',
  why: 'The scheduler and crm_verify never come to an end, and take memory until the node has none left. No resource is started, stopped or recovered from then on.',
  source: 'crm_verify and crm_simulate of 2.1.5 and 3.0.0',
  pacemaker: { does: 'never ends', versions: '2.1.5 and 3.0.0' },
  wrong: `<resources>
  <primitive id="db" class="systemd" type="postgresql"/>
  <primitive id="web" class="systemd" type="nginx"/>
</resources>
<constraints>
  <rsc_order id="start">
    <resource_set id="base"><resource_ref id="db"/></resource_set>
    <resource_set id="rest"><resource_ref id="web"/></resource_set>
    <resource_set id-ref="base"/>
  </rsc_order>
</constraints>`,
  right: `cluster({
  resources: [systemd('db'), systemd('web')],
  constraints: [orderSets([{ resources: ['db'] }, { resources: ['web'] }])],
})`,
  fix: 'pcs constraint delete start; pcs constraint order set db set web',
}
