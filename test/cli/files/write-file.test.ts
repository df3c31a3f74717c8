import { execFileSync, spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { type Written, writeFile } from '../../../src/cli/files/write-file.js'
import { commandLine } from '../../support/command-line.js'
import { root } from '../../support/tools.js'

const top = realpathSync(mkdtempSync(join(tmpdir(), 'lightcib-files-')))
const lightcib = commandLine()
afterAll(() => {
  rmSync(top, { recursive: true })
  lightcib.remove()
})

let folder: string
let number = 0
beforeEach(() => {
  folder = join(top, `${number++}`)
  mkdirSync(folder)
})

const isRoot = process.getuid?.() === 0
const testAsRoot = isRoot ? test : test.skip
const done: Written = { notes: [] }
const path = (name: string) => join(folder, name)
const text = (name: string) => readFileSync(path(name), 'utf8')
const modeOf = (name: string) => (statSync(path(name)).mode & 0o7777).toString(8)
const source = join(root, 'fixtures/scenarios/light/cluster.ts')
const main = join(root, 'dist/cli/main.js')

/** A file with an old text. */
function old(name: string, mode = 0o644): string {
  writeFileSync(path(name), 'old')
  chmodSync(path(name), mode)
  return path(name)
}

describe('a regular file', () => {
  test('is replaced as a whole and keeps its mode', () => {
    for (const mode of [0o600, 0o640, 0o644, 0o755, 0o2750]) {
      const file = old('out', mode)
      const { ino } = statSync(file)
      expect(writeFile(file, 'new')).toEqual(done)
      expect([text('out'), modeOf('out')]).toEqual(['new', mode.toString(8)])
      expect(statSync(file).ino).not.toBe(ino)
    }
    expect(readdirSync(folder)).toEqual(['out'])
  })

  testAsRoot('keeps its owner and group', () => {
    const file = old('out', 0o640)
    chownSync(file, 1234, 4321)
    expect(writeFile(file, 'new')).toEqual(done)
    expect(statSync(file)).toMatchObject({ uid: 1234, gid: 4321, mode: 0o100640 })
  })

  test('is new with the mode that umask leaves, or for its owner only', () => {
    expect(writeFile(path('plain'), 'x')).toEqual(done)
    expect(modeOf('plain')).toBe((0o666 & ~process.umask()).toString(8))
    expect(writeFile(path('secret'), 'x', { isSecret: true })).toEqual(done)
    expect(modeOf('secret')).toBe('600')
  })

  test('that others can read gets secrets with a note', () => {
    const file = old('out', 0o644)
    const { notes = [] } = writeFile(file, 'x', { isSecret: true }) as { notes?: readonly string[] }
    expect(notes).toEqual(['contains passwords and has the mode 644: other users can read it'])
    expect(writeFile(old('own', 0o600), 'x', { isSecret: true })).toEqual(done)
  })

  test('that is read-only stays as it is, but with force', () => {
    const file = old('out', 0o444)
    expect(writeFile(file, 'new')).toEqual({ reason: 'it is read-only; --force replaces it' })
    expect(text('out')).toBe('old')
    expect(writeFile(file, 'new', { force: true })).toEqual(done)
    expect([text('out'), modeOf('out')]).toEqual(['new', '444'])
  })

  test('that is the input stays as it is, by whatever name', () => {
    const file = old('in')
    symlinkSync('in', path('link'))
    linkSync(file, path('twin'))
    for (const name of ['in', 'link', 'twin']) {
      expect(writeFile(path(name), 'new', { inputs: [file] })).toEqual({
        reason: 'it is the input; --force replaces it',
      })
    }
    expect(text('in')).toBe('old')
  })

  test('with other hard links leaves them the old text, with a note', () => {
    const file = old('out')
    linkSync(file, path('other'))
    expect(writeFile(file, 'new')).toEqual({
      notes: ['was one of 2 hard links to a file: the other has the old text'],
    })
    expect([text('out'), text('other')]).toEqual(['new', 'old'])
  })
})

describe('a symbolic link', () => {
  test('stays, and its target gets the text', () => {
    mkdirSync(path('below'))
    old('below/target', 0o600)
    symlinkSync('below/target', path('link'))
    symlinkSync('link', path('link-to-link'))
    expect(writeFile(path('link-to-link'), 'new')).toEqual(done)
    expect([text('below/target'), modeOf('below/target')]).toEqual(['new', '600'])
    expect([readlinkSync(path('link')), readlinkSync(path('link-to-link'))]).toEqual(['below/target', 'link'])
    expect(readdirSync(path('below'))).toEqual(['target'])
  })

  test('to nothing makes its target', () => {
    symlinkSync(path('target'), path('link'))
    expect(writeFile(path('link'), 'new')).toEqual(done)
    expect([text('target'), lstatSync(path('link')).isSymbolicLink()]).toEqual(['new', true])
  })

  test('in a loop is reported', () => {
    symlinkSync('b', path('a'))
    symlinkSync('a', path('b'))
    expect(writeFile(path('a'), 'new')).toEqual({ reason: 'its symbolic links form a loop' })
  })

  test('to a folder is followed as the system does', () => {
    mkdirSync(path('deep/folder'), { recursive: true })
    symlinkSync('deep/folder', path('link'))
    expect(writeFile(`${folder}/link/../out`, 'new')).toEqual(done)
    expect(text('deep/out')).toBe('new')
  })
})

describe('what cannot be written', () => {
  test.each([
    ['a folder', '', 'it is a folder'],
    ['a name that ends as a folder', 'out/', 'it is a folder'],
    ['in no folder', 'missing/out', 'its folder does not exist'],
    ['in a file', 'file/out', 'a part of its path is no folder'],
    ['a long name', 'x'.repeat(300), 'its name is too long'],
  ])('%s', (_, name, reason) => {
    old('file')
    expect(writeFile(path(name), 'new')).toEqual({ reason })
    expect(readdirSync(folder)).toEqual(['file'])
  })

  test('no name', () => {
    expect(writeFile('', 'new')).toEqual({ reason: 'the name is empty' })
  })
})

describe('drafts', () => {
  const names = () => readdirSync(folder).sort()

  /** The draft that a run leaves that is killed after its first call. */
  function leftDraft(): string {
    const hook = `
      import fs from 'node:fs'
      import { syncBuiltinESMExports } from 'node:module'
      const { kill } = process
      fs.renameSync = () => kill.call(process, process.pid, 'SIGKILL')
      syncBuiltinESMExports()`
    const args = ['--import', `data:text/javascript,${encodeURIComponent(hook)}`, main, 'compile', source]
    expect(spawnSync(process.execPath, [...args, '-o', path('out')]).signal).toBe('SIGKILL')
    return names()[0] as string
  }

  test('of a run that was killed are removed by the next one', () => {
    expect(leftDraft()).toMatch(/^\.lightcib-.*\.draft$/)
    expect(writeFile(path('another'), 'x')).toEqual(done)
    expect(names()).toEqual(['another'])
  })

  test('of a run that goes on stay', () => {
    const draft = leftDraft()
    const [, pid] = /-(\d+)-\d+-[\da-f]+\.draft$/.exec(draft) as RegExpExecArray
    const child = spawn('sleep', ['60'])
    try {
      const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8')
      const start = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
      const live = draft.replace(/-\d+-\d+-([\da-f]+\.draft)$/, `-${child.pid}-${start}-$1`)
      const reused = draft.replace(`-${pid}-`, `-${child.pid}-`)
      renameSync(path(draft), path(live))
      writeFileSync(path(reused), 'of a process whose id another one has now')
      writeFile(path('out'), 'x')
      expect(names()).toEqual([live, 'out'])
    } finally {
      child.kill()
    }
  })

  test('of another machine are removed when they are old', () => {
    const other = '.lightcib-000000000000-1-1-00000000.draft'
    old(other)
    writeFile(path('out'), 'x')
    expect(names()).toEqual([other, 'out'])
    utimesSync(path(other), 1, 1)
    writeFile(path('out'), 'x')
    expect(names()).toEqual(['out'])
  })
})

describe.skipIf(!isRoot)('devices', () => {
  test('are written to and stay what they are', () => {
    execFileSync('mknod', [path('null'), 'c', '1', '3'])
    expect(writeFile(path('null'), 'new')).toEqual(done)
    expect(lstatSync(path('null')).isCharacterDevice()).toBe(true)
  })

  test('that are full are reported and stay what they are', () => {
    execFileSync('mknod', [path('full'), 'c', '1', '7'])
    expect(writeFile(path('full'), 'new')).toEqual({ reason: 'no space is left on the device' })
    expect(lstatSync(path('full')).isCharacterDevice()).toBe(true)
    symlinkSync('full', path('link'))
    const { status, stderr } = lightcib.run(['compile', source, '-o', path('link')])
    expect([status, stderr]).toEqual([
      2,
      `lightcib: cannot write "${path('link')}": no space is left on the device\n`,
    ])
    expect(lstatSync(path('link')).isSymbolicLink()).toBe(true)
  })

  test('a FIFO gets all of a text that is larger than it', () => {
    execFileSync('mkfifo', [path('fifo')])
    const reader = `cat '${path('fifo')}' > '${path('read')}' & `
    const write = `'${process.execPath}' '${main}' compile '${source}' --to html -o '${path('fifo')}'; wait`
    expect(spawnSync('bash', ['-c', reader + write], { timeout: 30_000 }).status).toBe(0)
    expect(text('read').length).toBeGreaterThan(65_536 / 2)
    expect(lightcib.run(['compile', source, '--to', 'html']).stdout).toBe(text('read'))
    expect(lstatSync(path('fifo')).isFIFO()).toBe(true)
  })

  test('a disk that is full leaves the old file and no draft', () => {
    mkdirSync(path('disk'))
    const options = ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', path('disk')]
    if (spawnSync('mount', options).status !== 0) return
    try {
      old('disk/out')
      expect(writeFile(path('disk/out'), 'x'.repeat(1 << 20))).toEqual({
        reason: 'no space is left on the device',
      })
      expect([text('disk/out'), readdirSync(path('disk'))]).toEqual(['old', ['out']])
      execFileSync('mount', ['-o', 'remount,ro', path('disk')])
      for (const force of [false, true])
        expect(writeFile(path('disk/out'), 'x', { force })).toEqual({
          reason: 'its file system is read-only',
        })
    } finally {
      execFileSync('umount', [path('disk')])
    }
  })

  test.each(['i', 'a'])('what is immutable or append-only (%s) is not what --force helps against', (flag) => {
    old('out')
    if (spawnSync('chattr', [`+${flag}`, path('out')]).status !== 0) return
    try {
      for (const force of [false, true]) {
        const { reason } = writeFile(path('out'), 'x', { force }) as { reason: string }
        expect(reason).toBe('it or its folder is immutable or append-only (lsattr shows it)')
      }
      expect([text('out'), readdirSync(folder)]).toEqual(['old', ['out']])
    } finally {
      execFileSync('chattr', [`-${flag}`, path('out')])
    }
  })

  test('no file can be made in /proc', () => {
    expect(writeFile(`/proc/${process.pid}/comm`, 'x')).toEqual({
      reason: 'no file can be made in its folder',
    })
  })

  test('a mount point of one file cannot be replaced', () => {
    old('inside')
    old('over')
    if (spawnSync('mount', ['--bind', path('inside'), path('over')]).status !== 0) return
    try {
      expect(writeFile(path('over'), 'x')).toEqual({
        reason: 'it is a mount point, which cannot be replaced as a whole',
      })
      expect([text('inside'), readdirSync(folder).sort()]).toEqual(['old', ['inside', 'over']])
    } finally {
      execFileSync('umount', [path('over')])
    }
  })

  test('another user cannot replace what is not theirs', () => {
    chmodSync(top, 0o755)
    const script = `
      import { writeFile } from ${JSON.stringify(join(root, 'src/cli/files/write-file.ts'))}
      console.log(JSON.stringify(process.argv.slice(2).map((name) => writeFile(name, 'new'))))`
    const bundle = path('write.mjs')
    execFileSync(
      join(root, 'node_modules/.bin/esbuild'),
      ['--bundle', '--platform=node', '--format=esm', `--outfile=${bundle}`],
      {
        input: script,
        cwd: root,
      },
    )
    mkdirSync(path('open'))
    chmodSync(path('open'), 0o777)
    mkdirSync(path('closed'))
    old('open/foreign', 0o666)
    old('closed/mine', 0o666)
    const run = spawnSync(process.execPath, [bundle, path('open/foreign'), path('closed/mine')], {
      uid: 65534,
      gid: 65534,
      encoding: 'utf8',
    })
    expect(JSON.parse(run.stdout)).toEqual([
      { reason: 'its owner cannot be kept; --force replaces it' },
      { reason: 'its folder cannot be written to' },
    ])
    expect([text('open/foreign'), text('closed/mine'), readdirSync(path('open'))]).toEqual([
      'old',
      'old',
      ['foreign'],
    ])
  })
})

describe('standard output', () => {
  const cib = readFileSync(join(root, 'fixtures/scenarios/light/cib.xml'), 'utf8')
  const shell = (command: string) => spawnSync('bash', ['-c', command], { encoding: 'utf8', cwd: folder })
  const compile = `'${process.execPath}' '${main}' compile '${source}'`

  test.each(['/dev/stdout', '/dev/fd/1', '/proc/self/fd/1'])('%s is written plainly', (name) => {
    shell(`echo before > out; ${compile} -o ${name} >> out; echo after >> out`)
    expect(text('out')).toBe(`before\n${cib}after\n`)
    expect(shell(`${compile} -o ${name} | cat`).stdout).toBe(cib)
  })

  test('of a process substitution gets all', () => {
    expect(shell(`${compile} -o >(cat > out); sleep 0.3; cat out`).stdout).toBe(cib)
  })

  test('that is full ends with a message', () => {
    const { status, stderr } = shell(`${compile} > /dev/full`)
    expect([status, stderr]).toEqual([
      2,
      expect.stringMatching(/^lightcib: cannot write to standard output: .*\n$/),
    ])
  })

  test('that is not read to its end is no error', () => {
    expect(shell(`${compile} | true; echo \${PIPESTATUS[0]}`)).toMatchObject({ stdout: '0\n', stderr: '' })
    expect(shell(`${compile} -o /dev/stdout | true; echo \${PIPESTATUS[0]}`).stderr).toBe('')
  })

  test('findings that cannot be printed do not change the exit code', () => {
    writeFileSync(path('bad.xml'), cib.replace('<resources>', '<resources><primitive id="x"/>'))
    expect(shell(`'${process.execPath}' '${main}' check bad.xml 2> /dev/full`).status).toBe(1)
  })
})

test('the command line makes files with passwords for their owner only', () => {
  const fence = `<primitive id="f" class="stonith" type="fence_ipmilan"><instance_attributes id="i">
    <nvpair id="n" name="NAME" value="n0t-shown"/></instance_attributes></primitive>`
  const cib = (name: string) =>
    `<cib validate-with="pacemaker-3.9" epoch="1" num_updates="0" admin_epoch="0"><configuration><crm_config/><nodes/><resources>${fence.replace('NAME', name)}</resources><constraints/></configuration><status/></cib>`
  for (const [name, mode] of [
    ['password', '600'],
    ['passwd', '600'],
    ['passwd_script', '644'],
  ] as const) {
    writeFileSync(path('in.xml'), cib(name))
    for (const to of ['cib', 'pcs', 'html', 'dot']) {
      const { status, stderr } = lightcib.run([
        'compile',
        path('in.xml'),
        '--to',
        to,
        '-o',
        path(`${name}.${to}`),
      ])
      expect([to, status, stderr]).toEqual([to, 0, stderr])
      if (to === 'html') expect(text(`${name}.html`).includes('n0t-shown')).toBe(mode === '644')
      expect([to, modeOf(`${name}.${to}`)]).toEqual([to, ['dot', 'html'].includes(to) ? '644' : mode])
    }
  }
  const { stderr, status } = lightcib.run(['compile', source, '-o', source])
  expect([status, stderr]).toEqual([
    2,
    `lightcib: cannot write "${source}": it is the input; --force replaces it\n`,
  ])
})
