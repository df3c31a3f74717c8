import type { RolesAsked } from '../../src/graph/index.js'
import { cibText, xml } from './cib-text.js'
import { type Random, randomOf } from './random.js'
import { type ColocationParts, colocationParts } from './random-colocations.js'

/** A random cluster as wild as those in production, and a question about two of its resources. */
export interface WildCluster {
  readonly cib: string
  readonly service: string
  readonly roles: RolesAsked
}

interface Wild {
  resources: string[]
  constraints: string[]
  readonly sections: string[]
  readonly properties: Record<string, string>
  readonly nodeAttributes: Record<string, string>
  readonly defaults: string[]
  readonly ids: string[]
  readonly primitives: string[]
  readonly isPromotable: boolean
  readonly random: Random
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
  const nodes = ['n1', 'n2', 'n3'].map((name, at) => nodeText(name, at, wild))
  const cib = cibText({
    resources: wild.resources,
    constraints: wild.constraints,
    properties: wild.properties,
    more: parts.more + defaults + wild.sections.join(''),
  })
  return {
    cib: cib.replace(/<nodes>.*<\/nodes>/, `<nodes>${nodes.join('')}</nodes>`),
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
    defaults: [],
    ids: [...new Set(ids)],
    primitives,
    isPromotable,
    random,
  }
}

function nodeText(name: string, at: number, { nodeAttributes }: Wild): string {
  const own = { site: at < 2 ? 'here' : 'there', ...nodeAttributes }
  const pairs = Object.entries(own).flatMap(([key, value]) => {
    const [attribute = '', only] = key.split('@')
    return only === undefined || only === name
      ? [`<nvpair id="n${at}-${attribute}" name="${attribute}" value="${value}"/>`]
      : []
  })
  return `<node id="${at + 1}" uname="${name}"><instance_attributes id="n${at}">${pairs.join('')}</instance_attributes></node>`
}

const nodes = ['n1', 'n2', 'n3']

/** Adds text at the beginning of a resource. */
function into(wild: Wild, id: string, text: string): void {
  wild.resources = wild.resources.map((resource) =>
    resource.replace(new RegExp(`(<(?:primitive|group|clone|bundle) id="${id}"[^>]*>)`), `$1${text}`),
  )
}

function meta(owner: string, name: string, value: string, rule = ''): string {
  const id = `w-${owner}-${name}`
  return `<meta_attributes id="${id}">${rule}<nvpair id="${id}-nv" name="${name}" value="${value}"/></meta_attributes>`
}

const somethingMeta = (random: Random) =>
  random.pick([
    ['priority', '5'],
    ['resource-stickiness', '200'],
    ['is-managed', 'false'],
    ['target-role', 'Stopped'],
    ['priority', '-3'],
  ] as const)

