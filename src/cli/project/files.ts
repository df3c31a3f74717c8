import { version } from '../version.js'

const json = (value: object) => `${JSON.stringify(value, undefined, 2)}\n`

/** The files of a new project, by their paths: a cluster of three nodes that passes its own tests. */
export function projectFiles(name: string): Readonly<Record<string, string>> {
  return {
    'package.json': json({
      name,
      private: true,
      type: 'module',
      scripts: {
        check: 'lightcib check cluster.ts',
        compile: 'lightcib compile cluster.ts --to pcs --output cluster.sh',
        test: 'vitest run',
        typecheck: 'tsc',
      },
      devDependencies: { lightcib: `^${version}`, typescript: '>=5.8', vitest: '>=4' },
    }),
    'tsconfig.json': json({
      compilerOptions: {
        target: 'ES2023',
        module: 'NodeNext',
        strict: true,
        noEmit: true,
        skipLibCheck: true,
        types: [],
      },
      include: ['*.ts'],
    }),
    'cluster.ts': `import { clone, cluster, colocation, ocf, order, primitive, systemd, vipWithHaproxy } from 'lightcib'

const monitor = { operations: { monitor: { interval: '10s' } } }

const fence = primitive('fence', 'stonith:fence_xvm', { pcmk_host_list: 'node1 node2 node3' }, monitor)
const haproxy = clone(systemd('haproxy', monitor), { meta: { interleave: true } })
const vip = ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6', cidr_netmask: 32 }, monitor)

export default cluster({
  name: '${name}',
  nodes: ['node1', 'node2', 'node3'],
  rscDefaults: { 'resource-stickiness': 100 },
  resources: [fence, haproxy, vip],
  constraints: [order(vip, haproxy, { kind: 'Optional' }), colocation(vip, haproxy)],
  policies: [vipWithHaproxy()],
})
`,
    'cluster.test.ts': `import 'lightcib/vitest'
import { expect, test } from 'vitest'
import cluster from './cluster.js'

test('everything can start and stop', () => {
  expect(cluster).toHaveNoOrderCycle()
})

test('the virtual IP runs only where HAProxy runs', () => {
  expect(cluster).toRunOnlyWith('vip', 'haproxy-clone')
  expect(cluster).toPassPolicies()
})
`,
    '.gitignore': 'node_modules/\ncluster.sh\n',
  }
}
