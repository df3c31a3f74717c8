import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { check, type Diagnostic, readCib, type Severity } from 'lightcib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  bundleOrderCases,
  type ConditionCase,
  collectiveCases,
  conditionCases,
  constraintCases,
} from '../support/constraint-cases.js'
import { crmVerify, type Verified } from '../support/crm-verify.js'
import { describeWith } from '../support/tools.js'

const state = (id: number) =>
  `<node_state id="${id}" uname="n${id}" in_ccm="true" crmd="online" join="member" expected="member"><lrm id="${id}"><lrm_resources/></lrm></node_state>`

function textOf({ resources = '', constraints = '', tags = '', isValid = false }: ConditionCase): string {
  const dummy = (id: string) => `<primitive id="${id}" class="ocf" provider="pacemaker" type="Dummy"/>`
  return `<cib validate-with="${isValid ? 'pacemaker-3.9' : 'none'}" epoch="1" num_updates="0" admin_epoch="0" have-quorum="1"><configuration>
<crm_config><cluster_property_set id="p"><nvpair id="p1" name="stonith-enabled" value="false"/></cluster_property_set></crm_config>
<nodes><node id="1" uname="n1"/><node id="2" uname="n2"/></nodes>
<resources>${dummy('a')}${dummy('b')}<clone id="c-clone">${dummy('c')}</clone>${resources}</resources>
<constraints>${constraints}</constraints>${tags === '' ? '' : `<tags>${tags}</tags>`}
</configuration><status>${state(1)}${state(2)}</status></cib>`
}

const ranks: readonly Severity[] = ['info', 'warning', 'error']

function findings(cib: string): readonly Diagnostic[] {
  const { output, diagnostics } = readCib(cib, { validate: true })
  return [...diagnostics, ...(output === undefined ? [] : check(output, { policies: [] }))]
}

/** The highest severity of the findings that the clean cluster does not have; undefined for none. */
function severityOf(one: ConditionCase): Severity | undefined {
  const { name, level, isValid = false } = one
  const without = new Set(findings(textOf({ name, level, isValid })).map(({ code }) => code))
  const found = findings(textOf(one)).filter(({ code }) => !without.has(code))
  return ranks.findLast((severity) => found.some((finding) => finding.severity === severity))
}

const clean: ConditionCase = { name: 'a clean cluster', level: 'silent', isValid: true }
const all = [clean, ...constraintCases, ...conditionCases, ...collectiveCases, ...bundleOrderCases]

describeWith(['crm_verify'], 'what crm_verify reports', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lightcib-verify-'))
  const fileOf = (at: number) => join(folder, `${at}.xml`)
  let verified: ReadonlyMap<string, Verified>
  /** What it prints whatever the file is. */
  let always: ReadonlySet<string>

  beforeAll(async () => {
    for (const [at, one] of all.entries()) writeFileSync(fileOf(at), textOf(one))
    verified = await crmVerify(all.map((_, at) => fileOf(at)))
    always = new Set(verified.get(fileOf(0))?.warnings)
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  test.each(all.map((one, at) => ({ ...one, at })))('$name: $level', ({ level, at, ...one }) => {
    const { errors = [], warnings = [] } = verified.get(fileOf(at)) ?? {}
    const printed =
      errors.length > 0 ? 'error' : warnings.some((line) => !always.has(line)) ? 'warning' : 'silent'
    if (!level.startsWith('newer')) expect(printed).toBe(level)
    const severity = severityOf({ level, ...one })
    if (level === 'silent') expect(severity).not.toBe('error')
    else if (level === 'error' || level === 'newer') expect(severity).toBe('error')
    else expect(severity).toBeDefined()
  })
})
