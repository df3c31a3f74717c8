import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cluster, colocation, ocf, order, toPcs } from 'lightcib'
import { afterAll, expect, test } from 'vitest'
import { readCib } from '../../src/cib/index.js'
import type { Cluster } from '../../src/model/index.js'
import { settable } from '../support/settable.js'
import { root, run } from '../support/tools.js'
import { describeAsRoot } from './as-root.js'

const properties = { 'stonith-enabled': false }
const dummy = (id: string, fake: string) =>
  ocf.pacemaker.Dummy(id, { fake }, { operations: { monitor: { interval: '10s' } } })
const [a, b, c] = [dummy('a', '1'), dummy('b', '1'), dummy('c', '1')]
const first = cluster({ properties, resources: [a, b], constraints: [order(a, b), colocation(b, a)] })
const second = cluster({ properties, resources: [dummy('a', '2'), c], constraints: [order(a, c)] })

const folder = mkdtempSync(join(tmpdir(), 'lightcib-script-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs bash in a cluster of one node that runs the first script already; what it prints ends with the CIB. */
function inCluster(bash: string) {
  for (const [name, description] of Object.entries({ first, second }))
    for (const strategy of ['commands', 'xml'] as const)
      writeFileSync(join(folder, `${name}-${strategy}.sh`), toPcs(description, { strategy }).output ?? '')
  const text = `set -e; cd ${folder}\nbash first-commands.sh --update --wait 60\n${bash}\necho; cibadmin --query >cib.xml; echo cib; cat cib.xml`
  writeFileSync(join(folder, 'run.sh'), text)
  const { status, stdout, stderr } = run('unshare', [
    ...['--mount', '--ipc', '--net', '--pid', '--uts', '--fork', 'bash', join(root, 'test/live/one-node.sh')],
    ...['bash', join(folder, 'run.sh')],
  ])
  expect(status, stdout + stderr).toBe(0)
  const [printed = '', cib = ''] = stdout.split('\ncib\n')
  return { printed, stderr, cib: settable(readCib(cib).output as Cluster) }
}

describeAsRoot('the pcs script on a real cluster of one node', () => {
  test('builds, and then changes, while the status changes all the time', () => {
    const { cib } = inCluster(`
      (while :; do crm_attribute --lifetime reboot --node n1 --name busy --update $RANDOM >/dev/null 2>&1; done) & writer=$!
      bash second-commands.sh --update --prune --wait 60
      kill $writer`)
    expect(cib).toEqual(settable(second))
  })

  test('finds what somebody else writes just before the change', () => {
    const { stderr, cib } = inCluster(`
      sed 's/^        done = run("cibadmin", "--patch"/        run("crm_attribute", "--name", "batch-limit", "--update", "5")\\n&/' second-xml.sh >raced.sh
      ! cmp --silent second-xml.sh raced.sh
      if bash raced.sh --update --prune --wait 0; then exit 9; fi`)
    expect(stderr).toContain('nothing was changed, the cluster was changed by somebody else meanwhile')
    expect(JSON.stringify(cib.properties)).toContain('batch-limit')
    expect(cib.resources).toEqual(settable(first).resources)
  })

  test('changes whole sections where crm_diff is not exact', () => {
    const { cib } = inCluster(`
      sed 's/return patch if is_exact else /return /' second-xml.sh >sections.sh
      ! cmp --silent second-xml.sh sections.sh
      bash sections.sh --update --prune --wait 60`)
    expect(cib).toEqual(settable(second))
  })
})