const features: readonly ((wild: Wild) => void)[] = [
  function template(wild) {
    const { random } = wild
    const id = random.pick(wild.primitives)
    const [name, value] = somethingMeta(random)
    const type = wild.isPromotable && id === 'haproxy' ? 'Stateful' : 'Dummy'
    wild.resources = [
      `<template id="tmpl" class="ocf" provider="pacemaker" type="${type}">${meta('tmpl', name, value)}</template>`,
      ...wild.resources.map((text) =>
        text.replace(
          new RegExp(`<primitive id="${id}" class="ocf" provider="pacemaker" type="[A-Za-z]*">`),
          `<primitive id="${id}" template="tmpl">`,
        ),
      ),
    ]
  },
  function sharedMeta(wild) {
    const { random } = wild
    const [one, other] = random.shuffled(wild.primitives) as [string, string?]
    const [name, value] = somethingMeta(random)
    into(wild, one, meta(one, name, value))
    if (other !== undefined) into(wild, other, `<meta_attributes id-ref="w-${one}-${name}"/>`)
  },
  function disabled(wild) {
    const id = wild.random.pick(wild.ids)
    into(wild, id, meta(id, 'target-role', wild.random.pick(['Stopped', 'Stopped', 'Started'])))
  },
  function unmanaged(wild) {
    const id = wild.random.pick(wild.ids)
    into(wild, id, meta(id, 'is-managed', 'false'))
  },
  function setReference(wild) {
    const { random } = wild
    const [one = '', two = '', three = ''] = random.shuffled(wild.ids)
    if (three === '') return
    wild.constraints.push(
      xml.sets('rsc_colocation', 'w-c1', [xml.set('w-s1', [one]), xml.set('w-s2', [two])], {
        score: random.pick(['5', 'INFINITY']),
      }),
      xml.sets('rsc_colocation', 'w-c2', ['<resource_set id-ref="w-s1"/>', xml.set('w-s3', [three])], {
        score: random.pick(['INFINITY', '-50']),
      }),
    )
  },
  function remoteNode(wild) {
    const { random } = wild
    wild.resources.push('<primitive id="R1" class="ocf" provider="pacemaker" type="remote"/>')
    if (random.chance(0.3)) locate(wild, random.pick(wild.ids), 'R1')
  },
  function guestNode(wild) {
    const { random } = wild
    wild.resources.push(xml.primitive('vm', { 'remote-node': 'g1' }))
    if (random.chance(0.3)) locate(wild, random.pick(wild.ids), 'g1')
  },
  function ticket(wild) {
    const id = wild.random.pick(wild.ids)
    wild.constraints.push(`<rsc_ticket id="w-ticket" rsc="${id}" ticket="T1" loss-policy="stop"/>`)
  },
  function utilization(wild) {
    const { random } = wild
    wild.properties['placement-strategy'] = random.pick(['utilization', 'balanced', 'minimal'])
    const id = random.pick(wild.primitives)
    into(wild, id, `<utilization id="w-u"><nvpair id="w-u-m" name="memory" value="2"/></utilization>`)
  },
  function ruleOfName(wild) {
    const { random } = wild
    const operation = random.pick(['eq', 'ne'])
    const test = `<expression id="w-e" attribute="#uname" operation="${operation}" value="${random.pick(nodes)}"/>`
    ruled(wild, test)
  },
  function ruleOfSite(wild) {
    ruled(wild, '<expression id="w-e" attribute="site" operation="eq" value="here"/>')
  },
  function ruleOfPing(wild) {
    wild.constraints.push(
      `<rsc_location id="w-ping" rsc="${wild.random.pick(wild.ids)}"><rule id="w-pr" score="-INFINITY" boolean-op="or">` +
        '<expression id="w-pe" attribute="pingd" operation="lt" value="1"/></rule></rsc_location>',
    )
  },
  function ruleOfTime(wild) {
    ruled(wild, '<date_expression id="w-e" operation="gt" start="2020-01-01"/>')
  },
  function optIn(wild) {
    const { random } = wild
    wild.properties['symmetric-cluster'] = 'false'
    const named = wild.ids.filter(() => random.chance(0.9))
    named.forEach((id, at) => {
      for (const node of nodes.filter(() => random.chance(0.85))) {
        wild.constraints.push(xml.location(`w-o${at}-${node}`, id, node, random.pick(['0', '100'])))
      }
    })
  },
  function defaults(wild) {
    const { random } = wild
    const [name, value] = somethingMeta(random)
    const test = random.pick([
      '',
      '<rule id="w-dr" score="0"><rsc_expression id="w-de" class="ocf" provider="pacemaker" type="Stateful"/></rule>',
      '<rule id="w-dr" score="0"><rsc_expression id="w-de" class="systemd"/></rule>',
    ])
    wild.defaults.push(meta('defaults', name, value, test))
  },
  function timedDefaults(wild) {
    const when =
      '<rule id="w-tr" score="0"><date_expression id="w-te" operation="gt" start="2020-01-01"/></rule>'
    wild.defaults.push(meta('timed', 'resource-stickiness', '100', when))
  },
  function standby(wild) {
    wild.nodeAttributes[`standby@${wild.random.pick(nodes)}`] = 'on'
  },
  function tag(wild) {
    const { random } = wild
    const [one = '', two = '', three = ''] = random.shuffled(wild.ids)
    if (three === '') return
    wild.sections.push(`<tags><tag id="w-tag"><obj_ref id="${one}"/><obj_ref id="${two}"/></tag></tags>`)
    const score = random.pick(['INFINITY', '20', '-INFINITY'])
    wild.constraints.push(xml.colocation('w-tagged', 'w-tag', three, { score }))
  },
]

function locate(wild: Wild, id: string, node: string): void {
  const score = wild.random.pick(['-INFINITY', '50', 'INFINITY'])
  wild.constraints.push(xml.location(`w-l-${node}`, id, node, score))
}

function ruled(wild: Wild, test: string): void {
  const { random } = wild
  const score = random.pick(['-INFINITY', '100', 'INFINITY', '-50'])
  const rule = `<rule id="w-r" score="${score}">${test}</rule>`
  wild.constraints.push(`<rsc_location id="w-rl" rsc="${random.pick(wild.ids)}">${rule}</rsc_location>`)
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
