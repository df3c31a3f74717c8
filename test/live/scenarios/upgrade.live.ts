import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type Cluster, clone, cluster, colocation, order } from 'lightcib'
import { toSystemd } from 'lightcib/systemd'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { properties, service, vip, vipColocations, vipOrders } from '../../../fixtures/scenarios/tripleo.js'
import { writeCib } from '../../../src/cib/index.js'
import { root } from '../../support/tools.js'
import { describeAsRoot } from '../as-root.js'
import type { Machines } from '../machines.js'
import { nodeOf } from '../running.js'
import { show } from '../services.js'
import { allowSsh } from '../ssh.js'
import { bringUp, scenarioNeeds } from './bring-up.js'
import { note } from './note.js'
import { virtualIps } from './source.js'
import { Client } from './watch.js'

const nodes = ['node1', 'node2', 'node3']
const node = 'node1'
const names = Array.from({ length: 8 }, (_, at) => `openstack-service-${at + 1}`)
const addresses = virtualIps.slice(0, 2)
const http = `${addresses[1]}:80`

const haproxy = clone(service('haproxy'))
const vips = addresses.map(vip)
const moving = names.map((name) => clone(service(name), { meta: { interleave: true } }))
const common = { name: 'upgrade', nodes, properties }
const constraints = [...vipOrders(vips, haproxy), ...vipColocations(vips, haproxy)]

/** Eight services, each after the one before, and the first after HAProxy. */
const full: Cluster = cluster({
  ...common,
  resources: [haproxy, ...vips, ...moving],
  constraints: [
    ...constraints,
    ...moving.map((each, at) => order(moving[at - 1] ?? haproxy, each)),
    ...moving.slice(1).map((each, at) => colocation(each, moving[at] ?? haproxy)),
  ],
})
const light: Cluster = cluster({ ...common, resources: [haproxy, ...vips], constraints, services: names })

/** A module with the cluster of a CIB, and what systemd runs beside it. */
const moduleOf = (cib: string, services: readonly string[]) => `import { readFileSync } from 'node:fs'
import { readCib } from 'lightcib'
export default { ...readCib(readFileSync('${cib}')).output, services: ${JSON.stringify(services.map((unit) => ({ unit })))} }
`

const lightcib = `${process.execPath} ${join(root, 'dist/cli/main.js')}`

