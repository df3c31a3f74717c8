import { quote } from '../../../diagnostics/quote.js'
import { walkSets } from '../../../graph/resource/resource-sets.js'
import type { Constraint, Place, ResourceSet } from '../../../model/index.js'
import { defineRule, type RuleContext } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

interface Parameters {
  readonly id: string
  readonly reference: string
  readonly unread: readonly string[]
  readonly others: readonly string[]
}

function find(place: Place<Constraint>, { cluster, report }: RuleContext<Parameters>): void {
  const { id = '', resourceSets } = place.element
  const at = resourceSets.findIndex(({ idRef }) => idRef !== undefined)
  const reference = resourceSets[at]?.idRef
  if (reference === undefined) return
  const { sets, loop } = walkSets(cluster, resourceSets)
  const unread = resourceSets.slice(at + 1).filter((set) => !sets.includes(set))
  const others = sets.slice(at + 1).filter((set) => !resourceSets.includes(set))
  if (loop !== undefined || unread.length + others.length === 0) return
  report(place, { id, reference, unread: unread.map(nameOf), others: others.map(nameOf) })
}

function nameOf({ id, idRef = '' }: ResourceSet): string {
  return id ?? idRef
}

/** A resource set named by id-ref that takes the reader to another constraint. */
export const rule = defineRule<Parameters>({
  code: 'set-never-read',
  severity: 'warning',
  message: ({ id, reference, unread, others }) => {
    const left = unread.length === 0 ? [] : [`${unread.map(quote).join(', ')} of ${quote(id)} has no effect`]
    const more =
      others.length === 0 ? [] : [`${others.map(quote).join(', ')} is read as a part of ${quote(id)}`]
    return `after id-ref ${quote(reference)} Pacemaker goes on with the sets after ${quote(reference)}, in the constraint where that is: ${[...left, ...more].join(', and ')}`
  },
  hint: () => 'write the members out in place of the id-ref',
  visit: { rsc_order: find, rsc_colocation: find, rsc_location: find, rsc_ticket: find },
})

export const docs: RuleDocs = {
  about: 'A constraint names a resource set of another one by id-ref, and Pacemaker goes on reading there.',
  why: 'The sets that follow the id-ref are never read, so the order or colocation with them does not exist, and those that follow the set it names are read instead. A virtual IP meant to be with its service runs without it.',
  source: 'crm_simulate of 2.1.5 and 3.0.0',
  pacemaker: {
    does: 'goes on with the set after the one that the id-ref names',
    versions: '2.1.5 and 3.0.0',
  },
  wrong: `<resources>
  <primitive id="db" class="systemd" type="postgresql"/>
  <primitive id="web" class="systemd" type="nginx"/>
</resources>
<constraints>
  <rsc_location id="home" node="node1" score="100">
    <resource_set id="base"><resource_ref id="db"/></resource_set>
  </rsc_location>
  <rsc_order id="start">
    <resource_set id-ref="base"/>
    <resource_set id="rest"><resource_ref id="web"/></resource_set>
  </rsc_order>
</constraints>`,
  right: `cluster({
  resources: [systemd('db'), systemd('web')],
  constraints: [orderSets([{ resources: ['db'] }, { resources: ['web'] }])],
})`,
  fix: 'pcs constraint delete start; pcs constraint order set db set web',
}
