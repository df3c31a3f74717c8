import { quote } from '../../../diagnostics/quote.js'
import type { Constraint, Place } from '../../../model/index.js'
import { attributeOf } from '../../attribute.js'
import { defineRule, type RuleContext } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

interface Parameters {
  readonly attribute: string
  readonly rsc: string
  readonly isClone: boolean
}

/** A constraint about one instance of a clone; an error where what it names is none. */
export const rule = defineRule<Parameters>({
  code: 'constraint-instance',
  severity: 'warning',
  message: ({ attribute, rsc, isClone }) =>
    isClone
      ? `${attribute} means one instance of ${quote(rsc)}, and instances have no fixed place: Pacemaker 3.0 ignores the attribute`
      : `${attribute}: ${quote(rsc)} is not a clone: up to 2.1, Pacemaker ignores the constraint`,
  hint: ({ attribute }) => `remove ${attribute}`,
  visit: {
    rsc_order: (place, context) => lookAt(place, context, ['first', 'then']),
    rsc_colocation: (place, context) => lookAt(place, context, ['rsc', 'with-rsc']),
    rsc_ticket: (place, context) => lookAt(place, context, ['rsc']),
  },
})

function lookAt(
  place: Place<Constraint>,
  { facts, report }: RuleContext<Parameters>,
  sides: readonly string[],
): void {
  for (const side of sides) {
    const attribute = `${side}-instance`
    const rsc = attributeOf(place.element, side)
    if (rsc === undefined || attributeOf(place.element, attribute) === undefined) continue
    const element = facts.index.get(rsc)?.resource?.element
    const isClone = element === 'clone' || element === 'master'
    report({ place, attribute }, { attribute, rsc, isClone }, isClone ? 'warning' : 'error')
  }
}

const example = (attributes: string) =>
  '<cib validate-with="none" epoch="1" num_updates="0" admin_epoch="0" have-quorum="1"><configuration><crm_config><cluster_property_set id="cib-bootstrap-options"><nvpair id="cib-bootstrap-options-stonith-enabled" name="stonith-enabled" value="false"/></cluster_property_set></crm_config><nodes/><resources><clone id="proxy-clone"><primitive id="proxy" class="systemd" type="haproxy"/></clone><primitive id="web" class="systemd" type="nginx"/></resources><constraints>' +
  `<rsc_order id="o1" first="proxy-clone" then="web"${attributes}/></constraints></configuration></cib>`

export const docs: RuleDocs = {
  about: 'A constraint names one instance of a clone by its number.',
  why: 'The numbers of instances change with every start, so the constraint is about another node each time. No schema but pacemaker-next has the attributes; with a resource that is no clone the whole constraint is ignored.',
  source: 'crm_verify 2.1.5 and 3.0.0',
  pacemaker: {
    does: 'logs a deprecation, or an error and ignores the constraint; does not read the attribute since 3.0',
    versions: '2.0 to 2.1; 3.0 and later',
  },
  wrong: example(' first-instance="0"'),
  right: example(''),
  fix: 'pcs constraint delete o1; pcs constraint order proxy-clone then web',
}
