import { quote } from '../../../diagnostics/quote.js'
import { runsOnSeveralNodes } from '../../../graph/resource/members.js'
import { placeOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { instancesOf, isClone } from './instances.js'

/** A colocation of interleaved clones that have different numbers of instances on a node. */
export const rule = defineRule<{ dependent: string; primary: string; counts: readonly [number, number] }>({
  code: 'clone-interleave-mismatch',
  severity: 'error',
  message: ({ dependent, primary, counts: [own, other] }) =>
    `${quote(dependent)} is interleaved and runs ${own} on a node, ${quote(primary)} ${other}: Pacemaker does not apply the colocation`,
  hint: () => 'give both clones the same clone-node-max, or remove interleave=true',
  check: ({ cluster, facts, report }) => {
    const reported = new Set<string>()
    for (const { dependent, primary, constraint } of facts.links()) {
      if (!isClone(dependent) || !runsOnSeveralNodes(primary)) continue
      const own = instancesOf(facts, dependent)
      const other = instancesOf(facts, primary)
      if (!own.isInterleaved || own.perNode === other.perNode) continue
      const place = constraint.id === undefined ? undefined : placeOfId(cluster, constraint.id)
      const key = `${constraint.id} ${dependent.id} ${primary.id}`
      if (place === undefined || reported.has(key)) continue
      reported.add(key)
      report(place, { dependent: dependent.id, primary: primary.id, counts: [own.perNode, other.perNode] })
    }
  },
})

export const docs: RuleDocs = {
  about: 'An interleaved clone is placed with a clone that has another number of instances on a node.',
  why: 'Interleaving pairs the instances of a node one by one. Where the numbers differ Pacemaker gives up, and the dependent runs also where the other clone does not.',
  source: 'Pacemaker Explained, clone options',
  pacemaker: { does: 'logs an error and does not apply the colocation', versions: '2.0.4 and later' },
  wrong: `cluster({
  resources: [
    clone(ocf.pacemaker.Dummy('shard'), {
      meta: { 'globally-unique': true, 'clone-max': 6, 'clone-node-max': 2 },
    }),
    clone(ocf.pacemaker.Dummy('proxy'), { meta: { interleave: true } }),
  ],
  constraints: [colocation('proxy-clone', 'shard-clone')],
})`,
  right: `cluster({
  resources: [
    clone(ocf.pacemaker.Dummy('shard'), { meta: { interleave: true } }),
    clone(ocf.pacemaker.Dummy('proxy'), { meta: { interleave: true } }),
  ],
  constraints: [colocation('proxy-clone', 'shard-clone')],
})`,
  fix: 'pcs resource meta shard-clone clone-node-max=1',
}
