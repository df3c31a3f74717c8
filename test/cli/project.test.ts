import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { commandLine } from '../support/command-line.js'
import { has, root, run as tool } from '../support/tools.js'

const { folder, file, run, remove } = commandLine()
afterAll(remove)

describe('init', () => {
  test('makes a project that type-checks, passes its tests and its check', () => {
    expect(run(['init', 'Web Cluster', '--ci', 'github']).status).toBe(0)
    const project = join(folder, 'Web Cluster')
    expect(JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')).name).toBe('web-cluster')
    mkdirSync(join(project, 'node_modules'))
    symlinkSync(root, join(project, 'node_modules/lightcib'))
    for (const name of ['vitest', 'typescript']) {
      symlinkSync(join(root, 'node_modules', name), join(project, 'node_modules', name))
    }
    const bin = (name: string, ...args: readonly string[]) =>
      tool('env', ['-C', project, process.execPath, join(root, 'node_modules', name), ...args])
    const typed = bin('typescript/bin/tsc')
    expect([typed.status, typed.stdout]).toEqual([0, ''])
    const tested = bin('vitest/vitest.mjs', 'run')
    expect([tested.status, tested.stdout.includes('2 passed')]).toEqual([0, true])
    const { status, stdout, stderr } = run(['check', join(project, 'cluster.ts'), '--max-warnings', '0'])
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toContain('3 resources')
    // Its first script has nothing that a person who knows pcs would not write.
    const script = run(['compile', join(project, 'cluster.ts'), '--to', 'pcs'])
    expect(script.stderr).toMatch(/2 infos \(pcs-skipped\)/)
    expect(existsSync(join(project, '.github/workflows/cluster.yml'))).toBe(true)
  })

  test('leaves a folder that is not empty alone, and with --force what is in it', () => {
    const own = file('own/cluster.ts', 'export default 1')
    const { status, stderr } = run(['init', 'own'])
    expect([status, readdirSync(join(folder, 'own'))]).toEqual([2, ['cluster.ts']])
    expect(stderr).toContain('--force')
    expect(run(['init', 'own', '--force', '--ci', 'gitlab']).stdout).toContain('kept     cluster.ts')
    expect(readFileSync(own, 'utf8')).toBe('export default 1')
    expect(existsSync(join(folder, 'own/.gitlab-ci.yml'))).toBe(true)
  })
})

describe('doctor', () => {
  const report = JSON.parse(run(['doctor', '--format', 'json']).stdout)

  test('has the version of Node, and of each tool that is installed', () => {
    expect(report.node).toBe(process.versions.node)
    for (const { name, version } of report.tools) {
      if (name === 'pacemaker') continue
      expect([name, version !== null]).toEqual([name, has(name)])
    }
  })

  test('names the package of what is missing', () => {
    const main = join(root, 'dist/cli/main.js')
    const { status, stdout } = tool('env', ['PATH=/nowhere', process.execPath, main, 'doctor'])
    expect(status).toBe(0)
    expect(stdout).toMatch(/^pcs +missing .*install the package pcs$/m)
  })
})
