import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { commandLine } from '../support/command-line.js'
import { abbreviate } from '../support/scripts.js'
import { describeWith, root } from '../support/tools.js'

const { folder, file, run: lightcib, remove } = commandLine()
afterAll(remove)

const light = join(root, 'fixtures/scenarios/light')
const source = join(light, 'cluster.ts')
const cib = readFileSync(join(light, 'cib.xml'), 'utf8')

describe('compile', () => {
  test('prints what lies beside the source, from the module and from its CIB alike', () => {
    for (const input of [source, join(light, 'cib.xml')]) {
      expect(lightcib(['compile', input])).toEqual({ status: 0, stdout: cib, stderr: '' })
    }
    expect(lightcib(['compile', '-'], cib)).toEqual({ status: 0, stdout: cib, stderr: '' })
  })

  test.each([
    ['pcs', 'pcs-0.11.sh'],
    ['dot', 'graph.dot'],
    ['mermaid', 'graph.mmd'],
    ['svg', 'graph.svg'],
  ])('--to %s', (to, name) => {
    const { status, stdout } = lightcib(['compile', source, '--to', to])
    expect([status, abbreviate(stdout)]).toEqual([0, readFileSync(join(light, name), 'utf8')])
  })

  test('writes a file whole or not at all', () => {
    const out = join(folder, 'out.xml')
    expect(lightcib(['compile', source, '-o', out])).toEqual({ status: 0, stdout: '', stderr: '' })
    expect(readFileSync(out, 'utf8')).toBe(cib)
    const nowhere = join(folder, 'missing', 'out.xml')
    const { status, stderr } = lightcib(['compile', source, '-o', nowhere])
    expect([status, stderr.split('\n').length]).toEqual([2, 2])
    const broken = file('typo.xml', cib.replace('with-rsc="haproxy-clone"', 'with-rsc="haproxi-clone"'))
    expect(lightcib(['compile', broken, '-o', join(folder, 'not.xml')]).status).toBe(1)
    expect(existsSync(join(folder, 'not.xml'))).toBe(false)
    expect(readdirSync(folder).filter((name) => name.startsWith('.lightcib'))).toEqual([])
  })

  test('prints nothing but the path of a value that XML cannot represent', () => {
    const path = file(
      'control.ts',
      `import { cluster, systemd } from 'lightcib'
       export default cluster({ resources: [systemd('a', { description: 'bell \\u0007' })] })`,
    )
    const { status, stdout, stderr } = lightcib(['compile', path])
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toContain('xml-invalid-character')
    expect(stderr).toContain('primitive[@id="a"]/@description')
  })
})

describe('check', () => {
  test('prints the size of the cluster, and no finding for the light architecture', () => {
    const { status, stdout, stderr } = lightcib(['check', source, join(light, 'cib.xml')])
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toContain('12 resources, 12 constraints: 0 errors, 0 warnings')
  })

  test('names each of three that have one id, with its line', () => {
    const twin = '<primitive id="twin" class="lsb" type="x"/>\n'
    const text = `\n${twin.repeat(3)}</resources>`
    const path = file('twins.xml', cib.replace('</resources>', text))
    const line = cib.slice(0, cib.indexOf('</resources>')).split('\n').length
    const { stderr } = lightcib(['check', path])
    const lines = [...stderr.matchAll(/:(\d+):\d+: error\[duplicate-id\]/g)].map(([, at]) => Number(at))
    expect(lines).toEqual([line + 2, line + 3])
  })

  test('gives up on hints where thousands of references are wrong', () => {
    const ids = Array.from({ length: 3000 }, (_, index) => `resource-number-${index}`)
    const primitives = ids.map((id) => `<primitive id="${id}" class="lsb" type="x"/>`).join('')
    const orders = ids.map((id, index) => `<rsc_order id="o${index}" first="${id}x" then="${id}"/>`).join('')
    const path = file(
      'wrong.xml',
      cib
        .replace('</resources>', `${primitives}</resources>`)
        .replace('</constraints>', `${orders}</constraints>`),
    )
    const { stdout } = lightcib(['check', path, '--format', 'json'])
    expect(stdout.match(/"unknown-reference"/g)).toHaveLength(ids.length)
    expect(stdout.match(/did you mean/gi)?.length).toBeLessThan(ids.length)
    const { stderr } = lightcib(['check', path])
    expect(stderr.match(/did you mean/gi)).toHaveLength(10)
    expect(stderr).toContain('error[unknown-reference]: and 2990 more; --format json has all')
  })

  test('counts more findings than a call takes arguments', () => {
    const path = file('many.xml', cib.replace('</resources>', `${'<x/>'.repeat(150_000)}</resources>`))
    const { status, stdout } = lightcib(['check', path])
    expect(status).toBe(1)
    expect(stdout).toContain('150000 errors')
  })

  test('names a mistyped reference with its line and the right id', () => {
    const path = file('reference.xml', cib.replace('with-rsc="haproxy-clone"', 'with-rsc="haproxi-clone"'))
    const lines = cib.split('\n')
    const line = lines.findIndex((text) => text.includes('with-rsc="haproxy-clone"')) + 1
    const column = (lines[line - 1] as string).indexOf('with-rsc=') + 1
    const { status, stderr } = lightcib(['check', path])
    expect(status).toBe(1)
    expect(stderr).toContain(`${path}:${line}:${column}: error[unknown-reference]`)
    expect(stderr).toContain('did you mean "haproxy-clone"?')
    expect(stderr).toContain('error[vip-with-haproxy]')
  })

  test('names a cycle of orders', () => {
    const back = '<rsc_order id="back" first="haproxy-clone" then="ip-192.0.2.6"/></constraints>'
    const { status, stderr } = lightcib(['check', file('cycle.xml', cib.replace('</constraints>', back))])
    expect(status).toBe(1)
    expect(stderr).toContain('error[order-cycle]')
    expect(stderr).toContain('back')
  })

  test('as JSON: every finding of every input with code, path and position', () => {
    const path = file('two.xml', cib.replaceAll('first="ip-192.0.2.6"', 'first="ip-192.0.2.66"'))
    const { status, stdout, stderr } = lightcib(['check', path, join(light, 'cib.xml'), '--format', 'json'])
    expect([status, stderr]).toEqual([1, ''])
    const { diagnostics } = JSON.parse(stdout)
    expect(diagnostics).toMatchObject([
      { file: path, code: 'unknown-reference', severity: 'error', position: { line: 175 } },
    ])
  })

  test('goes on with the other inputs if one is unusable', () => {
    const { status, stdout, stderr } = lightcib(['check', 'missing.xml', source])
    expect(status).toBe(2)
    expect(stderr).toContain('missing.xml')
    expect(stdout).toContain('12 resources')
  })
})

