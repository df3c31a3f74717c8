import { nearest } from '../../../diagnostics/nearest.js'
import { quote } from '../../../diagnostics/quote.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A rule about a node that the cluster does not have. */
export const rule = defineRule<{ node: string; isEqual: boolean; near: string | undefined }>({
  code: 'condition-unknown-node',
  severity: 'warning',
  message: ({ node, isEqual }) =>
    `no node is called ${quote(node)}: the condition is ${isEqual ? 'never' : 'always'} met`,
  hint: ({ near }) => (near === undefined ? 'name one of <nodes>' : `did you mean ${quote(near)}?`),
  visit: {
    expression: (place, { facts, report }) => {
      const { attribute, operation, value, valueSource = 'literal' } = place.element
      if (attribute !== '#uname' || value === undefined || valueSource !== 'literal') return
      if (operation !== 'eq' && operation !== 'ne') return
      const names = facts.nodeNames()
      if (names.size === 0 || names.has(value.toLowerCase())) return
      const near = nearest(value, facts.nodes.keys())
      report({ place, attribute: 'value' }, { node: value, isEqual: operation === 'eq', near })
    },
  },
})

export const docs: RuleDocs = {
  about: 'A rule compares #uname with a name that no node has.',
  why: 'The condition is never met, or for ne always, on every node; nothing is logged.',
  source: 'tried with crm_verify 2.1.5, which prints nothing',
  wrong: `cluster({
  nodes: ['node1', 'node2'],
  resources: [systemd('web')],
  constraints: [locationRule('web', rule({ score: '-INFINITY' }, expression('#uname', 'eq', 'noed1')))],
})`,
  right: `cluster({
  nodes: ['node1', 'node2'],
  resources: [systemd('web')],
  constraints: [locationRule('web', rule({ score: '-INFINITY' }, expression('#uname', 'eq', 'node1')))],
})`,
  fix: "pcs constraint delete location-web; pcs constraint location web rule score=-INFINITY '#uname' eq node1",
}
