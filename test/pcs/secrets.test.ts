import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Cluster, readCib, toPcs } from 'lightcib'
import { expect, test } from 'vitest'
import { resourcesOf } from '../../src/model/index.js'
import { replay, startPcsServer } from '../support/pcs-server.js'
import { describeWith, root } from '../support/tools.js'

const cib = readFileSync(join(root, 'fixtures/reports/status-of-live-cluster.xml'), 'utf8')
const cluster = readCib(cib).output as Cluster

/** The lines of a script that are commands: without what a command gets as its input. */
const commandsOf = (script: string) => script.replace(/(<<'XML'\n).*?\nXML\n/gs, '$1')

test.each(['0.10', '0.11', '0.12'] as const)('no password is a word of a command for pcs %s', (pcs) => {
  for (const ids of ['exact', 'pcs'] as const) {
    const script = toPcs(cluster, { pcs, ids }).output as string
    expect(script).toContain('s3cr3t-of-node1')
    expect(commandsOf(script)).not.toContain('s3cr3t')
    const program = cib.replaceAll('password"', 'passwd_script"')
    const open = toPcs(readCib(program).output as Cluster, { pcs, ids }).output as string
    expect(commandsOf(open)).toContain('passwd_script=s3cr3t-of-node1')
  }
})

describeWith(['pcs', 'cibadmin', 'crm_verify'], 'run by real bash and pcs', () => {
  test('it sets the password, and leaves no file with it', async () => {
    const server = await startPcsServer()
    try {
      const { cib: built, status, stdout, files } = await replay(server, toPcs(cluster).output as string)
      expect([status, files]).toEqual([0, ['cib.xml']])
      expect(stdout).not.toContain('s3cr3t')
      expect(resourcesOf(readCib(built).output as Cluster)).toEqual(resourcesOf(cluster))
    } finally {
      server.stop()
    }
  })
})
