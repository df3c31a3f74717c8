import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { packedInto } from '../support/package.js'
import { root, run } from '../support/tools.js'

/** The projects of examples/, each installed from the package as it would be published. */
const folder = mkdtempSync(join(tmpdir(), 'lightcib-examples-'))
afterAll(() => rmSync(folder, { recursive: true }))

let tarball = ''
beforeAll(() => {
  tarball = packedInto(folder)
})

/** An example in a folder of its own, with what it needs installed; runs commands there. */
function install(
  name: string,
): (command: string) => { readonly status: number | null; readonly output: string } {
  const own = join(folder, name)
  cpSync(join(root, 'examples', name), own, {
    recursive: true,
    filter: (path) => !path.includes('node_modules'),
  })
  const manifest = join(own, 'package.json')
  const text = readFileSync(manifest, 'utf8')
  expect(text).toContain('"lightcib": "^0.1.0"')
  writeFileSync(manifest, text.replace('"^0.1.0"', JSON.stringify(`file:${tarball}`)))
  const bash = (command: string) => {
    const { status, stdout, stderr } = run('bash', ['-c', `cd '${own}' && ${command}`])
    return { status, output: stdout + stderr }
  }
  const { status, output } = bash('npm install --prefer-offline --no-audit --no-fund')
  expect(status, output).toBe(0)
  // The first output that a user sees has no warning.
  expect(output).not.toMatch(/warn/i)
  return bash
}

test('every example is tested here', () => {
  const projects = readdirSync(join(root, 'examples')).filter((name) =>
    statSync(join(root, 'examples', name)).isDirectory(),
  )
  expect(projects).toEqual(['bootstrap', 'deployment-tool', 'unit-tests'])
})

test('deployment-tool plans the way from the live CIB, and rejects a cluster that is not safe', () => {
  const bash = install('deployment-tool')
  const planned = bash('npm start --silent -- live.xml')
  expect(planned.status, planned.output).toBe(0)
  expect(planned.output).toContain('Step 1: create vip-admin')
  expect(bash('bash -n steps.sh').status).toBe(0)
  const broken = bash(
    "sed -i 's/, colocation(vip, haproxy)//' src/cluster.ts && npm start --silent -- live.xml",
  )
  expect(broken.status, broken.output).not.toBe(0)
  expect(broken.output).toContain('colocation')
})

test('unit-tests passes its tests and its check, and fails when the guarantee is lost', () => {
  const bash = install('unit-tests')
  const passed = bash('npm run typecheck && npm test && npm run check')
  expect(passed.status, passed.output).toBe(0)
  const broken = bash(
    "sed -i 's/colocation(vip, haproxy)/colocation(vip, haproxy, { score: 100 })/' cluster.ts && npm test",
  )
  expect(broken.status).toBe(1)
  expect(broken.output).toContain('it is not guaranteed that "vip" runs only with "haproxy-clone"')
  for (const file of ['.github/workflows/check.yml', '.gitlab-ci.yml']) {
    for (const [, command = ''] of readFileSync(join(root, 'examples/unit-tests', file), 'utf8').matchAll(
      /(npx lightcib .*)$/gm,
    )) {
      const { status, output } = bash(command)
      expect([status, output], command).toEqual([1, expect.stringContaining('vip-with-haproxy')])
    }
  }
})

test('bootstrap writes its script where the password is given, and only there', () => {
  const bash = install('bootstrap')
  expect(bash('npm run build').output).toContain('missing-secret')
  const built = bash('LIGHTCIB_SECRET_IPMI=example npm run build && bash bootstrap.sh --print')
  expect(built.status, built.output).toBe(0)
  expect(built.output).toContain('pcs cluster setup')
})
