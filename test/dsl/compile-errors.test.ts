import { expect, test } from 'vitest'
import { compilerOutput, withModules } from '../support/typescript.js'

const imports = `import {
  bundle, clone, cluster, colocation, dateExpression, group, light, location, ocf, order, orderSets, podman,
  primitive, promotable, rule, systemd, tag, ticket, vipWithHaproxy,
} from 'lightcib'
export const used = [
  bundle, clone, cluster, colocation, dateExpression, group, light, location, ocf, order, orderSets, podman,
  primitive, promotable, rule, systemd, tag, ticket, vipWithHaproxy,
]
export const vip = ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' })
export const haproxy = clone(systemd('haproxy'))
export const nginx = systemd('nginx')
const resources = [vip, haproxy] as const
export { resources }
`

/** A mistake and how the compiler's message starts: the whole first line, or the first lines. */
const mistakes: readonly (readonly [title: string, code: string, message: string])[] = [
  [
    'a misspelt id in a constraint',
    `cluster({ resources: [vip, haproxy], constraints: [colocation('vip', 'haproxi-clone')] })`,
    `Type 'RscColocation<"haproxi-clone" | "vip">' is not assignable to type 'UnknownId<"'haproxi-clone' is not the id of a resource or tag of this cluster" | "did you mean 'haproxy'?" | "did you mean 'haproxy-clone'?">'.`,
  ],
  [
    'a misspelt id beside a clone that is built in its place',
    `cluster({ resources: [vip, clone(systemd('web'))], constraints: [order(vip, 'wed-clone')] })`,
    `Type 'RscOrder<"vip" | "wed-clone">' is not assignable to type 'UnknownId<"'wed-clone' is not the id of a resource or tag of this cluster">'.`,
  ],
  [
    'a resource that is not among those of the cluster',
    'cluster({ resources, constraints: [order(vip, nginx)] })',
    `Type 'RscOrder<"nginx" | "vip">' is not assignable to type 'UnknownId<"'nginx' is not the id of a resource or tag of this cluster">'.`,
  ],
  [
    'a misspelt id in a set',
    `cluster({ resources, tags: [tag('all', [vip])], constraints: [orderSets([{ resources: ['vip', 'al'] }])] })`,
    `Type 'RscOrder<"al" | "vip">' is not assignable to type 'UnknownId<"'al' is not the id of a resource or tag of this cluster">'.`,
  ],
  [
    'an unknown id among constraints that are mapped',
    `cluster({ resources, constraints: ['node1'].map((node) => location('vipp', node, 50)) })`,
    `Type 'RscLocation<"vipp">[]' is not assignable to type 'readonly UnknownId<"'vipp' is not the id of a resource or tag of this cluster" | "did you mean 'vip'?">[]'.`,
  ],
  [
    'a misspelt option of a cluster',
    `cluster({ resources: [vip], nods: ['node1'] })`,
    `Object literal may only specify known properties, but 'nods' does not exist in type 'ClusterOptions<readonly [Primitive<"vip">], [], []>'. Did you mean to write 'nodes'?`,
  ],
  [
    'a misspelt option of a node',
    `cluster({ nodes: [{ unmae: 'node1' }] })`,
    `Object literal may only specify known properties, but 'unmae' does not exist in type 'ClusterNode | NodeOptions'. Did you mean to write 'uname'?`,
  ],
  [
    'a misspelt option of a primitive',
    `systemd('web', { operatons: { monitor: {} } })`,
    `Object literal may only specify known properties, but 'operatons' does not exist in type 'SystemdOptions'. Did you mean to write 'operations'?`,
  ],
  [
    'a misspelt option of an operation',
    `systemd('web', { operations: { monitor: { intervall: '10s' } } })`,
    `Object literal may only specify known properties, and 'intervall' does not exist in type 'OneOrMany<Op | OpOptions>'.`,
  ],
  [
    'a misspelt option of a clone',
    'clone(nginx, { mta: { interleave: true } })',
    `Object literal may only specify known properties, but 'mta' does not exist in type 'CloneOptions<"nginx-clone">'. Did you mean to write 'meta'?`,
  ],
  [
    'a misspelt option of an order',
    `order(vip, nginx, { knd: 'Optional' })`,
    `Object literal may only specify known properties, but 'knd' does not exist in type 'OrderOptions'. Did you mean to write 'kind'?`,
  ],
  [
    'a misspelt option of a bundle',
    `bundle('web', podman({ image: 'web:1' }), { netwrk: {} })`,
    `Object literal may only specify known properties, but 'netwrk' does not exist in type 'BundleOptions<never>'. Did you mean to write 'network'?`,
  ],
  [
    'a misspelt option of a policy',
    `vipWithHaproxy({ vip: ['vip'] })`,
    `Object literal may only specify known properties, but 'vip' does not exist in type 'VipWithHaproxyOptions'. Did you mean to write 'vips'?`,
  ],
  [
    'a wrong value of an option',
    `order(vip, nginx, { kind: 'optional' })`,
    `Type '"optional"' is not assignable to type '"Mandatory" | "Optional" | "Serialize" | undefined'. Did you mean '"Optional"'?`,
  ],
  [
    'a parameter that is missing',
    `ocf.heartbeat.IPaddr2('vip2', { cidr_netmask: 32 })`,
    `Argument of type '{ cidr_netmask: number; }' is not assignable to parameter of type 'WrongParameters<"ocf:heartbeat:IPaddr2 requires the parameter 'ip'">'.`,
  ],
  [
    'a misspelt parameter',
    `primitive('vip2', 'ocf:heartbeat:IPaddr2', { ip: '192.0.2.7', cidr_netmsk: 32 })`,
    `Argument of type '{ ip: string; cidr_netmsk: number; }' is not assignable to parameter of type 'WrongParameters<"did you mean 'cidr_netmask'?" | "ocf:heartbeat:IPaddr2 has no parameter 'cidr_netmsk'">'.`,
  ],
  [
    'a parameter of the wrong type',
    `ocf.heartbeat.IPaddr2('vip2', { ip: true })`,
    `Type 'true' is not assignable to type 'TextParameter | undefined'.`,
  ],
  ['no parameters at all', `ocf.heartbeat.IPaddr2('vip2')`, 'Expected 2-3 arguments, but got 1.'],
  [
    'an agent that is not typed',
    `ocf.heartbeat.IPaddr3('vip2')`,
    `Property 'IPaddr3' does not exist on type 'AgentsOf<"ocf:heartbeat:">'. Did you mean 'IPaddr'?`,
  ],
  [
    'a misspelt option of the cluster',
    `cluster({ properties: { 'no-quorum-polcy': 'freeze' } })`,
    `Object literal may only specify known properties, and ''no-quorum-polcy'' does not exist in type 'AttributesOption<ClusterProperties>'.`,
  ],
  [
    'a misspelt value of an option of the cluster',
    `cluster({ properties: { 'no-quorum-policy': 'ignroe' } })`,
    `Type '"ignroe"' is not assignable to type '"demote" | "fence" | "freeze" | "ignore" | "stop" | "suicide" | NvpairBuilder | undefined'. Did you mean '"ignore"'?`,
  ],
  [
    'an option of the cluster that is no boolean',
    `cluster({ properties: { 'maintenance-mode': 'ture' } })`,
    `Type '"ture"' is not assignable to type 'Switch | undefined'.`,
  ],
  [
    'a misspelt meta attribute',
    `systemd('web', { meta: { 'migration-treshold': 3 } })`,
    `Object literal may only specify known properties, and ''migration-treshold'' does not exist in type 'AttributesOption<ResourceMeta>'.`,
  ],
  [
    'a misspelt value of a meta attribute',
    `clone(nginx, { meta: { 'target-role': 'Start' } })`,
    `Type '"Start"' is not assignable to type '"Master" | "Promoted" | "Slave" | "Started" | "Stopped" | "Unpromoted" | NvpairBuilder | undefined'. Did you mean '"Started"'?`,
  ],
  [
    'an id where a resource belongs',
    `cluster({ resources: [vip, 'haproxy'] })`,
    `Type 'string' is not assignable to type 'Resource'.`,
  ],
]

const modules = mistakes.map(([, code], index) => [`case-${index}.ts`, `${imports}export default ${code}\n`])
const output = withModules(Object.fromEntries(modules), compilerOutput)

test.each(mistakes.map(([title, , message], index) => ({ title, message, index })))(
  'the compiler reports $title',
  async ({ message, index }) => {
    const reports = (await output).split(/^(?=\S)/m).filter((report) => report.includes(`/case-${index}.ts(`))
    const [first = ''] = reports.map((report) => report.trimEnd().replace(/^.*? error TS\d+: /, ''))
    const lines = message.split('\n').length
    expect(first.split('\n').slice(0, lines).join('\n')).toBe(message)
    expect(reports).toHaveLength(1)
  },
)
