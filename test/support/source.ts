import { transformSync } from 'esbuild'
import * as dsl from '../../src/dsl/index.js'
import type { Cluster } from '../../src/model/index.js'

/** The cluster that a module of source exports, its types stripped by esbuild. */
export function loadSource(source: string): Cluster {
  const { code } = transformSync(source, { loader: 'ts', format: 'cjs', target: 'es2022' })
  const module: { exports: { default?: Cluster } } = { exports: {} }
  const require = (name: string) => {
    if (name !== 'lightcib') throw new Error(`the source imports ${name}`)
    return dsl
  }
  new Function('module', 'exports', 'require', code)(module, module.exports, require)
  if (module.exports.default === undefined) throw new Error('the source exports no cluster')
  return module.exports.default
}
