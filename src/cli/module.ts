import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createJiti } from 'jiti'
import { validateCluster } from '../cib/index.js'
import { diagnostic } from '../diagnostics/diagnostic.js'
import * as graph from '../graph/index.js'
import * as lightcib from '../index.js'
import * as model from '../model.js'
import type { Input } from './input.js'

/** The cluster that a TypeScript or JavaScript module exports as its default. */
export async function readModule(file: string): Promise<Input> {
  const unusable = (code: 'invalid-module' | 'unreadable-input', reason: string): Input => ({
    file,
    findings: [diagnostic(code, '/', { file, reason })],
  })
  const path = resolve(file)
  try {
    readFileSync(path)
  } catch (error) {
    return unusable('unreadable-input', firstLine(error))
  }
  const jiti = createJiti(pathToFileURL(path).href, {
    virtualModules: { lightcib, 'lightcib/graph': graph, 'lightcib/model': model },
    fsCache: false,
    moduleCache: false,
  })
  let loaded: unknown
  try {
    loaded = await jiti.import(path, { default: true })
  } catch (error) {
    return unusable('invalid-module', `cannot be loaded: ${firstLine(error)}`)
  }
  if (!isCluster(loaded)) return unusable('invalid-module', 'has no cluster as its default export')
  return { file, cluster: loaded, findings: validateCluster(loaded) }
}

function isCluster(value: unknown): value is lightcib.Cluster {
  return typeof value === 'object' && value !== null && 'element' in value && value.element === 'cib'
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return text.split('\n')[0] as string
}
