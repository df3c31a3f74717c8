import { defineConfig, mergeConfig } from 'vitest/config'
import fast from '../fast/vitest.config.js'

/** The fast tests without those that read the source itself, which Stryker has changed. */
export default mergeConfig(
  fast,
  defineConfig({
    test: {
      exclude: [
        'test/architecture.test.ts',
        'test/browser/**',
        'test/generated.test.ts',
        'test/public-names/**',
      ],
    },
  }),
)
