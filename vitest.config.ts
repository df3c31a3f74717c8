import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { slowness } from './test/support/slowness.js'

const source = (path: string) => fileURLToPath(new URL(`./src/${path}`, import.meta.url))

export default defineConfig({
  resolve: {
    alias: {
      'lightcib/graph': source('graph/index.ts'),
      'lightcib/model': source('model/index.ts'),
      'lightcib/apply': source('apply/index.ts'),
      'lightcib/pacemaker': source('pacemaker/index.ts'),
      'lightcib/ansible': source('ansible/index.ts'),
      'lightcib/systemd': source('systemd/index.ts'),
      'lightcib/vitest': source('vitest/index.ts'),
      lightcib: source('index.ts'),
    },
  },
  test: {
    include: ['test/**/*.test.ts', 'fixtures/**/*.test.ts'],
    // Modules are loaded once, not for each file.
    isolate: false,
    setupFiles: ['test/support/properties.ts'],
    // Only what hangs takes so long.
    testTimeout: 600_000 * slowness,
    hookTimeout: 120_000 * slowness,
    // Much of the time is spent waiting for real tools.
    maxWorkers: 2,
    maxConcurrency: 2,
    reporters: ['./test/support/reporter.ts'],
  },
})
