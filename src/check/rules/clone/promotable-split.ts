import { quote } from '../../../diagnostics/quote.js'
import { booleanOf } from '../../../model/index.js'
import { placeOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { isClone } from './instances.js'

/** A promotable clone of a group whose members may run on different nodes. */
export const rule = defineRule<{ clone: string; group: string }>({
  code: 'promotable-split',
  severity: 'error',
  message: ({ clone, group }) =>
    `the members of ${quote(group)} may run on different nodes (collocated=false): Pacemaker does not promote such an instance of ${quote(clone)}`,
  hint: () => 'remove collocated=false',
  check: ({ cluster, facts, report }) => {
    for (const entry of facts.index.entries) {
      const { resource, parent } = entry
      if (resource?.element !== 'group' || parent === undefined || !parent.promotable || !isClone(parent))
        continue
      if (resource.members.length < 2 || booleanOf(facts.meta(entry, 'collocated')) !== false) continue
      const place = placeOfId(cluster, parent.id)
      if (place !== undefined) report(place, { clone: parent.id, group: entry.id })
    }
  },
})

export const docs: RuleDocs = {
  about: 'A promotable clone contains a group with collocated=false.',
  why: 'An instance is promoted as a whole. Where its members run on several nodes there is no node to promote it on.',
  source: 'Pacemaker Explained, promotable clones and groups',
  pacemaker: { does: 'logs an error and does not promote the instance', versions: '1.1.18 and later' },
  wrong: `cluster({
  resources: [
    promotable(
      group('stack', [ocf.linbit.drbd('data', { drbd_resource: 'r0' }), ocf.linbit.drbd('logs', { drbd_resource: 'r1' })], {
        meta: { collocated: false },
      }),
    ),
  ],
})`,
  right: `cluster({
  resources: [
    promotable(
      group('stack', [ocf.linbit.drbd('data', { drbd_resource: 'r0' }), ocf.linbit.drbd('logs', { drbd_resource: 'r1' })]),
    ),
  ],
})`,
  fix: 'pcs resource meta stack collocated=',
}
