import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { check, toDot, toSource, toSvg, vipWithHaproxy } from 'lightcib'
import { describe, expect, test } from 'vitest'
import { readCib, translateCluster, writeCib } from '../../src/cib/index.js'
import { failureImpact, runsOnlyWith } from '../../src/graph/index.js'
import type { Cluster } from '../../src/model/index.js'
import { root } from '../support/tools.js'

const folder = join(root, 'fixtures/reports')
const read = (name: string) => readCib(readFileSync(join(folder, `${name}.xml`), 'utf8'), { validate: true })
const clusterOf = (name: string) => read(name).output as Cluster

/**
 * What `check` must report for each cluster that went wrong in practice, and no other error; after `not` what it must not
 * report, since the cluster is right in that.
 */
const reports: Readonly<
  Record<string, { readonly found: readonly string[]; readonly not?: readonly string[] }>
> = {
  'address-twice': { found: ['warning address-duplicate'] },
  'address-without-bond': { found: ['warning address-without-colocation'] },
  'banned-everywhere': { found: ['error never-runs'] },
  'bundle-without-image': { found: [] },
  'clone-bound-to-address': { found: ['warning clone-confined'] },
  'colocation-without-role': { found: ['warning colocation-without-role'] },
  'colocations-contradict': { found: ['warning colocation-ignored'] },
  'failure-follows-colocation': { found: [] },
  'fencing-command-renamed': { found: ['info schema-old'] },
  'group-and-apart': { found: ['error never-runs'] },
  'group-last-fails': { found: [] },
  'group-member-placed': { found: ['warning never-runs'] },
  'guest-clone-spreads': { found: ['warning order-cycle'] },
  'guest-preferred-by-group': { found: ['warning order-cycle'] },
  'interleave-missing': { found: ['warning interleave-missing'] },
  'left-unmanaged': { found: ['info left-unmanaged'] },
  'leftover-of-move-and-ban': { found: ['info leftover-move', 'info leftover-move'] },
  'location-names-no-node': { found: ['warning location-unknown-node'] },
  'monitors-of-one-interval': { found: ['error operation-duplicate'] },
  'name-steers-terminal': { found: ['warning location-unknown-node'] },
  'names-misspelt': {
    found: [
      'warning option-unknown',
      'warning option-unknown',
      'warning meta-unknown',
      'warning meta-unknown',
    ],
  },
  'no-fencing-device': { found: ['error fencing-no-device'] },
  'old-and-new-names': {
    found: [
      'warning option-duplicate',
      'warning option-unknown',
      'error fencing-no-device',
      'info leftover-move',
    ],
  },
  'one-way-order-first': { found: ['warning order-defeated'], not: ['order-implied'] },
  'opt-in-without-location': { found: ['error never-runs'] },
  'order-after-start-only': { found: ['warning order-before-promotion'] },
  'order-of-stops': { found: [] },
  'orders-in-a-chain': { found: [], not: ['order-implied'] },
  'policy-sees-nothing': { found: [] },
  'priority-of-template-in-circle': { found: ['warning colocation-ignored'] },
  'properties-of-old': { found: ['info option-obsolete', 'info option-obsolete'] },
  'remote-connection-in-group': { found: ['error remote-in-group'] },
  'remote-node-counts': { found: [] },
  'role-on-primitive': { found: ['warning role-without-effect'] },
  'sap-ers-after-ascs': { found: ['warning sap-ers-order'] },
  'sap-ers-leaves-last': { found: [], not: ['sap-ers-order'] },
  'serialize-behind-banned': { found: ['error never-runs', 'info order-serialize'] },
  'set-reference-cycle': { found: ['error order-cycle', 'warning set-never-read'] },
  'set-reference-no-cycle': { found: ['warning set-never-read'], not: ['order-cycle'] },
  'set-reference-no-guarantee': { found: ['warning set-never-read'] },
  'set-reference-to-itself': { found: ['error set-reference-loop'] },
  'single-between-clones': { found: [], not: ['order-implied'] },
  'status-of-live-cluster': { found: ['warning fence-node-uncovered', 'warning node-unclean'] },
  'stop-that-fails-stops': { found: ['error on-fail-not-allowed'] },
  'ticket-of-a-prerequisite': { found: [] },
  'unmanaged-by-shared-set': { found: ['info left-unmanaged', 'info left-unmanaged'] },
  'unmanaged-by-template': { found: ['info left-unmanaged'] },
  'value-of-schema-4': { found: ['error invalid-value', 'warning option-deprecated'] },
  'values-misspelt': {
    found: [
      'error option-invalid-value',
      'error option-invalid-value',
      'error meta-invalid-value',
      'error meta-invalid-value',
      'error duration-misread',
      'error operation-name-unknown',
    ],
  },
}

