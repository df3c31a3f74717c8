import { existsSync, statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inWorkplace, type Workplace } from '../../src/pacemaker/tool/workplace.js'
import { describeWith } from '../support/tools.js'

describeWith(['sleep', 'sh'], 'a workplace', () => {
  test('is a folder that nobody else can read, and gone afterwards', async () => {
    const folder = await inWorkplace(async ({ folder }) => {
      expect(statSync(folder).mode & 0o777).toBe(0o700)
      return folder
    })
    expect(existsSync(folder)).toBe(false)
  })

  test('is gone after an exception, with what runs in it', async () => {
    let folder = ''
    let left: Promise<unknown> = Promise.resolve()
    const failing = inWorkplace(async (workplace) => {
      folder = workplace.folder
      left = workplace.run('sleep', ['600'], 600_000)
      throw new RangeError('none')
    })
    await expect(failing).rejects.toThrow('none')
    expect(await left).toMatchObject({ exitCode: undefined })
    expect(existsSync(folder)).toBe(false)
  })

  test('a program is run with its arguments as they are, in that folder', async () => {
    const ran = await inWorkplace(async ({ run, folder }) => {
      const done = await run('sh', ['-c', 'pwd; echo "$1" >&2; exit 3', '-', `a "b' $c`], 60_000)
      return { ...done, folder }
    })
    expect(ran).toEqual({ exitCode: 3, stdout: `${ran.folder}\n`, stderr: `a "b' $c\n`, folder: ran.folder })
  })

  test('not more programs run at once than there are cores', async () => {
    const most = await inWorkplace(async ({ run, folder }) => {
      const script = 'touch "$1/$2"; ls "$1" | wc -l; sleep 0.02; rm "$1/$2"'
      const runs = Array.from({ length: 4 * availableParallelism() }, (_, at) =>
        run('sh', ['-c', script, '-', folder, String(at)], 60_000),
      )
      return Math.max(...(await Promise.all(runs)).map(({ stdout }) => Number(stdout)))
    })
    expect(most).toBeGreaterThan(0)
    expect(most).toBeLessThanOrEqual(availableParallelism())
  })

  test('a program ends when it does or at the limit, whatever it leaves behind', async () => {
    const start = performance.now()
    const background = inWorkplace(({ run }) => run('sh', ['-c', 'sleep 30 & echo done'], 500))
    expect(await background).toMatchObject({ exitCode: 0, stdout: 'done\n' })
    const late = inWorkplace(({ run }) => run('sh', ['-c', 'sleep 30; echo done'], 500))
    await expect(late).rejects.toThrow('did not end within 0.5 s')
    expect(performance.now() - start).toBeLessThan(20_000)
  })

  test('what a program prints is in the encoding that its XML declares', async () => {
    const printed = inWorkplace(({ run }) =>
      run('printf', ['<?xml version="1.0" encoding="ISO-8859-1"?><a b="\\344"/>'], 60_000),
    )
    expect((await printed).stdout).toContain('b="ä"')
  })

  test('a program that is not installed is named with its package', async () => {
    const missing = inWorkplace(({ run }: Workplace) => run('crm_nothing', [], 1000))
    await expect(missing).rejects.toThrow(
      /^"crm_nothing" is not installed: .*pacemaker-cli-utils.*pacemaker-cli/,
    )
    expect(existsSync(join('/usr/sbin', 'crm_nothing'))).toBe(false)
  })
})
