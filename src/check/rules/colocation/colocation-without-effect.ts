import { quote } from '../../../diagnostics/quote.js'
import { nodesOf, type RscColocation, scoreOf } from '../../../model/index.js'
import { nodeStatesOf, transientAttributesOf } from '../../lookup/node-states.js'
import { defineRule, type RuleContext } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

interface Parameters {
  readonly id: string
  readonly why: string
  readonly hint: string
}

/** A colocation that weighs nothing. */
export const rule = defineRule<Parameters>({
  code: 'colocation-without-effect',
  severity: 'warning',
  message: ({ id, why }) => `colocation ${quote(id)} has no effect: ${why}`,
  hint: ({ hint }) => hint,
  visit: {
    rsc_colocation: (place, context) => {
      const { id = '', nodeAttribute } = place.element
      if (weighsNothing(place.element)) {
        const { score } = place.element
        const why = score === undefined ? 'it has no score, which is 0' : `its score is ${quote(score)}`
        const hint = 'write the score INFINITY, or one above 0'
        context.report(place, { id, why, hint }, score === undefined ? 'warning' : 'info')
      } else if (nodeAttribute !== undefined && isUnset(nodeAttribute, context)) {
        const why = `no node has the attribute ${quote(nodeAttribute)}, and all nodes without it are alike`
        const hint = `give each node the attribute ${quote(nodeAttribute)}, or remove node-attribute`
        context.report({ place, attribute: 'node-attribute' }, { id, why, hint })
      }
    },
  },
})

function weighsNothing({ score = '0', extra, resourceSets, ...rest }: RscColocation): boolean {
  const hasAttribute = extra?.attributes?.some(([name]) => name.startsWith('score-attribute')) === true
  const isMangled = Object.keys(rest).some((name) => name.startsWith('scoreAttribute'))
  if (hasAttribute || isMangled || scoreOf(score) !== 0) return false
  return resourceSets.every(({ score: own = '0', idRef }) => idRef === undefined && scoreOf(own) === 0)
}

/** True where nothing that is known of the nodes has an attribute; agents may still set one. */
function isUnset(name: string, { cluster }: RuleContext<Parameters>): boolean {
  const nodes = nodesOf(cluster)
  const own = nodes.flatMap(({ instanceAttributes }) => instanceAttributes.flatMap(({ nvpairs }) => nvpairs))
  const transient = nodeStatesOf(cluster).flatMap(transientAttributesOf)
  return (
    nodes.length > 0 && !name.startsWith('#') && ![...own, ...transient].some((pair) => pair.name === name)
  )
}

export const docs: RuleDocs = {
  about:
    'A colocation has no score or the score 0, or goes by a node attribute that no node has. A score of 0 that is written is an info.',
  why: 'pcs and crmsh write a score by themselves; one written by hand without it places nothing. With node-attribute, resources are placed on nodes with the same value: where no node has the attribute, any two nodes have the same.',
  source: 'Pacemaker Explained, colocation constraints; compared with crm_simulate',
  pacemaker: { does: 'places the resources as if there were no colocation', versions: '2.1.5 and 3.0.0' },
  wrong: `cluster({
  resources: [systemd('db'), systemd('web')],
  constraints: [colocation('web', 'db', { score: 0 })],
})`,
  right: `cluster({
  resources: [systemd('db'), systemd('web')],
  constraints: [colocation('web', 'db')],
})`,
  fix: 'pcs constraint delete colocation-web-db-0; pcs constraint colocation add web with db INFINITY',
}
