import { readdirSync, readFileSync } from 'node:fs'
import type { Machines, Ran } from './machines.js'

/** The stages of a run and the seconds that each took. */
export function stagesOf({ stdout }: Ran): readonly string[] {
  const starts = [...stdout.matchAll(/^== (.*) \((\d+) s\)$/gm)].map(([, title = '', at]) => ({
    title,
    at: Number(at),
  }))
  return starts.map(({ title, at }, index) => {
    const next = starts[index + 1]
    return next === undefined ? `${title}: ${at} s` : `${title}: ${next.at - at} s`
  })
}

/** Runs a script on a node to its end, while `each` is called again and again. */
export async function runWatching(
  machines: Machines,
  node: string,
  bash: string,
  each: () => void,
): Promise<Ran> {
  const timer = setInterval(each, 10)
  const child = machines.start(node, bash)
  const [stdout, stderr] = [collect(child.stdout), collect(child.stderr)]
  const status = await new Promise<number | null>((done) => child.on('close', done))
  clearInterval(timer)
  return { status, stdout: stdout(), stderr: stderr() }
}

function collect(stream: NodeJS.ReadableStream | null): () => string {
  let text = ''
  stream?.on('data', (data: Buffer) => {
    text += data.toString()
  })
  return () => text
}

/** The command lines of all processes that hold this text; those of all nodes are among the host's. */
export function commandLinesWith(text: string): readonly string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .map(commandLine)
    .filter((line) => line.includes(text))
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}

/** Where and how a run is killed. */
export interface Kill {
  readonly stage: number
  /** After the stage began. */
  readonly seconds: number
  /** The script alone, so that what it started goes on, or all at once. */
  readonly what: 'script' | 'everything'
}

/** Runs a script on a node and kills it; what it printed until then. */
export async function runAndKill(
  machines: Machines,
  node: string,
  command: string,
  kill: Kill,
): Promise<Ran> {
  const child = machines.start(node, `echo $$ >/run/victim.pid; exec ${command}`)
  const [stdout, stderr] = [collect(child.stdout), collect(child.stderr)]
  let armed = false
  child.stdout?.on('data', () => {
    if (armed || !stdout().includes(`\n== ${kill.stage}.`.slice(kill.stage === 1 ? 1 : 0))) return
    armed = true
    setTimeout(() => {
      if (child.exitCode !== null) return
      if (kill.what === 'script') machines.on(node, 'kill -9 "$(cat /run/victim.pid)"')
      else process.kill(-(child.pid as number), 'SIGKILL')
    }, kill.seconds * 1000)
  })
  const status = await new Promise<number | null>((done) => child.on('exit', done))
  return { status, stdout: stdout(), stderr: stderr() }
}
