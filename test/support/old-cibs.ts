import { type Random, randomOf } from './random.js'

function xml(name: string, attributes: Readonly<Record<string, string>>, inner = ''): string {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`)
  return `<${name}${given.join('')}>${inner}</${name}>`
}

/** A random CIB of schema 1.2 to 3.9 with what later schemas have in another form, the same for the same seed. */
export function oldCib(
  seed: number,
  schemas: readonly string[] = ['1.2', '1.3', '2.0', '2.5', '2.10'],
): string {
  const random = randomOf(seed)
  const schema = random.pick(schemas)
  const parts = partsOf(random, schema)
  const resources = parts.resources()
  const acls = parts.has('acls') ? parts.acls() : ''
  return `<cib validate-with="pacemaker-${schema}" crm_feature_set="3.0.5" admin_epoch="0" epoch="1" num_updates="0"><configuration>
<crm_config>${parts.properties()}</crm_config><nodes>${parts.nodes()}</nodes>
<resources>${resources}</resources><constraints>${parts.constraints()}</constraints>${parts.topology()}${acls}${parts.defaults('rsc_defaults', 'resource-stickiness')}${parts.defaults('op_defaults', 'timeout')}
</configuration><status/></cib>`
}

const names = {
  properties: [
    ...[
      'cluster-infrastructure',
      'expected-quorum-votes',
      'default-resource-stickiness',
      'default-action-timeout',
    ],
    ...[
      'is-managed-default',
      'is_managed_default',
      'no_quorum_policy',
      'stonith_enabled',
      'transition_idle_timeout',
    ],
    ...[
      'default-migration-threshold',
      'default-resource-failure-stickiness',
      'notification-agent',
      'dc-version',
    ],
    ...[
      'crmd-transition-delay',
      'crmd-integration-timeout',
      'remove_after_stop',
      'stonith-action',
      'own-option',
    ],
  ],
  instance: [
    'pcmk_reboot_cmd',
    'pcmk_arg_map',
    'pcmk_off_cmd',
    'pcmk_host_list',
    'ip',
    'pcmk_poweroff_action',
  ],
  meta: [
    'isolation',
    'isolation-host',
    'resource-failure-stickiness',
    'target-role',
    'requires',
    'restart-type',
  ],
  op: ['timeout', 'role', 'enabled', 'on-fail', 'requires', 'OCF_CHECK_LEVEL', 'interval-origin', 'can_fail'],
}
const values: Readonly<Record<string, readonly string[]>> = {
  'cluster-infrastructure': ['openais', 'cman', 'corosync'],
  'default-resource-failure-stickiness': ['-INFINITY', '-5'],
  'resource-failure-stickiness': ['-INFINITY', '-5'],
  pcmk_arg_map: ['port:uuid', 'port:uuid,x:y', 'uuid:port'],
  'stonith-action': ['poweroff', 'reboot'],
}

function partsOf(random: Random, schema: string) {
  let last = 0
  const isFirst = schema.startsWith('1.')
  const isThird = schema.startsWith('3.')
  const newId = (name: string) => `${name}-${++last}`
  const sets: Record<string, string[]> = {}
  const pair = (name: string) =>
    xml('nvpair', { id: newId('p'), name, value: random.pick(values[name] ?? ['1', 'true', 'x']) })
  const rule = () => {
    const expression = xml('expression', { id: newId('e'), attribute: 'a', operation: 'defined' })
    return xml('rule', { id: newId('r'), score: '1' }, expression)
  }
  const set = (element: string, known: readonly string[], more: { ruled?: number; refs?: number } = {}) => {
    const before = sets[element] ?? []
    if (before.length > 0 && random.chance(more.refs ?? 0.1))
      return xml(element, { 'id-ref': random.pick(before) })
    const id = newId('s')
    sets[element] = [...before, id]
    const score = random.chance(0.2) ? { score: String(random.between(-5, 5)) } : {}
    const pairs = Array.from({ length: random.between(0, 3) }, () => pair(random.pick(known)))
    return xml(element, { id, ...score }, (random.chance(more.ruled ?? 0.1) ? rule() : '') + pairs.join(''))
  }
  const several = (most: number, make: () => string) =>
    Array.from({ length: random.between(0, most) }, make).join('')
  const op = (name: string) => {
    const requires =
      !isThird && random.chance(0.4) ? { requires: random.pick(['quorum', 'nothing', 'fencing']) } : {}
    const inner =
      several(1, () => set('meta_attributes', isThird ? ['can_fail', 'x'] : ['requires', 'on-fail', 'x'])) +
      several(1, () => set('instance_attributes', isThird ? ['OCF_CHECK_LEVEL'] : names.op))
    return xml('op', { id: newId('op'), name, interval: name === 'monitor' ? '10' : '0', ...requires }, inner)
  }
  const meta = isThird ? ['target-role', 'restart-type', 'x'] : names.meta
  const primitive = (kind: 'stonith' | 'ocf' = random.pick(['stonith', 'ocf'] as const)) => {
    const agent =
      kind === 'ocf'
        ? { class: 'ocf', provider: 'pacemaker', type: 'Stateful' }
        : { class: 'stonith', type: 'fence_x' }
    const ops = ['start', 'promote', 'monitor', 'stop'].filter(() => random.chance(0.4)).map(op)
    const inner = [
      several(2, () => set('instance_attributes', isThird ? ['ip', 'ip', 'passwd'] : names.instance)),
      several(2, () => set('meta_attributes', meta)),
      ops.length > 0 ? xml('operations', {}, ops.join('')) : '',
    ]
    const id = newId('a')
    return { id, text: xml('primitive', { id, ...agent }, random.shuffled(inner).join('')) }
  }
  const ids: string[] = []
  return {
    properties: () =>
      several(3, () =>
        set(
          'cluster_property_set',
          isThird ? ['stonith-action', 'remove-after-stop', 'crmd-transition-delay'] : names.properties,
          { ruled: 0 },
        ),
      ),
    nodes: () =>
      ['n1', 'n2']
        .map((uname, at) =>
          xml('node', {
            id: String(at + 1),
            uname,
            type: random.pick(isThird ? ['member', 'ping'] : ['normal', 'member']),
          }),
        )
        .join(''),
    resources: () =>
      Array.from({ length: random.between(1, 3) }, () => {
        const { id, text } = primitive()
        ids.push(id)
        if (!random.chance(0.3)) return text
        const around = newId('m')
        ids.push(around)
        const name = random.pick(['master', 'clone', 'group'])
        const sets = several(2, () => set('meta_attributes', ['master-max', 'isolation', 'x']))
        return xml(name, { id: around }, random.chance(0.5) ? sets + text : text + sets)
      }).join(''),
    constraints: () => {
      const rsc = () => random.pick(ids)
      const makers = [
        () =>
          xml('rsc_colocation', {
            id: newId('c'),
            rsc: rsc(),
            'with-rsc': rsc(),
            ...(isThird ? { score: '5' } : random.pick([{ 'score-attribute': 'x' }, { score: '5' }])),
            'rsc-role': 'Master',
          }),
        () => xml('rsc_order', { id: newId('o'), first: rsc(), then: rsc(), score: random.pick(['0', '5']) }),
        () =>
          xml(
            'rsc_location',
            { id: newId('l'), rsc: rsc() },
            rule() +
              (random.chance(0.5) ? rule() : '') +
              (random.chance(0.3) ? xml('lifetime', {}, rule() + (random.chance(0.5) ? rule() : '')) : ''),
          ),
        () =>
          xml(
            'rsc_location',
            { id: newId('l'), rsc: rsc(), node: 'n1', score: '5' },
            random.chance(0.3) ? xml('lifetime', {}, rule()) : '',
          ),
      ]
      return several(3, () => random.pick(makers)())
    },
    topology: () =>
      random.chance(0.3)
        ? xml(
            'fencing-topology',
            {},
            xml('fencing-level', {
              id: newId('f'),
              target: 'n1',
              index: String(random.pick([1, 9, 12])),
              devices: 'x',
            }),
          )
        : '',
    has: (_: 'acls') => random.chance(0.5),
    acls: () => {
      const permission = () => {
        const id = newId('perm')
        const at = random.pick(ids)
        if (!isFirst)
          return xml('acl_permission', {
            id,
            kind: 'read',
            ...random.pick([{ xpath: '/cib' }, { reference: at }, { 'object-type': 'node' }]),
          })
        const where = random.pick([
          { xpath: '/cib' },
          { ref: at },
          { tag: 'node' },
          { tag: 'primitive', ref: at },
        ])
        return xml(random.pick(['read', 'write', 'deny']), {
          id,
          ...where,
          ...(random.chance(0.3) ? { attribute: 'x' } : {}),
        })
      }
      const role = xml('acl_role', { id: 'role' }, several(2, permission))
      const user = (id: string) =>
        isFirst
          ? xml(
              'acl_user',
              { id },
              random.chance(0.5) ? xml('role_ref', { id: 'role' }) : several(2, permission),
            )
          : xml('acl_target', { id }, xml('role', { id: 'role' }))
      return xml('acls', {}, random.shuffled([role, user('joe'), user('ann')]).join(''))
    },
    defaults: (element: 'rsc_defaults' | 'op_defaults', name: string) =>
      random.chance(0.4)
        ? xml(
            element,
            {},
            several(2, () => set('meta_attributes', [name, 'x'], { ruled: isThird || isFirst ? 0 : 0.1 })),
          )
        : '',
  }
}
