import { quote } from '../../../diagnostics/quote.js'
import { metaAttributeNvpair } from '../../lookup/meta-place.js'
import { defineRule, type RuleContext } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

interface Parameters {
  readonly id: string
  readonly value: string
}

/** A target-role of promotable clones, on something else. */
export const rule = defineRule<Parameters>({
  code: 'target-role-without-promotion',
  severity: 'error',
  message: ({ id, value }) =>
    `target-role ${quote(value)} of ${quote(id)}, which is not promotable: Pacemaker ignores it and starts the resource`,
  hint: () => 'write Started or Stopped, or make the clone promotable',
  visit: {
    nvpair: (place, context) => {
      const { name, value = '' } = place.element
      if (name !== 'target-role' || !/^(promoted|master|unpromoted|slave)$/i.test(value)) return
      const owner = metaAttributeNvpair(place)
      if (owner === undefined) return
      const ids = owner.element === 'rsc_defaults' ? idsWithDefault(value, context) : idsOf(owner.id, context)
      const plain = ids.find((id) => context.facts.index.get(id)?.promotable === false)
      if (plain !== undefined) context.report({ place, attribute: 'value' }, { id: plain, value })
    },
  },
})

/** The resource, or those made from the template. */
function idsOf(id: string, { facts }: RuleContext<Parameters>): readonly string[] {
  return facts.index.get(id) === undefined ? (facts.index.membersOf(id) ?? []) : [id]
}

/** The resources that have the value and do not set it themselves. */
function idsWithDefault(value: string, { facts }: RuleContext<Parameters>): readonly string[] {
  return [...facts.index.entries]
    .filter((entry) => entry.resource !== undefined && facts.meta(entry, 'target-role') === value)
    .map(({ id }) => id)
}

export const docs: RuleDocs = {
  about: 'target-role asks for a role that only promotable clones have.',
  why: 'A resource that is meant to stay unpromoted, or stopped, is started as usual.',
  source: 'Pacemaker Explained, resource meta-attributes, target-role',
  pacemaker: { does: 'logs an error and ignores the attribute', versions: '2.0.4 and later' },
  wrong: `cluster({ resources: [systemd('web', { meta: { 'target-role': 'Promoted' } })] })`,
  right: `cluster({ resources: [systemd('web', { meta: { 'target-role': 'Started' } })] })`,
  fix: 'pcs resource meta web target-role=Started',
}
