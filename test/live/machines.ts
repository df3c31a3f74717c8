import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../support/tools.js'
import { namespacesOf, processesLeftIn, tracesOf } from './traces.js'

const script = join(root, 'test/live/cluster.sh')

/** With a socket as standard input bash -c would read root's .bashrc, which is the host's. */
const bash = ['bash', '--norc', '-c']

/** What a command on a node printed. */
export interface Ran {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Machines in namespaces, with systemd and Debian's packages as apt-get leaves them; see cluster.sh. */
export class Machines {
  readonly folder = mkdtempSync(join(tmpdir(), 'lightcib-live-'))
  readonly names: readonly string[]
  readonly #before = tracesOf(this.folder)
  readonly #downAtExit = () => this.down()

  constructor(names: readonly string[]) {
    this.names = names
    process.on('exit', this.#downAtExit)
    try {
      this.#call(['up', this.folder, ...names])
    } catch (error) {
      this.down()
      throw error
    }
  }

  /** Runs a bash script on a node and waits for it. */
  on(
    node: string,
    command: string,
    options: { readonly input?: string; readonly timeout?: number } = {},
  ): Ran {
    const { input = '', timeout = 300_000 } = options
    const { status, stdout, stderr } = spawnSync(script, ['exec', this.folder, node, ...bash, command], {
      input,
      timeout,
      encoding: 'utf8',
    })
    return { status, stdout, stderr }
  }

  /** What a bash script on a node prints; throws where it fails. */
  ask(node: string, command: string): string {
    const { status, stdout, stderr } = this.on(node, command)
    if (status !== 0) throw new Error(`${node}: ${command}: ${stderr}`)
    return stdout.trim()
  }

  /** Starts a bash script on a node, in a process group of its own. */
  start(node: string, command: string): ChildProcess {
    return spawn(script, ['exec', this.folder, node, ...bash, command], {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  }

  write(node: string, path: string, text: string): void {
    const { status, stderr } = this.on(node, `cat >${path}`, { input: text })
    if (status !== 0) throw new Error(stderr)
  }

  /** Pulls a node's power. */
  cut(node: string): void {
    this.#call(['cut', this.folder, node])
  }

  boot(node: string): void {
    this.#call(['start', this.folder, node])
  }

  /** Pulls the network cable of a node. */
  unplug(node: string): void {
    this.#call(['unplug', this.folder, node])
  }

  plug(node: string): void {
    this.#call(['plug', this.folder, node])
  }

  /** Removes everything; throws where something is left on the host, or its kernel has other settings than before. */
  down(): void {
    process.off('exit', this.#downAtExit)
    const namespaces = namespacesOf(this.folder)
    this.#call(['down', this.folder])
    const now = tracesOf(this.folder)
    const changed = [
      ...now.filter((trace) => !this.#before.includes(trace)),
      ...this.#before.filter((trace) => !now.includes(trace)),
      ...processesLeftIn(namespaces),
    ]
    if (changed.length > 0) throw new Error(`the host is not as before: ${changed.join('; ')}`)
  }

  #call(words: readonly string[]): void {
    const { status, stderr } = spawnSync(script, [...words], {
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`${words.join(' ')}: ${stderr}`)
  }
}
