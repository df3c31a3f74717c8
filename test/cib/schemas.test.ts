import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readCib, translateCluster, writeCib } from '../../src/cib/index.js'
import type { SchemaVersion } from '../../src/cib/validate/grammar/versions.js'
import { type Cluster, resourcesOf } from '../../src/model/index.js'
import { richCibs } from '../support/rich-cibs.js'
import { schemaFile, schemasHere } from '../support/schemas.js'
import { describeWith, describeWithShared, run, sharedPath } from '../support/tools.js'
import { valid } from '../support/xmllint.js'

function clusterOf(text: string): Cluster {
  const { output } = readCib(text)
  if (output === undefined) throw new Error('not read')
  return output
}

function cib(inside: { resources?: string; constraints?: string; options?: string }, schema = '3.9'): string {
  return `<cib validate-with="pacemaker-${schema}" admin_epoch="0" epoch="0" num_updates="0"><configuration>
<crm_config><cluster_property_set id="o">${inside.options ?? ''}</cluster_property_set></crm_config><nodes/>
<resources><primitive id="a" class="ocf" provider="heartbeat" type="Dummy"/><primitive id="b" class="ocf" provider="heartbeat" type="Dummy"/>${inside.resources ?? ''}</resources>
<constraints>${inside.constraints ?? ''}</constraints></configuration></cib>`
}

const stateful = '<primitive id="s" class="ocf" provider="pacemaker" type="Stateful"/>'
const meta = (id: string, name: string, value: string) =>
  `<meta_attributes id="${id}"><nvpair id="${id}-1" name="${name}" value="${value}"/></meta_attributes>`

