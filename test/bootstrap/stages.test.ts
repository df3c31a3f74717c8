import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cluster, systemd, toBootstrap } from 'lightcib'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { run } from '../support/tools.js'

/** The functions of the script, with stubs for the programs that they call. */
const folder = mkdtempSync(join(tmpdir(), 'lightcib-stages-'))
const nodes = ['n1', 'n2', 'n3']
const script = toBootstrap(cluster({ name: 'live', nodes, resources: [systemd('web')] })).output as string
writeFileSync(join(folder, 'functions.sh'), script.replace(/main "\$@"\n$/, ''))
afterAll(() => rmSync(folder, { recursive: true }))

const conf = (name: string, members: readonly string[], address = '192.0.2.1') => `totem {
    cluster_name: ${name}
    cluster_uuid: 1
}
nodelist {
${members.map((node) => `    node {\n        ring0_addr: ${address}\n        name: ${node}\n    }`).join('\n')}
}
`
const wanted = conf('live', nodes)

/** Runs bash after the script's functions, with what each node has as corosync.conf. */
function shell(bash: string, confs: readonly string[] = []) {
  const work = join(folder, 'work')
  rmSync(work, { recursive: true, force: true })
  mkdirSync(work)
  writeFileSync(join(work, 'described'), wanted)
  for (const [at, text] of confs.entries()) writeFileSync(join(folder, `n${at + 1}`), text)
  const stubs = `
    work=${work}; here=n1; drop_ins=${work}
    pcs() {
      case "$1 $2" in
        'cluster corosync')
          if [ -s ${folder}/"$3" ]; then cat ${folder}/"$3"; return; fi
          echo "Error: Error connecting to $3 - (HTTP error: 400)" >&2
          return 1 ;;
        *) printf 'pcs %s\\n' "$*" >>${work}/calls ;;
      esac
    }`
  const { status, stdout, stderr } = run('setsid', [
    ...['--wait', 'bash', '-c', `source ${join(folder, 'functions.sh')}\n${stubs}\n${bash}`],
  ])
  return { status, stdout, stderr }
}

describe('the nodes belong to', () => {
  const other = conf('other', ['n1', 'n2'])
  test.each([
    ['no cluster', ['', '', ''], 'none'],
    ['the wanted cluster', [wanted, wanted, wanted], 'same'],
    ['another one', ['', other, ''], 'other'],
  ])('%s', (_, confs, state) => {
    expect(shell('state_of_nodes same', confs)).toEqual({ status: 0, stdout: `${state}\n`, stderr: '' })
  })

  test.each([
    ['the wanted cluster only in part', [wanted, '', wanted], 'n2: none'],
    ['one of that name with more nodes', [conf('live', ['n1', 'n2', 'n3', 'n4'])], 'n1 n2 n3 n4'],
    ['the wanted one and another', [wanted, other, wanted], 'n2: other'],
  ])('%s, which an administrator has to resolve', (_, confs, words) => {
    const { status, stdout, stderr } = shell(
      'set_up_cluster; cat $work/calls',
      [...confs, wanted, wanted].slice(0, 3),
    )
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toContain(words)
  })

  test('of a pcsd that does not answer, which is an error', () => {
    const { status, stderr } = shell('pcs() { echo "Error: timed out" >&2; return 1; }; set_up_cluster')
    expect(status).toBe(1)
    expect(stderr).toContain('timed out')
  })
})

