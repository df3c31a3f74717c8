import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import {
  type Cluster,
  check,
  type Diagnostic,
  readCib,
  toBootstrap,
  toPcs,
  toSource,
  writeCib,
} from 'lightcib'
import { describe, expect, test } from 'vitest'
import type { WriteOptions } from '../../src/cib/index.js'
import { catalogue } from '../../src/diagnostics/catalogue.js'
import { root } from '../support/tools.js'
import { expectFile } from '../support/update.js'

const invalid = join(root, 'fixtures/invalid')

/** Codes that come from files, not from a cluster; test/cli.test.ts shows them. */
const fromFiles = ['unreadable-input', 'invalid-module', 'unknown-input-type']

/** Codes that come from Graphviz; test/render.test.ts shows them. */
const fromLayouts = ['layout-failed']

test('docs/diagnostics.md is what the catalogue says', () => {
  const rows = Object.entries(catalogue).map(
    ([code, { severity, about }]) =>
      `| \`${code}\` | ${severity} | ${about.replaceAll('|', '\\|').replaceAll('<', '&lt;')} |`,
  )
  const text = [
    '# Diagnostics',
    '',
    'Every finding has a stable code. `fixtures/invalid/CODE` holds an input that shows it, and what lightcib says.',
    'The severity is the usual one; a finding may be milder where it is less sure.',
    '',
    '| code | severity | what it means |',
    '|---|---|---|',
    ...rows,
    '',
  ]
  expectFile(join(root, 'docs/diagnostics.md'), text.join('\n'))
})

/** All that is said of a fixture: of a CIB in XML, or of a module that declares a cluster. */
async function findingsOf(folder: string): Promise<readonly Diagnostic[]> {
  const xml = join(folder, 'cib.xml')
  if (existsSync(xml)) {
    const read = readCib(readFileSync(xml), { validate: true })
    const schema = join(folder, 'schema')
    const options = existsSync(schema) ? { schema: readFileSync(schema, 'utf8').trim() } : {}
    return [...read.diagnostics, ...(read.output === undefined ? [] : backEnds(read.output, options))]
  }
  const cluster = (await import(join(folder, 'cluster.ts'))).default as Cluster
  return /^(bootstrap|corosync)-/.test(basename(folder))
    ? toBootstrap(cluster).diagnostics
    : backEnds(cluster)
}

function backEnds(cluster: Cluster, options: WriteOptions = {}): readonly Diagnostic[] {
  const compiled = [writeCib(cluster, options), toPcs(cluster), toSource(cluster)]
  return [...check(cluster), ...compiled.flatMap(({ diagnostics }) => diagnostics)]
}

describe('fixtures/invalid', () => {
  test('has a folder for each code', () => {
    expect(readdirSync(invalid).sort()).toEqual(
      Object.keys(catalogue)
        .filter((code) => ![...fromFiles, ...fromLayouts].includes(code))
        .sort(),
    )
  })

  test.each(readdirSync(invalid))('%s', async (code) => {
    const findings = await findingsOf(join(invalid, code))
    expect(findings.map((finding) => finding.code)).toContain(code)
    expectFile(join(invalid, code, 'expected.json'), `${JSON.stringify(findings, undefined, 2)}\n`)
  })
})
