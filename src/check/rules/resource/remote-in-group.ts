import { quote } from '../../../diagnostics/quote.js'
import { agentWithTemplate } from '../../../model/templates.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** The connection to a remote node inside a group, clone or bundle. */
export const rule = defineRule<{ id: string; group: string; kind: string }>({
  code: 'remote-in-group',
  severity: 'error',
  message: ({ id, group, kind }) =>
    `${quote(id)}, the connection to a remote node, is in ${kind} ${quote(group)}: Pacemaker aborts on it`,
  hint: ({ kind }) => `take it out of the ${kind}, and order and place what needs it with constraints`,
  visit: {
    primitive: (place, { cluster, report }) => {
      const around = place.parent?.element
      if (
        around === undefined ||
        !('id' in around) ||
        around.id === undefined ||
        agentWithTemplate(cluster, place.element) !== 'ocf:pacemaker:remote'
      )
        return
      report(place, { id: place.element.id, group: around.id, kind: around.element })
    },
  },
})

export const docs: RuleDocs = {
  about: 'The connection to a remote node is inside a group, clone or bundle.',
  why: 'crm_verify and the scheduler abort, and with them every decision of the cluster.',
  source: 'crmsh 1726',
  pacemaker: { does: 'aborts on a failed assertion', versions: '2.1 and later' },
  wrong: `cluster({
  resources: [group('far', [primitive('node9', 'ocf:pacemaker:remote', { server: '192.0.2.9' }), systemd('web')])],
})`,
  right: `cluster({
  resources: [primitive('node9', 'ocf:pacemaker:remote', { server: '192.0.2.9' }), group('far', [systemd('web')])],
})`,
  fix: 'pcs resource group remove far node9',
}
