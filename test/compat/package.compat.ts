import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packedInto } from '../support/package.js'
import { root, run } from '../support/tools.js'

/** The package as it would be published, installed in fresh projects and run by each version of Node that it supports. */
const folder = mkdtempSync(join(tmpdir(), 'lightcib-package-'))
afterAll(() => rmSync(folder, { recursive: true }))

const kinds = ['module', 'commonjs'] as const
const versions = [20, 22, 24] as const
const subpaths = ['apply', 'graph', 'model', 'pacemaker', 'systemd'] as const

/** Bytes at most of the tarball, of what is installed of this package, and of that with all dependencies. */
const limits = { tarball: 720_000, own: 2_450_000, installed: 16_000_000 }

let tarball = ''

beforeAll(() => {
  tarball = packedInto(folder)
  for (const kind of kinds) {
    write(kind, 'package.json', JSON.stringify({ name: 'fresh', private: true, type: kind }))
    npmInstall(kind, [tarball])
  }
  const names = versions.map(
    (version) => `node${version}@npm:node-${process.platform}-${process.arch}@${version}`,
  )
  write('nodes', 'package.json', '{ "private": true }')
  npmInstall('nodes', names)
})

function write(project: string, name: string, text: string): void {
  mkdirSync(dirname(join(folder, project, name)), { recursive: true })
  writeFileSync(join(folder, project, name), text)
}

function npmInstall(project: string, packages: readonly string[]): void {
  const { status, stdout, stderr } = run('npm', [
    ...['install', '--prefix', join(folder, project), '--prefer-offline', '--no-audit', '--no-fund'],
    ...packages,
  ])
  expect(status, stderr).toBe(0)
  // The first output that a user sees has no warning.
  expect(stdout + stderr).not.toMatch(/warn/i)
}

/** Runs a program of such a version of Node in a project. */
function node(version: number, project: string, ...args: readonly string[]) {
  const program = join(folder, `nodes/node_modules/node${version}/bin/node`)
  const { status, stdout, stderr } = run('env', ['-C', join(folder, project), program, ...args])
  return { status, output: stdout + stderr }
}

const cluster = `import { cluster, ocf, order } from 'lightcib'

const vip = ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.1' })
const web = ocf.heartbeat.nginx('web')
export default cluster({ resources: [vip, web], constraints: [order(vip, web), order(web, vip)] })
`

const use = `
const { output: cluster } = lightcib.readCib(xml)
console.log(JSON.stringify({
  written: lightcib.writeCib(cluster).output === xml,
  pcs: lightcib.toPcs(cluster).ok,
  found: lightcib.check(cluster).map(({ code }) => code),
  waits: graph.orderCycles(cluster).length,
  empty: Object.entries({ apply, pacemaker, systemd }).filter(([, names]) => Object.keys(names).length === 0),
  model: model.resourcesOf(cluster).length,
}))
lightcib.toSvg(cluster).then(({ output }) => console.log(output.includes('</svg>')))
`

const program = {
  module: [
    "import { readFileSync } from 'node:fs'",
    "import * as lightcib from 'lightcib'",
    ...subpaths.map((name) => `import * as ${name} from 'lightcib/${name}'`),
  ],
  commonjs: [
    "const { readFileSync } = require('node:fs')",
    "const lightcib = require('lightcib')",
    ...subpaths.map((name) => `const ${name} = require('lightcib/${name}')`),
  ],
}

