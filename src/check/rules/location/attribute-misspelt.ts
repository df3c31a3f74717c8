import { nearest } from '../../../diagnostics/nearest.js'
import { quote, shellWord } from '../../../diagnostics/quote.js'
import { nodesOf, placesOf } from '../../../model/index.js'
import { pathOf } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

interface OfNode {
  readonly node: string
  readonly attribute: string
  readonly asked: string
  readonly value: string
}

/** A name that differs from that of the nodes in capitals. */
interface OfRule {
  readonly attribute: string
  readonly near: string
}

/** A node whose attribute has nearly the name that a rule asks for. */
export const rule = defineRule<OfNode | OfRule>({
  code: 'attribute-misspelt',
  severity: 'warning',
  message: (parameters) => {
    if ('near' in parameters) {
      const { attribute, near } = parameters
      return `a rule asks for the attribute ${quote(attribute)}, which nodes have as ${quote(near)}: capitals count, and no node has it`
    }
    const { node, attribute, asked } = parameters
    return `node ${quote(node)} has the attribute ${quote(attribute)} and not ${quote(asked)}, which a rule asks for and other nodes have: the rule takes it for a node without`
  },
  hint: (parameters, language) => {
    if ('near' in parameters) return `write ${quote(parameters.near)}`
    const { node, attribute, asked, value } = parameters
    return language === 'dsl'
      ? `write ${quote(asked)} in place of ${quote(attribute)}`
      : `pcs node attribute ${shellWord(node)} ${shellWord(`${asked}=${value}`)} ${shellWord(`${attribute}=`)}`
  },
  check: ({ cluster, report }) => {
    const places = placesOf(cluster, 'expression')
    if (places.length === 0) return
    const asked = new Set(
      places.flatMap(({ element: { attribute = '#' } }) => (attribute.startsWith('#') ? [] : [attribute])),
    )
    const attributesOf = (node: ReturnType<typeof nodesOf>[number]) =>
      node.instanceAttributes.flatMap(({ nvpairs }) => nvpairs)
    const used = new Set(nodesOf(cluster).flatMap((node) => attributesOf(node).map(({ name }) => name)))
    const known = [...asked].filter((name) => used.has(name))
    for (const place of placesOf(cluster, 'node')) {
      const own = attributesOf(place.element)
      const missing = known.filter((name) => own.every((pair) => pair.name !== name))
      for (const { name = '', value = '' } of missing.length === 0 ? [] : own) {
        const near = asked.has(name) ? undefined : nearest(name, missing)
        if (near !== undefined) {
          report(pathOf(place), { node: place.element.uname ?? '', attribute: name, asked: near, value })
        }
      }
    }
    const free = [...used].flatMap((name = '') => (name === '' || asked.has(name) ? [] : [name]))
    for (const place of free.length === 0 ? [] : places) {
      const { attribute = '#' } = place.element
      if (attribute.startsWith('#') || used.has(attribute)) continue
      const near = free.find((name) => name.toLowerCase() === attribute.toLowerCase())
      if (near !== undefined) report({ place, attribute: 'attribute' }, { attribute, near })
    }
  },
})

export const docs: RuleDocs = {
  about:
    'A node has an attribute whose name differs by a slip from the one that a rule asks for; or all have it, in other capitals than the rule.',
  why: 'Pacemaker knows no list of attributes: a rule on one that a node does not have takes it as undefined. With `not_defined` or a comparison the resource is kept off that node, and there is nothing to fail over to.',
  source:
    'resource-agents issue 99 (a location rule on an attribute that one node had under another name); Pacemaker Explained, rules',
  wrong: `cluster({
  nodes: [
    { id: '1', uname: 'node1', attributes: { firewall: '100' } },
    { id: '2', uname: 'node2', attributes: { firewal: '100' } },
  ],
  resources: [ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' })],
  constraints: [locationRule('vip', rule({ score: '-INFINITY' }, expression('firewall', 'not_defined')))],
})`,
  right: `cluster({
  nodes: [
    { id: '1', uname: 'node1', attributes: { firewall: '100' } },
    { id: '2', uname: 'node2', attributes: { firewall: '100' } },
  ],
  resources: [ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' })],
  constraints: [locationRule('vip', rule({ score: '-INFINITY' }, expression('firewall', 'not_defined')))],
})`,
  fix: 'pcs node attribute node2 firewall=100 firewal=',
}
