import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { canonicalCib } from '../../src/cib/canonical.js'
import { readCib, writeCib } from '../../src/cib/index.js'
import type { Cluster } from '../../src/model/index.js'
import { applyTools } from '../support/apply-tools.js'
import { commandLine } from '../support/command-line.js'
import { planFixtures } from '../support/plan-fixtures.js'
import { describeWith, root } from '../support/tools.js'

const { file, folder, remove } = commandLine()
const tools = applyTools()
afterAll(() => {
  remove()
  tools.remove()
})

const fixture = planFixtures.find(({ name }) => name === 'rename')
if (fixture === undefined) throw new Error('no such fixture')
const before = writeCib(fixture.from).output ?? ''
const saved = file('before.xml', before)
const content = (cib: string) => canonicalCib(readCib(cib).output as Cluster)
const after = canonicalCib(fixture.to)

/**
 * Applies on a disk of 256 KB, in a mount namespace of its own, of which only `free` KB are free and where `TMPDIR` is too if
 * `isTemporary`; then makes room and applies again. `out` gets the CIB after each, and the backup.
 */
const script = `set -e
disk=$1 out=$2 free=$3 isTemporary=$4 saved=$5; shift 5
mount -t tmpfs -o size=256k none "$disk"
cp "$saved" "$disk/cib.xml"
mkdir "$disk/tmp"
if [ "$isTemporary" = true ]; then export TMPDIR=$disk/tmp; fi
head -c 256k /dev/zero >"$disk/filler" 2>/dev/null || true
truncate -s "-$((free * 1024))" "$disk/filler"
if "$@" --backup "$disk/backup.xml" >/dev/null 2>"$out/message"; then echo 0 >"$out/code"; else echo $? >"$out/code"; fi
cp "$disk/cib.xml" "$out/first.xml"
if [ -e "$disk/backup.xml" ]; then cp "$disk/backup.xml" "$out/backup.xml"; fi
find "$disk" -type f | sed "s,^$disk/,," | sort >"$out/files"
rm "$disk/filler"
"$@" --backup "$out/second-backup.xml" >/dev/null
cp "$disk/cib.xml" "$out/second.xml"`

function applyOn(free: number, isTemporary: boolean) {
  const [disk, out] = [mkdtempSync(join(folder, 'disk-')), mkdtempSync(join(folder, 'out-'))]
  const command = [
    process.execPath,
    join(root, 'dist/cli/main.js'),
    'apply',
    join(fixture?.path ?? '', 'after.xml'),
  ]
  const cib = ['--file', join(disk, 'cib.xml'), '--yes']
  const { status, stderr } = spawnSync(
    'unshare',
    [
      ...['--mount', '--propagation', 'private', 'bash', '-c', script, 'full-disk'],
      ...[disk, out, String(free), String(isTemporary), saved, ...command, ...cib],
    ],
    { env: { ...process.env, ...tools.environment }, encoding: 'utf8' },
  )
  expect([status, stderr.replace(/^lightcib: .*\n/gm, '')]).toEqual([0, ''])
  const text = (name: string) => readFileSync(join(out, name), 'utf8')
  return {
    code: text('code'),
    message: text('message'),
    text,
    has: (name: string) => existsSync(join(out, name)),
  }
}

/** Mounting needs it. */
const isRoot = process.getuid?.() === 0

describeWith(['cibadmin', 'crm_diff', 'unshare', 'mount'], 'apply on a full disk', () => {
  test.skipIf(!isRoot).each([0, 4, 8, 12, 16, 32])(
    'leaves a whole CIB and a whole backup, and ends well with room: %i KB free',
    (free) => {
      tools.start(before)
      const { code, message, text, has } = applyOn(free, false)
      if (has('backup.xml')) expect(text('backup.xml')).toBe(before)
      else expect(text('first.xml')).toBe(before)
      if (code !== '0\n') {
        expect(message).toMatch(/cannot write .*: (no space|the disk is full|ENOSPC)/i)
        expect(
          text('files')
            .split('\n')
            .filter((name) => !['', 'backup.xml', 'cib.xml', 'filler'].includes(name)),
        ).toEqual([])
      } else expect(content(text('first.xml'))).toBe(after)
      if (free === 0) expect(code).toBe('1\n')
      expect(content(text('second.xml'))).toBe(after)
    },
  )

  test.skipIf(!isRoot).each([0, 4, 8])(
    'changes nothing without room for temporary files, and ends well with it: %i KB free',
    (free) => {
      tools.start(before)
      const { code, message, text } = applyOn(free, true)
      expect(code).toBe('1\n')
      expect(message).toMatch(/: no space is left on the device|: ENOSPC: no space left on device/)
      expect(text('first.xml')).toBe(before)
      expect(content(text('second.xml'))).toBe(after)
    },
  )
})
