import { cluster, diff, systemd } from 'lightcib'
import { expect, test } from 'vitest'
import { readCib } from '../../src/cib/index.js'
import type { Cluster } from '../../src/model/index.js'
import { drift } from '../../src/plan/drift.js'
import { afterStep } from '../../src/plan/edit/apply.js'
import { plan } from '../../src/plan/plan.js'

/** A cluster as Pacemaker starts it: its properties are those that it maintains by itself, and perhaps others. */
const live = (others = '') =>
  readCib(`<cib validate-with="pacemaker-3.9" admin_epoch="0" epoch="1" num_updates="0"><configuration><crm_config>
    <cluster_property_set id="cib-bootstrap-options">
      <nvpair id="cib-bootstrap-options-dc-version" name="dc-version" value="2.1.5"/>${others}
    </cluster_property_set></crm_config><nodes><node id="1" uname="n1"/></nodes><resources/><constraints/>
  </configuration><status/></cib>`).output as Cluster

const unfenced = '<nvpair id="cib-bootstrap-options-stonith-enabled" name="stonith-enabled" value="false"/>'
const described = cluster({ properties: { 'stonith-enabled': false }, resources: [systemd('web')] })

const propertiesOf = (found: Cluster) =>
  found.configuration.crmConfig?.items.map(({ nvpairs }) => nvpairs.map(({ name }) => name))

test('a property is added to the set that has nothing but those of the cluster', () => {
  const result = drift(live(), described)
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics))
  expect(propertiesOf(result.output.described)).toEqual([['dc-version', 'stonith-enabled']])
  expect(JSON.stringify(diff(result.output.live, result.output.described))).toContain('stonith-enabled')
})

test.each([
  ['added', live(), described, [['dc-version', 'stonith-enabled']]],
  ['removed', live(unfenced), cluster({ resources: [systemd('web')] }), [['dc-version']]],
] as const)('the steps of a plan keep those of the cluster where one is %s', (_, from, to, expected) => {
  const made = plan(from, to)
  if (!made.ok) throw new Error(JSON.stringify(made.diagnostics))
  expect(propertiesOf(made.output.steps.reduce(afterStep, from))).toEqual(expected)
})
