import { toBootstrap } from 'lightcib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeAsRoot } from './as-root.js'
import live from './cluster.js'
import { Machines } from './machines.js'
import { expectRunning, fetchFrom, haproxyConfiguration, nodeOf, settle, stateOf } from './running.js'
import { commandLinesWith, runAndKill, runWatching, stagesOf } from './runs.js'
import { allowSsh } from './ssh.js'

const nodes = ['node1', 'node2', 'node3']
const password = 's$cret \'"x'
const script = toBootstrap(live).output as string

/** Runs the script with the password in its environment, where no command line shows it. */
const unattended = `read -r HACLUSTER_PASSWORD </root/password
export HACLUSTER_PASSWORD
exec bash /root/bootstrap.sh "$@"
`

/** Freshly installed machines with the script, and with HAProxy's configuration, which it has not read yet. */
function machinesWithScript(): Machines {
  const machines = new Machines(nodes)
  for (const node of nodes) {
    machines.write(node, '/root/bootstrap.sh', script)
    machines.write(node, '/root/unattended.sh', unattended)
    machines.write(node, '/root/password', `${password}\n`)
    machines.write(node, '/etc/haproxy/haproxy.cfg', haproxyConfiguration)
  }
  return machines
}

describeAsRoot('on machines as their packages leave them', () => {
  let machines: Machines
  beforeAll(() => {
    machines = machinesWithScript()
  })
  afterAll(() => machines?.down())

  test('a node that is not prepared stops it, and says what to do', () => {
    const { status, stderr } = machines.on('node1', 'bash /root/unattended.sh')
    expect(status).toBe(1)
    expect(stderr).toContain("run 'bash SCRIPT --prepare' there")
    expect(machines.ask('node2', 'systemctl is-active haproxy corosync pacemaker')).toBe(
      'active\nactive\nactive',
    )
  })

  test('it comes up unattended, and nobody sees the password', async () => {
    for (const node of ['node2', 'node3']) machines.ask(node, 'bash /root/unattended.sh --prepare')
    const seen = new Set<string>()
    const result = await runWatching(machines, 'node1', 'bash /root/unattended.sh', () => {
      for (const line of commandLinesWith('s$cret')) seen.add(line)
    })
    expect(result.stderr).not.toContain('error:')
    expect(result.status).toBe(0)
    expect([...seen]).toEqual([])
    console.log(stagesOf(result).join('\n'))
    expectRunning(machines)
  })

  test('the password is in no file but the one that it came from', () => {
    const search = "find /root /etc /var /run /tmp -type f -newer /etc/hostname -exec grep -lF 's$cret' {} +"
    for (const node of nodes) expect(machines.on(node, search).stdout).toBe('/root/password\n')
  })

  test('a second run changes nothing and needs no password', () => {
    const before = stateOf(machines)
    const result = machines.on('node1', 'bash /root/bootstrap.sh')
    expect(result.stderr).not.toMatch(/error:|warning:/)
    expect([result.status, result.stdout]).toEqual([0, expect.stringContaining('nothing changed')])
    expect(stateOf(machines)).toEqual(before)
    console.log(stagesOf(result).join('\n'))
  })

  test('a node that loses its power gives up the address, and comes back by itself', async () => {
    const victim = nodeOf(machines, '10.77.0.101')
    machines.cut(victim)
    const others = nodes.filter((node) => node !== victim)
    await expect.poll(() => nodeOf(machines, '10.77.0.101', others), { timeout: 60_000 }).not.toBe(victim)
    machines.boot(victim)
    await expect
      .poll(() => machines.on(others[0] as string, 'crm_mon --one-shot').stdout, { timeout: 120_000 })
      .toContain('Online: [ node1 node2 node3 ]')
    settle(machines, 'node1')
    expectRunning(machines)
  })

  test('another cluster is destroyed only where that is allowed', () => {
    const other = script.replaceAll(/^cluster_name='live'$/gm, "cluster_name='other'")
    const before = stateOf(machines)
    machines.write('node1', '/root/other.sh', other.replaceAll('cluster setup live', 'cluster setup other'))
    const { status, stderr } = machines.on('node1', 'bash /root/other.sh')
    expect(status).toBe(1)
    expect(stderr).toContain('it was left alone; --destroy-other')
    expect(stateOf(machines)).toEqual(before)
    const replaced = machines.on('node1', 'bash /root/other.sh --destroy-other')
    expect(replaced.stderr).not.toContain('error:')
    expect(replaced.status).toBe(0)
    expect(machines.ask('node3', 'crm_attribute --query --name cluster-name --quiet')).toBe('other')
    expectRunning(machines)
  })
})

describeAsRoot(
  'killed in every stage',
  () => {
    let machines: Machines
    beforeAll(() => {
      machines = machinesWithScript()
      allowSsh(machines, 'node1', ['node2', 'node3'])
    })
    afterAll(() => machines?.down())

    const longest = [1, 10, 2, 15, 4, 18, 10, 25, 2]
    test.each(longest.map((most, at) => [at + 1, most] as const))('stage %i', async (stage, most) => {
      for (const what of ['script', 'everything'] as const) {
        const kill = { stage, seconds: Math.random() * most, what }
        const { status, stderr } = await runAndKill(machines, 'node1', 'bash /root/unattended.sh', kill)
        console.log(`${what} killed in stage ${stage} after ${kill.seconds.toFixed(2)} s (${status})`)
        expect(stderr).not.toContain('error:')
      }
    })

    test('the next run still ends well, with the other nodes prepared by ssh', () => {
      const result = machines.on('node1', 'bash /root/unattended.sh')
      expect([result.status, result.stderr]).toEqual([0, expect.not.stringContaining('error:')])
      console.log(stagesOf(result).join('\n'))
      expectRunning(machines)
    })
  },
  { tools: ['sshd', 'ssh-keygen', 'ssh-keyscan'] },
)

describeAsRoot('a node that was made ready by hand, all but HAProxy', () => {
  let machines: Machines
  beforeAll(() => {
    machines = machinesWithScript()
    machines.ask('node2', 'echo "hacluster:$(cat /root/password)" | chpasswd; pcs cluster destroy')
    machines.ask('node3', 'bash /root/unattended.sh --prepare')
  })
  afterAll(() => machines?.down())

  test('has it under Pacemaker as it ran; that is found, and mended by preparing it', async () => {
    const { status, stderr } = machines.on('node1', 'bash /root/unattended.sh')
    expect(stderr).toContain('haproxy.service ran on node2 before Pacemaker looked')
    const address = '10.77.0.101'
    expect([status, nodeOf(machines, address)]).toEqual([1, 'node2'])
    expect(stderr).toContain(`${address} on node2 does not answer on port 80`)
    machines.ask('node2', 'bash /root/unattended.sh --prepare')
    await expect
      .poll(() => fetchFrom(machines, 'node1', address), { timeout: 60_000 })
      .toBe('served by node2')
    expect(machines.on('node1', 'bash /root/bootstrap.sh').status).toBe(0)
    expectRunning(machines)
  })
})
