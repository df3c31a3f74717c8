import { cluster } from 'lightcib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeAsRoot } from './as-root.js'
import { Machines } from './machines.js'
import { copyFiles, show, unit } from './services.js'

const node = 'node1'
const kills = Number(process.env.KILLS ?? 200)

/** How units are that are not of Type=simple. */
const optionsOf: Readonly<Record<string, readonly string[]>> = {
  ready: ['Type=notify', 'NotifyAccess=all', `ExecStart=/bin/sh -c 'systemd-notify --ready; exec sleep inf'`],
  forking: [
    'Type=forking',
    'PIDFile=/run/forking.pid',
    `ExecStart=/bin/sh -c 'sleep inf & echo $! >/run/forking.pid'`,
  ],
}

describeAsRoot('services under systemd', () => {
  const names = ['plain', 'ready', 'escaped\\x2dname@a:b', '-dash', 'forking']
  const [plain = '', , escaped = ''] = names
  const services = cluster({
    services: names.map((name) => ({
      unit: name,
      ...(name === plain || name === escaped ? {} : { after: [plain, escaped], wants: [escaped] }),
    })),
  })
  let machines: Machines
  beforeAll(() => {
    machines = new Machines([node])
    machines.ask(node, 'systemctl disable --now pacemaker corosync pcsd && rm -rf /var/lib/pacemaker/cib')
    for (const name of names) {
      machines.write(
        node,
        `'/etc/systemd/system/${name}.service'`,
        unit(optionsOf[name] ?? ['ExecStart=/bin/sleep inf']),
      )
    }
    copyFiles(machines, node, services, '/root/nodes')
  })
  afterAll(() => machines?.down())

  test('the hand-over script installs, starts and proves them', () => {
    const { status, stdout, stderr } = machines.on(node, 'bash /root/nodes/hand-over.sh')
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toBe(names.map((name) => `${name}.service is run by systemd\n`).join(''))
    for (const name of names) {
      expect(
        show(machines, node, `${name}.service`, 'Restart', 'RestartUSec', 'StartLimitIntervalUSec'),
      ).toEqual({
        Restart: 'always',
        RestartUSec: '1s',
        StartLimitIntervalUSec: '0',
      })
    }
  })

  test('a second run changes nothing, and restarts nothing', () => {
    const pids = () => names.map((name) => show(machines, node, `${name}.service`, 'MainPID'))
    const before = pids()
    expect(machines.on(node, 'bash /root/nodes/hand-over.sh')).toMatchObject({ status: 0, stderr: '' })
    expect(pids()).toEqual(before)
  })

  test.each([
    ['zz.conf', 'Restart=no', 'its drop-in has Restart=always, and systemd has no'],
    ['zz.conf', 'RestartSec=2', 'its drop-in has RestartSec=1s, and systemd has 2s'],
    ['50-pacemaker.conf', 'Restart=no', "Pacemaker's override is in effect"],
  ])('it finds %s with %s', (name, line, finding) => {
    const folder = '/run/systemd/system/plain.service.d'
    machines.ask(
      node,
      `mkdir -p ${folder}; printf '[Service]\\n${line}\\n' >${folder}/${name}; systemctl daemon-reload`,
    )
    const { status, stderr } = machines.on(node, 'bash /root/nodes/hand-over.sh --check')
    machines.ask(node, `rm -r ${folder}; systemctl daemon-reload`)
    expect(status).toBe(1)
    expect(stderr).toContain(`plain.service: ${finding}`)
  })

  test('it finds a unit that is not enabled, and one that failed', () => {
    machines.ask(
      node,
      'systemctl disable plain; systemctl kill --signal STOP ready; systemctl stop -- -dash.service',
    )
    const { status, stderr } = machines.on(node, 'bash /root/nodes/hand-over.sh --check --wait 1')
    machines.ask(node, 'systemctl kill --signal CONT ready; bash /root/nodes/hand-over.sh')
    expect(status).toBe(1)
    expect(stderr).toContain('plain.service: it is not enabled')
    expect(stderr).toContain('-dash.service: it is inactive')
  })

  test.each([
    [
      '/etc/neutron/conf.d/common',
      'warning: neutron-server.service does not read /etc/neutron/neutron.conf.d',
    ],
    ['/etc/neutron/neutron.conf.d', ''],
  ])('it warns where a service reads other folders than that of its settings: %s', (folder, warning) => {
    const command = `ExecStart=/bin/sh -c 'exec sleep inf' sh --config-dir ${folder}`
    machines.write(node, '/etc/systemd/system/neutron-server.service', unit([command]))
    copyFiles(machines, node, cluster({ services: ['neutron-server'] }), '/root/neutron')
    const { status, stderr } = machines.on(
      node,
      'systemctl daemon-reload; umask 077; bash /root/neutron/hand-over.sh',
    )
    expect(status).toBe(0)
    const installed = '/etc/neutron/neutron.conf.d'
    expect(machines.ask(node, `stat -c %a ${installed} ${installed}/50-lightcib.conf`)).toBe('755\n644')
    if (warning === '') expect(stderr).toBe('')
    else expect(stderr).toContain(warning)
  })

  test(`each comes back each time it is killed, ${kills} times in a row`, () => {
    const { status, stdout, stderr } = machines.on(
      node,
      `pid() { systemctl show -p MainPID --value -- "$1"; }
      kill_again_and_again() { # UNIT
        local n old new wait
        for n in $(seq ${kills}); do
          old=$(pid "$1")
          kill -9 "$old"
          for wait in $(seq 50); do
            new=$(pid "$1")
            if [ "$new" != 0 ] && [ "$new" != "$old" ] && systemctl -q is-active -- "$1"; then continue 2; fi
            sleep 0.2
          done
          echo "$1 is gone after $n kills: $(systemctl show -p ActiveState,Result -- "$1")"
          return
        done
        echo "$1 $(systemctl show -p NRestarts --value -- "$1")"
      }
      for unit in ${names.map((name) => `'${name}.service'`).join(' ')}; do kill_again_and_again "$unit" & done
      wait`,
      { timeout: 590_000 },
    )
    expect([status, stderr]).toEqual([0, ''])
    const restarts = new Map(
      stdout
        .trim()
        .split('\n')
        .map((line) => line.split(' ') as [string, string]),
    )
    for (const name of names) {
      expect(Number(restarts.get(`${name}.service`)), stdout).toBeGreaterThanOrEqual(kills)
    }
  })

  test('a oneshot with Restart=always is rejected before anything changes', () => {
    machines.write(node, '/etc/systemd/system/once.service', unit(['Type=oneshot', 'ExecStart=/bin/true']))
    copyFiles(machines, node, cluster({ services: ['once'] }), '/root/once')
    const { status, stderr } = machines.on(node, 'systemctl daemon-reload; bash /root/once/hand-over.sh')
    expect([status, stderr]).toEqual([1, expect.stringContaining('Type=oneshot, for which systemd rejects')])
    expect(machines.on(node, 'test -e /etc/systemd/system/once.service.d').status).toBe(1)
  })

  test('a oneshot is enabled and not started', () => {
    copyFiles(machines, node, cluster({ services: [{ unit: 'once', restart: 'no' }] }), '/root/once')
    expect(machines.on(node, 'bash /root/once/hand-over.sh')).toMatchObject({ status: 0, stderr: '' })
    expect(show(machines, node, 'once.service', 'UnitFileState', 'ActiveEnterTimestampMonotonic')).toEqual({
      ActiveEnterTimestampMonotonic: '0',
      UnitFileState: 'enabled',
    })
  })
})
