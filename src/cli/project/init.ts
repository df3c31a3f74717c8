import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { quote } from '../../diagnostics/quote.js'
import { escapeUnseen } from '../../diagnostics/unseen.js'
import { writeOutput } from '../output.js'
import { UsageError } from '../usage-error.js'
import { ciFiles } from './ci.js'
import { projectFiles } from './files.js'

interface InitOptions {
  readonly ci?: keyof typeof ciFiles
  readonly force?: boolean
}

/** `lightcib init`: a project with a cluster, its tests and its checks. No file that exists is replaced. Returns the exit code. */
export function init(folder: string, { ci, force = false }: InitOptions): number {
  const path = resolve(folder)
  const files = { ...projectFiles(packageName(path)), ...(ci !== undefined && ciFiles[ci]) }
  const present = existsSync(path) ? readdirSync(path).filter((name) => name !== '.git') : []
  if (present.length > 0 && !force) {
    throw new UsageError(`${quote(folder)} is not empty: --force adds what is missing and replaces nothing`)
  }
  for (const [name, text] of Object.entries(files)) {
    const target = join(path, name)
    if (existsSync(target)) {
      print(`kept     ${name}`)
      continue
    }
    mkdirSync(dirname(target), { recursive: true })
    const code = writeOutput(text, { output: target }, { isSecret: false, inputs: [] })
    if (code !== 0) return code
    print(`written  ${name}`)
  }
  const enter = path === process.cwd() ? '' : `cd ${folder} && `
  print(`\nNext: ${enter}npm install && npm test && npm run check`)
  return 0
}

/** The name of the folder as npm accepts one. */
function packageName(path: string): string {
  const name = basename(path)
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return name === '' || name === 'lightcib' ? 'my-cluster' : name
}

function print(line: string): void {
  process.stdout.write(`${line.split('\n').map(escapeUnseen).join('\n')}\n`)
}
