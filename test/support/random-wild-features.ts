import { xml } from './cib-text.js'
import type { Random } from './random.js'
import { isWithinGroup } from './random-colocations.js'

/** A random cluster while it is put together. */
export interface Wild {
  resources: string[]
  constraints: string[]
  readonly sections: string[]
  readonly properties: Record<string, string>
  /** Values by name; one whose name ends in `@node` is for that node only. */
  readonly nodeAttributes: Record<string, string>
  /** The memory of nodes, by their names. */
  readonly nodeUtilization: Record<string, string>
  readonly tickets: string[]
  readonly defaults: string[]
  /** The ids that constraints may name. */
  readonly ids: string[]
  readonly primitives: string[]
  readonly isPromotable: boolean
  readonly random: Random
}

export const nodes = ['n1', 'n2', 'n3']

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

/** What a cluster of production may have, each on top of what there is. */
export const features: readonly ((wild: Wild) => void)[] = [
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
    if (wild.random.chance(0.3)) wild.tickets.push('<ticket_state id="T1" granted="true"/>')
  },
  function utilization(wild) {
    const { random } = wild
    wild.properties['placement-strategy'] = random.pick(['utilization', 'balanced', 'minimal'])
    const id = random.pick(wild.primitives)
    into(wild, id, `<utilization id="w-u"><nvpair id="w-u-m" name="memory" value="2"/></utilization>`)
    const capacities = random.pick([[], ['8', '8', '8'], ['8', '8', '8'], ['8', '2', '1']])
    for (const [at, value] of capacities.entries()) {
      wild.nodeUtilization[nodes[at] as string] = value
    }
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
  function colocationSets(wild) {
    const { random } = wild
    const kinds = [
      {},
      { sequential: 'false' },
      { ordering: 'listed' },
      { role: 'Promoted' },
      { score: '7' },
    ] as const
    // A set of a group and its own members is a mistake that nobody makes.
    const ids = random
      .shuffled(wild.ids)
      .filter((id, at, all) => !all.slice(0, at).some((other) => isWithinGroup(id, other)))
    const [one = '', two = '', three = ''] = ids
    if (three === '') return
    const groups = random.pick([[[one, two], [three]], [[one], [two, three]], [[one], [two], [three]], [ids]])
    const sets = groups.map((members, at) => xml.set(`w-cs${at}`, members, random.pick(kinds)))
    const score = random.pick(['INFINITY', 'INFINITY', '40', '-INFINITY'])
    wild.constraints.push(xml.sets('rsc_colocation', 'w-cs', sets, { score }))
  },
  function orderSets(wild) {
    const { random } = wild
    const kinds = [{}, { sequential: 'false' }, { sequential: 'false', 'require-all': 'false' }] as const
    const ids = wild.ids.filter((id) => !['VG', 'Z', 'H', 'Y'].includes(id))
    const [one = '', two = '', three = ''] = random.shuffled(ids)
    if (two === '') return
    const first = [one, ...(three === '' ? [] : [three])]
    const sets = [xml.set('w-os1', first, random.pick(kinds)), xml.set('w-os2', [two])]
    const kind = random.pick(['Mandatory', 'Optional', 'Serialize'])
    wild.constraints.push(xml.sets('rsc_order', 'w-os', sets, { kind }))
  },
  function locationSet(wild) {
    const { random } = wild
    const score = random.pick(['-INFINITY', '100', 'INFINITY'])
    const set = xml.set('w-ls1', random.shuffled(wild.ids).slice(0, 2))
    wild.constraints.push(
      `<rsc_location id="w-ls" node="${random.pick(nodes)}" score="${score}">${set}</rsc_location>`,
    )
  },
  function pattern(wild) {
    const { random } = wild
    const rsc = random.pick(['^V', '!^V', 'haproxy', 'X|base'])
    const score = random.pick(['-INFINITY', '100', '-20'])
    wild.constraints.push(
      `<rsc_location id="w-pt" rsc-pattern="${rsc}" node="${random.pick(nodes)}" score="${score}"/>`,
    )
  },
  function exclusive(wild) {
    const { random } = wild
    const discovery = { 'resource-discovery': random.pick(['exclusive', 'never', 'always']) }
    const id = random.pick(wild.ids)
    for (const node of nodes.filter(() => random.chance(0.6))) {
      wild.constraints.push(xml.location(`w-x-${node}`, id, node, random.pick(['0', '100']), discovery))
    }
  },
  function nodeInMaintenance(wild) {
    if (wild.random.chance(0.4)) wild.nodeAttributes[`maintenance@${wild.random.pick(nodes)}`] = 'true'
  },
  function served(wild) {
    const inner =
      '<network control-port="3121"/><primitive id="served" class="ocf" provider="pacemaker" type="Dummy"/>'
    wild.resources = wild.resources.map((text) => text.replace('</bundle>', `${inner}</bundle>`))
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
