import { describe, expect, it } from 'vitest'
import { toPcs } from '../../src/pcs/index.js'
import { clusterOf, commandWords, dummy, nvpairs } from '../support/pcs-clusters.js'

const create = 'op monitor interval=60s --no-default-ops --force'

describe('the pcs script', () => {
  it('reports why an element goes through cibadmin, and how many do', () => {
    const { output, diagnostics } = toPcs(
      clusterOf({ resources: `${dummy('a')}<primitive id="b" class="lsb" type="x" description="d"/>` }),
    )
    expect(diagnostics.map(({ code, path, message }) => [code, path, message])).toEqual([
      [
        'pcs-unsupported',
        '/cib/configuration/resources/primitive[@id="b"]',
        'pcs 0.11 does not support the description of <primitive>; <primitive> without <operations>: it adds one',
      ],
      ['pcs-summary', '/cib', 'elements set with pcs 0.11: 1, with cibadmin: 1'],
    ])
    expect(output).toContain('# pcs 0.11 does not support the description of <primitive>')
    expect(output).toContain('<primitive id="b" class="lsb" type="x" description="d"/>')
  })

  it('leaves out the record of what scripts have made, and reports that', () => {
    const cluster = clusterOf({ resources: dummy('a') })
    const record = {
      ...({ element: 'cluster_property_set', id: 'lightcib' } as const),
      nvpairs: [{ element: 'nvpair', id: 'lightcib-made', name: 'lightcib-made', value: 'a' }] as const,
    }
    const crmConfig = { element: 'crm_config', items: [record] } as const
    const recorded = { ...cluster, configuration: { ...cluster.configuration, crmConfig } }
    const { output, diagnostics } = toPcs(recorded)
    expect(output).toBe(toPcs(cluster).output)
    expect(diagnostics.map(({ code }) => code)).toEqual(['pcs-skipped'])
  })

  describe('with the ids of pcs', () => {
    const vip = (more = '') =>
      `<primitive id="vip" class="ocf" provider="heartbeat" type="Dummy">
        <instance_attributes id="vip-params"><nvpair id="vip-fake" name="fake" value="1"/></instance_attributes>
        </primitive>${more}`

    it('has commands where only ids differ, and lists the ids', () => {
      const { output, diagnostics } = toPcs(clusterOf({ resources: vip() }), { ids: 'pcs' })
      expect(output).toContain('  pcs resource create vip ocf:heartbeat:Dummy fake=1')
      expect(output).toContain('\nids=pcs\n')
      expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
        [
          'pcs-changed-id',
          'pcs 0.11 changes ids: vip-params -> vip-instance_attributes, vip-fake -> vip-instance_attributes-fake, an empty <operations> is added',
        ],
      ])
    })

    it('keeps an id that something refers to', () => {
      const other = `<primitive id="b" class="ocf" provider="heartbeat" type="Dummy"><instance_attributes id-ref="vip-params"/></primitive>`
      const { output } = toPcs(clusterOf({ resources: vip(other) }), { ids: 'pcs' })
      expect(output).toContain('<instance_attributes id="vip-params">')
    })
  })

  it('merges neighbours that need cibadmin into one call', () => {
    const bare = (id: string) => `<primitive id="${id}" class="lsb" type="x"/>`
    expect(
      commandWords(clusterOf({ resources: bare('a') + bare('b') + dummy('c') + bare('d') }), '0.11'),
    ).toEqual(['cibadmin', `resource create c ocf:heartbeat:Dummy ${create}`, 'cibadmin'])
  })

  it('clones no group that cibadmin has to create', () => {
    const group = `<group id="g">${dummy('a')}<primitive id="b" class="lsb" type="x"/></group>`
    const cluster = clusterOf({ resources: `<clone id="all">${group}</clone>` })
    expect(commandWords(cluster, '0.11')).toEqual(['cibadmin'])
    const [found] = toPcs(cluster).diagnostics
    expect(found).toMatchObject({
      code: 'pcs-unsupported',
      path: '/cib/configuration/resources/clone[@id="all"]',
      message: expect.stringContaining('<primitive> without <operations>'),
    })
  })

  it('does not rename a role where the cluster has the schema of pcs', () => {
    const resources = dummy('a').replace('interval="60s"', 'interval="60s" role="Master"')
    const { output, diagnostics } = toPcs(clusterOf({ resources }))
    expect(output).toContain('interval="60s" role="Master"')
    expect(diagnostics.map(({ code }) => code)).toEqual(['pcs-unsupported', 'pcs-summary'])
  })

  it('skips what the cluster maintains itself', () => {
    const { output, diagnostics } = toPcs(
      clusterOf({
        properties: '<nvpair id="x" name="cluster-name" value="c"/>',
        nodes: '<node id="1" uname="n1"/>',
      }),
    )
    expect(diagnostics.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
      'pcs-skipped info',
      'pcs-skipped info',
    ])
    expect(output).not.toContain('cluster-name')
  })

  it.each([
    ['0.10', 'é', true],
    ['0.10', 'a\nb', true],
    ['0.11', 'é', false],
    ['0.11', 'a\nb', true],
    ['0.11', 'é &amp; more', true],
    ['0.11', '&amp; é', false],
    ['0.12', 'é &amp;&#10;', false],
  ] as const)('for %s reports %j where Pacemaker would change it', (pcs, value, isUnsupported) => {
    const cluster = clusterOf({
      resources: dummy('a', nvpairs('instance_attributes', 'a', { x: value.replace('\n', '&#10;') })),
    })
    const errors = toPcs(cluster, { pcs }).diagnostics.filter(({ severity }) => severity === 'error')
    expect(errors.map(({ code, path }) => [code, path])).toEqual(
      isUnsupported
        ? [
            [
              'pacemaker-unsupported',
              '/cib/configuration/resources/primitive[@id="a"]/instance_attributes[@id="a-instance_attributes"]/nvpair[@id="a-instance_attributes-x"]/@value',
            ],
          ]
        : [],
    )
  })
})
