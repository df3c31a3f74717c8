/** Matchers for constraint graphs: `import 'lightcib/vitest'` in a test file or a setup file registers them. */

import { expect } from 'vitest'
import { type ClusterMatchers, matchers } from './matchers.js'

declare module 'vitest' {
  interface Matchers<T> extends ClusterMatchers<T> {}
}

expect.extend(matchers)

export { type ClusterMatchers, matchers }
