import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { quote } from '../../diagnostics/quote.js'
import { UsageError } from '../usage-error.js'

/**
 * The inputs of names: a glob (`clusters/**\/*.xml`) is the files that match, by name and without those of
 * node_modules; whatever is there under its very name is that. Each file once.
 */
export async function inputsNamed(names: readonly string[]): Promise<readonly string[]> {
  const files = await Promise.all(names.map((name) => (isGlob(name) ? filesOf(name) : [name])))
  const first = new Map<string, string>()
  for (const name of files.flat()) {
    const path = name === '-' ? name : resolve(name)
    if (!first.has(path)) first.set(path, name)
  }
  return [...first.values()]
}

function isGlob(name: string): boolean {
  return /[*?[{]/.test(name) && !existsSync(name)
}

async function filesOf(pattern: string): Promise<readonly string[]> {
  const { glob } = await import('tinyglobby')
  const files = await glob(pattern, { ignore: ['**/node_modules/**'], expandDirectories: false })
  if (files.length === 0) throw new UsageError(`no file matches ${quote(pattern)}`)
  return files.sort()
}
