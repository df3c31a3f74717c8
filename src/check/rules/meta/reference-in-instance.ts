import { quote } from '../../../diagnostics/quote.js'
import type { AttributeSet, CibElement, Place } from '../../../model/index.js'
import { defineRule, type RuleContext } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

interface Parameters {
  readonly idRef: string
  readonly of: string
}

/** A reference to a set of attributes inside a clone or bundle. */
export const rule = defineRule<Parameters>({
  code: 'reference-in-instance',
  severity: 'warning',
  message: ({ idRef, of }) =>
    `the id-ref ${quote(idRef)} is inside ${quote(of)}: Pacemaker 3.0.0 does not find the set for the instances, and ignores it`,
  hint: ({ idRef }) => `write what ${quote(idRef)} has in place of the reference, or use a template`,
  visit: { meta_attributes: check, instance_attributes: check },
})

function check(place: Place<AttributeSet>, { facts, report }: RuleContext<Parameters>): void {
  const { idRef } = place.element
  if (idRef === undefined) return
  const around = instancesAround(place.parent?.parent)
  if (around === undefined) return
  const severity = facts.isSince('3.0.0') === true ? 'error' : 'warning'
  report({ place, attribute: 'id-ref' }, { idRef, of: around.id }, severity)
}

/** The clone or bundle that the parent of a resource, or what is above it, is. */
function instancesAround(place: Place | undefined): Extract<CibElement, { element: 'clone' }> | undefined {
  for (let at = place; at !== undefined; at = at.parent) {
    if (/^(clone|master|bundle)$/.test(at.element.element))
      return at.element as ReturnType<typeof instancesAround>
  }
  return undefined
}

export const docs: RuleDocs = {
  about: 'A set of meta or instance attributes inside a clone or bundle is a reference (id-ref).',
  why: 'Pacemaker 3.0.0 makes the instances from copies and looks for the set in the copy, where it is not. All attributes of the set are missing: an agent gets none of its parameters, and a migration-threshold does not count.',
  source: 'crm_verify 3.0.0 beside 2.1.5, which finds the set',
  pacemaker: { does: 'logs an error and ignores the set', versions: '3.0.0' },
  wrong: `<resources>
  <clone id="web-clone">
    <primitive id="web" class="systemd" type="web">
      <meta_attributes id-ref="usual"/>
    </primitive>
  </clone>
  <primitive id="db" class="systemd" type="db">
    <meta_attributes id="usual">
      <nvpair id="usual-threshold" name="migration-threshold" value="3"/>
    </meta_attributes>
  </primitive>
</resources>`,
  right: `<resources>
  <clone id="web-clone">
    <primitive id="web" class="systemd" type="web">
      <meta_attributes id="web-meta">
        <nvpair id="web-threshold" name="migration-threshold" value="3"/>
      </meta_attributes>
    </primitive>
  </clone>
  <primitive id="db" class="systemd" type="db">
    <meta_attributes id="usual">
      <nvpair id="usual-threshold" name="migration-threshold" value="3"/>
    </meta_attributes>
  </primitive>
</resources>`,
  fix: 'pcs resource meta web migration-threshold=3',
}
