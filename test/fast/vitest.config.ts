import { defineConfig, mergeConfig } from 'vitest/config'
import base from '../../vitest.config.js'

/**
 * What starts no program and takes no long time, for each save: `npm run test:fast`. In other files `describeWith`
 * and `isFast` leave out what does.
 */
export default mergeConfig(
  base,
  defineConfig({
    test: {
      root: new URL('../..', import.meta.url).pathname,
      exclude: [
        'test/bootstrap/stages.test.ts',
        'test/cli/**',
        'test/doc-examples.test.ts',
        'test/docs/c*.test.ts',
        'test/dsl/compile-errors.test.ts',
        'test/dsl/types.test.ts',
        'test/graph/scale.test.ts',
      ],
      pool: 'threads',
      env: { FAST: '1' },
    },
  }),
)