describeAsRoot(
  'the upgrade from full to light, with apply',
  () => {
    let machines: Machines
    let clients: readonly Client[] = []
    let start = 0
    beforeAll(async () => {
      machines = await bringUp(nodes, full)
      allowSsh(machines, node, nodes.slice(1))
      for (const { path, text } of toSystemd(light, { full }).output ?? []) {
        machines.ask(node, `mkdir -p "$(dirname '/root/nodes/${path}')"`)
        machines.write(node, `'/root/nodes/${path}'`, text)
      }
      for (const [name, described] of Object.entries({ full, light }))
        machines.write(node, `/root/${name}.xml`, writeCib(described).output ?? '')
      machines.write(node, '/root/light.mjs', moduleOf('/root/light.xml', names))
      clients = Array.from({ length: 5 }, () => new Client(machines, 20, { [http]: 'GET / HTTP/1.0' }))
      await Promise.all(clients.map((client) => client.answered(http)))
      start = Date.now()
    })
    afterAll(() => {
      for (const client of clients) client.end()
      machines?.down()
    })

    const onAll = (command: string) => nodes.map((each) => machines.ask(each, command))
    const overrides = names.map((name) => `/run/systemd/system/${name}.service.d/50-pacemaker.conf`)

    /** Requests since the start, and those of them that failed. */
    async function requests() {
      const watched = await Promise.all(clients.map((client) => client.since(start, http)))
      return {
        count: watched.reduce((sum, each) => sum + each.requests, 0),
        failed: watched.flatMap((each) => each.failed),
      }
    }

    test('before it the cluster is as described by full, and not by light', () => {
      expect(machines.on(node, `${lightcib} drift /root/full.xml`)).toMatchObject({ status: 0 })
      const { status, stdout } = machines.on(node, `${lightcib} drift /root/light.xml`)
      expect([status, stdout]).toEqual([1, expect.stringContaining('openstack-service-8')])
      onAll(`test -e ${overrides.join(' && test -e ')}`)
    })

    /** All services are as systemd restarts them, and nothing is left of Pacemaker's override. */
    function expectUnderSystemd() {
      for (const each of nodes) {
        for (const [at, name] of names.entries()) {
          expect(machines.on(each, `test -e ${overrides[at]}`).status, `${name} on ${each}`).toBe(1)
          expect(show(machines, each, `${name}.service`, 'ActiveState', 'Restart')).toEqual({
            ActiveState: 'active',
            Restart: 'always',
          })
        }
      }
    }

    test('the script of the plan leaves the services to systemd, and takes all back', async () => {
      const long = { timeout: 900_000 }
      machines.ask(node, 'cibadmin --query >/root/live.xml')
      const made = machines.on(
        node,
        `${lightcib} plan /root/live.xml /root/light.mjs --to pcs -o /root/steps.sh`,
      )
      expect(made).toMatchObject({ status: 0 })
      const script = 'bash /root/steps.sh --systemd'
      const missing = machines.on(node, `${script} /root/none`)
      expect([missing.status, missing.stderr]).toEqual([1, expect.stringContaining('nothing is done')])
      expect(machines.on(node, `${lightcib} drift /root/full.xml`)).toMatchObject({ status: 0 })
      const begin = Date.now()
      expect(machines.on(node, `${script} /root/nodes`, long)).toMatchObject({ status: 0, stderr: '' })
      note(`upgrade by the script: ${Math.round((Date.now() - begin) / 1000)} s`)
      expectUnderSystemd()
      expect(machines.on(node, `${script} /root/nodes`).stdout).toMatch(/^steps 1 to \d+ are done already\n$/)
      expect(machines.on(node, `${script} /root/nodes --undo`, long)).toMatchObject({ status: 0, stderr: '' })
      expect(machines.on(node, `${lightcib} drift /root/full.xml`)).toMatchObject({ status: 0 })
      onAll(`test -e ${overrides.join(' && test -e ')}`)
      expect((await requests()).failed).toEqual([])
    })

    test('apply leaves the services to systemd, and no request fails', async () => {
      const begin = Date.now()
      const { status, stderr } = machines.on(
        node,
        `${lightcib} apply /root/light.mjs --yes --backup /root/backup.xml --systemd /root/nodes`,
        { timeout: 600_000 },
      )
      expect([status, stderr]).toEqual([0, expect.stringContaining('the CIB of before is in')])
      note(`upgrade by apply: ${Math.round((Date.now() - begin) / 1000)} s`)
      expect((await requests()).failed).toEqual([])
      expectUnderSystemd()
    })

    test('they are started again when they are killed', async () => {
      for (const name of names) machines.ask(node, `systemctl kill --signal KILL ${name}`)
      await expect
        .poll(() => machines.on(node, `systemctl is-active ${names.join(' ')}`).stdout.trim(), {
          timeout: 60_000,
        })
        .toBe(names.map(() => 'active').join('\n'))
    })

    test('drift, status and why know the new cluster', () => {
      expect(machines.on(node, `${lightcib} drift /root/light.xml`)).toMatchObject({ status: 0 })
      const { status, stdout } = machines.on(node, `${lightcib} status /root/light.xml --full /root/full.xml`)
      expect([status, stdout]).toEqual([0, expect.stringContaining('openstack-service-8')])
      machines.ask(node, 'systemctl stop openstack-service-8')
      expect(machines.on(node, `${lightcib} status /root/light.xml --full /root/full.xml`).status).toBe(1)
      machines.ask(node, 'systemctl start openstack-service-8')
      const where = nodeOf(machines, addresses[1] as string)
      const why = machines.on(node, `${lightcib} why ip-${addresses[1]}`)
      expect(why.stdout).toContain(where)
    })

    test('the backup brings the full cluster back, and no request of 10,000 has failed', async () => {
      machines.ask(node, `bash /root/nodes/hand-over.sh --undo --on ${nodes.join(',')}`)
      const { status, stderr } = machines.on(
        node,
        `${lightcib} apply /root/backup.xml --rollback --yes --backup /root/light-backup.xml`,
        { timeout: 600_000 },
      )
      expect([status, stderr]).toEqual([0, expect.stringContaining('done')])
      expect(machines.on(node, `${lightcib} drift /root/full.xml`)).toMatchObject({ status: 0 })
      // Pacemaker finds the services running, and starts none of them again.
      for (const each of nodes) {
        for (const name of names) {
          expect(show(machines, each, `${name}.service`, 'ActiveState', 'UnitFileState', 'Restart')).toEqual({
            ActiveState: 'active',
            UnitFileState: 'disabled',
            Restart: 'no',
          })
        }
      }
      for (const name of names)
        expect(machines.ask(node, `crm_resource --locate --resource ${name}-clone`).split('\n')).toHaveLength(
          nodes.length,
        )
      while ((await requests()).count < 10_000) await setTimeout(5000)
      const { count, failed } = await requests()
      note(`upgrade and back: ${count} requests, ${failed.length} failed`)
      expect(count).toBeGreaterThanOrEqual(10_000)
      expect(failed).toEqual([])
    })
  },
  scenarioNeeds,
)
