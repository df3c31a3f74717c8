import { dslString, quote, shellWord } from '../../../diagnostics/quote.js'
import { placesOf } from '../../../model/index.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A location that a command wrote to move or ban a resource once. */
export const rule = defineRule<{ id: string; rsc: string; node: string | undefined; isBan: boolean }>({
  code: 'leftover-move',
  severity: 'info',
  message: ({ id, rsc, node, isBan }) => {
    const where = node === undefined ? 'one node' : quote(node)
    const effect = isBan ? `never runs on ${where}` : `returns to ${where} whenever that is up`
    return `location ${quote(id)} is left over from a ${isBan ? 'ban' : 'move'}: ${quote(rsc)} ${effect}`
  },
  hint: ({ id, rsc }, language) =>
    language === 'dsl'
      ? `remove the location ${dslString(id)}, or give it an id of your own if it is meant to stay`
      : `pcs resource clear ${shellWord(rsc)}`,
  visit: {
    rsc_location: (place, { report }) => {
      const { id = '', rsc = '', node } = place.element
      const kind = /^cli-(prefer|ban|standby)-/.exec(id)?.[1]
      if (kind === undefined || placesOf(place.element, 'date_expression').length > 0) return
      report(place, { id, rsc, node: node ?? nodeOfRule(place.element), isBan: kind !== 'prefer' })
    },
  },
})

/** The node that a rule names; older commands wrote one. */
function nodeOfRule(location: Parameters<typeof placesOf>[0]): string | undefined {
  return placesOf(location, 'expression')
    .map(({ element }) => element)
    .find(({ attribute, operation }) => attribute === '#uname' && operation === 'eq')?.value
}

export const docs: RuleDocs = {
  about: 'A location is left over from `pcs resource move` or `ban` (`crm_resource --move`, `--ban`).',
  why: 'The commands write a constraint whose id begins with `cli-` and leave it there. From then on the resource returns to that node as soon as it is up, or never runs there again: with one of each in a cluster of two nodes there is no failover. `pcs status` prints a warning for the same reason.',
  source: 'nfs-ganesha issue 1143; crm_resource(8), option --clear',
  wrong: `cluster({
  resources: [ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' })],
  constraints: [location('vip', 'node1', 'INFINITY', { id: 'cli-prefer-vip' })],
})`,
  right: `cluster({
  resources: [ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' })],
  constraints: [location('vip', 'node1', 100)],
})`,
  fix: 'pcs resource clear vip',
}
