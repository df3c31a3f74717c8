import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { check } from '../../src/check/index.js'
import { readCib, writeCib } from '../../src/cib/index.js'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js'
import { fixOf } from '../../src/lsp/fixes.js'
import type { TextChange } from '../../src/lsp/rename.js'
import { type DocumentedRule, documentedRules } from '../support/documented-rules.js'
import { clusterOf } from '../support/rule-page.js'
import { describeWithShared, sharedPath } from '../support/tools.js'

function changed(text: string, changes: readonly TextChange[]): string {
  return [...changes]
    .sort((a, b) => b.start - a.start)
    .reduce((before, { start, end, text: given }) => before.slice(0, start) + given + before.slice(end), text)
}

function findingsOf(text: string): readonly Diagnostic[] {
  const { output, diagnostics } = readCib(text, { validate: true })
  return [...diagnostics, ...(output === undefined ? [] : check(output))]
}

const keyOf = ({ code, path }: Diagnostic) => `${code} ${path}`

/** How many findings about a text have a fix; each of them leaves the finding out, and adds no error. */
function countFixed(text: string): number {
  const before = findingsOf(text)
  const errors = new Set(before.filter(({ severity }) => severity === 'error').map(keyOf))
  let fixed = 0
  for (const finding of before) {
    const fix = fixOf(finding.hint, text)
    if (fix === undefined) continue
    fixed += 1
    const after = findingsOf(changed(text, fix.changes))
    const same = after.filter((other) => keyOf(other) === keyOf(finding) && other.message === finding.message)
    expect(same, `${fix.title}\n${changed(text, fix.changes)}`).toEqual([])
    const added = after.filter((other) => other.severity === 'error' && !errors.has(keyOf(other)))
    expect(added, `${fix.title}\n${changed(text, fix.changes)}`).toEqual([])
  }
  return fixed
}

/** The wrong example of a rule as text; undefined for what no CIB can express. */
function wrongText({ code, docs: { wrong } }: DocumentedRule): string | undefined {
  try {
    const { output } = writeCib(clusterOf(wrong), { schema: 'pacemaker-3.9' })
    return output?.includes(code) === true ? undefined : output
  } catch {
    return undefined
  }
}

test('the pcs command of a hint, applied to the text, mends what it is about: the wrong examples of all rules', () => {
  const texts = documentedRules.flatMap((rule) => wrongText(rule) ?? [])
  expect(texts.length).toBeGreaterThan(documentedRules.length / 2)
  const fixed = texts.map(countFixed).reduce((sum, count) => sum + count, 0)
  expect(fixed).toBeGreaterThan(65)
})

describeWithShared('corpus/reports', 'clusters that others have written', () => {
  test.each(readdirSync(sharedPath('corpus/reports')).filter((name) => name.endsWith('.xml')))(
    '%s',
    (name) => {
      countFixed(readFileSync(join(sharedPath('corpus/reports'), name), 'utf8'))
    },
  )
})

test('takes away what a ban, standby, maintenance or a second set has left', () => {
  const text = `<cib validate-with="pacemaker-3.9"><configuration>
    <crm_config><cluster_property_set id="a"><nvpair id="a1" name="x" value="1"/></cluster_property_set>
      <cluster_property_set id="b">
        <nvpair id="b1" name="no-quorum-policy" value="ignore"/></cluster_property_set></crm_config>
    <nodes><node id="1" uname="n1"><instance_attributes id="n">
      <nvpair id="n1" name="standby" value="on"/>
      <nvpair id="n2" name="maintenance" value="on"/></instance_attributes></node></nodes>
    <resources><clone id="c"><primitive id="web" class="systemd" type="nginx"><meta_attributes id="m">
      <nvpair id="m1" name="target-role" value="Stopped"/></meta_attributes></primitive></clone></resources>
    <constraints>
      <rsc_location id="cli-ban-c-on-n1" rsc="c" node="n1" score="-INFINITY"/>
      <rsc_location id="own" rsc="c" node="n1" score="5"/>
      <rsc_location id="cli-ban-web-on-n1" rsc="web" node="n1" score="-INFINITY"/></constraints>
  </configuration></cib>`
  const applied = (hint: string) => changed(text, fixOf(hint, text)?.changes ?? [])
  const without = (id: string) => text.replace(new RegExp(`\\n *<\\w+ id="${id}"[^>]*>`), '')
  expect(applied('pcs property unset no-quorum-policy; corosync.conf gives quorum')).toBe(without('b1'))
  expect(applied('when the work is done: pcs node unstandby n1')).toBe(without('n1'))
  expect(applied('pcs node unmaintenance n1')).toBe(without('n2'))
  expect(applied('when it is to run: pcs resource enable c')).toBe(without('m1'))
  expect(applied('pcs resource clear c')).toBe(without('cli-ban-c-on-n1'))
  expect(fixOf('pcs node unstandby n2', text)).toBeUndefined()
  expect(fixOf('pcs property unset x; pcs cluster stop', text)).toBeUndefined()
})

test('changes as little of the text as it can', () => {
  const text = `<cib validate-with="pacemaker-3.9" admin_epoch="0" epoch="1" num_updates="0"><configuration>
    <crm_config/>
    <nodes/>
    <resources>
      <clone id="web-clone">
        <primitive id="web" class="systemd" type="nginx"/>
      </clone>
    </resources>
    <constraints>
      <rsc_order id="o" first="web-clone" then="web-clone"/>
    </constraints>
  </configuration><status/></cib>`
  const applied = (hint: string) => changed(text, fixOf(hint, text)?.changes ?? [])
  expect(applied('pcs resource meta web-clone interleave=true notify=true')).toBe(
    text.replace(
      '\n      </clone>',
      `\n        <meta_attributes id="web-clone-meta_attributes"><nvpair id="web-clone-meta_attributes-interleave" name="interleave" value="true"/><nvpair id="web-clone-meta_attributes-notify" name="notify" value="true"/></meta_attributes>\n      </clone>`,
    ),
  )
  expect(applied('when it may: pcs constraint delete o')).toBe(text.replace(/\n *<rsc_order.*/, ''))
  expect(applied('pcs resource op add web monitor interval=10s')).toContain(
    `<primitive id="web" class="systemd" type="nginx">
          <operations><op id="web-monitor-interval-10s" name="monitor" interval="10s"/></operations>
        </primitive>`,
  )
  for (const hint of [
    'pcs resource update web nfs_shared_infodir=DIRECTORY',
    'pcs resource clear other',
    'remove it',
  ])
    expect(fixOf(hint, text)).toBeUndefined()
})
