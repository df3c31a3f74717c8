import {
  type CheckOptions,
  type Cluster,
  check,
  clone,
  cluster,
  defineRule,
  diagnostic,
  group,
  nvpair,
  order,
  primitive,
  readCib,
  suppress,
  systemd,
  writeCib,
} from 'lightcib'
import { describe, expect, test } from 'vitest'

const [db, web] = [systemd('db'), systemd('web')]
const serialized = order(db, web, { kind: 'Serialize' })
const both = cluster({
  nodes: ['node1'],
  properties: { 'stonith-enabled': false },
  resources: [db, web],
  constraints: [serialized],
})
const reason = 'the direction is the one that we want'

const codesOf = (of: Cluster, options?: CheckOptions) =>
  check(of, options).map(({ code, severity }) => `${severity} ${code}`)

/** Options as a script has them that nobody type-checks. */
const unchecked = (options: object) => options as CheckOptions

const named = defineRule({
  code: 'named',
  severity: 'warning',
  set: 'strict',
  message: ({ id }: { id: string }) => `"${id}" has a short name`,
  visit: { primitive: (place, { report }) => report(place, { id: place.element.id }) },
})

test('the cluster of these tests has one finding', () => {
  expect(codesOf(both)).toEqual(['info order-serialize'])
})

describe('severities', () => {
  test.each([
    ['error', ['error order-serialize']],
    ['off', []],
  ] as const)('%s', (severity, expected) => {
    expect(codesOf(both, { rules: { severities: { 'order-serialize': severity } } })).toEqual(expected)
  })

  test('an error that every cluster must be without cannot be switched off', () => {
    const broken = cluster({
      properties: { 'stonith-enabled': false },
      resources: [web],
      constraints: [order('db' as never, web)],
    })
    expect(check(broken, { rules: { severities: { 'unknown-reference': 'off' } } })).toMatchObject([
      {
        code: 'invalid-setting',
        message:
          'the severity of "unknown-reference" is "off": expected "error": single findings can be suppressed with a reason',
      },
      { code: 'unknown-reference' },
    ])
  })
})

describe('packs', () => {
  const both = cluster({
    nodes: ['node1'],
    properties: { 'stonith-enabled': false },
    resources: [
      primitive('hana', 'ocf:suse:SAPHana', { SID: 'HN1', InstanceNumber: '03' }),
      clone(primitive('topology', 'ocf:suse:SAPHanaTopology', { SID: 'HN1', InstanceNumber: '03' }), {
        meta: { interleave: true },
      }),
      primitive('drbd', 'ocf:linbit:drbd', { drbd_resource: 'r0' }),
    ],
    constraints: [order('drbd', 'hana', { kind: 'Serialize' })],
  })
  const found = (rules: CheckOptions['rules'], set?: 'strict') =>
    check(both, { rules: { ...rules, ...(set && { set }) } })
      .map(({ code }) => code)
      .filter((code) => /^(hana|drbd)-/.test(code))
  const [sap, drbd] = ['hana-clone', 'drbd-not-promotable']

  test.each([
    [undefined, [drbd, sap]],
    [[], []],
    [['sap'], [sap]],
    [
      ['sap', 'drbd'],
      [drbd, sap],
    ],
    [['nfs', 'database'], []],
  ] as const)('%j', (packs, expected) => {
    const rules = packs && { packs }
    expect(found(rules)).toEqual(expected)
    expect(found(rules, 'strict')).toEqual(expected)
  })

  test('a rule that is named runs without its pack, and others than those of packs always do', () => {
    expect(found({ packs: [], severities: { [sap]: 'error' } })).toEqual([sap])
    expect(found({ packs: [], only: [drbd] })).toEqual([drbd])
    expect(codesOf(both, { rules: { packs: [] } })).toEqual(['info order-serialize'])
  })

  test('a suppression for a pack that does not run is not unused', () => {
    const suppressed: CheckOptions = { suppress: [{ code: sap, id: 'drbd', reason }] }
    expect(codesOf(both, suppressed)).toContain('warning unused-suppression')
    expect(codesOf(both, { ...suppressed, rules: { packs: [] } })).not.toContain('warning unused-suppression')
  })
})

