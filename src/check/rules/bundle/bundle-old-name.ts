import type { Place } from '../../../model/index.js'
import { attributeOf } from '../../attribute.js'
import { defineRule, type RuleContext } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

interface Parameters {
  readonly what: string
  readonly instead: string
}

/** What of a bundle Pacemaker 3 no longer knows. */
export const rule = defineRule<Parameters>({
  code: 'bundle-old-name',
  severity: 'info',
  message: ({ what }) => `${what} is deprecated: Pacemaker 2.1 honours it, 3 no longer knows it`,
  hint: ({ instead }) => `write ${instead}`,
  visit: {
    rkt: (place, context) => {
      context.report(place, { what: '<rkt>', instead: '<podman> or <docker>' })
      check(place, context)
    },
    docker: check,
    podman: check,
  },
})

function check(place: Place, { report }: RuleContext<Parameters>): void {
  const of = (name: string) => attributeOf(place.element, name)
  if (of('masters') === undefined || of('promoted-max') !== undefined) return
  report({ place, attribute: 'masters' }, { what: 'masters', instead: 'promoted-max' })
}

export const docs: RuleDocs = {
  about: 'A bundle uses rkt, or the old name masters of promoted-max.',
  why: 'After the upgrade to Pacemaker 3 the bundle is dropped, or its replicas have no roles.',
  source: 'Pacemaker 3.0.0 release notes',
  pacemaker: { does: 'honours it up to 2.1, and not from 3.0 on', versions: '2.1.8 to 2.1.11 log it' },
  wrong: `<cib validate-with="pacemaker-3.9" epoch="1" num_updates="0" admin_epoch="0"><configuration><crm_config><cluster_property_set id="cib-bootstrap-options"><nvpair id="cib-bootstrap-options-stonith-enabled" name="stonith-enabled" value="false"/></cluster_property_set></crm_config><nodes/>
<resources>
  <bundle id="db">
    <docker image="db:1" replicas="3" masters="1"/>
    <network control-port="3121"/>
    <primitive id="galera" class="ocf" provider="heartbeat" type="galera"/>
  </bundle>
</resources>
<constraints/></configuration></cib>`,
  right: `<cib validate-with="pacemaker-3.9" epoch="1" num_updates="0" admin_epoch="0"><configuration>
<crm_config><cluster_property_set id="cib-bootstrap-options"><nvpair id="cib-bootstrap-options-stonith-enabled" name="stonith-enabled" value="false"/></cluster_property_set></crm_config><nodes/>
<resources>
  <bundle id="db">
    <docker image="db:1" replicas="3" promoted-max="1"/>
    <network control-port="3121"/>
    <primitive id="galera" class="ocf" provider="heartbeat" type="galera"/>
  </bundle>
</resources>
<constraints/></configuration></cib>`,
  fix: 'pcs resource bundle update db container promoted-max=1 masters=',
}