describe('writing for another schema', () => {
  const cases: [
    title: string,
    from: Parameters<typeof cib>[0],
    to: SchemaVersion,
    has: string[],
    not: string[],
  ][] = [
    [
      'master to a promotable clone',
      { resources: `<master id="m">${meta('mm', 'master-max', '2')}${stateful}</master>` },
      '4.0',
      ['<clone id="m">', 'score="INFINITY"', 'name="promotable" value="true"', 'name="master-max" value="2"'],
      ['<master'],
    ],
    [
      'a promotable clone to master',
      {
        resources: `<clone id="m">${meta('mm', 'promotable', 'true')}${meta('mn', 'promoted-max', '2')}${stateful}</clone>`,
      },
      '2.10',
      ['<master id="m">', 'name="master-max" value="2"'],
      ['promotable', '"mm"', '<clone'],
    ],
    [
      'roles to their old names',
      {
        resources: `<primitive id="t" class="ocf" provider="heartbeat" type="Dummy">${meta('tm', 'target-role', 'Promoted')}</primitive>`,
        constraints: '<rsc_location id="l" rsc="a" role="Unpromoted" node="n" score="1"/>',
      },
      '3.0',
      ['name="target-role" value="Master"', 'role="Slave"'],
      ['romoted'],
    ],
    [
      'kinds of order sets to scores',
      {
        constraints:
          '<rsc_order id="o1"><resource_set id="s1" kind="Optional"><resource_ref id="a"/></resource_set></rsc_order>',
      },
      '2.10',
      ['score="0"'],
      ['kind'],
    ],
    [
      'properties to their new names',
      {
        options:
          '<nvpair id="o1" name="crmd-transition-delay" value="1"/><nvpair id="o2" name="stonith-action" value="poweroff"/>',
      },
      '4.0',
      ['name="transition-delay"', 'name="stonith-action" value="off"'],
      ['crmd', 'poweroff'],
    ],
    [
      'properties to their old names',
      { options: '<nvpair id="o1" name="join-integration-timeout" value="1"/>' },
      '2.10',
      ['name="crmd-integration-timeout"'],
      ['join'],
    ],
    [
      'promotable clones that share what makes them so',
      {
        resources: `<clone id="m">${meta('mm', 'promotable', 'true')}${stateful}</clone>
          <clone id="n"><meta_attributes id-ref="mm"/><primitive id="n1" class="lsb" type="x"/></clone>
          <clone id="p"><meta_attributes id="pm"><nvpair id-ref="mm-1"/></meta_attributes><primitive id="p1" class="lsb" type="x"/></clone>`,
      },
      '2.10',
      ['<master id="m">', '<master id="n">', '<meta_attributes id-ref="mm"/>', '<master id="p">'],
      ['promotable', '<clone'],
    ],
    [
      'roles in any letters, and those of operations',
      {
        resources: `<primitive id="t" class="ocf" provider="heartbeat" type="Dummy">${meta('tm', 'target-role', 'promoted')}
          <operations><op id="to" name="monitor" interval="9">${meta('om', 'role', 'Unpromoted')}</op></operations></primitive>`,
      },
      '3.0',
      ['name="target-role" value="Master"', 'name="role" value="Slave"'],
      ['romoted'],
    ],
  ]
  it.each(cases)('%s', (_, from, to, has, not) => {
    const { output, diagnostics } = writeCib(clusterOf(cib(from)), { schema: `pacemaker-${to}` })
    expect(diagnostics.map(({ code }) => code)).toContain('schema-translated')
    expect(diagnostics.every(({ severity }) => severity === 'info')).toBe(true)
    expect(output).toContain(`validate-with="pacemaker-${to}"`)
    for (const part of has) expect(output).toContain(part)
    for (const part of not) expect(output).not.toContain(part)
  })

  const unsupported: [title: string, from: Parameters<typeof cib>[0], to: SchemaVersion, path: string][] = [
    [
      'a container of rkt in 4.0',
      { resources: '<bundle id="r"><rkt image="i"/></bundle>' },
      '4.0',
      '/cib/configuration/resources/bundle[@id="r"]/rkt',
    ],
    [
      'a lifetime in 4.0',
      {
        constraints:
          '<rsc_order id="o1" first="a" then="b"><lifetime><rule id="r" score="1"><date_expression id="e" operation="gt" start="2030"/></rule></lifetime></rsc_order>',
      },
      '4.0',
      '/cib/configuration/constraints/rsc_order[@id="o1"]/lifetime',
    ],
    [
      'a bundle in 2.7',
      { resources: '<bundle id="r"><docker image="i"/></bundle>' },
      '2.7',
      '/cib/configuration/resources/bundle[@id="r"]',
    ],
    [
      'a serialized order set in 2.10',
      {
        constraints:
          '<rsc_order id="o1"><resource_set id="s1" kind="Serialize"><resource_ref id="a"/></resource_set></rsc_order>',
      },
      '2.10',
      '/cib/configuration/constraints/rsc_order[@id="o1"]/resource_set[@id="s1"]/@kind',
    ],
    [
      'promotable under a rule in 2.10',
      {
        resources: `<clone id="m"><meta_attributes id="mm"><rule id="r" score="1"><date_expression id="e" operation="gt" start="2030"/></rule><nvpair id="mm-1" name="promotable" value="true"/></meta_attributes>${stateful}</clone>`,
      },
      '2.10',
      '/cib/configuration/resources/clone[@id="m"]/meta_attributes[@id="mm"]',
    ],
  ]
  it.each(unsupported)('rejects %s', (_, from, to, path) => {
    const { output, diagnostics } = writeCib(clusterOf(cib(from)), { schema: `pacemaker-${to}` })
    expect(output).toBeUndefined()
    const errors = diagnostics.filter(({ severity }) => severity === 'error')
    expect(errors.map((finding) => finding.path)).toContain(path)
  })

  it.each([
    [
      '3.9',
      '4.0',
      'master',
      ['pcmk__3_10_upgrade-promotable-legacy-m-meta_attributes', 'first', 's', 'last'],
    ],
    ['3.9', '2.10', 'clone', ['s', 'last']],
  ] as const)('from %s to %s leaves the children of a %s in their order', (from, to, name, order) => {
    const first = meta('first', name === 'clone' ? 'promotable' : 'is-managed', 'true')
    const resources = `<${name} id="m">${first}${stateful}${meta('last', 'priority', '1')}</${name}>`
    const { output = '' } = writeCib(clusterOf(cib({ resources }, from)), { schema: `pacemaker-${to}` })
    const inside = output.slice(output.indexOf(' id="m"'))
    const ids = [...inside.matchAll(/<(?:meta_attributes|primitive) id="([^"]+)"/g)].map(([, id]) => id)
    expect(ids).toEqual(order)
  })

  it('copies elements, so that one object in two places becomes two', () => {
    const resources = `${meta('z', 'priority', '1').replace('<meta', '<clone id="c"><meta')}${stateful}</clone>`
    const given = clusterOf(cib({ resources }))
    const shared = { element: 'meta_attributes', idRef: 'z', nvpairs: [] } as const
    const items = resourcesOf(given).map((resource) =>
      resource.element === 'primitive' ? { ...resource, metaAttributes: [shared] } : resource,
    )
    const configuration = { ...given.configuration, resources: { element: 'resources', items } as const }
    const { output } = translateCluster({ ...given, configuration }, 'pacemaker-3.9')
    const sets = resourcesOf(output as Cluster).flatMap(({ metaAttributes }) => metaAttributes)
    expect(sets.filter(({ idRef }) => idRef === 'z')).toHaveLength(2)
    expect(new Set(sets).size).toBe(sets.length)
  })

  it('leaves a clone that is not promotable as it is', () => {
    const resources = `<clone id="m">${meta('mm', 'promotable', 'false')}${stateful}</clone>`
    const { output, diagnostics } = writeCib(clusterOf(cib({ resources })), { schema: 'pacemaker-2.10' })
    expect(diagnostics).toEqual([])
    expect(output).toContain('<clone id="m">')
  })

  it('rejects a schema that it does not know', () => {
    const { output, diagnostics } = writeCib(clusterOf(cib({})), { schema: 'pacemaker-9.9' })
    expect(output).toBeUndefined()
    expect(diagnostics.map(({ code }) => code)).toEqual(['unknown-schema'])
  })

  it('changes nothing but the name of the schema where the newer one accepts the rest', () => {
    const constraints =
      '<rsc_colocation id="c" rsc="a" with-rsc="b" rsc-role="Master" score="1"/><rsc_order id="o1" first="a" then="b" score="0"/>'
    const given = clusterOf(cib({ constraints }))
    const { output, diagnostics } = translateCluster(given, 'pacemaker-4.0')
    expect(diagnostics).toEqual([])
    expect(output).toEqual({ ...given, validateWith: 'pacemaker-4.0' })
  })
})

