import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { commandLine } from '../../support/command-line.js'
import { describeWith, root } from '../../support/tools.js'

const { folder, run, remove } = commandLine()
afterAll(remove)

const main = join(root, 'dist/cli/main.js')
const source = join(root, 'fixtures/scenarios/light/cluster.ts')
const cib = readFileSync(join(root, 'fixtures/scenarios/light/cib.xml'), 'utf8')
const old = 'what was here before\n'.repeat(1000)

/** A folder with one file of another owner, which others cannot read. */
function folderWith(name: string): { readonly inside: string; readonly out: string } {
  const inside = join(folder, name)
  mkdirSync(inside)
  const out = join(inside, 'out.xml')
  writeFileSync(out, old)
  chmodSync(out, 0o640)
  if (process.getuid?.() === 0) chownSync(out, 65534, 65534)
  return { inside, out }
}

const lookOf = (file: string) => {
  const { mode, uid, gid } = statSync(file)
  return [mode & 0o7777, uid, gid]
}

describeWith(['gcc'], 'at each system call that writes', () => {
  const library = join(folder, 'faults.so')
  beforeAll(() => {
    execFileSync('gcc', ['-shared', '-fPIC', '-o', library, join(root, 'test/support/faults.c'), '-ldl'])
  })

  function faulty(inside: string, out: string, at: number, fault: string) {
    const counted = join(folder, 'calls')
    const env = {
      LD_PRELOAD: library,
      FAULT_IN: inside,
      FAULT_AT: `${at}`,
      FAULT: fault,
      FAULT_COUNT: counted,
    }
    const args = [main, 'compile', source, '-o', out]
    const { status, signal, stderr } = spawnSync(process.execPath, args, {
      env: { ...process.env, ...env },
      encoding: 'utf8',
    })
    return { status, signal, stderr, count: () => Number(readFileSync(counted, 'utf8')) }
  }

  const first = folderWith('count')
  const calls = () => faulty(first.inside, first.out, 100, 'none').count()

  test.each(['before', 'after', 'half'])('kill -9 %s it leaves the old file or the new one', (fault) => {
    const number = calls()
    expect(number).toBeGreaterThan(5)
    for (let at = 1; at <= number; at++) {
      const { inside, out } = folderWith(`${fault}-${at}`)
      const look = lookOf(out)
      const { signal, status } = faulty(inside, out, at, fault)
      if (fault !== 'half') expect([at, signal]).toEqual([at, 'SIGKILL'])
      else expect([at, status ?? signal]).toEqual([at, signal === null ? 0 : 'SIGKILL'])
      expect([old, cib]).toContain(readFileSync(out, 'utf8'))
      expect(lookOf(out)).toEqual(look)
      expect(run(['compile', source, '-o', out]).status).toBe(0)
      expect([readFileSync(out, 'utf8'), lookOf(out), readdirSync(inside)]).toEqual([cib, look, ['out.xml']])
    }
  })

  test('an error there leaves the old file or the new one, and no draft', () => {
    const number = calls()
    let failed = 0
    for (let at = 1; at <= number; at++) {
      const { inside, out } = folderWith(`error-${at}`)
      const look = lookOf(out)
      const { status, stderr } = faulty(inside, out, at, 'error')
      expect([at, status === 0 ? cib : old]).toEqual([at, readFileSync(out, 'utf8')])
      expect(lookOf(out)).toEqual(look)
      expect(readdirSync(inside)).toEqual(['out.xml'])
      if (status === 0) continue
      failed += 1
      expect([status, stderr.split('\n').length, stderr]).toEqual([
        2,
        2,
        expect.stringContaining('cannot write'),
      ])
    }
    expect(failed).toBeGreaterThan(3)
  })
})

test('kill -9 at any moment leaves the old file or the new one', async () => {
  const { inside, out } = folderWith('moments')
  const look = lookOf(out)
  for (let moment = 0; moment < 20; moment++) {
    writeFileSync(out, old)
    const child = spawn(process.execPath, [main, 'compile', source, '-o', out], { stdio: 'ignore' })
    await Promise.race([ended(child), pause(150 + moment * 15)])
    child.kill('SIGKILL')
    await ended(child)
    expect([old, cib]).toContain(readFileSync(out, 'utf8'))
    expect(lookOf(out)).toEqual(look)
  }
  expect(run(['compile', source, '-o', out]).status).toBe(0)
  expect(readdirSync(inside)).toEqual(['out.xml'])
})

test('runs at the same time leave one of their files, and remove no draft of each other', async () => {
  const { inside, out } = folderWith('race')
  const formats = ['cib', 'dot', 'mermaid', 'source']
  const texts = formats.map((to) => run(['compile', source, '--to', to]).stdout)
  for (let round = 0; round < 3; round++) {
    const children = formats.map((to) =>
      spawn(process.execPath, [main, 'compile', source, '--to', to, '-o', out], { stdio: 'ignore' }),
    )
    await Promise.all(children.map(ended))
    expect(children.map(({ exitCode }) => exitCode)).toEqual(formats.map(() => 0))
    expect(texts).toContain(readFileSync(out, 'utf8'))
    expect(readdirSync(inside)).toEqual(['out.xml'])
  }
})

function ended(child: ChildProcess): Promise<unknown> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => child.once('exit', resolve))
}

function pause(milliseconds: number): Promise<unknown> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