describe('graph', () => {
  test('draws a cluster with errors, and reports them', () => {
    const back = '<rsc_order id="back" first="haproxy-clone" then="ip-192.0.2.6"/></constraints>'
    const path = file('cycle.xml', cib.replace('</constraints>', back))
    const { status, stdout, stderr } = lightcib(['graph', path, '--format', 'dot', '--of', 'order'])
    expect(status).toBe(1)
    expect(stdout).toContain('digraph')
    expect(stderr).toContain('order-cycle')
  })
})

describe('what cannot be used is a message, exit 2, and no stack trace', () => {
  const unusable: readonly (readonly [string, string, string])[] = [
    ['no default export', 'a.ts', 'export const x = 1'],
    ['another default export', 'b.ts', 'export default { name: "x" }'],
    ['a syntax error', 'c.ts', 'export default cluster({'],
    ['a module that throws', 'd.mjs', 'throw new Error("no such thing\\n  at line")'],
    ['a missing import', 'e.ts', 'import { x } from "./nowhere.js"\nexport default x'],
    [
      'an agent without class',
      'f.ts',
      'import { cluster, primitive } from "lightcib"\nexport default cluster({ resources: [primitive("a", "b")] })',
    ],
    ['an XML that is no CIB', 'g.xml', '<html/>'],
    ['an XML that is not well-formed', 'h.xml', '<cib><configuration></cib>'],
    ['an empty file', 'i.xml', ''],
    ['another kind of file', 'j.txt', 'text'],
  ]
  test.each(unusable)('%s', (_, name, text) => {
    const path = file(name, text)
    const { status, stdout, stderr } = lightcib(['check', path])
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^lightcib: .+\n(?: +\d* \| .*\n)*$/)
    expect(stderr).toContain(name)
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  test.each(['compile', 'graph'])('%s refuses them alike', (command) => {
    const path = file('alike.xml', '<html/>')
    expect(lightcib([command, path])).toEqual(lightcib(['check', path]))
  })

  test.each([
    [['frobnicate']],
    [['compile']],
    [['compile', source, '--to', 'pdf']],
    [['check', '--frob', source]],
  ])('wrong usage: %s', (args) => {
    const { status, stdout, stderr } = lightcib(args)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain('error')
  })

  test('help of each command has an example', () => {
    for (const command of ['compile', 'check', 'graph']) {
      const { status, stdout } = lightcib([command, '--help'])
      expect(status).toBe(0)
      expect(stdout).toMatch(/Examples?:\n {2}.*lightcib/)
    }
  })
})

describeWith(['rsvg-convert'], 'graph as an image', () => {
  const path = join(root, 'fixtures/scenarios/light/cib.xml')
  test.each([
    ['png', '\u0089PNG'],
    ['pdf', '%PDF'],
  ])('%s', (format, start) => {
    const file = join(folder, `picture.${format}`)
    expect(lightcib(['graph', path, '--format', format, '-o', file]).status).toBe(0)
    expect(readFileSync(file).subarray(0, 4).toString('latin1')).toBe(start)
  })

  test('names the package that is missing, and what can be written without it', () => {
    const { status, stdout, stderr } = lightcib(['graph', path, '--format', 'png'], '', { PATH: folder })
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain('librsvg2-bin')
  })
})

test('graph --show takes several parts, and names the one that was meant', () => {
  const path = join(root, 'fixtures/scenarios/kitchen-sink/cib.xml')
  const shown = lightcib([
    'graph',
    path,
    '--format',
    'dot',
    '--show',
    'locations,fencing',
    '--collapse-groups',
  ])
  expect(shown.stdout).toContain('level&#160;1')
  const { status, stderr } = lightcib(['graph', path, '--show', 'locations,fencng'])
  expect([status, stderr]).toEqual([2, expect.stringContaining('did you mean "fencing"?')])
})

test('on a Node that is too old it names what it needs, without a stack', () => {
  const older = 'data:text/javascript,delete process.getBuiltinModule'
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', older, join(root, 'dist/cli/main.js'), 'check', source],
    { encoding: 'utf8' },
  )
  expect([status, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(/^lightcib needs Node 20\.19 or later, and this is v\S+: see https:\S+\n$/)
})
