import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Cluster, check, readCib, secret, toPcs, toSource, writeCib } from 'lightcib'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { canonicalText } from '../../src/cib/canonical.js'
import { commandLine } from '../support/command-line.js'
import { loadSource, loadSourceOf } from '../support/source.js'
import { isFast } from '../support/tools.js'

const { folder, file, run, remove } = commandLine()
afterAll(remove)

const nvpairs = (owner: string, values: Readonly<Record<string, string>>) =>
  Object.entries(values)
    .map(([name, value]) => `<nvpair id="${owner}-${name}" name="${name}" value="${value}"/>`)
    .join('')
const primitive = (id: string, agent: string, values: Readonly<Record<string, string>>) =>
  `<primitive id="${id}" ${agent}><instance_attributes id="${id}-i">${nvpairs(`${id}-i`, values)}</instance_attributes></primitive>`
const ipmi = 'class="stonith" type="fence_ipmilan"'

const xml = `<cib validate-with="pacemaker-3.9" epoch="1" num_updates="0" admin_epoch="0"><configuration>
  <crm_config><cluster_property_set id="p"><nvpair id="p-n" name="cluster-name" value="shop"/></cluster_property_set></crm_config>
  <nodes><node id="1" uname="node1"/><node id="2" uname="node2"/></nodes><resources>
  ${primitive('ipmi-node1', ipmi, { ip: '192.0.2.1', username: 'admin', password: 'hidden-one', passwd_script: '/usr/local/bin/show' })}
  ${primitive('ipmi-node2', ipmi, { ip: '192.0.2.2', username: 'admin', password: 'hidden &quot;two&quot;' })}
  ${primitive('ipmi_node2', ipmi, { ip: '192.0.2.3', password: 'hidden-three' })}
  ${primitive('pdu', 'class="stonith" type="fence_apc_snmp"', { ip: '192.0.2.4', community: 'hidden-four', snmp_priv_passwd: 'hidden-five' })}
  ${primitive('kept', ipmi, { ip: '192.0.2.5', passwd: 'lrm://' })}
  ${primitive('cache', 'class="ocf" provider="heartbeat" type="varnish"', { name: 'v', secret: '/etc/varnish/secret' })}
  <primitive id="odd" ${ipmi}><instance_attributes id="odd-i"><nvpair id="n" name="password" value="hidden-six" x="1"/><nvpair id="m" name="password" value="hidden-seven"/></instance_attributes></primitive>
  </resources><constraints/>
  <alerts><alert id="mail" path="/usr/bin/mail"><instance_attributes id="mail-i">${nvpairs('mail-i', { smtp_password: 'hidden-eight' })}</instance_attributes></alert></alerts>
  </configuration><status><node_state id="1" uname="node1"><lrm id="1"><lrm_resources/></lrm></node_state></status></cib>`

const cluster = readCib(xml).output as Cluster
const { output: source = '', diagnostics } = toSource(cluster)

describe('source of a live CIB', () => {
  test('contains no secret, but calls that are named after their owners', () => {
    expect(source).not.toContain('hidden')
    expect([...source.matchAll(/secret\('(.*?)'\)/g)].map(([, name]) => name)).toEqual([
      ...['ipmi-node1', 'ipmi-node2', 'ipmi_node2-2', 'pdu-community', 'pdu-snmp_priv_passwd'],
      ...['odd-password', 'odd-password-2', 'mail'],
    ])
    for (const other of ['/usr/local/bin/show', 'lrm://', '/etc/varnish/secret'])
      expect(source).toContain(other)
  })

  test('reports each secret with its place, and how much of the status is left out', () => {
    const found = diagnostics.filter(({ code }) => code === 'source-secret')
    expect(found.map(({ path }) => path)).toContain(
      '/cib/configuration/resources/primitive[@id="ipmi-node1"]/instance_attributes[@id="ipmi-node1-i"]/nvpair[@id="ipmi-node1-i-password"]/@value',
    )
    expect(found).toHaveLength(8)
    expect(JSON.stringify(diagnostics)).not.toContain('hidden')
    expect(diagnostics.find(({ code }) => code === 'source-omits-status')?.message).toContain('3 elements')
    expect(source).not.toContain('lrm_resources')
    const whole = toSource(cluster, { status: true })
    expect(whole.output).toContain('lrm_resources')
    expect(whole.diagnostics.map(({ code }) => code)).not.toContain('source-omits-status')
  })

  test('evaluates to the same cluster with its secrets', () => {
    const { status: _, ...configured } = cluster
    expect(canonicalText(loadSourceOf(cluster, source))).toBe(canonicalText(configured))
    const again = toSource(loadSourceOf(cluster, source)).output
    expect(again).toBe(source)
  })
})

