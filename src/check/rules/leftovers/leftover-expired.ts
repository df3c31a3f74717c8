import { quote, shellWord } from '../../../diagnostics/quote.js'
import { dateValue } from '../../../graph/resource/clock.js'
import type { Rule } from '../../../model/index.js'
import { defineRule, parentOf } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A rule whose time is over. */
export const rule = defineRule<{ id: string; owner: string; isConstraint: boolean }>({
  code: 'leftover-expired',
  severity: 'info',
  message: ({ id, owner, isConstraint }) =>
    `the time of rule ${quote(id)} is over: ${isConstraint ? 'constraint' : 'set'} ${quote(owner)} has no effect through it any more`,
  hint: ({ owner, isConstraint }, language) => {
    if (language === 'dsl' || !isConstraint) return 'remove it'
    return `pcs constraint delete ${shellWord(owner)}`
  },
  visit: {
    rule: (place, { report }) => {
      if (parentOf(place, 'rule') !== undefined || !isOver(place.element)) return
      const above = place.parent?.element.element === 'lifetime' ? place.parent.parent : place.parent
      const owner = above?.element as { readonly id?: string; readonly element: string } | undefined
      const { id = '' } = place.element
      const isConstraint = /^rsc_/.test(owner?.element ?? '')
      report(place, { id, owner: owner?.id ?? '', isConstraint })
    },
  },
})

/** True where no day to come makes the rule true, whatever the node. */
function isOver({ booleanOp, expressions }: Rule): boolean {
  const over = expressions.map((expression) =>
    expression.element === 'rule'
      ? isOver(expression)
      : expression.element === 'date_expression' && dateValue(expression) === false,
  )
  return booleanOp?.toLowerCase() === 'or' ? over.length > 0 && !over.includes(false) : over.includes(true)
}

export const docs: RuleDocs = {
  about: 'A rule can never be true again, since its dates are past.',
  why: 'A constraint that was meant for a while, as from `pcs resource move lifetime=1h`, stays in the CIB when its time is over. It does nothing, and everyone who reads the configuration has to find that out. pcs marks such constraints as expired and hides them.',
  source: 'pcs(8), constraint --all and resource clear --expired',
  wrong: `cluster({
  nodes: ['node1', 'node2'],
  resources: [systemd('web')],
  constraints: [
    locationRule('web', rule({ score: '-INFINITY' }, dateExpression('lt', { end: '2020-02-01' }))),
  ],
})`,
  right: `cluster({
  nodes: ['node1', 'node2'],
  resources: [systemd('web')],
})`,
  fix: 'pcs constraint delete location-web',
}
