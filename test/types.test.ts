import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './support/tools.js'

/** What the compiler says of a module of the test folder. */
function compile(source: string): string {
  const folder = mkdtempSync(join(root, 'test/types/.tmp-'))
  try {
    writeFileSync(join(folder, 'module.ts'), source)
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({
        extends: '../../../tsconfig.json',
        compilerOptions: { paths: { lightcib: ['../../../src/index.ts'] } },
        include: ['module.ts'],
      }),
    )
    return spawnSync(join(root, 'node_modules/.bin/tsc'), ['-p', folder], { encoding: 'utf8' }).stdout
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('a mistyped reference is a compile error that suggests the right id', () => {
  const said = compile(`
    import { clone, cluster, colocation, ocf, systemd } from 'lightcib'
    const vip = ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' })
    export default cluster({
      resources: [vip, clone(systemd('haproxy'))],
      constraints: [colocation('vip', 'haproxi-clone')],
    })
  `)
  expect(said).toContain('haproxi-clone')
  expect(said).toContain(`Did you mean '"haproxy-clone"'?`)
})