describe('a secret that is not set', () => {
  const without = loadSource(source)

  test('is an error that names what to set, in each output with values', () => {
    for (const found of [check(without).concat(writeCib(without).diagnostics), toPcs(without).diagnostics]) {
      const missing = found.filter(({ code }) => code === 'missing-secret')
      expect(missing).toHaveLength(8)
      expect(missing[0]).toMatchObject({ severity: 'error', message: 'secret "ipmi-node1" is not set' })
      expect(missing[0]?.hint).toContain('LIGHTCIB_SECRET_IPMI_NODE1_FILE')
    }
    expect([writeCib(without).ok, toPcs(without).ok, toPcs(without, { strategy: 'xml' }).ok]).toEqual([
      false,
      false,
      false,
    ])
  })

  test('stays a secret in its source', () => {
    expect(toSource(without).output).toBe(source)
  })
})

describe('a secret is read', () => {
  const set: string[] = []
  const env = (name: string, value: string) => {
    set.push(name)
    process.env[name] = value
  }
  afterEach(() => {
    for (const name of set.splice(0)) delete process.env[name]
  })

  test('from a variable, else from the file that one names, else from a folder', () => {
    mkdirSync(join(folder, 'secrets'))
    writeFileSync(join(folder, 'secrets/db.admin'), 'three\n')
    env('LIGHTCIB_SECRETS', join(folder, 'secrets'))
    expect(secret('db.admin')).toBe('three')
    env('LIGHTCIB_SECRET_DB_ADMIN_FILE', file('two', 'two\n\n'))
    expect(secret('db.admin')).toBe('two\n')
    env('LIGHTCIB_SECRET_DB_ADMIN', 'one')
    expect(secret('db.admin')).toBe('one')
  })

  test('never as an empty value', () => {
    const isMissing = (name: string) => secret(name).includes('\0')
    env('LIGHTCIB_SECRET_EMPTY', '')
    env('LIGHTCIB_SECRET_BLANK_FILE', file('blank', '\n'))
    env('LIGHTCIB_SECRET_GONE_FILE', join(folder, 'gone'))
    env('LIGHTCIB_SECRET_FOLDER_FILE', folder)
    env('LIGHTCIB_SECRET_LARGE_FILE', file('large', 'x'.repeat(70_000)))
    env('LIGHTCIB_SECRETS', folder)
    const names = ['empty', 'blank', 'gone', 'folder', 'large', '../etc/passwd', '']
    expect(names.filter((name) => !isMissing(name))).toEqual([])
  })
})

describe.skipIf(isFast)('the command line', () => {
  const valid = xml.replace(/<primitive id="odd".*\n/, '')
  const cib = file('live.xml', valid)
  const module = join(folder, 'cluster.ts')

  test('imports a live CIB and compiles the source with its secrets', () => {
    const { status, stderr } = run(['import', cib, '-o', module])
    expect([status, stderr.includes('hidden')]).toEqual([0, false])
    expect(stderr).toContain('LIGHTCIB_SECRET_IPMI_NODE1')
    const refused = run(['compile', module, '-o', join(folder, 'out.xml')])
    expect([refused.status, refused.stderr.match(/error\[missing-secret\]/g)?.length]).toEqual([1, 6])
    const values = [
      'hidden-one',
      'hidden "two"',
      'hidden-three',
      'hidden-four',
      'hidden-five',
      'hidden-eight',
    ]
    const names = [
      'IPMI_NODE1',
      'IPMI_NODE2',
      'IPMI_NODE2_2',
      'PDU_COMMUNITY',
      'PDU_SNMP_PRIV_PASSWD',
      'MAIL',
    ]
    const env = Object.fromEntries(names.map((name, at) => [`LIGHTCIB_SECRET_${name}`, values[at]]))
    const main = new URL('../../dist/cli/main.js', import.meta.url).pathname
    const compiled = execFileSync(process.execPath, [main, 'compile', module], {
      env: { ...process.env, ...env },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const { status: _, ...configured } = readCib(valid).output as Cluster
    expect(canonicalText(readCib(compiled).output as Cluster)).toBe(canonicalText(configured))
  })

  test('reads a secret from a process', () => {
    writeFileSync(
      module,
      `import { cluster, primitive, secret } from 'lightcib'
      export default cluster({ resources: [primitive('f', 'stonith:fence_ipmilan', { ip: '192.0.2.1', password: secret('f') })] })`,
    )
    const main = new URL('../../dist/cli/main.js', import.meta.url).pathname
    const shell = `LIGHTCIB_SECRET_F_FILE=<(echo hidden) '${process.execPath}' '${main}' compile '${module}'`
    expect(execFileSync('bash', ['-c', shell], { encoding: 'utf8' })).toContain('value="hidden"')
  })
})
