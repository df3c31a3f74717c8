import { existsSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { standardInput } from './checked.js'

/**
 * A file as the repository of the working directory names it: from the folder that has `.git`, with slashes, without `./`.
 * Without a repository it is named from the working directory.
 */
export function repositoryPath(file: string): string {
  if (file === standardInput) return file
  root ??= repositoryOf(process.cwd()) ?? process.cwd()
  return relative(root, resolve(file)).split(sep).join('/')
}

let root: string | undefined

function repositoryOf(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) return folder
  const parent = dirname(folder)
  return parent === folder ? undefined : repositoryOf(parent)
}
