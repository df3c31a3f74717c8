import { cluster } from 'lightcib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeAsRoot } from './as-root.js'
import { Machines } from './machines.js'
import { copyFiles, show, unit } from './services.js'

const node = 'node1'
const service = 'web.service'
const override = '/run/systemd/system/web.service.d/50-pacemaker.conf'
const script = 'bash /root/nodes/hand-over.sh'

describeAsRoot('from real Pacemaker to systemd and back', () => {
  let machines: Machines
  const started = () => show(machines, node, service, 'MainPID', 'ActiveState')
  const createResource = () =>
    machines.ask(node, 'pcs resource create web systemd:web op monitor interval=5s --wait')
  beforeAll(() => {
    machines = new Machines([node])
    machines.write(node, `/etc/systemd/system/${service}`, unit(['ExecStart=/bin/sleep inf']))
    machines.ask(
      node,
      `timeout 60 bash -c 'until crm_mon --one-shot | grep -q "Online: \\\\["; do sleep 0.5; done'`,
    )
    machines.ask(
      node,
      'systemctl daemon-reload; crm_attribute --type crm_config --name stonith-enabled --update false',
    )
    copyFiles(machines, node, cluster({ services: ['web'] }), '/root/nodes')
    createResource()
  })
  afterAll(() => machines?.down())

  test('Pacemaker runs it with an override in which systemd restarts nothing', () => {
    machines.ask(node, `test -e ${override}`)
    expect(show(machines, node, service, 'Restart')).toEqual({ Restart: 'no' })
  })

  test('with the drop-in installed before, that is still so', () => {
    machines.ask(node, 'cp -r /root/nodes/etc /; systemctl daemon-reload')
    expect(show(machines, node, service, 'Restart', 'RestartUSec')).toEqual({
      Restart: 'no',
      RestartUSec: '1s',
    })
  })

  test('as long as Pacemaker has the resource, nothing is changed', () => {
    const { status, stderr } = machines.on(node, script)
    expect([status, stderr]).toEqual([
      1,
      expect.stringContaining('error: Pacemaker runs web.service on this node'),
    ])
    machines.ask(node, `test -e ${override}`)
    expect(machines.on(node, 'systemctl is-enabled web').stdout).toBe('disabled\n')
  })

  test('disabled and deleted, it is started by systemd, without the override', () => {
    machines.ask(node, 'pcs resource disable web --wait && pcs resource delete web && crm_resource --wait')
    expect(machines.on(node, script)).toMatchObject({
      status: 0,
      stderr: '',
      stdout: `${service} is run by systemd\n`,
    })
    expect(machines.on(node, `test -e ${override}`).status).toBe(1)
  })

  test('handed back, Pacemaker takes it over as it runs', () => {
    const before = started()
    machines.ask(node, `${script} --undo`)
    createResource()
    expect(started()).toEqual(before)
    expect(machines.ask(node, 'crm_resource --locate --resource web')).toContain(node)
    expect(machines.on(node, 'test -e /etc/systemd/system/web.service.d/50-lightcib.conf').status).toBe(1)
  })

  test('deleted in maintenance mode it runs on, and is handed over once Pacemaker has forgotten it', () => {
    machines.ask(node, 'pcs resource disable web --wait; pcs resource enable web --wait')
    const before = started()
    machines.ask(node, `test -e ${override}`)
    machines.ask(
      node,
      'pcs property set maintenance-mode=true; cibadmin --delete --xpath "//primitive[@id=\'web\']"',
    )
    expect(machines.on(node, script)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('or remembers it'),
    })
    machines.ask(node, 'crm_resource --refresh; sleep 2')
    expect(machines.on(node, script)).toMatchObject({ status: 0, stderr: '' })
    machines.ask(node, 'pcs property set maintenance-mode=false; crm_resource --wait; sleep 2')
    expect(started()).toEqual(before)
    expect(show(machines, node, service, 'Restart', 'NeedDaemonReload')).toEqual({
      Restart: 'always',
      NeedDaemonReload: 'no',
    })
    expect(machines.on(node, `test -e ${override}`).status).toBe(1)
    machines.ask(node, 'systemctl kill --signal KILL web; sleep 2')
    expect(machines.ask(node, 'systemctl is-active web')).toBe('active')
  })
})
