import { defineConfig, mergeConfig } from 'vitest/config'
import base from './vitest.config.js'

/** A few live tests, for `.ci/run`, which take five minutes: `npm run test:live:short`. */
export default mergeConfig(
  { ...base, test: { ...base.test, include: [] } },
  defineConfig({
    test: {
      include: ['test/live/scenarios/light.live.ts', 'test/live/restarts/restarts.live.ts'],
      testNamePattern: /power cut of the node with the address|HAProxy killed there|every eighth/,
    },
  }),
)