/** What is written for a schema, or undefined where the schema cannot express it. */
function writtenFor(text: string, version: SchemaVersion): string | undefined {
  const { output, diagnostics } = writeCib(clusterOf(text), { schema: `pacemaker-${version}` })
  if (output === undefined)
    expect(diagnostics.some(({ severity, path }) => severity === 'error' && path !== '')).toBe(true)
  return output
}

describeWith(['xmllint'], 'what is written for another schema', () => {
  it.each(schemasHere.filter((version) => ['1.2', '2.10', '3.9', '4.0'].includes(version)))(
    'is valid in %s',
    (version) => {
      const written = richCibs.map((text) => writtenFor(text, version)).filter((text) => text !== undefined)
      expect(written.length).toBeGreaterThan(0)
      expect(valid(written, schemaFile(version) as string)).not.toContain(false)
    },
  )
})

describeWithShared('corpus/scheduler', 'real CIBs written for older schemas and back', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lightcib-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  /** What Pacemaker would do; the schema's name is one that the installed Pacemaker knows. */
  function plan(text: string): string {
    const file = join(folder, 'cib.xml')
    writeFileSync(file, text.replace('validate-with="pacemaker-4.0"', 'validate-with="pacemaker-3.9"'))
    const { stdout } = run('crm_simulate', ['--simulate', '--xml-file', file])
    const start = stdout.indexOf('Current cluster status')
    return start === -1 ? '' : stdout.slice(start)
  }

  it('do as before', () => {
    const texts = readdirSync(sharedPath('corpus/scheduler'))
      .map((name) => readFileSync(sharedPath(`corpus/scheduler/${name}`), 'utf8'))
      .filter((text) => /promotable|Promoted/.test(text) && text.length < 40_000)
    const chains = texts.flatMap((text) => {
      const older = writtenFor(text, '2.10')
      const newer = older && writtenFor(older, '4.0')
      return older === undefined || newer === undefined ? [] : [[text, older, newer] as const]
    })
    expect(chains.length).toBeGreaterThan(20)
    expect(chains.some(([, older]) => older.includes('<master '))).toBe(true)
    const some = !process.env.FUZZ ? chains.filter((_, index) => index % 5 === 0) : chains
    const planned = some
      .map(([text, ...written]) => [plan(text), written] as const)
      .filter(([before]) => before !== '')
    expect(planned.length).toBeGreaterThan(5)
    for (const [before, written] of planned) for (const text of written) expect(plan(text)).toBe(before)
  })
})
