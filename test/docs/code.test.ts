import { spawnSync } from 'node:child_process'
import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Cluster, check, writeCib } from 'lightcib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { crmVerify } from '../support/crm-verify.js'
import { projectsFolder, statesOf, writeBelow } from '../support/page-projects.js'
import { type Block, blocksOf, pages } from '../support/pages.js'
import { exportedNames } from '../support/public-names.js'
import { describeWith, root } from '../support/tools.js'

const names = exportedNames(join(root, 'src/index.ts'))

/** Why a test does not run a block, as its first fence has it. */
const notes: Readonly<Record<string, readonly string[]>> = {
  ts: ['wrong'],
  sh: ['cluster', 'long', 'network', 'root', 'shell'],
}

/** `dsl.md` has a test of its own, which writes the CIB beside each example. */
const tested = pages.filter((page) => page !== 'docs/dsl.md')

const { folder, readme, remove } = projectsFolder()
afterAll(remove)

interface Module {
  readonly block: Block
  readonly path: string
}

const modules: readonly Module[] = tested.flatMap((page) =>
  statesOf(page, names).flatMap((state, at) => {
    const own = join(folder, page.replace(/\W/g, '-'), String(at))
    if (!state.has('cluster.ts')) cpSync(readme, own, { recursive: true })
    return [...state].map(([name, block]) => {
      writeBelow(own, name, block.text)
      return { block, path: join(own, name) }
    })
  }),
)
const isModule = ({ path }: Module) => /\.m?ts$/.test(path)
const isTest = ({ path }: Module) => path.endsWith('.test.ts')
const labelled = (some: readonly Module[]) =>
  some.map((module) => ({ ...module, label: `${module.block.page}:${module.block.line}` }))

test.each(tested)('every block of %s has a language, and a note that is one', (page) => {
  const unknown = blocksOf(page).filter(
    ({ language, note, name }) =>
      language === '' || !(note === '' || note === name || notes[language]?.includes(note)),
  )
  expect(unknown.map(({ line, language, note }) => `${line}: ${language} ${note}`)).toEqual([])
})

test('the TypeScript of all pages compiles', () => {
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        ...{ target: 'ES2022', lib: ['ES2023'], module: 'NodeNext', types: ['node'] },
        ...{ strict: true, noUncheckedIndexedAccess: true, skipLibCheck: true, noEmit: true },
      },
      include: ['*/*/**/*.ts'],
    }),
  )
  const tsc = join(root, 'node_modules/.bin/tsc')
  expect(spawnSync(tsc, ['-p', folder], { encoding: 'utf8' }).stdout).toBe('')
})

test('the tests that pages show pass', () => {
  const files = modules.filter(isTest).map(({ path }) => path)
  expect(files.length).toBeGreaterThan(0)
  writeFileSync(join(folder, 'vitest.config.ts'), 'export default {}')
  const vitest = join(folder, 'node_modules/.bin/vitest')
  const { status, stdout, stderr } = spawnSync(vitest, ['run', '--maxWorkers=1', ...files], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  })
  expect(status, stdout + stderr).toBe(0)
})

/** Modules that only declare: a cluster, its parts, or an example without a name. */
const declaring = labelled(modules).filter(
  (module) =>
    isModule(module) && !isTest(module) && (isCluster(module) || module.block.name?.startsWith('block-')),
)

function isCluster({ block }: Module): boolean {
  return block.text.includes('export default cluster(') || /^const \w+ = cluster\(/m.test(block.text)
}

/** The clusters that a module exports. */
async function clustersOf({ path }: Module): Promise<readonly Cluster[]> {
  const exported = Object.values((await import(path)) as Readonly<Record<string, unknown>>)
  return exported.filter((value): value is Cluster => (value as Cluster | undefined)?.element === 'cib')
}

describe('a module', () => {
  test.each(declaring)('$label runs, and its clusters have no finding', async (module) => {
    for (const cluster of await clustersOf(module)) {
      const findings = check(cluster).filter(({ severity }) => severity !== 'info')
      // What only the scheduler decides is asked by the command of the page, with --with-pacemaker.
      const decided = findings.filter(({ message }) => !message.startsWith('it is not verified that'))
      const found = decided.map(({ code, message }) => `${code}: ${message}`)
      if (module.block.note === 'wrong') expect(found).not.toEqual([])
      else expect(found).toEqual([])
    }
  })
})

describeWith(['crm_verify'], 'crm_verify', () => {
  const files = new Map<string, string>()
  beforeAll(async () => {
    for (const module of declaring.filter(({ block }) => block.note !== 'wrong')) {
      for (const [at, cluster] of (await clustersOf(module)).entries()) {
        const file = `${module.path}-${at}.xml`
        writeFileSync(file, writeCib(cluster).output ?? '')
        files.set(file, module.label)
      }
    }
  })

  test('has nothing to report about any cluster', async () => {
    const verified = await crmVerify([...files.keys()])
    const reported = [...verified].flatMap(([file, { errors, warnings }]) =>
      [...errors, ...warnings]
        // A cluster that has not started has none.
        .filter((line) => !line.endsWith('disabled due to lack of quorum'))
        .map((line) => `${files.get(file)}: ${line}`),
    )
    expect(verified.size).toBeGreaterThan(0)
    expect(reported).toEqual([])
  })
})