test('every cluster that went wrong in practice has an entry', () => {
  const files = readdirSync(folder).filter((file) => file !== 'README.md')
  expect(files).toEqual(Object.keys(reports).map((name) => `${name}.xml`))
})

test.each(Object.entries(reports))('%s', (name, { found, not = [] }) => {
  const { output, diagnostics } = read(name)
  const all = [...diagnostics, ...check(output as Cluster)]
  const named = all.map(({ severity, code }) => `${severity} ${code}`)
  const count = (names: readonly string[], one: string) => names.filter((other) => other === one).length
  for (const one of found) expect([one, count(named, one)]).toEqual([one, count(found, one)])
  const isError = (one: string) => one.startsWith('error ')
  expect(named.filter(isError).sort()).toEqual(found.filter(isError).sort())
  expect(all.map(({ code }) => code).filter((code) => not.includes(code))).toEqual([])
})

describe('the output', () => {
  test('of a bundle without an image is a picture', async () => {
    const cluster = clusterOf('bundle-without-image')
    expect(toDot(cluster).output).toContain('>&#34;&#34;</FONT>')
    expect((await toSvg(cluster)).ok).toBe(true)
  })

  test('of a name that steers a terminal has its characters escaped', () => {
    const [finding] = check(clusterOf('name-steers-terminal'))
    expect(finding?.message).toContain('"node\\u009b2J\\u009b31mgone\\u009d0;owned\\u009c\\u202e1"')
  })

  test('of the status of a live cluster is source without it and without passwords', () => {
    const { output = '', diagnostics } = toSource(clusterOf('status-of-live-cluster'))
    expect(output).toContain("password: secret('ipmi-node1')")
    expect(output).not.toMatch(/lrm|s3cr3t/)
    expect(diagnostics.map(({ code }) => code)).toEqual(['source-omits-status', 'source-secret'])
  })
})

describe('the answer', () => {
  test.each([
    ['set-reference-no-guarantee', 'proxy-clone', 'with "proxy" failed on alpha, beta and gamma'],
    ['unmanaged-by-shared-set', 'proxy-clone', '"address" is not managed'],
    ['unmanaged-by-template', 'proxy-clone', '"address" is not managed'],
    ['priority-of-template-in-circle', 'proxy', 'Pacemaker leaves it out'],
    ['remote-node-counts', 'proxy-clone', 'failed on beta and edge'],
    [
      'ticket-of-a-prerequisite',
      'proxy-clone',
      '"address" runs on no node: the ticket "site-A" is not granted',
    ],
  ])('of %s is that "address" may run alone, and why', (name, withRsc, reason) => {
    const { verdict, reason: given } = runsOnlyWith(clusterOf(name), 'address', withRsc)
    expect([verdict, given]).toEqual(['not-guaranteed', expect.stringContaining(reason)])
  })

  test.each([
    ['failure-follows-colocation', 'proxy', { stopped: ['address'] }],
    ['failure-follows-colocation', 'proxy-clone', { stopped: ['address'] }],
    ['one-way-order-first', 'db', { stopped: [], notStarted: ['app'] }],
    ['group-last-fails', 'top', { stopped: [], notStarted: [] }],
    ['order-of-stops', 'front', { stopped: [], notStarted: [], uncertain: [] }],
  ])('of %s is what the failure of "%s" takes with it', (name, rsc, impact) => {
    expect(failureImpact(clusterOf(name), rsc)).toMatchObject(impact)
  })

  test('of a policy that finds nothing to check is a warning', () => {
    const found = check(clusterOf('policy-sees-nothing'), { policies: [vipWithHaproxy()] })
    expect(found.map(({ code }) => code)).toContain('policy-without-subject')
  })

  test('of an upgrade to a newer schema are the new names, and without what has no meaning', () => {
    const upgraded = (name: string) => {
      const { output, diagnostics } = translateCluster(clusterOf(name), 'pacemaker-3.9')
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
      return writeCib(output as Cluster).output
    }
    expect(upgraded('fencing-command-renamed')).toContain('name="pcmk_reboot_action"')
    expect(upgraded('properties-of-old')).not.toMatch(/cman|expected-quorum-votes/)
  })
})