describe('the setup of the cluster', () => {
  const calls = 'cat "$work/calls" 2>/dev/null || true'
  const other = conf('other', nodes)
  const make = (bash = '') => `marks=${folder}; systemctl() { return 3; }; ${bash}\nset_up_cluster\n${calls}`
  beforeEach(() => rmSync(join(folder, 'lightcib-bootstrap.live'), { force: true }))

  test('is skipped where the cluster exists', () => {
    expect(shell(make(), [wanted, wanted, wanted]).stdout).toBe('   it is set up already\n')
  })

  test('warns where corosync has other options', () => {
    const changed = wanted.replace('totem {', 'totem {\n    token: 5')
    const { status, stderr } = shell(make(), [changed, changed, changed])
    expect([status, stderr]).toEqual([0, expect.stringContaining('<     token: 5')])
  })

  test('happens where there is no cluster', () => {
    expect(shell(make(), ['', '', '']).stdout).toBe('pcs cluster setup live n1 n2 n3 --force\n')
  })

  test('destroys another cluster only with consent', () => {
    const denied = shell(make(), [other, other, other])
    expect([denied.status, denied.stdout]).toEqual([1, ''])
    expect(denied.stderr).toContain('it was left alone')
    const allowed = shell(make('destroy_other=yes'), [other, other, other])
    expect(allowed.stdout).toBe('pcs cluster setup live n1 n2 n3 --force\n')
  })

  test('continues where it was interrupted, whatever the nodes have by then', () => {
    const killed = shell(make('setup() { exit 9; }'), ['', '', ''])
    expect(killed.status).toBe(9)
    expect(shell(make(), [wanted, '', '']).stdout).toBe('pcs cluster setup live n1 n2 n3 --force\n')
    expect(shell(make(), [wanted, wanted, wanted]).stdout).toBe('   it is set up already\n')
  })

  test('asks again where another cluster exists when an interrupted setup continues', () => {
    shell(make('setup() { exit 9; }'), ['', '', ''])
    const denied = shell(make(), [wanted, other, ''])
    expect([denied.status, denied.stdout]).toEqual([1, ''])
    expect(denied.stderr).toContain('it was left alone')
    const allowed = shell(make('destroy_other=yes'), [wanted, other, ''])
    expect(allowed.stdout).toBe('pcs cluster setup live n1 n2 n3 --force\n')
  })

  test('was finished by somebody else since it was interrupted', () => {
    shell(make('setup() { exit 9; }'), ['', '', ''])
    const { stdout } = shell(make('systemctl() { :; }'), [wanted, wanted, wanted])
    expect(stdout).toBe('   it is set up already\n')
  })
})

