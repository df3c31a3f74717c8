import { execFileSync, spawnSync } from 'node:child_process'
import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { readFile } from '../../../src/cli/files/read-file.js'
import { commandLine } from '../../support/command-line.js'
import { describeWith, root, run } from '../../support/tools.js'

const folder = mkdtempSync(join(tmpdir(), 'lightcib-read-'))
const { run: lightcib, remove } = commandLine()
afterAll(() => {
  rmSync(folder, { recursive: true })
  remove()
})

const path = (name: string) => join(folder, name)
const light = join(root, 'fixtures/scenarios/light')
const xml = readFileSync(join(light, 'cib.xml'))
const source = lightcib(['import', join(light, 'cib.xml')]).stdout

function put(name: string, bytes: string | Uint8Array): string {
  writeFileSync(path(name), bytes)
  return path(name)
}

const reasonFor = (name: string) => {
  const read = readFile(name)
  return 'reason' in read ? read.reason : `${read.bytes.length} bytes`
}

const tooLarge = 'it has more than 64 MiB: no CIB is that large'

describe('a CIB where it really is', () => {
  const bzip2 = () => execFileSync('bzip2', ['-c'], { input: xml })
  const names: readonly (readonly [name: string, bytes: () => string | Uint8Array])[] = [
    ['cib-1.raw', () => xml],
    ['my_cfg', () => xml],
    ['cib.txt', () => `\ufeff\n${xml}`],
    ['utf-16', () => Buffer.from(`\ufeff${xml}`, 'utf16le')],
    ['pe-input-1.gz', () => gzipSync(xml)],
    ['two members.gz', () => Buffer.concat([gzipSync(xml.subarray(0, 99)), gzipSync(xml.subarray(99))])],
  ]

  test.each(names)('%s is imported', (name, bytes) => {
    const file = put(name, bytes())
    expect(lightcib(['import', file])).toEqual({ status: 0, stdout: source, stderr: '' })
    const { status, stdout, stderr } = spawnSync(
      'bash',
      ['-c', `"$0" "$@" < '${file}'`, process.execPath, join(root, 'dist/cli/main.js'), 'import', '-'],
      { encoding: 'utf8' },
    )
    expect([status, stdout, stderr]).toEqual([0, source, ''])
  })

  describeWith(['bzip2'], 'with bzip2', () => {
    test('pe-input-1.bz2 is imported', () => {
      expect(lightcib(['import', put('pe-input-1.bz2', bzip2())])).toEqual({
        status: 0,
        stdout: source,
        stderr: '',
      })
      const twice = Buffer.concat(
        [xml.subarray(0, 99), xml.subarray(99)].map((part) => execFileSync('bzip2', ['-c'], { input: part })),
      )
      expect(readFile(put('two streams.bz2', twice))).toEqual({ bytes: new Uint8Array(xml) })
    })

    test('bzip2 data of any length that end early are reported', () => {
      const whole = bzip2()
      for (let length = 4; length < whole.length; length += 37) {
        expect(reasonFor(put('short.bz2', whole.subarray(0, length)))).toContain('damaged')
      }
      expect(reasonFor(put('longer.bz2', Buffer.concat([whole, Buffer.from('more')])))).toContain('damaged')
    })

    test('a bomb ends at the limit', () => {
      const zeros = spawnSync('bash', [
        '-c',
        `head -c 300M /dev/zero | bzip2 -1 > '${path('bomb.bz2')}'; head -c 300M /dev/zero | gzip -1 > '${path('bomb.gz')}'`,
      ])
      expect(zeros.status).toBe(0)
      expect(reasonFor(path('bomb.gz'))).toBe(tooLarge)
      expect(reasonFor(path('bomb.bz2'))).toBe(tooLarge)
    })
  })

  test('a damaged gzip is reported', () => {
    expect(reasonFor(put('short.gz', gzipSync(xml).subarray(0, 200)))).toBe(
      'it is damaged: gzip data cannot be unpacked',
    )
  })

  test.each([
    ['xz', '\xfd7zXZ\0\0\0', 'compressed with xz'],
    ['zstd', '\x28\xb5\x2f\xfd....', 'compressed with zstd'],
    ['zip', 'PK\x03\x04....', 'a zip archive'],
    ['tar', `${'cib.xml'.padEnd(257, '\0')}ustar\x0000`, 'a tar archive'],
  ])('%s is named', (name, start, what) => {
    const file = put(`report.${name}`, Buffer.from(start, 'latin1'))
    expect(reasonFor(file)).toBe(`it is ${what}: unpack it first`)
    expect(reasonFor(put(`${name}.gz`, gzipSync(readFileSync(file))))).toBe(`it is ${what}: unpack it first`)
  })

  test('what is no XML is of an unknown type', () => {
    const { status, stderr } = lightcib(['check', put('notes.txt', 'pcs status\n')])
    expect([status, stderr.split('\n').length]).toEqual([2, 2])
    expect(stderr).toContain('starts neither as XML nor as a crmsh configuration')
    expect(reasonFor(put('empty', ''))).toBe('it is empty')
  })
})

