import { spawnSync } from 'node:child_process'
import type { PcsVersion } from '../../src/pcs/command/pcs-version.js'
import { quote } from '../../src/pcs/script/quoting.js'

interface Option {
  readonly name: string
  readonly value: string | number
}
type Attrs = readonly { readonly attrs: readonly Option[] }[]
interface Sets {
  readonly resource_sets?: readonly {
    readonly resource_ids: readonly string[]
    readonly options?: readonly Option[]
  }[]
}
interface Constraint extends Sets {
  readonly id: string
  readonly options?: readonly Option[]
}
interface WithRole {
  readonly id?: string
  readonly pattern?: string
  readonly role?: string
}

/** The variables that the role builds a CIB of. */
export interface RoleVariables {
  readonly ha_cluster_cluster_properties?: Attrs
  readonly ha_cluster_node_options?: readonly {
    readonly node_name: string
    readonly attributes?: Attrs
    readonly utilization?: Attrs
  }[]
  readonly ha_cluster_resource_defaults?: Defaults
  readonly ha_cluster_resource_operation_defaults?: Defaults
  readonly ha_cluster_resource_primitives?: readonly {
    readonly id: string
    readonly agent: string
    readonly instance_attrs?: Attrs
    readonly meta_attrs?: Attrs
    readonly operations?: readonly { readonly action: string; readonly attrs: readonly Option[] }[]
    readonly utilization?: Attrs
  }[]
  readonly ha_cluster_resource_groups?: readonly {
    readonly id: string
    readonly resource_ids: readonly string[]
    readonly meta_attrs?: Attrs
  }[]
  readonly ha_cluster_resource_clones?: readonly {
    readonly resource_id: string
    readonly promotable?: boolean
    readonly id?: string
    readonly meta_attrs?: Attrs
  }[]
  readonly ha_cluster_resource_bundles?: readonly {
    readonly id: string
    readonly resource_id?: string
    readonly container: { readonly type: string; readonly options?: readonly Option[] }
    readonly network_options?: readonly Option[]
    readonly port_map?: readonly (readonly Option[])[]
    readonly storage_map?: readonly (readonly Option[])[]
    readonly meta_attrs?: Attrs
  }[]
  readonly ha_cluster_stonith_levels?: readonly {
    readonly level: number
    readonly target?: string
    readonly target_pattern?: string
    readonly target_attribute?: string
    readonly target_value?: string
    readonly resource_ids: readonly string[]
  }[]
  readonly ha_cluster_constraints_location?: readonly (Constraint & {
    readonly resource: WithRole
    readonly node?: string
    readonly rule?: string
  })[]
  readonly ha_cluster_constraints_colocation?: readonly (Constraint & {
    readonly resource_follower: WithRole
    readonly resource_leader: WithRole
  })[]
  readonly ha_cluster_constraints_order?: readonly (Constraint & {
    readonly resource_first: { readonly id: string; readonly action: string }
    readonly resource_then: { readonly id: string; readonly action: string }
  })[]
  readonly ha_cluster_constraints_ticket?: readonly (Constraint & {
    readonly resource: WithRole
    readonly ticket: string
  })[]
  readonly ha_cluster_acls?: {
    readonly acl_roles?: readonly {
      readonly id: string
      readonly description?: string
      readonly permissions?: readonly {
        readonly kind: string
        readonly xpath?: string
        readonly reference?: string
      }[]
    }[]
    readonly acl_users?: readonly { readonly id: string; readonly roles: readonly string[] }[]
    readonly acl_groups?: readonly { readonly id: string; readonly roles: readonly string[] }[]
  }
  readonly ha_cluster_alerts?: readonly (Described & {
    readonly path: string
    readonly recipients?: readonly (Described & { readonly value: string })[]
  })[]
}
interface Defaults {
  readonly meta_attrs: readonly {
    readonly id: string
    readonly rule?: string
    readonly score?: string
    readonly attrs: readonly Option[]
  }[]
}
interface Described {
  readonly id: string
  readonly description?: string
  readonly instance_attrs?: Attrs
  readonly meta_attrs?: Attrs
}

const loader = `
import json, sys, yaml
class Loader(yaml.SafeLoader): pass
Loader.add_constructor("!unsafe", lambda loader, node: loader.construct_scalar(node))
json.dump([yaml.load(text, Loader) for text in json.load(sys.stdin)], sys.stdout)
`

/** What PyYAML, with which Ansible reads, makes of each text. */
export function readYaml(texts: readonly string[]): readonly unknown[] {
  const ran = spawnSync('/usr/bin/python3', ['-c', loader], {
    input: JSON.stringify(texts),
    encoding: 'utf8',
  })
  if (ran.status !== 0) throw new Error(ran.stderr)
  return JSON.parse(ran.stdout)
}

/**
 * A script that calls pcs as the role does on a CIB file, the second argument, as its README describes the variables. Only
 * resources and properties are forced, since not all agents are installed here and `check` reports wrong values.
 */
