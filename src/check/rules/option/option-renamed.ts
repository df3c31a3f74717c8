import { quote } from '../../../diagnostics/quote.js'
import { clusterOption, namesOfOption } from '../../../options/cluster-options.js'
import { propertySetsOf } from '../../facts.js'
import { defineRule, parentOf } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** An option under a name that the cluster's Pacemaker may not know, or has replaced. */
export const rule = defineRule<{ name: string; other: string; since: string; isNew: boolean }>({
  code: 'option-renamed',
  severity: 'warning',
  message: ({ name, other, since, isNew }) =>
    isNew
      ? `${quote(name)} is a name of Pacemaker ${since}: earlier releases read ${quote(other)} and ignore it`
      : `${quote(name)} is an old name of ${quote(other)} since Pacemaker ${since}: it will be gone some day`,
  hint: ({ other, since, isNew }) =>
    isNew ? `write ${other} where a node has a release before ${since}` : `write ${other} instead`,
  visit: {
    nvpair: (place, { cluster, facts, report }) => {
      if (parentOf(place, 'cluster_property_set') === undefined) return
      const { name = '' } = place.element
      const [, other] = namesOfOption(name)
      if (other === undefined) return
      const { renamedIn, since } = clusterOption(name) ?? {}
      const version = renamedIn ?? since ?? ''
      const isNew = renamedIn === undefined
      const isKnownAsWell = propertySetsOf(cluster).some(({ nvpairs }) =>
        nvpairs.some((nvpair) => nvpair.name === other),
      )
      if (isKnownAsWell || (isNew ? facts.isSince(version) === true : facts.isSince(version) !== true)) return
      report({ place, attribute: 'name' }, { name, other, since: version, isNew }, isNew ? 'warning' : 'info')
    },
  },
})

export const docs: RuleDocs = {
  about:
    'A cluster option is written with a name that came or went in a release, and the cluster may run another one.',
  why: 'Pacemaker 3.0.2 calls stonith-enabled fencing-enabled, and so on. A release before it ignores the new name: fencing-enabled=false leaves fencing on, and without a device nothing starts.',
  source: 'Pacemaker, release notes of 3.0.2',
  pacemaker: { does: 'ignores the new name', versions: 'all before 3.0.2' },
  wrong: `cluster({ properties: { 'fencing-action': 'off' } })`,
  right: `cluster({ properties: { 'stonith-action': 'off' } })`,
  fix: 'pcs property set fencing-action= stonith-action=off',
}
