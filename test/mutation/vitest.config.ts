import { defineConfig, mergeConfig } from 'vitest/config'
import fast from '../fast/vitest.config.js'
import { LikeliestFirst } from './likeliest-first.js'

/** The fast tests without those that read the source itself, which Stryker has changed, or take seconds. */
export default mergeConfig(
  fast,
  defineConfig({
    test: {
      exclude: [
        'test/agents/mutations.test.ts',
        'test/architecture.test.ts',
        'test/browser/**',
        'test/check/wrong-ids.test.ts',
        'test/crm/**',
        'test/generated.test.ts',
        'test/lsp/**',
        'test/model/**',
        'test/public-names/**',
        'test/render/**',
        'test/words.test.ts',
        'test/xml/**',
      ],
      sequence: { sequencer: LikeliestFirst },
    },
  }),
)