describe('on a node', () => {
  const systemctl = (active: string, enabled: string) => `systemctl() {
    case $1 in
      is-active) echo ${active} ;;
      is-enabled) echo ${enabled} ;;
      disable | stop) echo "$*" >>$work/done ;;
    esac
  }`

  test.each([
    ['the one of the package', conf('debian', ['node1'], '127.0.0.1'), 0],
    ['a real one', wanted, 1],
    ['one without a list of nodes', 'totem {\n  interface {\n    bindnetaddr: 192.0.2.0\n  }\n}\n', 1],
  ])('the default cluster is one that no other machine can be in: %s', (_, text, status) => {
    writeFileSync(join(folder, 'conf'), text)
    expect(shell(`only_loopback ${join(folder, 'conf')}`).status).toBe(status)
  })

  test.each([
    ['runs', '', 'active', 'stop web.service\ndisable web.service\n'],
    ['does not run', '', 'inactive', 'disable web.service\n'],
    ['runs under Pacemaker', 'web.service.d', 'active', 'disable web.service\n'],
  ])(
    'a service that %s is disabled, and stopped unless it is Pacemaker that runs it',
    (...[, mark, state, done]) => {
      const bash = `${systemctl(state, 'enabled')}
      ${mark && `mkdir -p $drop_ins/${mark}; : >$drop_ins/${mark}/50-pacemaker.conf`}
      free_unit web.service >/dev/null; cat $work/done`
      expect(shell(bash).stdout).toBe(done)
    },
  )

  test.each([
    ['a timer that Pacemaker 2.1 has marked', 'web.timer.service.d'],
    ['a timer that Pacemaker 3 has marked', 'web.timer.d'],
  ])('%s is not stopped', (_, mark) => {
    const bash = `${systemctl('active', 'static')}
      mkdir -p $drop_ins/${mark}; : >$drop_ins/${mark}/50-pacemaker.conf
      free_unit web.timer; ls $work`
    expect(shell(bash).stdout).not.toContain('done')
  })

  test('a unit that is gone when it is disabled, as an alias is, is reported', () => {
    const gone = 'systemctl() { case $1 in cat) return 1 ;; *) echo enabled ;; esac; }'
    expect(shell(`${gone}; free_unit web.service`).stderr).toContain('web.service is not installed on n1')
  })

  test.each([
    ['127.0.1.1', 'cannot reach that'],
    ['192.0.2.9', 'none of the nodes has an address of this machine'],
  ])('%s is no address for the name of a node', (address, words) => {
    const { status, stderr } = shell(`getent() { echo ${address} STREAM; }; ip() { :; }; check_names`)
    expect([status, stderr]).toEqual([1, expect.stringContaining(words)])
  })

  test.each([
    ['0.11', '0.11.5', 0],
    ['2.1', '2.1.5-1', 0],
    ['0.11', '0.110.1', 1],
    ['2.1', '2.10', 1],
    ['3', '2.1.5', 1],
  ])('for %s, version %s', (wantedVersion, version, status) => {
    expect(shell(`check_version pcs ${version} ${wantedVersion}`).status).toBe(status)
  })

  test('a node of any name has a corosync.conf of its own', () => {
    expect(
      shell('nodes="described wanted"; pcs() { echo; }; state_of_nodes same >/dev/null; ls $work').stdout,
    ).toBe('described\ndescribed.conf\nerror\nwanted.conf\n')
  })

  test('the password for a node that ssh prepares is asked for on this machine', () => {
    const bash = `all_authorized() { return 1; }; need_password() { password=asked; }
      by_ssh() { cat >$work/sent; }
      set -- ; BASH_ARGV0=${join(folder, 'functions.sh')}; prepare_by_ssh n2; head -n 1 $work/sent`
    expect(shell(bash).stdout).toBe('HACLUSTER_PASSWORD=asked\n')
  })

  test.each([
    ['192.0.2.6', '80\n443\n8404\n'],
    ['2001:db8::6', '80\n444\n8405\n'],
  ])('HAProxy should answer on %s where it listens for all of that family, or for it', (address, ports) => {
    const listens = ['*:80', '0.0.0.0:443', '[::]:444', '192.0.2.6:8404', '[2001:db8::6]:8405', '192.0.2.7:9']
    const lines = listens.map((local) => `LISTEN 0 99 ${local} 0.0.0.0:* users:(("haproxy",pid=1,fd=6))`)
    const other = 'LISTEN 0 99 0.0.0.0:22 0.0.0.0:* users:(("sshd",pid=2,fd=3))'
    const ss = `ss() { printf '%s\\n' '${[...lines, other].join("' '")}'; }`
    expect(shell(`${ss}; haproxy_ports ${address}`).stdout).toBe(ports)
  })

  test('a resource that does not run is an error', () => {
    const bash = `crm_resource() { :; }; sleep() { SECONDS=100; }; resources=web; vips() { :; }; unit_resources() { :; }
      verify; echo fine`
    expect(shell(bash)).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringContaining('web runs nowhere'),
    })
  })

  test('a password of two lines, of which the second could set that of another user, is an error', () => {
    const script = join(folder, 'functions.sh')
    const { status, stderr } = run('bash', ['-c', `HACLUSTER_PASSWORD=$'a\\nroot:b'; source ${script}`])
    expect([status, stderr]).toEqual([1, 'error: HACLUSTER_PASSWORD has more than one line\n'])
  })

  test('the password is not asked for where there is no terminal', () => {
    const { status, stderr } = shell('need_password')
    expect([status, stderr]).toEqual([1, expect.stringContaining('HACLUSTER_PASSWORD is not set')])
  })
})

test('bash -x shows no password', () => {
  const { stdout, stderr } = shell(`
    export HACLUSTER_PASSWORD=Secret-7; set -x
    keep_password
    getent() { :; }; chpasswd() { cat; }; quietly() { "$@"; }
    pcsd_status() { return 1; }; answers() { :; }; authorize() { cat; }; by_ssh() { head -1; }
    set_password; authorize_nodes; has_password && need_password
    case $- in *x*) echo traced ;; esac
    BASH_ARGV0=${join(folder, 'functions.sh')}; prepare_by_ssh n2`)
  expect(stdout.match(/Secret-7|traced/g)).toEqual(['Secret-7', 'Secret-7', 'traced', 'Secret-7'])
  expect(stderr).toContain('+ set_password')
  expect(stderr).not.toContain('Secret')
})
