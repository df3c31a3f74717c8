import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './tools.js'

/** Runs `use` in a folder of the project that holds these modules and compiles against the library's source. */
export async function withModules<T>(
  modules: Readonly<Record<string, string>>,
  use: (folder: string) => T | Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(root, 'test/types/.tmp-'))
  try {
    for (const [name, source] of Object.entries(modules)) writeFileSync(join(folder, name), source)
    const paths = {
      lightcib: ['../../../src/index.ts'],
      'lightcib/graph': ['../../../src/graph/index.ts'],
      'lightcib/model': ['../../../src/model/index.ts'],
      'lightcib/apply': ['../../../src/apply/index.ts'],
      'lightcib/pacemaker': ['../../../src/pacemaker/index.ts'],
      'lightcib/systemd': ['../../../src/systemd/index.ts'],
      'lightcib/vitest': ['../../../src/vitest/index.ts'],
    }
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({
        extends: '../../../tsconfig.json',
        compilerOptions: { paths },
        include: Object.keys(modules),
      }),
    )
    return await use(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** What the TypeScript compiler says of the modules in such a folder. */
export function compilerOutput(folder: string): string {
  return spawnSync(join(root, 'node_modules/.bin/tsc'), ['-p', folder], { encoding: 'utf8' }).stdout
}
