import { createRequire } from 'node:module'

type OxcTransform = typeof import('oxc-transform')

let loaded: OxcTransform | undefined

/** Translates TypeScript on the main thread: loaded with the first place in a module that is printed, as it costs 15 ms. */
export const transformSync: OxcTransform['transformSync'] = (...given) => {
  loaded ??= createRequire(import.meta.url)('oxc-transform') as OxcTransform
  return loaded.transformSync(...given)
}