describe.each(versions)('Node %i', (version) => {
  test('is that version', () => {
    expect(node(version, 'module', '--version').output).toMatch(new RegExp(`^v${version}\\.`))
  })

  test.each(kinds)('a %s project uses each entry point', (kind) => {
    const cib = join(root, 'fixtures/scenarios/light/cib.xml')
    const text = [...program[kind], `const xml = readFileSync(${JSON.stringify(cib)}, 'utf8')`, use].join(
      '\n',
    )
    write(kind, 'use.js', text)
    const { status, output } = node(version, kind, 'use.js')
    expect(status, output).toBe(0)
    const lines = output.split('\n').filter((line) => /^\{|^true$/.test(line))
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ written: true, pcs: true, waits: 0, empty: [] })
    expect(lines[1]).toBe('true')
  })

  test.each(kinds)('a module that never ends is ended in a %s project', (kind) => {
    write(kind, 'loop.ts', 'while (true);')
    const main = 'node_modules/lightcib/dist/cli/main.js'
    const { status, output } = node(version, kind, main, 'check', '--timeout', '1', 'loop.ts')
    expect([output, status]).toEqual([expect.stringContaining('still runs after 1 s'), 2])
  })

  test.each(kinds)('the command line in a %s project finds the line of a module', (kind) => {
    write(kind, 'cluster.ts', cluster)
    const main = 'node_modules/lightcib/dist/cli/main.js'
    const { status, output } = node(version, kind, main, 'check', 'cluster.ts')
    expect(status, output).toBe(1)
    expect(output).toMatch(/^cluster\.ts:5:\d+: error\[order-cycle\]/m)
    expect(output).not.toMatch(/warn.*experimental|experimental.*warn/i)
    expect(node(version, kind, main, 'explain', 'timeout-short').output).toBe(
      readFileSync(join(root, 'docs/rules/timeout-short.md'), 'utf8'),
    )
  })
})

test.each([
  ['nodenext', 'nodenext', 'module'],
  ['nodenext', 'nodenext', 'commonjs'],
  ['esnext', 'bundler', 'module'],
])(
  'its types are right with module %s and resolution %s in a %s project',
  (module, moduleResolution, kind) => {
    const imports = subpaths.map(
      (name, index) =>
        `import type * as m${index} from 'lightcib/${name}'\nexport type T${index} = typeof m${index}`,
    )
    write(kind, 'cluster.mts', [...imports, cluster].join('\n'))
    write(
      kind,
      'wrong.mts',
      `import { ocf } from 'lightcib'\nocf.heartbeat.IPaddr2('vip', { ipp: '192.0.2.1' })\n`,
    )
    const options = { module, moduleResolution, strict: true, noEmit: true, types: [], lib: ['ES2023'] }
    write(
      kind,
      'tsconfig.json',
      JSON.stringify({ compilerOptions: options, files: ['cluster.mts', 'wrong.mts'] }),
    )
    const { stdout } = run(join(root, 'node_modules/.bin/tsc'), ['-p', join(folder, kind)])
    expect(stdout.match(/^\S+ error TS\d+/gm)).toHaveLength(1)
    expect(stdout).toMatch(/wrong\.mts\(2,\d+\): error .*'ipp'/)
  },
)

test('nothing that is installed runs a script for it', () => {
  const modules = join(folder, 'module/node_modules')
  const manifests = readdirSync(modules, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(?:^|node_modules\/)(?:@[^/]+\/)?[^/]+\/package\.json$/.test(name),
  )
  expect(manifests.length).toBeGreaterThan(5)
  const running = manifests.filter((name) => {
    const { scripts = {} } = JSON.parse(readFileSync(join(modules, name), 'utf8'))
    return ['preinstall', 'install', 'postinstall'].some((script) => script in scripts)
  })
  expect(running).toEqual([])
})

test('it is no larger than it was', () => {
  const sizes = {
    tarball: statSync(tarball).size,
    own: bytesBelow('module/node_modules/lightcib'),
    installed: bytesBelow('module/node_modules'),
  }
  for (const [name, limit] of Object.entries(limits)) {
    const size = sizes[name as keyof typeof sizes]
    expect(size, `${name}: ${size} bytes`).toBeLessThanOrEqual(limit)
    // A limit far above what it holds holds nothing.
    expect(size, `${name}: ${size} bytes`).toBeGreaterThan(limit * 0.9)
  }
})

function bytesBelow(name: string): number {
  return readdirSync(join(folder, name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
}
