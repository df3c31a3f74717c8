import { transformSync } from 'esbuild'
import * as dsl from '../../src/dsl/index.js'
import type { Cluster } from '../../src/model/index.js'
import { namedSecrets } from '../../src/source/secrets.js'

/** The cluster that a module made from another exports, with the secrets of that in the environment. */
export function loadSourceOf(cluster: Cluster, source: string): Cluster {
  const secrets = namedSecrets(cluster)
  for (const { nvpair, variable } of secrets) process.env[variable] = nvpair.value
  try {
    return loadSource(source)
  } finally {
    for (const { variable } of secrets) delete process.env[variable]
  }
}

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
