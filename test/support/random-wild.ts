import type { RolesAsked } from '../../src/graph/index.js'
import { cibText, xml } from './cib-text.js'
import { type Random, randomOf } from './random.js'
import { type ColocationParts, colocationParts } from './random-colocations.js'
import { features, nodes, type Wild } from './random-wild-features.js'

/** A random cluster as wild as those in production, and a question about two of its resources. */
export interface WildCluster {
  readonly cib: string
  readonly service: string
  readonly roles: RolesAsked
}

/** The cluster number `seed`: a random colocation with some of everything that a CIB may have. */
export function wildCluster(seed: number): WildCluster {
  const random = randomOf(seed * 7 + 3)
  const parts = colocationParts(random)
  const wild = wildOf(parts, random)
  for (const feature of features) if (random.chance(0.13)) feature(wild)
  if (parts.isPromotable) promote(wild)
  const withRole = random.pick(['Promoted', 'Promoted', 'Unpromoted', undefined] as const)
  const defaults = wild.defaults.length === 0 ? '' : `<rsc_defaults>${wild.defaults.join('')}</rsc_defaults>`
  const machines = nodes.map((name, at) => nodeText(name, at, wild))
  const cib = cibText({
    resources: wild.resources,
    constraints: wild.constraints,
    properties: wild.properties,
    more: (defaults + parts.more + wild.sections.join('')).replace('</tags><tags>', ''),
  })
  return {
    cib: cib
      .replace(/<nodes>.*<\/nodes>/, `<nodes>${machines.join('')}</nodes>`)
      .replace('<status/>', `<status><tickets>${wild.tickets.join('')}</tickets></status>`),
    service: parts.service,
    roles: parts.isPromotable && withRole !== undefined ? { withRole } : {},
  }
}

function wildOf({ resources, constraints, ids, isPromotable }: ColocationParts, random: Random): Wild {
  const primitives = resources.flatMap((text) =>
    [...text.matchAll(/<primitive id="([^"]*)"/g)].map(([, id = '']) => id),
  )
  return {
    resources: [...resources],
    constraints: [...constraints],
    sections: [],
    properties: {},
    nodeAttributes: {},
    nodeUtilization: {},
    tickets: [],
    defaults: [],
    ids: [...new Set(ids)],
    primitives,
    isPromotable,
    random,
  }
}

function nodeText(name: string, at: number, { nodeAttributes, nodeUtilization }: Wild): string {
  const own = { site: at < 2 ? 'here' : 'there', ...nodeAttributes }
  const pairs = Object.entries(own).flatMap(([key, value]) => {
    const [attribute = '', only] = key.split('@')
    return only === undefined || only === name
      ? [`<nvpair id="n${at}-${attribute}" name="${attribute}" value="${value}"/>`]
      : []
  })
  const memory = nodeUtilization[name]
  const capacity =
    memory === undefined
      ? ''
      : `<utilization id="u${at}"><nvpair id="u${at}-m" name="memory" value="${memory}"/></utilization>`
  const attributes = `<instance_attributes id="n${at}">${pairs.join('')}</instance_attributes>`
  return `<node id="${at + 1}" uname="${name}">${attributes}${capacity}</node>`
}

/** What promotable clones have in practice: promotion scores, a colocation with a role, an order after the promotion. */
function promote(wild: Wild): void {
  const { random } = wild
  if (random.chance(0.8)) {
    for (const [at, node] of random.shuffled(nodes).entries()) {
      if (random.chance(0.85)) wild.nodeAttributes[`master-haproxy@${node}`] = String(10 - at)
    }
  }
  if (random.chance(0.7)) {
    const role = random.pick(['Master', 'Master', 'Master', 'Slave'])
    const score = random.pick(['INFINITY', 'INFINITY', '500'])
    wild.constraints.push(xml.colocation('w-role', 'VIP', 'haproxy-clone', { score, 'with-rsc-role': role }))
  }
  if (random.chance(0.4)) {
    const kind = random.pick(['Mandatory', 'Optional'])
    wild.constraints.push(
      xml.order('w-promote', 'haproxy-clone', 'VIP', {
        'first-action': 'promote',
        'then-action': 'start',
        kind,
      }),
    )
  }
  if (random.chance(0.15))
    wild.constraints.push(xml.location('w-pl', 'haproxy-clone', random.pick(nodes), '50', { role: 'Master' }))
}
