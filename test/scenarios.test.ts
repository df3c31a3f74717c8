import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Cluster,
  check,
  hasErrors,
  type Result,
  readCib,
  toBootstrap,
  toDot,
  toMermaid,
  toPcs,
  toSvg,
  writeCib,
} from 'lightcib'
import { describe, expect, test } from 'vitest'
import { abbreviate } from './support/scripts.js'
import { describeWith, describeWithShared, root, run, sharedPath } from './support/tools.js'
import { expectFile } from './support/update.js'

const scenarios = readdirSync(join(root, 'fixtures/scenarios'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

const folder = (name: string) => join(root, 'fixtures/scenarios', name)

/** The files beside each source, scripts without what is the same in all; `npm run fixtures` writes them. */
const outputs: Readonly<Record<string, (cluster: Cluster) => Result<string> | Promise<Result<string>>>> = {
  'cib.xml': (cluster) => writeCib(cluster),
  'pcs-0.10.sh': (cluster) => ownPart(toPcs(cluster, { pcs: '0.10' })),
  'pcs-0.11.sh': (cluster) => ownPart(toPcs(cluster)),
  'pcs-0.12.sh': (cluster) => ownPart(toPcs(cluster, { pcs: '0.12' })),
  'bootstrap.sh': (cluster) => ownPart(toBootstrap(cluster), toPcs(cluster).output),
  'graph.dot': (cluster) => toDot(cluster),
  'graph.mmd': (cluster) => toMermaid(cluster),
  'graph.svg': (cluster) => toSvg(cluster),
}

function ownPart(script: Result<string>, pcsScript?: string): Result<string> {
  return script.ok ? { ...script, output: abbreviate(script.output, pcsScript) } : script
}

async function load(name: string): Promise<Cluster> {
  return (await import(join(folder(name), 'cluster.ts'))).default as Cluster
}

/** What a scenario has to have: all elements of a CIB, or a real cluster as it was. */
const expected: Readonly<Record<string, readonly string[]>> = {
  'kitchen-sink': [
    'colocation-ignored',
    'condition-old-form',
    'constraint-lifetime',
    'order-score',
    'parameter-missing',
    'set-never-read',
  ],
  'mitaka-full': ['meta-ignored', 'order-require-all'],
  'newton-light': ['meta-ignored'],
}

describe.each(scenarios)('%s', (name) => {
  test('passes its own checks', async () => {
    const findings = check(await load(name)).filter(({ severity }) => severity !== 'info')
    expect([...new Set(findings.map(({ code }) => code))].sort()).toEqual(expected[name] ?? [])
  })

  test('reads back as it was written', async () => {
    const { policies: _, ...cluster } = await load(name)
    expect(readCib(writeCib(cluster).output as string)).toEqual({
      ok: true,
      output: cluster,
      diagnostics: [],
    })
  })

  test.each(Object.entries(outputs))('compiles to the %s beside it', async (file, compile) => {
    const { output, diagnostics } = await compile(await load(name))
    expectFile(join(folder(name), file), hasErrors(diagnostics) ? undefined : output)
  })
})

describeWith(['crm_verify', 'xmllint'], 'Pacemaker and its schema', () => {
  test.each(scenarios)('accept %s', (name) => {
    const cib = join(folder(name), 'cib.xml')
    const verdict = run('crm_verify', ['-V', '--xml-file', cib])
    // Deprecated, each with a warning: require-all on an order without sets, which Mitaka had; lifetime; scores of orders.
    expect([name, verdict.status, /Errors found/.test(verdict.stderr)]).toEqual([
      name,
      name === 'mitaka-full' || name === 'kitchen-sink' ? 78 : 0,
      false,
    ])
    const schema = '/usr/share/pacemaker/pacemaker-3.9.rng'
    expect(run('xmllint', ['--noout', '--relaxng', schema, cib]).status).toBe(0)
  })
})

describeWithShared('facts/tripleo', 'the clusters as they were', () => {
  test.each(['newton-light', 'mitaka-full', 'wallaby-bundles'])('%s', (name) => {
    const real = sharedPath(`facts/tripleo/${name}.xml`)
    const ours = join(folder(name), 'cib.xml')
    const compare = join(root, 'test/support/canonical.py')
    const { stdout, stderr } = run('python3', [compare, '--only', 'configuration', real, ours])
    expect([stdout, stderr]).toEqual([`${real} equal\n`, ''])
  })
})
