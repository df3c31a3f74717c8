import { quote, quoteAll } from '../../../diagnostics/quote.js'
import { pathOf } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { levelsByTarget } from './levels.js'

/** Levels that do not count 1, 2, 3. */
export const rule = defineRule<{ target: string; indexes: readonly string[] }>({
  code: 'fencing-level-gap',
  severity: 'info',
  message: ({ target, indexes }) =>
    `the fencing levels of ${quote(target)} are ${quoteAll(indexes)}: one in between is missing`,
  hint: ({ target }) =>
    `number the levels of ${quote(target)} from 1 without gaps, or add the one that is missing`,
  check: ({ cluster, report }) => {
    for (const [target, places] of levelsByTarget(cluster)) {
      const indexes = [
        ...new Set(places.map(({ element }) => Number.parseInt(element.index ?? '', 10))),
      ].sort((a, b) => a - b)
      const [place] = places
      if (place === undefined || indexes.some(Number.isNaN) || indexes.every((index, at) => index === at + 1))
        continue
      report(pathOf(place), { target, indexes: indexes.map(String) })
    }
  },
})

export const docs: RuleDocs = {
  about: 'The fencing levels of a node do not count 1, 2, 3 and so on.',
  why: 'Pacemaker skips the gap and goes on. But somebody removed a level, or its device, and the node has one way less to be fenced than its configuration pretends.',
  source: 'Pacemaker Explained, fencing topologies (levels are tried in ascending order)',
  wrong: `cluster({
  properties: { 'stonith-enabled': true },
  resources: [
    primitive('ipmi1', 'stonith:fence_ipmilan', { ip: '192.0.2.11', pcmk_host_list: 'node1' }),
    primitive('pdu', 'stonith:fence_apc', { ip: '192.0.2.20', pcmk_host_map: 'node1:1;node2:2;node3:3' }),
  ],
  fencingLevels: [fencingLevel('node1', 1, ['ipmi1']), fencingLevel('node1', 3, ['pdu'])],
})`,
  right: `cluster({
  properties: { 'stonith-enabled': true },
  resources: [
    primitive('ipmi1', 'stonith:fence_ipmilan', { ip: '192.0.2.11', pcmk_host_list: 'node1' }),
    primitive('pdu', 'stonith:fence_apc', { ip: '192.0.2.20', pcmk_host_map: 'node1:1;node2:2;node3:3' }),
  ],
  fencingLevels: [fencingLevel('node1', 1, ['ipmi1']), fencingLevel('node1', 2, ['pdu'])],
})`,
  fix: 'pcs stonith level delete 3 target node1; pcs stonith level add 2 node1 pdu',
}
