import { readFileSync } from 'node:fs'
import * as nodeModule from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { validateCluster } from '../cib/index.js'
import { diagnostic, failure, type Result, success } from '../diagnostics/diagnostic.js'
import type { Cluster } from '../model/index.js'

/** The cluster that a TypeScript or JavaScript module exports as its default. */
export async function readModule(file: string): Promise<Result<Cluster>> {
  const unusable = (code: 'invalid-module' | 'unreadable-input', reason: string) =>
    failure([diagnostic(code, '/', { file, reason })])
  const path = resolve(file)
  try {
    readFileSync(path)
  } catch (error) {
    return unusable('unreadable-input', firstLine(error))
  }
  const loaded = await defaultExport(path)
  if ('reason' in loaded) return unusable('invalid-module', loaded.reason)
  const { value } = loaded
  if (!isCluster(value)) return unusable('invalid-module', 'has no cluster as its default export')
  return success(value, validateCluster(value))
}

/** What a module exports as its default, or why it cannot be loaded. */
export async function defaultExport(
  file: string,
): Promise<{ readonly value: unknown } | { readonly reason: string }> {
  try {
    await installLoader()
    return { value: (await import(pathToFileURL(resolve(file)).href)).default }
  } catch (error) {
    return { reason: `cannot be loaded: ${firstLine(error)}` }
  }
}

let installed = false

/** From here on Node imports TypeScript, and finds this library by its name. */
async function installLoader(): Promise<void> {
  if (installed) return
  installed = true
  const { register, registerHooks } = nodeModule as typeof nodeModule & {
    /** Since Node 22.15; without it the hooks run on a thread of their own. */
    readonly registerHooks?: (hooks: typeof import('./loader.js')) => void
  }
  if (registerHooks !== undefined) registerHooks(await import('./loader.js'))
  else register('./loader.js', import.meta.url)
}

function isCluster(value: unknown): value is Cluster {
  return typeof value === 'object' && value !== null && 'element' in value && value.element === 'cib'
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return text.split('\n')[0] as string
}
