import { quote } from '../../../diagnostics/quote.js'
import { runsOnSeveralNodes } from '../../../graph/resource/members.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { instancesOf, isClone } from '../clone/instances.js'
import { missingActions } from './role-actions.js'

/** An order on a promotion or demotion that its resource never performs; an error where Pacemaker reports one. */
export const rule = defineRule<{ id: string; action: string; waiting: string | undefined }>({
  code: 'order-not-promotable',
  severity: 'warning',
  message: ({ id, action, waiting }) =>
    waiting === undefined
      ? `${quote(id)} is not promotable and never performs ${quote(action)}: the order has no effect`
      : `${quote(id)} is not promotable and never performs ${quote(action)}: ${quote(waiting)} waits for it forever`,
  hint: ({ id }, language) =>
    language === 'dsl'
      ? `order the start or stop of ${quote(id)}, or declare it with promotable(...)`
      : `order the start or stop of ${quote(id)}, or set promotable=true on its clone`,
  visit: {
    rsc_order: (place, { facts, report }) => {
      for (const { entry, action, waiting, after, isByDefault } of missingActions(
        place.element,
        facts.index,
      )) {
        if (isByDefault) continue
        const isPaired = after.some(
          (next) => runsOnSeveralNodes(next) && instancesOf(facts, next).isInterleaved,
        )
        const severity = action === 'promote' && isClone(entry) && isPaired ? 'error' : 'warning'
        report(place, { id: entry.id, action, waiting }, severity)
      }
    },
  },
})

export const docs: RuleDocs = {
  about: 'An order names the promotion or demotion of a resource that is not promotable.',
  why: 'The action never comes. What waits for it never starts, and in the other direction the order has no effect.',
  source: 'crm_simulate 2.1.5',
  pacemaker: {
    does: 'waits for the action, and logs an error where an interleaved clone does',
    versions: '1.1.18 and later',
  },
  wrong: `cluster({
  resources: [clone(systemd('db')), systemd('web')],
  constraints: [order('db-clone', 'web', { firstAction: 'promote', thenAction: 'start' })],
})`,
  right: `cluster({
  resources: [clone(systemd('db')), systemd('web')],
  constraints: [order('db-clone', 'web')],
})`,
  fix: 'pcs constraint delete order-db-clone-web-mandatory; pcs constraint order db-clone then web',
}
