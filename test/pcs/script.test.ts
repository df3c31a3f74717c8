import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { bundle, clone, cluster, colocation, docker, ocf, order, podman, systemd } from 'lightcib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCib } from '../../src/cib/index.js'
import type { Cluster } from '../../src/model/index.js'
import { toPcs } from '../../src/pcs/index.js'
import { type LivePcs, startLivePcs } from '../support/live-pcs.js'
import { emptyCib, type PcsServer, replay, startPcsServer } from '../support/pcs-server.js'
import { settable } from '../support/settable.js'
import type { Ran } from '../support/system.js'
import { describeWith } from '../support/tools.js'

const haproxy = clone(systemd('haproxy', { operations: { monitor: { interval: '10s' } } }))
const vip = ocf.heartbeat.IPaddr2(
  'vip',
  { ip: '192.0.2.1', cidr_netmask: 32 },
  {
    operations: { start: { timeout: '20s' }, monitor: { interval: '10s' } },
  },
)
const small = cluster({
  nodes: [{ id: '1', uname: 'n1', attributes: { rack: 'r1' } }, 'n2'],
  properties: { 'stonith-enabled': false },
  resources: [haproxy, vip],
  constraints: [order(vip, haproxy, { kind: 'Optional' }), colocation(vip, haproxy)],
})
const script = toPcs(small).output ?? ''

/** A CIB with the configuration of another administrator. */
function foreignCib(): string {
  return emptyCib('/')
    .replace(
      '<crm_config/>',
      '<crm_config><cluster_property_set id="cib-bootstrap-options"><nvpair id="cib-bootstrap-options-batch-limit" name="batch-limit" value="5"/></cluster_property_set></crm_config>',
    )
    .replace('<nodes/>', '<nodes><node id="1" uname="n1"/><node id="2" uname="n2"/></nodes>')
    .replace(
      '<resources/>',
      '<resources><primitive id="db" class="systemd" type="postgresql" description="not ours"/></resources>',
    )
    .replace(
      '<constraints/>',
      '<constraints><rsc_location id="db-here" rsc="db" node="n1" score="5"/></constraints>',
    )
}

const contentOf = (cib: string) => settable(readCib(cib).output as Cluster)

