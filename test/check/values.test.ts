import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { check, type Diagnostic, readCib, type Severity } from 'lightcib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { crmVerify, type Verified } from '../support/crm-verify.js'
import { inheritedCases } from '../support/inherited-cases.js'
import { describeWith } from '../support/tools.js'
import { type ValueCase, valueCases } from '../support/value-cases.js'

const state = (id: number) =>
  `<node_state id="${id}" uname="n${id}" in_ccm="true" crmd="online" join="member" expected="member"><lrm id="${id}"><lrm_resources/></lrm></node_state>`

function textOf({
  options,
  nodes = '',
  resources = '',
  status = '',
  rest = '',
  defaults = '',
  isValid = false,
}: ValueCase): string {
  const pairs = Object.entries({ 'stonith-enabled': 'false', ...options }).map(
    ([name, value]) => `<nvpair id="p-${name}" name="${name}" value="${value}"/>`,
  )
  return `<cib validate-with="${isValid ? 'pacemaker-3.9' : 'none'}" epoch="1" num_updates="0" admin_epoch="0" have-quorum="1"><configuration>
<crm_config><cluster_property_set id="p">${pairs.join('')}</cluster_property_set></crm_config>
<nodes><node id="1" uname="n1"/><node id="2" uname="n2"/>${nodes}</nodes>
<resources><primitive id="a" class="ocf" provider="pacemaker" type="Dummy"/>${resources}</resources>
<constraints>${rest}</constraints>${defaults}</configuration><status>${state(1)}${state(2)}${status}</status></cib>`
}

const cases = [...valueCases, ...inheritedCases]

/** Printed for each cluster of its kind: without a schema, and without fencing. */
const always = /Blind faith|validation of configuration is disabled/

/** What it prints for a level of another name. */
const printedFor: { readonly [Level in ValueCase['level']]?: string } = {
  newer: 'silent',
  deprecated: 'warning',
}

const ranks: readonly Severity[] = ['info', 'warning', 'error']

/** The highest severity that is reported; what Pacemaker misreads without a word is an error all the same. */
function severityOf(one: ValueCase): Severity | undefined {
  const { output, diagnostics } = readCib(textOf(one), { validate: true })
  const found: Diagnostic[] = [
    ...diagnostics,
    ...(output === undefined ? [] : check(output, { policies: [] })),
  ]
  const reported = found.filter(
    ({ code }) => code !== 'schema-off' && (one.level !== 'silent' || code !== 'duration-misread'),
  )
  return ranks.findLast((severity) => reported.some((finding) => finding.severity === severity))
}

describeWith(['crm_verify'], 'of what crm_verify reports about values', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lightcib-verify-'))
  const fileOf = (at: number) => join(folder, `${at}.xml`)
  let verified: ReadonlyMap<string, Verified>

  beforeAll(async () => {
    for (const [at, one] of cases.entries()) writeFileSync(fileOf(at), textOf(one))
    verified = await crmVerify(cases.map((_, at) => fileOf(at)))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  test.each(cases.map((one, at) => ({ ...one, at })))('$name: $level', ({ at, ...one }) => {
    const { errors = [], warnings = [] } = verified.get(fileOf(at)) ?? {}
    const printed =
      errors.length > 0 ? 'error' : warnings.some((line) => !always.test(line)) ? 'warning' : 'silent'
    expect(printed).toBe(printedFor[one.level] ?? one.level)
    const severity = severityOf(one)
    if (one.level === 'error') expect(severity).toBe('error')
    else if (one.level === 'deprecated') expect(severity).toBe('info')
    else if (one.level === 'silent') expect(severity).not.toBe('error')
    else expect(['error', 'warning']).toContain(severity)
  })
})
