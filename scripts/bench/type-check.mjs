/** Type check of a module with 500 resources and 1,000 constraints against one with an empty cluster, wall time in turn. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './run.mjs'

const runs = 5
const most = 3
const [resources, constraints] = [500, 1000]

const empty = `import { cluster } from 'lightcib'\nexport default cluster({})\n`

/** Calls for resources of that id, of agents with typed parameters. */
const typed = [
  (id) => `ocf.heartbeat.IPaddr2('${id}', { ip: '192.0.2.1', cidr_netmask: 32 })`,
  (id) => `ocf.heartbeat.Filesystem('${id}', { device: '/dev/sdb1', directory: '/srv', fstype: 'xfs' })`,
  (id) => `stonith.fence_ipmilan('${id}', { ip: '192.0.2.1', lanplus: true, pcmk_host_list: 'node1' })`,
  (id) => `primitive('${id}', 'ocf:heartbeat:pgsql', { pgdata: '/srv/pg', pgport: 5433 })`,
  (id) => `ocf.heartbeat.nginx('${id}', { configfile: '/etc/nginx/nginx.conf' })`,
  (id) => `primitive('${id}', 'ocf:linbit:drbd', { drbd_resource: 'r0' })`,
]

/** Every fifth resource is a clone; the constraints name one resource by value and one by id. */
function large() {
  const ids = Array.from({ length: resources }, (_, at) => (at % 5 === 0 ? `s${at}-clone` : `v${at}`))
  const declared = ids.map((id, at) =>
    at % 5 === 0
      ? `const r${at} = clone(systemd('s${at}'))`
      : `const r${at} = ${typed[at % typed.length](id)}`,
  )
  const constrained = Array.from({ length: constraints }, (_, at) => {
    const [one, other] = [at % resources, (at * 7 + 3) % resources]
    return at % 2 === 0 ? `colocation(r${one}, '${ids[other]}')` : `order('${ids[one]}', r${other})`
  })
  return [
    "import { clone, cluster, colocation, ocf, order, primitive, stonith, systemd } from 'lightcib'",
    ...declared,
    `export default cluster({ resources: [${ids.map((_, at) => `r${at}`)}], constraints: [${constrained}] })`,
  ].join('\n')
}

export function typeCheck() {
  const folder = mkdtempSync('.type-check-')
  try {
    const options = { extends: '../../tsconfig.json', include: ['*.ts'] }
    const paths = { lightcib: ['../../dist/index.d.ts'] }
    for (const [name, source] of Object.entries({ empty, large: large() })) {
      mkdirSync(join(folder, name))
      writeFileSync(join(folder, name, 'cluster.ts'), source)
      writeFileSync(
        join(folder, name, 'tsconfig.json'),
        JSON.stringify({ ...options, compilerOptions: { paths } }),
      )
    }
    const seconds = (name) => run('node_modules/.bin/tsc', ['-p', join(folder, name)]).seconds
    const times = Array.from({ length: runs }, () => [seconds('empty'), seconds('large')])
    const [small, big] = [0, 1].map((at) => Math.min(...times.map((pair) => pair[at])))
    return (
      `type check of ${resources} resources and ${constraints} constraints: ${big.toFixed(2)} s, of none ` +
      `${small.toFixed(2)} s, ratio ${(big / small).toFixed(2)}\n` +
      `limit (ratio ${most}): ${big / small <= most ? 'kept' : 'BROKEN'}`
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}
