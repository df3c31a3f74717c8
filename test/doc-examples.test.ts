import { join } from 'node:path'
import * as lightcib from 'lightcib'
import { type Cluster, check, cluster, pcsSteps, systemd, writeCib } from 'lightcib'
import { type CibElement, childrenOf, type ElementName, type ElementOf } from 'lightcib/model'
import { expect, test } from 'vitest'
import { mapChildren } from '../src/model/walk.js'
import { quote } from '../src/pcs/script/quoting.js'
import { docExamples, moduleOf } from './support/doc-examples.js'
import { exportedNames } from './support/public-names.js'
import { root } from './support/tools.js'
import { compilerOutput, withModules } from './support/typescript.js'

const examples = docExamples()
const functions = Object.entries(lightcib).flatMap(([name, value]) =>
  typeof value === 'function' || name === 'ocf' ? [name] : [],
)

test.each(functions)('%s has an example', (name) => {
  expect(examples.map((example) => example.name)).toContain(name)
})

const names = exportedNames(join(root, 'src/index.ts'))
const modules = Object.fromEntries(
  examples.map(({ name, code }) => [`${name}.ts`, moduleOf(code, names)] as const),
)
const outcome = withModules(modules, async (folder) => {
  const compiled = compilerOutput(folder)
  const values = new Map<string, readonly unknown[]>()
  for (const { name } of examples) {
    values.set(name, Object.values((await import(join(folder, `${name}.ts`))) as object))
  }
  return { compiled, values }
})

test('the examples compile', async () => {
  expect((await outcome).compiled).toBe('')
})

test.each(examples)(
  'the example of $name runs and becomes what it shows',
  async ({ name, xml, commands }) => {
    const values = ((await outcome).values.get(name) ?? []) as readonly CibElement[]
    const whole = values.find((value): value is Cluster => value?.element === 'cib') ?? clusterOf(values)
    const findings = check(whole).filter(({ severity }) => severity !== 'info')
    const decided = findings.filter(({ message }) => !message.startsWith('it is not verified that'))
    expect(decided.filter(({ code }) => !aboutMissing.includes(code))).toEqual([])
    const written = (writeCib(whole).output ?? '').replace(/^ +/gm, '')
    for (const block of xml) expect(written).toContain(`${block}\n`)
    const made = (pcsSteps(monitored(whole)).output ?? []).flatMap((step) =>
      step.commands.map(({ program, argv }) => [program, ...argv].map(quote).join(' ')),
    )
    for (const command of commands) expect(made.map(withoutDefaults)).toContain(command)
  },
)

/** The command less what turns pcs's own additions and warnings off. */
function withoutDefaults(command: string): string {
  return command.replace(` op ${defaultMonitor.join(' ')}`, '').replace(/ --(no-default-ops|force)/g, '')
}

const defaultMonitor = ['monitor', 'interval=60s'] as const

/** What an example refers to may be in another one, and it shows no fencing. */
const aboutMissing: readonly string[] = ['unknown-reference', 'fencing-no-device']

/** A cluster of the elements that an example declares, without those that are inside others. */
function clusterOf(values: readonly CibElement[]): Cluster {
  const inside = new Set(values.flatMap((value) => (value?.element === undefined ? [] : childrenOf(value))))
  const of = <Name extends ElementName>(...names: readonly Name[]) =>
    values.filter(
      (value): value is ElementOf<Name> => names.includes(value?.element as Name) && !inside.has(value),
    )
  return cluster({
    nodes: ['node1', 'node2', 'node3'],
    resources: of('primitive', 'template', 'group', 'clone', 'master', 'bundle'),
    constraints: of('rsc_order', 'rsc_colocation', 'rsc_location', 'rsc_ticket'),
    tags: of('tag'),
    acls: of('acl_role', 'acl_target', 'acl_group'),
    alerts: of('alert'),
    fencingLevels: of('fencing-level'),
  })
}

/** The cluster with the monitor that pcs adds to a primitive without operations. */
function monitored<E extends CibElement>(element: E): E {
  const changed = mapChildren<CibElement>(element, monitored)
  if (changed.element !== 'primitive' || changed.operations !== undefined || changed.class === 'stonith') {
    return changed as E
  }
  return { ...changed, operations: systemd(changed.id, { operations: { monitor: {} } }).operations } as E
}
