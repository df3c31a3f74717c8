import { afterAll, describe, expect, test } from 'vitest'
import { commandLine } from '../support/command-line.js'
import { isFast } from '../support/tools.js'

describe.skipIf(isFast)('the command line', () => {
  const { file, run, remove } = commandLine()
  afterAll(remove)
  const module = file(
    'cluster.ts',
    `import { cluster, clone, location, systemd } from 'lightcib'
const web = clone(systemd('web', { unit: 'nginx' }))
export default cluster({ nodes: ['n1', 'n2'], properties: { 'stonith-enabled': false }, resources: [web], constraints: [location(web, 'n1', 100)] })
`,
  )
  const text = `node 1: n1
node 2: n2
primitive web systemd:nginx
clone web-clone web
location location-web-clone-n1-100 web-clone 100: n1
property cib-bootstrap-options: \\
	stonith-enabled=false
`

  test('writes a configuration of crmsh', () => {
    expect(run(['compile', module, '--to', 'crm'])).toMatchObject({ status: 0, stdout: text })
  })

  test('imports one, from a file of any name', () => {
    const { status, stdout } = run(['import', file('cluster.crm', `# ours\n${text}`)])
    expect([status, stdout]).toEqual([
      0,
      `import { clone, cluster, location, systemd } from 'lightcib'

const webClone = clone(systemd('web', { unit: 'nginx' }))

export default cluster({
  nodes: ['n1', 'n2'],
  properties: { 'stonith-enabled': false },
  resources: [webClone],
  constraints: [location(webClone, 'n1', 100)],
})
`,
    ])
  })

  test('reports a line that crmsh would not accept, and other text', () => {
    const wrong = run(['check', file('wrong.crm', 'primitive web systemd:nginx\nlocation l web 5: \n')])
    expect([wrong.status, wrong.stderr + wrong.stdout]).toEqual([2, expect.stringContaining('wrong.crm:2:1')])
    const other = run(['check', file('notes.txt', 'nodes are in the basement\n')])
    expect([other.status, other.stderr + other.stdout]).toEqual([
      2,
      expect.stringContaining('crm configure show'),
    ])
  })
})