describeWith(['pcs', 'cibadmin', 'bash', 'crm_diff'], 'the pcs script', () => {
  let server: PcsServer
  beforeAll(async () => {
    server = await startPcsServer()
  })
  afterAll(() => server.stop())

  describe('run again', () => {
    it('changes nothing and reports that', async () => {
      const first = await replay(server, script)
      expect(first.status, first.stderr).toBe(0)
      const second = await replay(server, script, first.cib)
      expect(second).toMatchObject({
        status: 0,
        stdout: expect.stringContaining('nothing changed'),
        cib: first.cib,
      })
    })

    it('adds what was removed, and nothing else', async () => {
      const { cib } = await replay(server, script)
      const without = cib
        .replace(/ *<rsc_order .*\n/, '')
        .replace(/ *<nvpair .*name="stonith-enabled".*\n/, '')
      const again = await replay(server, script, without)
      expect(again.status, again.stderr).toBe(0)
      expect(contentOf(again.cib)).toMatchObject({ properties: contentOf(cib).properties })
      expect(contentOf(again.cib).constraints).toHaveLength(2)
      expect(contentOf(again.cib).resources).toEqual(contentOf(cib).resources)
    })

    it.each([
      ['attributes', /class="systemd" (type="haproxy")/, '$1 class="systemd"'],
      ['nvpairs', /(<nvpair .*\/>)\s*(<nvpair .*\/>)/, '$2$1'],
      ['operations', /(<op .*\/>)\s*(<op .*\/>)/, '$2$1'],
      [
        'kinds of children',
        /(<instance_attributes id="vip-[\s\S]*?<\/instance_attributes>)\s*(<operations>[\s\S]*?<\/operations>)/,
        '$2$1',
      ],
    ])('ignores the order of %s', async (_, from, to) => {
      const { cib } = await replay(server, script)
      const turned = cib.replace(from, to)
      expect(turned).not.toBe(cib)
      expect(await replay(server, script, turned)).toMatchObject({ status: 0, cib: turned })
    })
  })

  describe('finds equal', () => {
    it('what the other strategy has built', async () => {
      const byXml = toPcs(small, { strategy: 'xml' }).output ?? ''
      for (const [first, second] of [
        [script, byXml],
        [byXml, script],
      ] as const) {
        const { cib } = await replay(server, first)
        const again = await replay(server, second, cib)
        expect(again, again.stderr).toMatchObject({ status: 0, cib })
      }
    })

    it('what has other ids of parts, with the ids of pcs', async () => {
      const byPcs = toPcs(small, { ids: 'pcs' }).output ?? ''
      const { cib } = await replay(server, script)
      const other = cib
        .replaceAll('vip-instance_attributes', 'vip-params')
        .replace('id="vip-monitor-interval-10s"', 'id="vip-monitor-10"')
      expect(other).not.toBe(cib)
      expect(await replay(server, byPcs, other)).toMatchObject({ status: 0, cib: other })
      const changed = other.replace('192.0.2.1', '192.0.2.9')
      expect(await replay(server, byPcs, changed)).toMatchObject({ status: 1, cib: changed })
    })

    it('what was made by hand', async () => {
      const byHand = [
        'pcs -f "$2" property set stonith-enabled=false',
        'pcs -f "$2" resource create vip IPaddr2 cidr_netmask=32 ip=192.0.2.1 op start timeout=20s interval=0s op monitor interval=10s --no-default-ops',
        'pcs -f "$2" resource create haproxy systemd:haproxy op monitor interval=10s clone --force --no-default-ops',
        'pcs -f "$2" constraint order vip then haproxy-clone kind=Optional',
      ]
      const { cib } = await replay(server, byHand.join(' && '), foreignCib())
      const ran = await replay(server, script, cib)
      expect(ran.status, ran.stderr).toBe(0)
      expect(ran.stdout.split('\n')).toEqual(
        expect.not.arrayContaining([expect.stringMatching(/vip$|haproxy-clone$|-Optional$/)]),
      )
    })
  })

  describe('in a cluster with another configuration', () => {
    it('does not change that', async () => {
      const ran = await replay(server, script, foreignCib())
      expect(ran.status, ran.stderr).toBe(0)
      const { cib } = await replay(server, script)
      const [before, wanted, after] = [foreignCib(), cib, ran.cib].map(contentOf)
      expect(after?.resources).toEqual([...(before?.resources ?? []), ...(wanted?.resources ?? [])])
      expect(after?.constraints).toEqual([...(before?.constraints ?? []), ...(wanted?.constraints ?? [])])
      expect(ran.cib).toContain('name="batch-limit" value="5"')
      expect(ran.cib).toContain('name="stonith-enabled" value="false"')
    })

    it.each([
      [
        'another resource',
        'id="db"',
        'id="vip"',
        'vip',
        'primitive vip: type: "postgresql", wanted: "IPaddr2"',
      ],
      [
        'an element elsewhere',
        'id="db-here"',
        'id="haproxy"',
        'haproxy',
        'rsc_location haproxy: its id is that of primitive haproxy in clone haproxy-clone',
      ],
      [
        'another value of a property',
        'batch-limit" name="batch-limit" value="5"',
        'stonith-enabled" name="stonith-enabled" value="true"',
        'cib-bootstrap-options-stonith-enabled',
        'nvpair stonith-enabled: value: "true", wanted: "false"',
      ],
      [
        'another value of a node attribute',
        '<node id="1" uname="n1"/>',
        '<node id="1" uname="n1"><instance_attributes id="nodes-1"><nvpair id="nodes-1-rack" name="rack" value="r2"/></instance_attributes></node>',
        'nodes-1-rack',
        'nvpair rack: value: "r2", wanted: "r1"',
      ],
      [
        'the same property under the id that another tool gave it',
        'cib-bootstrap-options-batch-limit" name="batch-limit" value="5"',
        'fencing-off" name="stonith-enabled" value="false"',
        'fencing-off',
        'nvpair stonith-enabled: id: "fencing-off", wanted: "cib-bootstrap-options-stonith-enabled"',
      ],
    ])('stops before any change where an id is used by %s', async (_, from, to, id, line) => {
      const start = foreignCib()
        .replace(from, to)
        .replace('rsc="db"', to === 'id="vip"' ? 'rsc="vip"' : 'rsc="db"')
      const ran = await replay(server, script, start)
      expect(ran).toMatchObject({ status: 1, cib: start })
      expect(ran.stderr).toMatch(new RegExp(`these ids are used by something else:.* ${id}\n`))
      expect(ran.stderr.split('\n').slice(1)).toContain(`  ${line}`)
    })

    it('reports a bundle of another container type as something else', async () => {
      const web = (container: typeof docker | typeof podman) =>
        toPcs(
          cluster({
            properties: { 'stonith-enabled': false },
            resources: [bundle('web', container({ image: 'web:1' }))],
          }),
        ).output ?? ''
      const { cib } = await replay(server, web(docker))
      const ran = await replay(server, web(podman), cib)
      expect(ran).toMatchObject({ status: 1, cib })
      expect(ran.stderr).toBe(
        [
          'error: nothing was changed, these ids are used by something else: web',
          '  bundle web: lacks podman',
          '  bundle web: has docker',
          '',
        ].join('\n'),
      )
    })

    it('upgrades the schema where the configuration needs a newer one', async () => {
      const web = cluster({
        properties: { 'stonith-enabled': false },
        resources: [bundle('web', podman({ image: 'web:1' }))],
      })
      const start = emptyCib('/').replace('pacemaker-3.9', 'pacemaker-3.0')
      const ran = await replay(server, toPcs(web).output ?? '', start)
      expect(ran.status, ran.stderr).toBe(0)
      expect(ran.cib).toContain('<podman image="web:1"/>')
    })
  })

  it('prints commands that build the same when they are run one by one', async () => {
    const start = foreignCib()
    const live = startLivePcs(server, start)
    try {
      const commands = `bash -s -- --print --file cib.xml <<'SCRIPT' >commands\n${script}SCRIPT`
      const ran = await live.run(`set -e\n${commands}\n. ./commands`)
      expect(ran.status, ran.stderr).toBe(0)
      expect(contentOf(live.cib())).toEqual(contentOf((await replay(server, script, start)).cib))
    } finally {
      live.remove()
    }
  })

  describe('on a file', () => {
    const inFolder = async (
      body: (file: string, run: (...args: string[]) => Promise<Ran>) => Promise<void>,
    ) => {
      const folder = mkdtempSync(join(tmpdir(), 'lightcib-file-'))
      const file = join(folder, 'cib.xml')
      writeFileSync(file, foreignCib())
      try {
        await body(file, (...args) => server.bash(script, args, folder))
      } finally {
        rmSync(folder, { recursive: true })
      }
    }

    it('keeps mode and owner, and a link to it', async () => {
      await inFolder(async (file, run) => {
        chmodSync(file, 0o640)
        chownSync(file, 12, 34)
        symlinkSync(file, `${file}.link`)
        const ran = await run('--file', `${file}.link`)
        expect(ran.status, ran.stderr).toBe(0)
        expect(lstatSync(`${file}.link`).isSymbolicLink()).toBe(true)
        const { mode, uid, gid } = lstatSync(file)
        expect([mode & 0o7777, uid, gid]).toEqual([0o640, 12, 34])
        expect(readFileSync(file, 'utf8')).toContain('haproxy-clone')
      })
    })

    it('writes to no name that somebody else could have prepared', async () => {
      await inFolder(async (file, run) => {
        const other = `${file}.other`
        writeFileSync(other, 'other')
        symlinkSync(other, `${file}.new`)
        expect((await run('--file', file)).status).toBe(0)
        expect(readFileSync(other, 'utf8')).toBe('other')
        expect(readdirSync(dirname(file)).sort()).toEqual(['cib.xml', 'cib.xml.new', 'cib.xml.other'])
      })
    })

    it('names a file that is not there, and a cluster that is not there', async () => {
      await inFolder(async (file, run) => {
        expect((await run('--file', `${file}.absent`)).stderr).toBe(
          'error: nothing was changed, there is no such file; cibadmin --empty prints an empty CIB\n',
        )
        const { status, stderr } = await run()
        expect([status, stderr.trimEnd().split('\n').at(-1)]).toEqual([
          1,
          'error: nothing was changed, no cluster answers on this machine; with --file CIB the script works on a file',
        ])
      })
    })

    it('rejects what is no regular file', async () => {
      await inFolder(async (file, run) => {
        spawnSync('mkfifo', [`${file}.pipe`])
        for (const path of [`${file}.pipe`, dirname(file), `${file}.absent`])
          expect(await run('--file', path)).toMatchObject({
            status: 1,
            stderr: expect.stringContaining('error: '),
          })
      })
    })

    it('rejects an empty name of a file, which is not the cluster', async () => {
      await inFolder(async (_, run) => {
        expect(await run('--file', '')).toMatchObject({
          status: 1,
          stderr: 'error: --file needs the name of a CIB file\n',
        })
      })
    })

    it('leaves an immutable file with a message', async () => {
      await inFolder(async (file, run) => {
        if (spawnSync('chattr', ['+i', file]).status !== 0) return
        try {
          const ran = await run('--file', file)
          expect(ran.status).toBe(1)
          expect(ran.stderr).toMatch(/^error: .*not permitted/m)
          expect(ran.stderr).not.toContain('Traceback')
          expect(readdirSync(dirname(file))).toEqual(['cib.xml'])
        } finally {
          spawnSync('chattr', ['-i', file])
        }
      })
    })

    it('stops at errors of crm_verify and shows them, unless it is forced', async () => {
      const text = script.replace('stonith-enabled=false', 'stonith-enabled=true')
      const ran = await replay(server, text, foreignCib(), [])
      expect(ran).toMatchObject({ status: 1, cib: foreignCib() })
      expect(ran.stderr).toMatch(/crm_verify reports errors[\s\S]*no STONITH resources/)
      const forced = await replay(server, text, foreignCib(), ['--force'])
      expect(forced.status, forced.stderr).toBe(0)
      expect(forced.cib).toContain('id="vip"')
    })
  })

  describe('on the live cluster', () => {
    const onLive = async (
      body: (live: LivePcs) => Promise<void>,
      ...options: Parameters<typeof startLivePcs> extends [unknown, unknown, ...infer Rest] ? Rest : never
    ) => {
      const live = startLivePcs(server, foreignCib(), ...options)
      try {
        await body(live)
      } finally {
        live.remove()
      }
    }

    it('pushes once, and a second run pushes nothing', async () => {
      await onLive(async (live) => {
        const first = await live.run(script)
        expect(first.status, first.stderr).toBe(0)
        expect(first.stdout).toMatch(/^\+ clone haproxy-clone$/m)
        expect(contentOf(live.cib())).toEqual(contentOf((await replay(server, script, foreignCib())).cib))
        const second = await live.run(script)
        expect(second).toMatchObject({ status: 0, stdout: expect.stringContaining('nothing changed') })
        expect(live.pushes()).toBe(1)
      })
    })

    it('names the resources that do not start', async () => {
      await onLive(
        async (live) => {
          const ran = await live.run(script, ['--wait', '1'])
          expect(ran).toMatchObject({
            status: 1,
            stderr: expect.stringContaining('these resources do not run: vip'),
          })
        },
        { stopped: ['vip'] },
      )
    })

    it.each([
      ['the push fails', script, { refusesPush: true }],
      ['a command fails', script.replace('pcs constraint order', 'pcs constraint nonsense'), {}],
      ['the result is not valid', script.replace('stonith-enabled=false', 'stonith-enabled=true'), {}],
      ['a node is not there', script.replaceAll('require_node 1 n1', 'require_node 1 n9'), {}],
      ['pcs is another one', script.replace('for_pcs=0.11', 'for_pcs=0.12'), {}],
    ])('changes nothing where %s', async (_, text, options) => {
      await onLive(async (live) => {
        const before = live.cib()
        const ran = await live.run(text)
        expect(ran.status).toBe(1)
        expect(ran.stderr).toMatch(/[Ee]rror/)
        expect(live.cib()).toBe(before)
      }, options)
    })
  })
})
