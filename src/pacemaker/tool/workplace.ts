import { type ChildProcess, spawn } from 'node:child_process'
import { accessSync, constants, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { decodeDocument } from '../../xml/decode.js'
import { atOnce } from './at-once.js'
import { onEnd } from './on-end.js'
import { NotInstalledError, PacemakerError } from './pacemaker-error.js'

/** What a program did. */
export interface ToolRun {
  /** The exit code; undefined where a signal ended it. */
  readonly exitCode: number | undefined
  readonly stdout: string
  readonly stderr: string
}

/** A folder of this process alone, and the programs that work there. */
export interface Workplace {
  readonly folder: string
  /** Runs pcs or a tool of Pacemaker; rejects with `PacemakerError` where it is not installed or takes longer than `limit` ms. */
  readonly run: (
    program: string,
    args: readonly string[],
    limit: number,
    environment?: Readonly<Record<string, string>>,
  ) => Promise<ToolRun>
  /** The path that a file of this name has in the folder. */
  readonly path: (name: string) => string
  /** Writes a text that only this user can read; returns its path. */
  readonly write: (name: string, text: string) => string
  readonly read: (path: string) => string
  readonly remove: (path: string) => void
}

/** Where programs are looked for: a user's PATH is often without the folders of these. */
function searchPath(): string {
  return [process.env.PATH, '/usr/sbin', '/sbin'].filter((part) => part !== undefined).join(delimiter)
}

/** Gives a workplace to `use`; it is gone afterwards, with the programs that still run there, however that ends. */
export async function inWorkplace<Result>(use: (workplace: Workplace) => Promise<Result>): Promise<Result> {
  const children = new Set<ChildProcess>()
  const folder = temporary(() => mkdtempSync(join(tmpdir(), 'lightcib-')))
  let isOpen = true
  const close = () => {
    isOpen = false
    for (const child of children) child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
  const callOff = onEnd(close)
  const path = (name: string) => join(folder, name)
  try {
    return await use({
      folder,
      run: (program, args, limit, environment = {}) =>
        atOnce(() => {
          if (!isOpen) throw new PacemakerError(`${program} was called off`)
          return runTool(program, args, limit, { folder, children, environment })
        }),
      path,
      write(name, text) {
        temporary(() => writeFileSync(path(name), text, { mode: 0o600 }))
        return path(name)
      },
      read: (file) => readFileSync(file, 'utf8'),
      remove: (file) => rmSync(file, { force: true }),
    })
  } finally {
    callOff()
    close()
  }
}

/** A full disk is no fault of the program. */
function temporary<Written>(write: () => Written): Written {
  try {
    return write()
  } catch (error) {
    throw new PacemakerError(`no temporary file can be written in ${tmpdir()}: ${(error as Error).message}`)
  }
}

function runTool(
  program: string,
  args: readonly string[],
  limit: number,
  {
    folder,
    children,
    environment,
  }: {
    readonly folder: string
    readonly children: Set<ChildProcess>
    readonly environment: Readonly<Record<string, string>>
  },
): Promise<ToolRun> {
  requireInstalled(program)
  return new Promise((resolve, reject) => {
    // The scheduler aborts on some configurations; a core file of each would fill the disk.
    const child = spawn('/bin/sh', ['-c', 'ulimit -c 0; exec "$0" "$@"', program, ...args], {
      cwd: folder,
      env: { ...process.env, PATH: searchPath(), LC_ALL: 'C', CIB_shadow_dir: folder, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    children.add(child)
    const [stdout, stderr] = [child.stdout, child.stderr].map((stream) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      return chunks
    })
    let isLate = false
    const timer = setTimeout(() => {
      // What has ended is not late: a process that it left behind may keep its output open, here as after the kill.
      isLate = child.exitCode === null && child.signalCode === null
      child.kill('SIGKILL')
      child.stdout.destroy()
      child.stderr.destroy()
    }, limit)
    const settle = () => {
      clearTimeout(timer)
      children.delete(child)
    }
    child.on('error', (error) => {
      settle()
      reject(new PacemakerError(`${program} cannot be started: ${error.message}`))
    })
    child.on('close', (code) => {
      settle()
      if (isLate) reject(new PacemakerError(`${program} did not end within ${limit / 1000} s`))
      else resolve({ exitCode: code ?? undefined, stdout: textOf(stdout), stderr: textOf(stderr) })
    })
  })
}

/** In the encoding that the text itself declares, if it is XML. */
function textOf(chunks: readonly Buffer[] = []): string {
  const bytes = Buffer.concat(chunks)
  return decodeDocument(bytes).output ?? bytes.toString('utf8')
}

function requireInstalled(program: string): void {
  const found = searchPath()
    .split(delimiter)
    .some((folder) => isExecutable(join(folder, program)))
  if (found) return
  const packages =
    program === 'pcs'
      ? 'pcs'
      : 'pacemaker-cli-utils on Debian and Ubuntu, with pacemaker-cli on RHEL, Fedora and SUSE'
  throw new NotInstalledError(`"${program}" is not installed: it comes with the package ${packages}`)
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
