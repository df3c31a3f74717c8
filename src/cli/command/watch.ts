import { type ChildProcess, spawn } from 'node:child_process'
import { type FSWatcher, watch as watchFolder } from 'node:fs'
import { basename, dirname, extname, join, relative, resolve } from 'node:path'
import { escapeUnseen } from '../../diagnostics/unseen.js'
import { notesVariable } from '../files/read-notes.js'
import { UsageError } from '../usage-error.js'

/** How long nothing must change before the next run, in milliseconds: editors write a file in several steps. */
const settling = 100
const inputTypes = ['.xml', '.ts', '.mts', '.js', '.mjs']

/**
 * `lightcib check --watch`: the same command without it, again whenever a file changes that its last run read: inputs, what they
 * import, configurations. Each run is a process of its own, since a module is loaded only once in one. Returns 0 after Ctrl-C.
 */
export async function watch(names: readonly string[], output: string | undefined): Promise<number> {
  if (names.includes('-')) throw new UsageError('--watch needs files: standard input cannot change')
  const read = new Set<string>()
  const folders = new Map<string, FSWatcher>()
  let child: ChildProcess | undefined
  let timer: NodeJS.Timeout | undefined

  const concerns = (file: string) =>
    read.has(file) ||
    (inputTypes.includes(extname(file)) &&
      !basename(file).startsWith('.') &&
      (output === undefined || file !== resolve(output)))
  const onRead = (file: string) => {
    read.add(file)
    const folder = dirname(file)
    if (folders.has(folder)) return
    const watcher = watchFolder(folder, (_, name) => {
      if (name !== null && concerns(join(folder, name))) restart(join(folder, name))
    })
    watcher.on('error', () => folders.delete(folder))
    folders.set(folder, watcher)
  }
  const restart = (file: string) => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      print(`\nlightcib: ${relative('', file)} has changed`)
      run()
    }, settling)
  }
  const run = () => {
    child?.kill()
    const own = spawn(process.execPath, [...process.execArgv, ...withoutWatch(process.argv.slice(1))], {
      stdio: ['ignore', 'inherit', 'inherit', 'pipe'],
      env: { ...process.env, [notesVariable]: '3' },
    })
    child = own
    let rest = ''
    own.stdio[3]?.on('data', (data: Buffer) => {
      const files = `${rest}${data}`.split('\0')
      rest = files.pop() ?? ''
      for (const file of files) onRead(file)
    })
    own.on('close', () => {
      if (own === child)
        print(`lightcib: watching ${read.size} file${read.size === 1 ? '' : 's'}; Ctrl-C ends`)
    })
  }
  run()
  return new Promise((done) => {
    const end = () => {
      clearTimeout(timer)
      child?.kill()
      child = undefined
      for (const watcher of folders.values()) watcher.close()
      done(0)
    }
    process.once('SIGINT', end)
    process.once('SIGTERM', end)
  })
}

function withoutWatch(args: readonly string[]): readonly string[] {
  return args.filter((arg) => arg !== '--watch' && arg !== '-w')
}

function print(line: string): void {
  process.stderr.write(`${line.split('\n').map(escapeUnseen).join('\n')}\n`)
}
