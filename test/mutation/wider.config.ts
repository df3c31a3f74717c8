import { defineConfig, mergeConfig } from 'vitest/config'
import base from '../../vitest.config.js'
import { LikeliestFirst } from './likeliest-first.js'

/** Tests with real tools and real CIBs, in a copy of the project. */
export default mergeConfig(
  base,
  defineConfig({
    cacheDir: '.vite',
    test: {
      root: new URL('../..', import.meta.url).pathname,
      maxWorkers: 1,
      bail: 1,
      sequence: { sequencer: LikeliestFirst },
    },
  }),
)
