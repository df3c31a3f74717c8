import { afterAll, expect, test } from 'vitest'
import { commandLine } from '../support/command-line.js'
import { describeWith } from '../support/tools.js'

const { file, run, remove } = commandLine()
afterAll(remove)

const web = (name: string, constraints: string) =>
  file(
    name,
    `import { clone, cluster, order, systemd } from 'lightcib'
const [db, web] = [clone(systemd('db')), clone(systemd('web'))]
export default cluster({
  nodes: ['node1', 'node2'],
  properties: { 'stonith-enabled': false },
  resources: [db, web],
  constraints: [${constraints}],
})
`,
  )
const [full, light] = [web('full.ts', 'order(db, web)'), web('light.ts', '')]

describeWith(['crm_simulate'], 'compare', () => {
  test('prints sizes, actions and each event that ends otherwise, with exit code 1', () => {
    const { status, stdout, stderr } = run(['compare', full, light])
    expect(status).toBe(1)
    expect(stdout).toMatch(/^Size +full\.ts +light\.ts$/m)
    expect(stdout).toMatch(/^ {2}orders +1 +0$/m)
    expect(stdout).toMatch(/^ {2}"db" fails once on "node1" +6 +2$/m)
    expect(stdout).toMatch(/^ {2}"db-clone" is disabled +1 +0$/m)
    expect(stdout).toContain('  "db-clone" is disabled\n    web: full.ts nowhere, light.ts on node1, node2\n')
    expect(stdout).toContain(
      '  "db" has failed for good on all nodes\n    web: full.ts nowhere, light.ts on node1, node2\n',
    )
    expect(stderr).toMatch(/19 of 21 events end the same\n$/)
  })

  test('exits with 0 where all ends the same, as JSON', () => {
    const { status, stdout } = run(['compare', light, light, '--format', 'json'])
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ shared: ['db', 'web'], left: 0, unpromoted: [] })
  })
})
