import { defineConfig, mergeConfig } from 'vitest/config'
import base from '../../vitest.config.js'

/** All that starts no program, for each save: `npm run test:fast`. In other files `describeWith` leaves out what does. */
export default mergeConfig(
  base,
  defineConfig({
    test: {
      root: new URL('../..', import.meta.url).pathname,
      exclude: [
        'test/bootstrap/stages.test.ts',
        'test/cli/**',
        'test/dsl/types.test.ts',
        'test/readme.test.ts',
      ],
      env: { FAST: '1' },
    },
  }),
)