export function roleScript(variables: RoleVariables, pcs: PcsVersion = '0.11'): string {
  const lines = commandsOf(variables, pcs).map((words) => {
    const isCreate =
      words[0] === 'property' || (/^(resource|stonith)$/.test(words[0] ?? '') && words[1] === 'create')
    const flags = [
      ...(isCreate ? ['--force'] : []),
      ...(words[0] === 'resource' && words[1] === 'create' ? ['--no-default-ops'] : []),
    ]
    return ['pcs -f "$2"', ...flags, '--', ...words.map(quote)].join(' ')
  })
  return ['set -e', ...lines].join('\n')
}

function commandsOf(all: RoleVariables, pcs: PcsVersion): readonly (readonly string[])[] {
  const properties = pairs(all.ha_cluster_cluster_properties?.[0]?.attrs)
  const nodes = (all.ha_cluster_node_options ?? []).flatMap(({ node_name, attributes, utilization }) => [
    ...(attributes === undefined ? [] : [['node', 'attribute', node_name, ...first(attributes)]]),
    ...(utilization === undefined ? [] : [['node', 'utilization', node_name, ...first(utilization)]]),
  ])
  const defaults = (words: readonly string[], sets: Defaults | undefined) =>
    (sets?.meta_attrs ?? []).map(({ id, rule, score, attrs }) => [
      ...[...words, 'defaults', 'set', 'create', `id=${id}`],
      ...(score === undefined ? [] : [`score=${score}`]),
      ...after('meta', pairs(attrs)),
      ...(rule === undefined ? [] : ['rule', rule]),
    ])
  return [
    ...(properties.length === 0 ? [] : [['property', 'set', ...properties]]),
    ...nodes,
    ...defaults(['resource'], all.ha_cluster_resource_defaults),
    ...defaults(['resource', 'op'], all.ha_cluster_resource_operation_defaults),
    ...resourceCommands(all),
    ...levelCommands(all),
    ...constraintCommands(all, pcs),
    ...accessCommands(all),
    ...alertCommands(all),
  ]
}

function resourceCommands(all: RoleVariables): readonly (readonly string[])[] {
  const bundles = all.ha_cluster_resource_bundles ?? []
  const inside = new Map(bundles.map(({ id, resource_id }) => [resource_id, id]))
  return [
    ...bundles.map((bundle) => [
      ...['resource', 'bundle', 'create', bundle.id, 'container', bundle.container.type],
      ...pairs(bundle.container.options),
      ...after('network', pairs(bundle.network_options)),
      ...(bundle.port_map ?? []).flatMap((options) => ['port-map', ...pairs(options)]),
      ...(bundle.storage_map ?? []).flatMap((options) => ['storage-map', ...pairs(options)]),
      ...after('meta', first(bundle.meta_attrs)),
    ]),
    ...(all.ha_cluster_resource_primitives ?? []).flatMap((primitive) => {
      const { id, agent, operations = [], utilization } = primitive
      const bundle = inside.get(id)
      const isFencing = agent.startsWith('stonith:')
      return [
        [
          ...[isFencing ? 'stonith' : 'resource', 'create', id, agent.replace('stonith:', '')],
          ...first(primitive.instance_attrs),
          ...after('meta', first(primitive.meta_attrs)),
          ...operations.flatMap(({ action, attrs }) => ['op', action, ...pairs(attrs)]),
          ...(bundle === undefined ? [] : ['bundle', bundle]),
        ],
        ...(utilization === undefined ? [] : [['resource', 'utilization', id, ...first(utilization)]]),
      ]
    }),
    ...(all.ha_cluster_resource_groups ?? []).flatMap(({ id, resource_ids, meta_attrs }) => [
      ['resource', 'group', 'add', id, ...resource_ids],
      ...(meta_attrs === undefined ? [] : [['resource', 'meta', id, ...first(meta_attrs)]]),
    ]),
    ...(all.ha_cluster_resource_clones ?? []).map(({ resource_id, promotable = false, id, meta_attrs }) => [
      ...['resource', promotable ? 'promotable' : 'clone', resource_id],
      ...(id === undefined ? [] : [id]),
      ...first(meta_attrs),
    ]),
  ]
}

function levelCommands({ ha_cluster_stonith_levels: levels = [] }: RoleVariables) {
  return levels.map(({ level, target, target_pattern, target_attribute, target_value, resource_ids }) => {
    const other =
      target_pattern === undefined ? `attrib%${target_attribute}=${target_value}` : `regexp%${target_pattern}`
    return ['stonith', 'level', 'add', String(level), target ?? other, ...resource_ids]
  })
}