describe('a section alone', () => {
  const sections = ['configuration', 'crm_config', 'nodes', 'resources', 'constraints']
  const section = (name: string) => {
    const text = xml.toString()
    return text.slice(text.indexOf(`<${name}>`), text.indexOf(`</${name}>`) + `</${name}>`.length)
  }

  test.each(sections)('%s is checked and imported', (name) => {
    const file = put(`${name}.out`, `<?xml version="1.0"?>\n${section(name)}\n`)
    const { status, stdout, stderr } = lightcib(['check', file])
    expect([name, status]).toEqual([name, 0])
    expect(stderr.includes('cib-section')).toBe(name !== 'configuration')
    expect(stdout).toContain('0 errors, 0 warnings')
    expect(lightcib(['import', file]).status).toBe(0)
  })

  test('keeps what is wrong in it, with its line', () => {
    const file = put(
      'wrong',
      '<constraints>\n<rsc_order id="o" first="a" then="b" kind="Maybe"/>\n</constraints>',
    )
    const { status, stderr } = lightcib(['check', file])
    expect(status).toBe(1)
    expect(stderr).toMatch(/wrong:2:\d+: error\[invalid-value\]/)
  })

  test('of other roots stays no CIB', () => {
    expect(lightcib(['check', put('crm_mon', '<pacemaker-result/>')]).status).toBe(2)
  })
})

describe('what is no file of a CIB', () => {
  test('a folder, nothing, a loop, a long name', () => {
    symlinkSync('loop', path('loop'))
    expect(reasonFor(folder)).toBe('it is a folder')
    expect(reasonFor(path('missing'))).toBe('there is no such file')
    expect(reasonFor(path('loop'))).toBe('its symbolic links form a loop')
    expect(reasonFor(path('x'.repeat(300)))).toBe('its name is too long')
    mkdirSync(path('folder.ts'))
    expect(lightcib(['check', path('folder.ts')]).stderr).toContain('no regular file')
  })

  test('a sparse file of 2 GB is not read', () => {
    const descriptor = openSync(path('sparse'), 'w')
    ftruncateSync(descriptor, 2 * 1024 ** 3)
    closeSync(descriptor)
    expect(reasonFor(path('sparse'))).toBe(tooLarge)
  })

  test('a socket is reported', async () => {
    const server = createServer().listen(path('socket'))
    await new Promise((resolve) => server.once('listening', resolve))
    expect(reasonFor(path('socket'))).toBe('it is a socket or a device that is not there')
    server.close()
  })

  test('a FIFO is read to its end; one that nobody writes to is given up', () => {
    run('mkfifo', [path('fifo')])
    const write = `(sleep 1; cat '${join(light, 'cib.xml')}' > '${path('fifo')}') & `
    const read = `'${process.execPath}' '${join(root, 'dist/cli/main.js')}' import '${path('fifo')}'`
    expect(spawnSync('bash', ['-c', write + read], { encoding: 'utf8' }).stdout).toBe(source)
    const { status, stderr } = lightcib(['check', path('fifo')])
    expect([status, stderr.split('\n').length]).toEqual([2, 2])
    expect(stderr).toContain('nobody writes to this FIFO: gave up after 10 seconds')
    run('mkfifo', [path('fifo.ts')])
    expect(lightcib(['check', path('fifo.ts')]).status).toBe(2)
  })

  test.skipIf(process.getuid?.() !== 0)('a device without an end is read within the limit', () => {
    run('mknod', [path('zero'), 'c', '1', '5'])
    run('mknod', [path('null'), 'c', '1', '3'])
    expect(reasonFor(path('zero'))).toBe(tooLarge)
    expect(reasonFor(path('null'))).toBe('it is empty')
    const { status } = spawnSync('bash', [
      '-c',
      `'${process.execPath}' '${join(root, 'dist/cli/main.js')}' check - < '${path('zero')}'`,
    ])
    expect(status).toBe(2)
  })
})
