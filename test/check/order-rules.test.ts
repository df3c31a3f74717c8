import { describe, expect, it } from 'vitest'
import { runRules } from '../../src/check/rule.js'
import { rule as referenceInsideClone } from '../../src/check/rules/constraint/reference-inside-clone.js'
import { orderRules } from '../../src/check/rules/order/index.js'
import { readCib } from '../../src/cib/index.js'
import type { Cluster } from '../../src/model/index.js'
import { cibText, xml } from '../support/cib-text.js'
import { orderTruth } from '../support/order-oracle.js'
import { describeWith } from '../support/tools.js'

const { primitive, group, clone, order, colocation, location, set, sets } = xml

const clusterOf = (resources: readonly string[], constraints: readonly string[], more = '') =>
  readCib(cibText({ resources, constraints, more })).output as Cluster
const findings = (...parts: Parameters<typeof clusterOf>) =>
  runRules(clusterOf(...parts), [referenceInsideClone, ...orderRules])
const hints = (...parts: Parameters<typeof clusterOf>) =>
  findings(...parts).map(({ code, severity, message }) => `${severity} ${code}: ${message}`)

const app = primitive('app')
const web = clone('web-clone', primitive('web'))
const database = clone('db-clone', primitive('db', {}, 'Stateful'), { promotable: 'true' })
const address = '<primitive id="vip" class="ocf" provider="heartbeat" type="IPaddr2"/>'

describe('orders that do not do what they seem to', () => {
  it('name something inside a clone', () => {
    expect(hints([web, app], [order('o', 'web', 'app')])).toEqual([
      'error reference-inside-clone: "web" is inside "web-clone": Pacemaker ignores a constraint that names it until "web" has run',
    ])
    expect(hints([clone('c', group('g', [primitive('m')])), app], [colocation('k', 'app', 'g')])).toEqual([
      'error reference-inside-clone: "g" is inside "c": Pacemaker ignores a constraint that names it',
    ])
    expect(hints([group('g', [primitive('m')]), app], [order('o', 'm', 'app')])).toEqual([])
  })

  it('name a guest and what runs inside it, in sets too', () => {
    const vm = primitive('vm', { 'remote-node': 'inner' })
    const inside = location('l', 'app', 'inner', 'INFINITY')
    const warning = [
      'warning order-with-host: "app" runs on the guest node "inner" that "vm" creates: Pacemaker drops the order',
    ]
    const resources = [vm, app, primitive('x')]
    expect(hints(resources, [inside, sets('rsc_order', 'o', [set('s', ['x', 'vm', 'app'])])])).toEqual(
      warning,
    )
    const apart = [set('s', ['x', 'vm']), set('t', ['app'])]
    expect(hints(resources, [inside, sets('rsc_order', 'o', apart)])).toEqual(warning)
    expect(hints(resources, [sets('rsc_order', 'o', apart)])).toEqual([])
  })

  it('leave out then-action after a promotion', () => {
    expect(hints([database, app], [order('o', 'db-clone', 'app', { 'first-action': 'promote' })])).toEqual([
      'warning order-missing-then-action: then-action defaults to "promote", which "app" never performs: the order has no effect',
    ])
    const full = { 'first-action': 'promote', 'then-action': 'start' }
    expect(hints([database, app], [order('o', 'db-clone', 'app', full)])).toEqual([])
    const tag = '<tags><tag id="t"><obj_ref id="app"/></tag></tags>'
    expect(hints([database, app], [order('o', 'db-clone', 't', { 'first-action': 'promote' })], tag)).toEqual(
      [],
    )
  })

  it('wait for a promotion that never comes', () => {
    const attributes = { 'first-action': 'promote', 'then-action': 'start' }
    expect(hints([web, app], [order('o', 'web-clone', 'app', attributes)])).toEqual([
      'warning order-not-promotable: "web-clone" is not promotable and never performs "promote": "app" waits for it forever',
    ])
    expect(hints([web, app], [order('o', 'web-clone', 'app', { ...attributes, kind: 'Optional' })])).toEqual([
      'warning order-not-promotable: "web-clone" is not promotable and never performs "promote": the order has no effect',
    ])
    const listed = [set('s', ['web-clone'], { action: 'promote' }), set('t', ['app'])]
    expect(hints([web, app], [sets('rsc_order', 'o', listed)])).toEqual([
      'warning order-not-promotable: "web-clone" is not promotable and never performs "promote": "app" waits for it forever',
    ])
  })

  it('take Serialize for more than it is', () => {
    expect(hints([web, app], [order('o', 'web-clone', 'app', { kind: 'Serialize' })])).toEqual([
      'info order-serialize: kind "Serialize" has one direction: where both resources are to start, the first starts first, and their stops are not ordered',
    ])
    const both = { kind: 'Serialize', symmetrical: 'true' }
    expect(hints([web, app], [order('o', 'web-clone', 'app', both)])).toEqual([
      'warning order-serialize: kind "Serialize" has one direction: Pacemaker ignores symmetrical="true"',
    ])
  })

  it('hang a service on the moves of an address', () => {
    expect(hints([address, web], [order('o', 'vip', 'web-clone')])).toEqual([
      'warning vip-before-service: "web-clone" depends on the virtual IP "vip": it restarts on all nodes whenever the address moves or fails, and runs nowhere while the address cannot run',
    ])
    expect(hints([address, web], [order('o', 'vip', 'web-clone', { symmetrical: 'false' })])).toEqual([
      'warning vip-before-service: "web-clone" depends on the virtual IP "vip": it starts nowhere while the address cannot run',
    ])
    expect(hints([address, web], [order('o', 'vip', 'web-clone', { kind: 'Optional' })])).toEqual([])
    expect(hints([address, app], [order('o', 'vip', 'app')])).toEqual([])
  })

  it('repeat what others require', () => {
    expect(hints([app, web], [order('1', 'app', 'web-clone'), order('2', 'app', 'web-clone')])).toEqual([
      'info order-implied: the order is redundant: "1" before it does the same',
    ])
  })

  it('come after a weaker one', () => {
    const behind = (attributes: Readonly<Record<string, string>>) =>
      hints([app, web], [order('1', 'app', 'web-clone', attributes), order('2', 'app', 'web-clone')])
    expect(behind({ kind: 'Optional' })).toEqual([
      'warning order-defeated: the order has no effect: "1" before it (kind Optional) orders the same two, and Pacemaker keeps the first; "web-clone" starts without "app", and does not stop with it',
    ])
    expect(behind({ symmetrical: 'false' })).toEqual([
      'warning order-defeated: the order binds less than Mandatory: "1" before it (symmetrical false) orders the same two, and Pacemaker keeps the first; "web-clone" does not stop and restart with "app"',
    ])
  })
})

describeWith(['crm_simulate', 'prlimit'], 'in the real scheduler', () => {
  it('what waits for a promotion that never comes does not start', async () => {
    const attributes = { 'first-action': 'promote', 'then-action': 'start' }
    const cluster = clusterOf([web, app], [order('o', 'web-clone', 'app', attributes)])
    expect((await orderTruth(cluster)).verdict).toBe('unknown')
    const optional = clusterOf(
      [web, app],
      [order('o', 'web-clone', 'app', { ...attributes, kind: 'Optional' })],
    )
    expect((await orderTruth(optional)).verdict).toBe('none')
  })
})
