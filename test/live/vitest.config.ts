import { defineConfig, mergeConfig } from 'vitest/config'
import base from '../../vitest.config.js'

/** The live tests alone: `npm run test:live`, as root. */
export default mergeConfig(
  { ...base, test: { ...base.test, include: [] } },
  defineConfig({
    test: {
      root: new URL('../..', import.meta.url).pathname,
      include: ['test/live/**/*.live.ts'],
      testTimeout: 600_000,
      hookTimeout: 900_000,
      fileParallelism: false,
    },
  }),
)
