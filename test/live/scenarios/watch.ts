import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { root } from '../../support/tools.js'
import type { Machines } from '../machines.js'

/** A request of the client. */
interface Request {
  /** When it began, in milliseconds since 1970. */
  readonly start: number
  readonly address: string
  readonly outcome: string
}

/** What a client got in a time. */
export interface Watched {
  readonly requests: number
  readonly failed: readonly Request[]
  /** Requests that a node with the address rejected, since nothing listens there. */
  readonly refused: number
  /** The longest time between two requests, one after the other, that were answered, in milliseconds. */
  readonly away: number
  /** What answered, each once, in order. */
  readonly answers: readonly string[]
}

const isFailed = ({ outcome }: Request) => outcome.startsWith('error: ')

/** A client outside of the nodes that asks these addresses all the time. */
export class Client {
  readonly #log: string
  readonly #child: ChildProcess

  /** `targets`: what is sent to each address, `{ '10.77.0.101:80': 'GET / HTTP/1.0' }`. */
  constructor(machines: Machines, perSecond: number, targets: Readonly<Record<string, string>>) {
    const script = join(root, 'test/live/scenarios/client.mjs')
    const words = Object.entries(targets).map(([address, text]) => `${address}=${text}`)
    this.#log = join(mkdtempSync(join(machines.folder, 'client-')), 'log')
    // A file, since a client that writes to a full pipe would wait while this process waits for something else.
    const log = openSync(this.#log, 'w')
    this.#child = spawn(
      join(root, 'test/live/cluster.sh'),
      ['outside', machines.folder, process.execPath, script, String(perSecond), ...words],
      { stdio: ['ignore', log, 'inherit'] },
    )
    closeSync(log)
  }

  #requests(): readonly Request[] {
    return readFileSync(this.#log, 'utf8')
      .split('\n')
      .slice(0, -1)
      .map((line) => {
        const [, start = '', address = '', outcome = ''] = /^(\d+) (\S+) \d+ (.*)$/.exec(line) ?? []
        return { start: Number(start), address, outcome }
      })
  }

  /** Waits until an address has answered for a second. */
  async answered(address: string, timeout = 180_000): Promise<void> {
    for (const end = Date.now() + timeout; Date.now() < end; await setTimeout(100)) {
      const since = Date.now() - 1000
      const last = this.#requests().filter((each) => each.address === address && each.start > since)
      if (last.length > 3 && !last.some(isFailed)) return
    }
    throw new Error(`${address} does not answer`)
  }

  /** What came from an address since a time; requests that wait are waited for. */
  async since(start: number, address: string): Promise<Watched> {
    const end = Date.now()
    await setTimeout(2500)
    const all = this.#requests()
      .filter((each) => each.address === address && each.start >= start && each.start <= end)
      .sort((a, b) => a.start - b.start)
    const failed = all.filter(isFailed)
    const times = [start, ...all.filter((each) => !isFailed(each)).map((each) => each.start), end]
    return {
      requests: all.length,
      failed,
      refused: failed.filter(({ outcome }) => outcome === 'error: ECONNREFUSED').length,
      away: Math.max(...times.slice(1).map((time, at) => time - (times[at] as number))),
      answers: [...new Set(all.filter((each) => !isFailed(each)).map(({ outcome }) => outcome))],
    }
  }

  end(): void {
    this.#child.kill()
  }
}