describe('rules of a user', () => {
  test('run where their set or their code is asked for', () => {
    const own = [named]
    expect(codesOf(both, { own })).toEqual(['info order-serialize'])
    const twice = ['warning named', 'warning named']
    expect(codesOf(both, { own, rules: { set: 'strict' } })).toEqual(expect.arrayContaining(twice))
    expect(codesOf(both, { own, rules: { only: ['named'] } })).toEqual(twice)
    expect(codesOf(both, { own, rules: { only: ['named'], severities: { named: 'info' } } })).toEqual([
      'info named',
      'info named',
    ])
  })

  test('report elements, attributes and paths', () => {
    const places = defineRule({
      code: 'places',
      severity: 'info',
      message: () => 'seen',
      visit: {
        rsc_order: (place, { report }) => {
          report(place)
          report({ place, attribute: 'kind' })
        },
      },
      check: ({ report }) => report('/cib/configuration'),
    })
    const path = '/cib/configuration/constraints/rsc_order[@id="order-db-web-Serialize"]'
    const found = check(both, { own: [places], rules: { only: ['places'] } })
    expect(found.map((finding) => finding.path)).toEqual([path, `${path}/@kind`, '/cib/configuration'])
  })

  test('that throw are a finding, and the others run', () => {
    const broken = defineRule({
      code: 'broken',
      severity: 'info',
      message: () => 'never',
      visit: {
        primitive: () => {
          throw new RangeError('no such node')
        },
      },
    })
    expect(check(both, { own: [broken] }).map(({ message }) => message)).toEqual([
      expect.stringContaining('Serialize'),
      'the rule "broken" failed: RangeError: no such node',
    ])
  })
})

describe('suppress()', () => {
  const suppressed = suppress(serialized, 'order-serialize', reason)
  const of = (constraint: typeof serialized) =>
    cluster({
      nodes: ['node1'],
      properties: { 'stonith-enabled': false },
      resources: [db, web],
      constraints: [constraint],
    })

  test('leaves out findings of the element, of what is below it, and of nothing else', () => {
    expect(codesOf(of(suppressed))).toEqual([])
    expect(codesOf(suppress(both, 'order-serialize', reason))).toEqual([])
    const elsewhere = cluster({
      properties: { 'stonith-enabled': false },
      resources: [suppress(db, 'order-serialize', reason), web],
      constraints: [serialized],
    })
    expect(codesOf(elsewhere)).toEqual(['info order-serialize', 'warning unused-suppression'])
  })

  test('is not part of the CIB', () => {
    expect(writeCib(of(suppressed)).output).toBe(writeCib(both).output)
    expect(writeCib(suppress(both, 'order-serialize', reason)).output).toBe(writeCib(both).output)
  })

  test('works on builders of children, and beside other suppressions', () => {
    const priority = suppress(nvpair({ value: 1 }), 'priority', reason)
    const twice = suppress(suppress(systemd('a', { meta: { priority } }), 'meta', reason), 'named', reason)
    const unused = check(cluster({ properties: { 'stonith-enabled': false }, resources: [twice] }), {
      own: [named],
    }).map(({ path }) => path)
    const primitive = '/cib/configuration/resources/primitive[@id="a"]'
    expect(unused).toEqual([
      primitive,
      `${primitive}/meta_attributes[@id="a-meta_attributes"]/nvpair[@id="a-meta_attributes-priority"]`,
    ])
  })

  test('two equal constraints still get two ids', () => {
    const twins = cluster({
      nodes: ['node1'],
      properties: { 'stonith-enabled': false },
      resources: [db, web],
      constraints: [suppressed, suppressed],
    })
    expect(twins.configuration.constraints?.items.map(({ id }) => id)).toEqual([
      'order-db-web-Serialize',
      'order-db-web-Serialize-1',
    ])
    expect(codesOf(twins).filter((code) => code.endsWith('order-serialize'))).toEqual([])
  })

  test('errors about references and cycles can be suppressed as well', () => {
    const cycle = suppress(
      cluster({
        properties: { 'stonith-enabled': false },
        nodes: ['node1'],
        resources: [clone(group('g', [systemd('a')])), db, web],
        constraints: [order(db, web), order(web, db)],
      }),
      'order-cycle',
      'shows what a cycle looks like',
    )
    expect(codesOf(cycle)).toEqual([])
  })
})

