import { bundle, clone, cluster, ocf, podman, primitive, systemd } from 'lightcib'
import { toHandbook } from 'lightcib/systemd'
import { expect, test } from 'vitest'
import full from '../../fixtures/scenarios/mitaka-full/cluster.js'
import light from '../../fixtures/scenarios/newton-light/cluster.js'

/** The cells of the tables: what is between bars that nothing escapes. */
function rowsOf(text: string): string[][] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| service'))
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
}

test('names who watches each service, and the commands', () => {
  const web = cluster({
    resources: [
      clone(systemd('haproxy')),
      ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' }),
      bundle('rabbit', podman({ image: 'rabbit:1' })),
      primitive('fence', 'stonith:fence_xvm'),
    ],
    services: ['openstack-nova-api', { unit: 'httpd', projects: ['keystone'] }],
  })
  const agentLog = '`/var/log/pacemaker/pacemaker.log`'
  expect(rowsOf(toHandbook(web).output as string)).toEqual([
    [
      'haproxy-clone (systemd:haproxy)',
      'Pacemaker',
      '`pcs resource status haproxy-clone`',
      '`pcs resource restart haproxy-clone`',
      '`journalctl -u haproxy.service`',
    ],
    [
      'vip (ocf:heartbeat:IPaddr2)',
      'Pacemaker',
      '`pcs resource status vip`',
      '`pcs resource restart vip`',
      agentLog,
    ],
    [
      'rabbit (bundle)',
      'Pacemaker',
      '`pcs resource status rabbit`',
      '`pcs resource restart rabbit`',
      `\`/var/log/pacemaker/bundles/\`, ${agentLog}`,
    ],
    ['fence (stonith:fence\\_xvm)', 'Pacemaker', '`pcs stonith status`', '', agentLog],
    [
      'openstack-nova-api.service',
      'systemd',
      '`systemctl status openstack-nova-api.service`',
      '`systemctl restart openstack-nova-api.service`',
      '`journalctl -u openstack-nova-api.service`, `/var/log/nova/`',
    ],
    [
      'httpd.service',
      'systemd',
      '`systemctl status httpd.service`',
      '`systemctl restart httpd.service`',
      '`journalctl -u httpd.service`, `/var/log/httpd/`, `/var/log/keystone/`',
    ],
  ])
})

test('has every resource and every service of the upgrade once', () => {
  const rows = rowsOf(toHandbook(light, { full }).output as string)
  const resources = light.configuration.resources?.items ?? []
  expect(rows.filter(([, watch]) => watch === 'Pacemaker')).toHaveLength(resources.length)
  expect(rows.filter(([, watch]) => watch === 'systemd')).toHaveLength(32)
  expect(rows.filter(([, watch]) => watch?.startsWith('nobody'))).toHaveLength(2)
})

test('is printed for a cluster in which systemd has nothing', () => {
  const result = toHandbook(cluster({ resources: [systemd('haproxy')] }))
  expect([result.ok, result.diagnostics]).toEqual([true, []])
})

test.each(['a|b', 'a`b', "it's", 'a\nb', '<b>', '$(reboot)', '\u202eevil'])(
  'cannot be broken by the id %j',
  (id) => {
    const text = toHandbook(cluster({ resources: [systemd(id)] })).output as string
    expect(rowsOf(text).map((cells) => cells.length)).toEqual([5])
    expect(text).not.toMatch(/[\u202e]|\n[^|#\w\n]/)
  },
)
