import { spawn, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { innerPath, within } from './system.js'
import { has, root, run } from './tools.js'

/** Runs a real program with these arguments; `output` is what it printed, errors too, by way of a file in the folder. */
export type Tool = (
  args: readonly string[],
  folder: string,
) => Promise<{ readonly status: number | null; readonly output: string }>

const source = new URL('tool-server.c', import.meta.url).pathname
const compiled = join(root, 'node_modules/.cache/lightcib/tool-server.so')

/**
 * A real program, loaded once and forked for each run by tool-server.c: that takes a third of the processor time.
 * Where there is no C compiler it is started each time. It ends with the process that started it.
 */
export function startTool(program: string, system = '/'): Tool {
  const library = toolServer(system)
  if (library === undefined) {
    return async (args) => {
      const { status, stdout, stderr } = run(...within(system, 'prlimit', ['--core=0', program, ...args]))
      return { status, output: stdout + stderr }
    }
  }
  const preload = [`LD_PRELOAD=${library}`, `TOOL_SERVER=${program}`, 'LD_BIND_NOW=1']
  const [starter, args] = within(system, 'env', [...preload, program])
  const child = spawn(starter, args, { stdio: ['pipe', 'pipe', 'ignore'] })
  child.unref()
  const answers = createInterface(child.stdout)[Symbol.asyncIterator]()

  async function runNext(args: readonly string[], folder: string): ReturnType<Tool> {
    const file = join(folder, 'output')
    const output = innerPath(system, file)
    const words = ['/', '/dev/null', output, output, '0', ...args]
    child.stdin.write([words.length, ...words, ''].join('\0'))
    const { value, done } = await answers.next()
    if (done) throw new Error(`${program} does not answer`)
    return { status: Number(value), output: readFileSync(file, 'utf8') }
  }

  let last: Promise<unknown> = Promise.resolve()
  return (args, folder) => {
    const ran = last.then(() => runNext(args, folder))
    last = ran.catch(() => undefined)
    return ran
  }
}

/** The path, in a system, of the library that makes a server of a program; undefined where there is no C compiler. */
export function toolServer(system: string): string | undefined {
  if (!has('gcc')) return undefined
  if (!existsSync(compiled) || statSync(compiled).mtimeMs < statSync(source).mtimeMs) {
    mkdirSync(dirname(compiled), { recursive: true })
    const made = `${compiled}.${process.pid}`
    const { status, stderr } = spawnSync('gcc', ['-O1', '-shared', '-fPIC', '-o', made, source], {
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(stderr)
    renameSync(made, compiled)
  }
  if (system === '/') return compiled
  // Writing over the copy that a running program has loaded would crash it.
  const copy = join(system, 'tmp/lightcib-tool-server.so')
  const made = `${copy}.${process.pid}`
  copyFileSync(compiled, made)
  renameSync(made, copy)
  return innerPath(system, copy)
}