describe('suppressions of the options', () => {
  const read = readCib(writeCib(both).output ?? '').output as Cluster
  const suppression = { code: 'order-serialize', id: 'order-db-web-Serialize', reason }

  test('leave out findings by id', () => {
    expect(codesOf(read, { suppress: [suppression] })).toEqual([])
    expect(check(read, { suppress: [suppression, { ...suppression, id: 'web' }] })).toMatchObject([
      {
        code: 'unused-suppression',
        message: 'the suppression of "order-serialize" leaves nothing out: there is no such finding on "web"',
      },
    ])
  })

  test('are not unused where their code was not looked for', () => {
    const others = [
      { ...suppression, code: 'named' },
      { ...suppression, code: 'invalid-value' },
      { ...suppression, code: 'pcs-unsupported' },
    ]
    expect(codesOf(read, { own: [named], suppress: [suppression, ...others] })).toEqual([])
    const rules: CheckOptions['rules'] = { only: ['unknown-reference'] }
    expect(codesOf(read, { rules, suppress: [suppression] })).toEqual([])
    expect(
      codesOf(read, { rules: { severities: { 'order-serialize': 'off' } }, suppress: [suppression] }),
    ).toEqual([])
  })

  test('an id with a quote or a slash is found as it is', () => {
    const quoted = `a"/x[@id='b']`
    const policy = {
      name: 'quoted',
      check: () => [
        diagnostic('invalid-id', `/cib/configuration/resources/primitive[@id='a"b/c']/@id`, { id: 'a"b/c' }),
      ],
    }
    const options = (id: string): CheckOptions => ({
      policies: [policy],
      suppress: [{ code: 'invalid-id', id, reason }],
    })
    const only = { only: ['invalid-id'] }
    expect(codesOf(cluster({}), { ...options('a"b/c'), rules: only })).toEqual([])
    expect(codesOf(cluster({}), { ...options(quoted), rules: only })).toContain('error invalid-id')
  })
})

describe('what cannot be used is a finding', () => {
  const cases: readonly (readonly [options: object, message: string, near?: string])[] = [
    [{ suppres: [] }, 'unknown option "suppres" of check(): it has no effect', 'suppress'],
    [{ rules: { sett: 'strict' } }, 'unknown option "sett" of rules of check(): it has no effect', 'set'],
    [
      { rules: { set: 'strikt' } },
      'rules.set of check() is "strikt": expected "recommended" or "strict"',
      'strict',
    ],
    [
      { rules: { packs: ['sapp'] } },
      'a pack in rules.packs of check() is "sapp": expected "database" or "drbd" or "nfs" or "sap"',
      'sap',
    ],
    [{ rules: { packs: 'sap' } }, 'rules.packs of check() is "sap": expected an array'],
    [
      { rules: { severities: { 'order-serialise': 'off' } } },
      'unknown code "order-serialise" in rules.severities of check(): no finding has it',
      'order-serialize',
    ],
    [
      { rules: { severities: { 'order-serialize': 'warn' } } },
      'the severity of "order-serialize" is "warn": expected "off" or "info" or "warning" or "error"',
    ],
    [
      { rules: { severities: { 'order-serialize': 'eror' } } },
      'the severity of "order-serialize" is "eror": expected "off" or "info" or "warning" or "error"',
      'error',
    ],
    [
      { rules: { only: ['order-cicle'] } },
      'unknown code "order-cicle" in rules.only of check(): no finding has it',
      'order-cycle',
    ],
    [{ suppress: {} }, 'suppress of check() is an object: expected an array'],
    [{ own: [() => []] }, 'a rule in own of check() is a function: expected what defineRule() returns'],
    [
      { own: [{ ...named, code: 'order-cycle' }] },
      'the code of a rule in own of check() is "order-cycle": expected one that no other rule has',
    ],
    [
      { policies: [{}] },
      'a policy in policies of check() is an object: expected what vipWithHaproxy() or another policy returns',
    ],
    [
      { suppress: [{ code: 'order-serialize', id: 'x', reason: ' ' }] },
      'the suppression of "order-serialize" has no reason: it is ignored',
    ],
    [
      { suppress: [{ code: 'order-serialize', reason }] },
      'the id of an item in suppress of check() is undefined: expected the id of an element',
    ],
  ]
  test.each(cases.map(([options, message, near]) => ({ options, message, near })))(
    '$message',
    ({ options, message, near }) => {
      const [finding] = check(cluster({}), unchecked(options))
      expect(finding?.message).toBe(message)
      expect(finding?.severity).toBe('error')
      if (near !== undefined) expect(finding?.hint).toBe(`did you mean "${near}"?`)
    },
  )

  test('a policy instead of options is one too', () => {
    expect(check(cluster({}), unchecked([{ name: 'x', check: () => [] }]))[0]).toMatchObject({
      code: 'unknown-option',
    })
  })
})

test.each<[unknown, string]>([
  [() => undefined, 'it returns no array of findings'],
  [() => [{ code: 'x' }], 'it returns what is no finding'],
  [
    () => {
      throw null
    },
    'null',
  ],
])('a policy that fails is a finding: %#', (failing, reason) => {
  const policy = { name: 'mine', check: failing } as never
  const web = cluster({ nodes: ['n1'], properties: { 'stonith-enabled': false }, resources: [] })
  const messages = check(web, { policies: [policy] }).map(({ code, message }) => `${code}: ${message}`)
  expect(messages).toContain(`policy-failed: the policy "mine" failed: ${reason}`)
})
