import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cluster } from 'lightcib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../support/tools.js'
import { describeAsRoot } from './as-root.js'
import { Machines } from './machines.js'
import { addPackages, copyFiles, show, unit } from './services.js'

const node = 'node1'
const database = [
  'database',
  'mariadb-server-core',
  'mariadb-client-core',
  'python3-oslo.db',
  'python3-pymysql',
]

describeAsRoot(
  'a service of OpenStack with neither database nor broker',
  () => {
    const api = 'openstack-nova-api.service'
    const url = 'mysql+pymysql://nova@127.0.0.1/nova'
    const ask = 'curl -sS --max-time 120 http://127.0.0.1:8774/ || echo none'
    let machines: Machines
    beforeAll(() => {
      machines = new Machines([node])
      addPackages(machines, node, database)
      machines.ask(node, 'systemctl disable --now pacemaker corosync pcsd && rm -rf /var/lib/pacemaker/cib')
      for (const file of ['oslo-service.py', 'broker.py']) {
        machines.write(node, `/root/${file}`, readFileSync(join(root, 'test/live/services', file), 'utf8'))
      }
      const python = (file: string) => `ExecStart=/usr/bin/python3 /root/${file}`
      machines.write(node, `/etc/systemd/system/${api}`, unit(['Type=notify', python('oslo-service.py')]))
      machines.write(node, '/etc/systemd/system/broker.service', unit([python('broker.py')]))
      machines.write(
        node,
        '/etc/systemd/system/mariadb.service',
        unit([
          'ExecStart=/usr/sbin/mariadbd --user=root --datadir=/var/lib/database --socket=/run/database.sock --bind-address=127.0.0.1',
        ]),
      )
      machines.ask(
        node,
        `mariadb-install-db --no-defaults --user=root --datadir=/var/lib/database --auth-root-authentication-method=normal >/dev/null
      systemctl daemon-reload; systemctl start mariadb
      until mariadb --socket=/run/database.sock -e 'SELECT 1' >/dev/null 2>&1; do sleep 0.2; done
      mariadb --socket=/run/database.sock -e "CREATE DATABASE nova; CREATE USER nova@'127.0.0.1'; GRANT ALL ON nova.* TO nova@'127.0.0.1'"
      systemctl stop mariadb
      mkdir -p /etc/nova`,
      )
      // What a deployment may have: the service gives up after three attempts.
      machines.write(
        node,
        '/etc/nova/nova.conf',
        `[database]\nconnection = ${url}\nretry_interval = 1\nmax_retries = 3\ndb_max_retries = 3\n[oslo_messaging_rabbit]\nrabbit_max_retries = 3\n`,
      )
      copyFiles(machines, node, cluster({ services: ['openstack-nova-api'] }), '/root/nodes')
    })
    afterAll(() => machines?.down())

    test('gives up without what is written for it', () => {
      machines.on(node, `systemctl start ${api}`)
      expect(show(machines, node, api, 'ActiveState')).toEqual({ ActiveState: 'failed' })
    })

    test('waits for both by itself, and serves when they come', async () => {
      const { status, stderr } = machines.on(node, 'bash /root/nodes/hand-over.sh --wait 5')
      expect([status, stderr]).toEqual([0, `warning: ${api} is starting, and not ready after 5 seconds\n`])
      const pid = show(machines, node, api, 'MainPID')
      // Longer than systemd's own timeout of a start, 90 seconds.
      await new Promise((done) => setTimeout(done, 100_000))
      machines.ask(node, 'systemctl start mariadb')
      await new Promise((done) => setTimeout(done, 10_000))
      expect(show(machines, node, api, 'MainPID', 'ActiveState', 'NRestarts')).toEqual({
        ...pid,
        ActiveState: 'activating',
        NRestarts: '0',
      })
      machines.ask(node, 'systemctl start broker')
      await expect.poll(() => machines.on(node, ask).stdout, { timeout: 30_000, interval: 500 }).toBe('42')
      expect(show(machines, node, api, 'MainPID')).toEqual(pid)
      expect(machines.on(node, 'bash /root/nodes/hand-over.sh --check')).toMatchObject({
        status: 0,
        stderr: '',
      })
    })

    test('answers again when the database was away, without a restart', async () => {
      const pid = show(machines, node, api, 'MainPID')
      machines.ask(node, 'systemctl stop mariadb; sleep 5; systemctl start mariadb')
      await expect.poll(() => machines.on(node, ask).stdout, { timeout: 30_000, interval: 500 }).toBe('42')
      expect(show(machines, node, api, 'MainPID', 'ActiveState')).toEqual({ ...pid, ActiveState: 'active' })
    })

    test('killed while both are away, it comes back and waits', async () => {
      machines.ask(node, `systemctl stop mariadb broker; systemctl kill --signal KILL ${api}`)
      await expect
        .poll(() => show(machines, node, api, 'SubState'), { timeout: 30_000 })
        .toEqual({ SubState: 'start' })
      machines.ask(node, 'systemctl start mariadb broker')
      await expect.poll(() => machines.on(node, ask).stdout, { timeout: 30_000, interval: 500 }).toBe('42')
    })
  },
  { tools: ['apt-get', 'dpkg', 'tar'], packages: database },
)
