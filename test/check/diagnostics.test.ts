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
import { toSystemd } from 'lightcib/systemd'
import { describe, expect, test } from 'vitest'
import type { WriteOptions } from '../../src/cib/index.js'
import { catalogue } from '../../src/diagnostics/catalogue.js'
import { ansibleEntries } from '../../src/diagnostics/entries/ansible.js'
import { cibEntries } from '../../src/diagnostics/entries/cib.js'
import { clusterEntries } from '../../src/diagnostics/entries/cluster.js'
import { crmEntries } from '../../src/diagnostics/entries/crm.js'
import { inputEntries } from '../../src/diagnostics/entries/input.js'
import { orderEntries } from '../../src/diagnostics/entries/order.js'
import { outputEntries } from '../../src/diagnostics/entries/output.js'
import { pacemakerEntries } from '../../src/diagnostics/entries/pacemaker.js'
import { planEntries } from '../../src/diagnostics/entries/plan.js'
import { policyEntries } from '../../src/diagnostics/entries/policy.js'
import { scriptEntries } from '../../src/diagnostics/entries/script.js'
import { settingsEntries } from '../../src/diagnostics/entries/settings.js'
import { systemdEntries } from '../../src/diagnostics/entries/systemd.js'
import { xmlEntries } from '../../src/diagnostics/entries/xml.js'
import type { Entry } from '../../src/diagnostics/entry.js'
import { root } from '../support/tools.js'
import { expectFile } from '../support/update.js'

const invalid = join(root, 'fixtures/invalid')

/** Codes that come from files, not from a cluster; test/cli.test.ts shows them. */
const fromFiles = ['unreadable-input', 'invalid-module', 'invalid-config', 'unknown-input-type']

/** Codes that come from options and rules of users; test/check/settings.test.ts shows them. */
const fromSettings = ['unknown-code', 'invalid-setting', 'rule-failed', 'policy-failed']

/** Codes that come from the real Pacemaker; test/cli/with-pacemaker.test.ts shows them. */
const fromPacemaker = Object.keys(pacemakerEntries)

/** Codes that come from options; test/pcs/unsupported.test.ts and test/cli/left-out.test.ts show them. */
const fromOptions = ['pcs-changed-id', 'compile-omitted']

/** Codes about configurations of crmsh; test/crm/crm.test.ts shows them. */
const fromCrm = Object.keys(crmEntries)

/** Codes about variables for Ansible; test/ansible/findings.test.ts shows them. */
const fromAnsible = Object.keys(ansibleEntries)

/** Codes about scripts of pcs commands that are read; test/pacemaker/script.test.ts shows them. */
const fromScripts: readonly string[] = Object.keys(scriptEntries)

/** Codes that come from Graphviz; test/render.test.ts shows them. */
const fromLayouts = ['layout-failed']

/** Codes about two clusters; test/plan/preconditions.test.ts and test/cli/plan.test.ts show them. */
const fromPlans = Object.keys(planEntries)

const subjects = {
  'Input files': inputEntries,
  XML: xmlEntries,
  'The CIB and its schema': cibEntries,
  'Every cluster': clusterEntries,
  'Orders and references': orderEntries,
  Policies: policyEntries,
  'The real Pacemaker (`check --with-pacemaker`)': pacemakerEntries,
  Plans: planEntries,
  'Scripts, pictures and source': outputEntries,
  'Configurations of crmsh': crmEntries,
  'Variables for Ansible': ansibleEntries,
  'Scripts of pcs commands, read': scriptEntries,
  'Services under systemd': systemdEntries,
  'Options of check and configuration': settingsEntries,
}

function section([title, entries]: [string, Readonly<Record<string, Entry<never>>>]): string[] {
  const rows = Object.entries(entries).map(
    ([code, { severity, about }]) =>
      `| \`${code}\` | ${severity} | ${about.replaceAll('|', '\\|').replaceAll('<', '&lt;')} |`,
  )
  return [`## ${title}`, '| code | severity | meaning |', '|---|---|---|', ...rows, '']
}

test('docs/diagnostics.md lists the catalogue by subject', () => {
  expect(Object.assign({}, ...Object.values(subjects))).toEqual(catalogue)
  const text = [
    '# Diagnostics',
    '',
    'Every finding has a stable code. `fixtures/invalid/CODE` has an input with that finding, and in `expected.json` all findings',
    'about it with their messages and hints. The severity is the usual one; what cannot be decided is a warning instead of an error.',
    '',
    ...Object.entries(subjects).flatMap(section),
  ]
  expectFile(join(root, 'docs/diagnostics.md'), text.join('\n'))
})

/** All findings about a fixture: a CIB in XML, or a module that declares a cluster. */
async function findingsOf(folder: string): Promise<readonly Diagnostic[]> {
  const xml = join(folder, 'cib.xml')
  if (existsSync(xml)) {
    const read = readCib(readFileSync(xml), { validate: true })
    const schema = join(folder, 'schema')
    const options = existsSync(schema) ? { schema: readFileSync(schema, 'utf8').trim() } : {}
    return [...read.diagnostics, ...(read.output === undefined ? [] : backEnds(read.output, options))]
  }
  const module = await import(join(folder, 'cluster.ts'))
  const cluster = module.default as Cluster
  if (basename(folder).startsWith('systemd-')) return toSystemd(cluster, { full: module.full }).diagnostics
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
        .filter(
          (code) =>
            ![...fromFiles, ...fromSettings, ...fromOptions, ...fromLayouts, ...fromPacemaker].includes(code),
        )
        .filter((code) => ![...fromPlans, ...fromCrm, ...fromAnsible, ...fromScripts].includes(code))
        .sort(),
    )
  })

  test.each(readdirSync(invalid))('%s', async (code) => {
    const findings = await findingsOf(join(invalid, code))
    expect(findings.map((finding) => finding.code)).toContain(code)
    expectFile(join(invalid, code, 'expected.json'), `${JSON.stringify(findings, undefined, 2)}\n`)
  })
})
