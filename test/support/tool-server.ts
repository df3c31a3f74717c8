import { spawn, spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { folderFor, innerPath, type Ran, within } from './pcs-server.js'
import { has, root, run } from './tools.js'

/** Runs a real program with these arguments. */
export type Tool = (args: readonly string[]) => Promise<Ran>

const source = new URL('tool-server.c', import.meta.url).pathname
const library = join(root, 'node_modules/.cache/lightcib/tool-server.so')

/**
 * A real program, loaded once and forked for each run by tool-server.c: a third of the processor time of starting it.
 * Where there is no C compiler it is started each time. It ends with the process that started it.
 */
export function startTool(program: string, system = '/'): Tool {
  if (!has('gcc')) return async (args) => run(...within(system, 'prlimit', ['--core=0', program, ...args]))
  const home = mkdtempSync(join(folderFor(system), 'lightcib-tool-'))
  process.once('exit', () => rmSync(home, { recursive: true, force: true }))
  build()
  const preloaded = join(home, 'tool-server.so')
  copyFileSync(library, preloaded)
  const environment = [
    `LD_PRELOAD=${innerPath(system, preloaded)}`,
    `TOOL_SERVER=${program}`,
    'LD_BIND_NOW=1',
  ]
  const child = spawn(...within(system, 'env', [...environment, program]), {
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  child.unref()
  const answers = createInterface(child.stdout)[Symbol.asyncIterator]()
  const [stdout, stderr] = ['stdout', 'stderr'].map((name) => join(home, name)) as [string, string]

  async function once(args: readonly string[]): Promise<Ran> {
    const words = [...[stdout, stderr].map((file) => innerPath(system, file)), ...args]
    child.stdin.write(`${words.join('\0')}\0\0`)
    const { value, done } = await answers.next()
    if (done) throw new Error(`${program} does not answer`)
    return {
      status: Number(value),
      stdout: readFileSync(stdout, 'utf8'),
      stderr: readFileSync(stderr, 'utf8'),
    }
  }

  let last: Promise<unknown> = Promise.resolve()
  return (args) => {
    const ran = last.then(() => once(args))
    last = ran.catch(() => undefined)
    return ran
  }
}

/** Compiles the library, where that was not done since its source changed. */
function build(): void {
  if (existsSync(library) && statSync(library).mtimeMs > statSync(source).mtimeMs) return
  mkdirSync(join(library, '..'), { recursive: true })
  const made = `${library}.${process.pid}`
  const { status, stderr } = spawnSync('gcc', ['-O1', '-shared', '-fPIC', '-o', made, source], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  renameSync(made, library)
}
