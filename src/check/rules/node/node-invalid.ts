import { quote } from '../../../diagnostics/quote.js'
import { isScore } from '../../../options/values.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A node without an id, or with a score that is none. */
export const rule = defineRule<{ score: string | undefined }>({
  code: 'node-invalid',
  severity: 'error',
  message: ({ score }) =>
    score === undefined
      ? 'the node has no id: Pacemaker ignores it'
      : `score ${quote(score)} is not a whole number or INFINITY: Pacemaker uses 0`,
  hint: ({ score }) => (score === undefined ? 'write the id that corosync gives the node' : undefined),
  visit: {
    node: (place, { facts, report }) => {
      if (facts.hasSchema) return
      const { id, score } = place.element
      if (id === undefined) report(place, { score: undefined })
      if (score !== undefined && !isScore(score)) report({ place, attribute: 'score' }, { score }, 'warning')
    },
  },
})

export const docs: RuleDocs = {
  about: 'A node has no id, or a score that Pacemaker cannot read.',
  why: 'A node without an id is not there for Pacemaker. An unreadable score is 0, so the node is neither preferred nor avoided.',
  source: 'Pacemaker Explained, nodes',
  pacemaker: {
    does: 'ignores the node; uses the score 0',
    versions: '2.0.4 and later; the score since 2.1.9',
  },
  wrong:
    '<cib validate-with="none" epoch="1" num_updates="0" admin_epoch="0" have-quorum="1"><configuration><crm_config><cluster_property_set id="cib-bootstrap-options"><nvpair id="cib-bootstrap-options-stonith-enabled" name="stonith-enabled" value="false"/></cluster_property_set></crm_config><nodes><node id="1" uname="node1" score="INF"/></nodes><resources/><constraints/></configuration></cib>',
  right:
    '<cib validate-with="none" epoch="1" num_updates="0" admin_epoch="0" have-quorum="1"><configuration><crm_config><cluster_property_set id="cib-bootstrap-options"><nvpair id="cib-bootstrap-options-stonith-enabled" name="stonith-enabled" value="false"/></cluster_property_set></crm_config><nodes><node id="1" uname="node1" score="INFINITY"/></nodes><resources/><constraints/></configuration></cib>',
  fix: 'cibadmin --modify --xml-text \'<node id="1" score="INFINITY"/>\'',
}
