import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { pathToFileURL } from 'node:url'

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--remote-debugging-pipe',
  '--window-size=1600,900',
]

type Reply = { id?: number; method?: string; params?: unknown; result?: unknown; error?: { message: string } }

/** A real Chromium with one page, driven over a pipe. */
export class Chromium {
  readonly #home = mkdtempSync(join(tmpdir(), 'lightcib-chromium-'))
  readonly #process: ChildProcess
  readonly #waiting = new Map<
    number,
    { resolve: (result: unknown) => void; reject: (error: Error) => void }
  >()
  readonly #listeners: ((method: string, params: unknown) => void)[] = []
  #session: string | undefined
  #next = 1

  constructor() {
    const args = [...flags, `--user-data-dir=${this.#home}`, 'about:blank']
    this.#process = spawn('chromium', args, {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
      detached: true,
    })
    let text = ''
    const from = this.#process.stdio[4] as Readable
    from.setEncoding('utf8')
    from.on('data', (chunk: string) => {
      const parts = (text + chunk).split('\0')
      text = parts.pop() as string
      for (const part of parts) this.#receive(JSON.parse(part) as Reply)
    })
  }

  /** Opens a file and hands back every message that the page prints or throws, and every address that it asks for. */
  async open(file: string): Promise<{ readonly messages: string[]; readonly requests: string[] }> {
    const seen = { messages: [] as string[], requests: [] as string[] }
    this.#listeners.push((method, params) => {
      if (/^(Runtime\.(exceptionThrown|consoleAPICalled)|Log\.entryAdded)$/.test(method)) {
        seen.messages.push(JSON.stringify(params))
      }
      if (method === 'Network.requestWillBeSent') {
        seen.requests.push((params as { request: { url: string } }).request.url)
      }
    })
    if (this.#session === undefined) {
      const { targetId } = (await this.#send('Target.createTarget', { url: 'about:blank' })) as {
        targetId: string
      }
      const attached = await this.#send('Target.attachToTarget', { targetId, flatten: true })
      this.#session = (attached as { sessionId: string }).sessionId
      for (const domain of ['Page', 'Runtime', 'Log', 'Network']) await this.#send(`${domain}.enable`)
    }
    const loaded = new Promise<void>((resolve) => {
      this.#listeners.push((method) => {
        if (method === 'Page.loadEventFired') resolve()
      })
    })
    await this.#send('Page.navigate', { url: pathToFileURL(file).href })
    await loaded
    return seen
  }

  /** The value of an expression in the page. */
  async evaluate<T>(expression: string): Promise<T> {
    const options = { expression, returnByValue: true, awaitPromise: true }
    const reply = (await this.#send('Runtime.evaluate', options)) as {
      result: { value: T }
      exceptionDetails?: { exception?: { description?: string } }
    }
    if (reply.exceptionDetails !== undefined) throw new Error(reply.exceptionDetails.exception?.description)
    return reply.result.value
  }

  /** How large the window is from now on, in pixels. */
  async resize(width: number, height: number): Promise<void> {
    await this.#send('Emulation.setDeviceMetricsOverride', {
      width,
      height,
      deviceScaleFactor: 1,
      mobile: false,
    })
  }

  /** What `prefers-color-scheme` is from now on. */
  async prefers(value: string): Promise<void> {
    await this.#send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] })
  }

  /** Moves the mouse, presses or lets go of its button, or turns its wheel. */
  async mouse(
    type: 'mouseMoved' | 'mousePressed' | 'mouseReleased' | 'mouseWheel',
    x: number,
    y: number,
    deltaY = 0,
  ): Promise<void> {
    const pressed = type === 'mousePressed' || type === 'mouseReleased'
    const button = pressed ? { button: 'left', clickCount: 1 } : {}
    await this.#send('Input.dispatchMouseEvent', { type, x, y, deltaX: 0, deltaY, ...button })
  }

  /** Clicks at a point. */
  async click(x: number, y: number): Promise<void> {
    for (const type of ['mouseMoved', 'mousePressed', 'mouseReleased'] as const) await this.mouse(type, x, y)
  }

  /** Presses one key, such as `Escape` or `+`. */
  async key(key: string): Promise<void> {
    const text =
      key.length === 1
        ? { text: key }
        : key === 'Enter'
          ? { text: '\r' }
          : { windowsVirtualKeyCode: key === 'Escape' ? 27 : 0 }
    await this.#send('Input.dispatchKeyEvent', { type: 'keyDown', key, ...text })
    await this.#send('Input.dispatchKeyEvent', { type: 'keyUp', key })
  }

  /** What the window shows, as PNG. */
  async screenshot(): Promise<Buffer> {
    const { data } = (await this.#send('Page.captureScreenshot', { format: 'png' })) as { data: string }
    return Buffer.from(data, 'base64')
  }

  /** Ends it with all its processes, which would go on writing into its folder. */
  async close(): Promise<void> {
    const gone = new Promise((resolve) => this.#process.once('exit', resolve))
    process.kill(-(this.#process.pid as number), 'SIGKILL')
    await gone
    rmSync(this.#home, { recursive: true, force: true, maxRetries: 50, retryDelay: 200 })
  }

  #send(method: string, params: object = {}): Promise<unknown> {
    const id = this.#next++
    const session = this.#session === undefined ? {} : { sessionId: this.#session }
    const to = this.#process.stdio[3] as Writable
    to.write(`${JSON.stringify({ id, method, params, ...session })}\0`)
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }))
  }

  #receive({ id, method, params, result, error }: Reply): void {
    if (method !== undefined) for (const listener of this.#listeners) listener(method, params)
    if (id === undefined) return
    const waiting = this.#waiting.get(id)
    this.#waiting.delete(id)
    if (error === undefined) waiting?.resolve(result)
    else waiting?.reject(new Error(error.message))
  }
}
