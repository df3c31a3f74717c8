import { afterAll, expect, test } from 'vitest'
import { commandLine } from '../support/command-line.js'

const cli = commandLine()
afterAll(cli.remove)

const module = cli.file(
  'cluster.ts',
  `import { cluster } from 'lightcib'
export default cluster({
  name: 'live', nodes: ['a', 'b'], properties: { 'stonith-enabled': false },
  services: ['nova-api'], corosync: { quorum: { wait_for_all: true } },
})`,
)

test.each([
  ['cib', ['services', 'corosync']],
  ['pcs', ['services', 'corosync']],
  ['crm', ['services', 'corosync']],
  ['bootstrap', ['services']],
  ['ansible', ['services']],
  ['source', ['corosync']],
  ['systemd', []],
])('compile --to %s reports what it leaves out: %j', (format, omitted) => {
  const { stderr } = cli.run([
    'compile',
    module,
    '--verbose',
    '--to',
    format,
    ...(format === 'systemd' ? ['-o', 'out'] : []),
  ])
  const found = stderr
    .split('\n')
    .flatMap((line) => line.match(/"(\w+)" of the cluster is not in the output/)?.[1] ?? [])
  expect(found, stderr).toEqual(omitted)
  if (omitted.includes('corosync') && format !== 'source')
    expect(stderr).toContain('--to bootstrap or ansible too')
})