function constraintCommands(all: RoleVariables, pcs: PcsVersion): readonly (readonly string[])[] {
  // What the role learns from the capabilities that pcs names.
  const isNewer = pcs === '0.12'
  const words: Words = {
    score: (score) => (isNewer ? `score=${score}` : String(score)),
    role: (role) => older[role.toLowerCase()] ?? role.toLowerCase(),
  }
  const older: Readonly<Record<string, string>> =
    pcs === '0.10' ? { promoted: 'master', unpromoted: 'slave' } : {}
  const kinds = [
    ['colocation', all.ha_cluster_constraints_colocation ?? []],
    ['order', all.ha_cluster_constraints_order ?? []],
    ['ticket', all.ha_cluster_constraints_ticket ?? []],
  ] as const
  return [
    ...(all.ha_cluster_constraints_location ?? []).map(({ resource, node = '', rule, id, options = [] }) => {
      const what = resource.pattern === undefined ? (resource.id ?? '') : `regexp%${resource.pattern}`
      const role = resource.role === undefined ? [] : [`role=${words.role(resource.role)}`]
      if (rule !== undefined)
        return [
          'constraint',
          'location',
          what,
          'rule',
          `constraint-id=${id}`,
          ...role,
          ...pairs(options),
          ...(isNewer ? [rule] : rule.split(' ')),
        ]
      const score = options.find(({ name }) => name === 'score')?.value ?? 'INFINITY'
      const others = pairs(options.filter(({ name }) => name !== 'score'))
      return ['constraint', 'location', 'add', id, what, node, words.score(score), ...others]
    }),
    ...kinds.flatMap(([kind, constraints]) => [
      ...constraints
        .filter(({ resource_sets }) => resource_sets === undefined)
        .map((one) => plain(kind, one, words)),
      ...constraints
        .filter(({ resource_sets }) => resource_sets !== undefined)
        .map((one) => ofSets(kind, one)),
    ]),
  ]
}

/** How a pcs wants scores and roles. */
interface Words {
  readonly score: (score: string | number) => string
  readonly role: (role: string) => string
}

function plain(kind: string, constraint: Constraint, words: Words): readonly string[] {
  const { id, options = [] } = constraint
  const fields = constraint as unknown as Readonly<
    Record<string, { readonly id: string; readonly role?: string; readonly action?: string }>
  >
  const named = (name: string) => {
    const { role, action, id: resource = '' } = fields[name] ?? {}
    return [
      ...(action === undefined ? [] : [action]),
      ...(role === undefined ? [] : [words.role(role)]),
      resource,
    ]
  }
  if (kind === 'order')
    return [
      'constraint',
      'order',
      ...named('resource_first'),
      'then',
      ...named('resource_then'),
      `id=${id}`,
      ...pairs(options),
    ]
  if (kind === 'ticket')
    return [
      'constraint',
      'ticket',
      'add',
      String(fields.ticket),
      ...named('resource'),
      ...pairs(options),
      `id=${id}`,
    ]
  const score = words.score(options.find(({ name }) => name === 'score')?.value ?? 'INFINITY')
  const others = pairs(options.filter(({ name }) => name !== 'score'))
  return [
    ...[
      'constraint',
      'colocation',
      'add',
      ...named('resource_follower'),
      'with',
      ...named('resource_leader'),
    ],
    ...[score, `id=${id}`, ...others],
  ]
}

function ofSets(kind: string, constraint: Constraint): readonly string[] {
  const { id, options, resource_sets = [] } = constraint
  const ticket = 'ticket' in constraint ? [`ticket=${constraint.ticket}`] : []
  return [
    ...['constraint', kind],
    ...resource_sets.flatMap((set) => ['set', ...set.resource_ids, ...pairs(set.options)]),
    ...['setoptions', ...ticket, `id=${id}`, ...pairs(options)],
  ]
}

function accessCommands({ ha_cluster_acls: acls = {} }: RoleVariables): readonly (readonly string[])[] {
  return [
    ...(acls.acl_roles ?? []).map(({ id, description, permissions = [] }) => [
      ...['acl', 'role', 'create', id],
      ...(description === undefined ? [] : [`description=${description}`]),
      ...permissions.flatMap(({ kind, xpath, reference = '' }) =>
        xpath === undefined ? [kind, 'id', reference] : [kind, 'xpath', xpath],
      ),
    ]),
    ...(acls.acl_users ?? []).map(({ id, roles }) => ['acl', 'user', 'create', id, ...roles]),
    ...(acls.acl_groups ?? []).map(({ id, roles }) => ['acl', 'group', 'create', id, ...roles]),
  ]
}

function alertCommands({ ha_cluster_alerts: alerts = [] }: RoleVariables): readonly (readonly string[])[] {
  const described = ({ id, description, instance_attrs, meta_attrs }: Described) => [
    `id=${id}`,
    ...(description === undefined ? [] : [`description=${description}`]),
    ...after('options', first(instance_attrs)),
    ...after('meta', first(meta_attrs)),
  ]
  return alerts.flatMap((alert) => [
    ['alert', 'create', `path=${alert.path}`, ...described(alert)],
    ...(alert.recipients ?? []).map((recipient) => [
      ...['alert', 'recipient', 'add', alert.id, `value=${recipient.value}`],
      ...described(recipient),
    ]),
  ])
}

function pairs(options: readonly Option[] = []): readonly string[] {
  return options.map(({ name, value }) => `${name}=${value}`)
}

function first(sets: Attrs | undefined): readonly string[] {
  return pairs(sets?.[0]?.attrs)
}

function after(keyword: string, words: readonly string[]): readonly string[] {
  return words.length === 0 ? [] : [keyword, ...words]
}
