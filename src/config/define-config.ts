import type { CheckOptions } from '../check/settings/options.js'
import type { Policy } from '../model/index.js'

/** What the default export of `lightcib.config.ts` has. */
export interface Config extends CheckOptions {
  /** Evaluated for clusters that declare none, as those of CIBs, instead of the default ones. */
  readonly policies?: readonly Policy[]
}

/**
 * The configuration of `lightcib check` for all inputs below the folder of its file, `lightcib.config.ts`. Returns what
 * it is given.
 *
 * @example
 * ```ts
 * export default defineConfig({
 *   rules: { set: 'strict', severities: { 'order-serialize': 'off' } },
 *   policies: [vipWithHaproxy()],
 *   suppress: [{ code: 'order-implied', id: 'order-db-web', reason: 'kept for readers of the CIB' }],
 * })
 * ```
 */
export function defineConfig(config: Config): Config {
  return config
}
