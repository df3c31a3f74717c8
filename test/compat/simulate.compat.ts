import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { explore } from 'lightcib/pacemaker'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { scenario } from './clusters.js'
import { debian13, describeOn } from './systems.js'

describeOn([debian13], 'explore with the scheduler of that system', ({ root }) => {
  const { PATH, TMPDIR } = process.env
  let folder: string

  beforeEach(() => {
    folder = mkdtempSync(join(root, 'tmp/lightcib-simulate-'))
  })

  afterEach(() => {
    Object.assign(process.env, { PATH })
    if (TMPDIR === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = TMPDIR
    rmSync(folder, { recursive: true })
  })

  /** From now on crm_simulate is that of the system, in a folder that it sees under a shorter name. */
  function useSystem(): void {
    const script = `#!/bin/bash\nroot='${root}'\n: > '${folder}/used'\nexec chroot "$root" crm_simulate "\${@//$root/}"\n`
    writeFileSync(join(folder, 'crm_simulate'), script, { mode: 0o755 })
    Object.assign(process.env, { PATH: `${folder}:${PATH}`, TMPDIR: folder })
  }

  it('finds the same in the light cluster as that of this system', async () => {
    const here = await explore(scenario('light'), { nodes: 1 })
    useSystem()
    expect(await explore(scenario('light'), { nodes: 1 })).toEqual(here)
    expect(existsSync(join(folder, 'used'))).toBe(true)
  })
})
