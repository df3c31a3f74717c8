import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { commandLine } from '../../support/command-line.js'
import { schemaFaults, schemaIn } from '../../support/json-schema.js'
import { describeWith, root, run as tool } from '../../support/tools.js'

const { file, run, remove } = commandLine()
afterAll(remove)

const inputs = [
  ...readdirSync(join(root, 'fixtures'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /^invalid\/.*\/(cib\.xml|cluster\.ts)$|^scenarios\/.*\/cib\.xml$/.test(name))
    .sort()
    .map((name) => join(root, 'fixtures', name)),
  'missing.xml',
]
const printed = (format: string) => run(['check', ...inputs, '--rules', 'strict', '--format', format]).stdout

interface Finding {
  readonly code: string
  readonly severity: string
}
const json: { readonly diagnostics: readonly Finding[] } = JSON.parse(printed('json'))
const found = json.diagnostics.length

test('the inputs have findings of many kinds', () => {
  expect(new Set(json.diagnostics.map(({ code }) => code)).size).toBeGreaterThan(60)
  expect(new Set(json.diagnostics.map(({ severity }) => severity)).size).toBe(3)
})

describe('json', () => {
  const schema = schemaIn('schema/check.schema.json')

  /** The same without fields that it does not describe. */
  const closed = JSON.parse(JSON.stringify(schema), (_, value) =>
    value?.properties?.file?.description || value?.properties?.line
      ? { ...value, additionalProperties: false }
      : value,
  )

  test('is what its schema describes, and has no other field', () => {
    expect(schemaFaults(schema, json)).toEqual([])
    expect(schemaFaults(closed, json)).toEqual([])
  })

  test('the schema rejects another severity, line 0, and a field that is missing', () => {
    const [first] = json.diagnostics
    const position = { line: 0, column: 1 }
    for (const wrong of [
      { ...first, severity: 'fatal' },
      { ...first, position },
      { ...first, code: undefined },
    ]) {
      expect(schemaFaults(schema, { ...json, diagnostics: [wrong] })).not.toEqual([])
    }
    expect(schemaFaults(closed, { ...json, diagnostics: [{ ...first, extra: 1 }] })).not.toEqual([])
  })
})

describe('sarif', () => {
  /** The schema of OASIS, as a package of Microsoft has it. */
  const schema = schemaIn('node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')
  const log = JSON.parse(printed('sarif'))

  test('is valid, with every finding', () => {
    expect(schemaFaults(schema, log)).toEqual([])
    expect(log.runs[0].results).toHaveLength(found)
    expect(schemaFaults(schema, { ...log, version: '2.0.0' })).not.toEqual([])
  })

  test('has of each rule what GitHub requires, and of each result the place', () => {
    const [{ tool, results }] = log.runs
    for (const rule of tool.driver.rules) {
      for (const text of [rule.shortDescription.text, rule.fullDescription.text, rule.help.text]) {
        expect(text).toMatch(/\w/)
      }
    }
    for (const { ruleId, ruleIndex, locations } of results) {
      expect(tool.driver.rules[ruleIndex].id).toBe(ruleId)
      expect(locations[0].physicalLocation.artifactLocation.uri).toMatch(/\S/)
      expect(locations[0].logicalLocations[0].fullyQualifiedName).toMatch(/^\//)
    }
  })
})

test('gitlab: what GitLab documents, with every finding and distinct fingerprints', () => {
  const report = JSON.parse(printed('gitlab'))
  expect(schemaFaults(schemaIn('test/support/schema/gitlab.json'), report)).toEqual([])
  expect(new Set(report.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).size).toBe(found)
})

describeWith(['xmllint'], 'junit', () => {
  test('is what Jenkins and GitLab read, with every finding as a test', () => {
    const path = file('junit.xml', printed('junit'))
    const schema = join(root, 'test/support/schema/junit.xsd')
    const { status, stderr } = tool('xmllint', ['--noout', '--schema', schema, path])
    expect([status, stderr.replace(path, '')]).toEqual([0, ' validates\n'])
    const xpath = (query: string) => tool('xmllint', ['--xpath', query, path]).stdout.trim()
    const errors = json.diagnostics.filter(({ severity }) => severity === 'error').length
    expect(xpath('count(//failure) + count(//error)')).toBe(`${errors}`)
    expect(xpath('count(//testcase[*])')).toBe(`${found}`)
    expect(xpath('string(/testsuites/@failures + /testsuites/@errors)')).toBe(`${errors}`)
    expect(xpath('string(/testsuites/@tests)')).toBe(xpath('count(//testcase)'))
  })
})
