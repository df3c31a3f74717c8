import { defineConfig, mergeConfig } from 'vitest/config'
import base from '../../vitest.config.js'

/** The comparison with other versions of pcs and Pacemaker alone: `npm run test:compat`, as root on Debian. */
export default mergeConfig(
  { ...base, test: { ...base.test, include: [] } },
  defineConfig({
    test: {
      root: new URL('../..', import.meta.url).pathname,
      include: ['test/compat/*.compat.ts'],
      fileParallelism: false,
    },
  }),
)
