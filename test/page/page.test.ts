import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Cluster, readCib, toPcs, toSource, writeCib } from 'lightcib'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { hasUnseen } from '../../src/diagnostics/unseen.js'
import { Chromium } from '../support/chromium.js'
import { hostileCluster, hostileTexts } from '../support/hostile.js'
import { describeWith, root } from '../support/tools.js'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

describeWith(['chromium', 'bzip2'], 'lightcib.html in a real browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lightcib-web-page-'))
  const file = join(folder, 'lightcib.html')
  let browser: Chromium
  let seen: { readonly messages: string[]; readonly requests: string[] }
  beforeAll(() => {
    execFileSync(process.execPath, ['scripts/web-page.mjs', file], { cwd: root })
    browser = new Chromium()
  })
  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true })
  })
  beforeEach(async () => {
    seen = await browser.open(file)
  })

  const scenario = (name: string) => readFileSync(join(root, 'fixtures/scenarios', name, 'cib.xml'))
  const run = <T>(expression: string) => browser.evaluate<T>(expression)
  const status = () => run<string>(`document.getElementById('status').textContent`)
  const panel = () => run<string>(`document.getElementById('panel').textContent`)

  /** Waits until an expression is true in the page. */
  async function until(expression: string): Promise<void> {
    await run(`new Promise((resolve) => {
      const look = () => (${expression}) ? resolve() : setTimeout(look, 20)
      look()
    })`)
  }

  /** Types a text in place of what is there, and waits until it is read. */
  async function type(text: string): Promise<void> {
    await run(`(() => {
      document.getElementById('status').textContent = 'old'
      const text = document.getElementById('cib')
      text.value = ${JSON.stringify(text)}
      text.dispatchEvent(new InputEvent('input', { bubbles: true }))
    })()`)
    await until(`document.getElementById('status').textContent !== 'old'`)
  }

  /** Drops a file on the page, and waits until it is read. */
  async function drop(bytes: Uint8Array): Promise<void> {
    await run(`(() => {
      const bytes = Uint8Array.from(atob('${Buffer.from(bytes).toString('base64')}'), (c) => c.charCodeAt(0))
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([bytes], 'pe-input-1'))
      document.getElementById('panel').replaceChildren()
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
    })()`)
    await until(`document.getElementById('panel').childElementCount > 0`)
  }

  /** Chooses a tab and waits until it is filled. */
  async function choose(name: string): Promise<void> {
    await run(`(() => {
      document.getElementById('panel').replaceChildren()
      for (const tab of document.querySelectorAll('[role=tab]')) if (tab.textContent === '${name}') tab.click()
    })()`)
    await until(`document.getElementById('panel').childElementCount > 0`)
  }

  test.each([
    ['as it is', (cib: Uint8Array) => cib],
    ['in gzip', gzipSync],
    ['in bzip2', (cib: Uint8Array) => execFileSync('bzip2', ['-c'], { input: cib })],
  ])('shows a dropped CIB %s: findings, picture, guarantees, script, source', async (_, pack) => {
    const cib = scenario('mitaka-full')
    const cluster = readCib(cib).output as Cluster
    await drop(pack(cib))
    expect(await run(`document.getElementById('cib').value`)).toBe(cib.toString())
    expect(await status()).toBe('0 errors, 3 warnings, 0 infos')
    expect(await panel()).toContain('line ')
    await choose('Picture')
    expect(await run(`document.querySelectorAll('#panel svg g.box').length`)).toBeGreaterThan(40)
    await choose('Guarantees')
    expect(await panel()).toContain('haproxy-clone starts only after')
    await choose('pcs script')
    expect(await run(`document.querySelector('#panel pre').textContent`)).toBe(toPcs(cluster).output)
    await choose('TypeScript')
    expect(await run(`document.querySelector('#panel pre').textContent`)).toBe(toSource(cluster).output)
    expect(seen.messages).toEqual([])
  })

  test('reports what is wrong with what is no CIB, and where', async () => {
    await type('<cib>\n  <configuration>\n</cib>')
    expect(await status()).toMatch(/^[1-9]\d* errors?,/)
    await run(`document.querySelector('#panel li button').click()`)
    expect(await run(`document.activeElement.id`)).toBe('cib')
    await choose('Picture')
    expect(await panel()).toContain('no cluster')
    await drop(Buffer.from('BZh9 no bzip2'))
    expect(await panel()).toMatch(/^This cannot be shown: /)
  })

  test('follows what is edited', async () => {
    const cib = scenario('newton-light').toString()
    await type(cib)
    await choose('pcs script')
    expect(await panel()).toContain('haproxy')
    await type(cib.replaceAll('haproxy', 'nginx'))
    await until(`!document.getElementById('panel').textContent.includes('haproxy')`)
    expect(await panel()).toContain('nginx')
  })

  test('shows hostile ids as text, with nothing unseen in it', async () => {
    const texts = [...hostileTexts, 'c1\u009b31m', '\u202ebidi\u2066', '<img src=x onerror=document.title=1>']
    const writable = texts.filter((text) => writeCib(hostileCluster([text])).ok)
    expect(writable.length).toBeGreaterThan(30)
    await type(writeCib(hostileCluster(writable)).output as string)
    for (const name of ['Findings', 'Picture', 'Guarantees', 'pcs script', 'TypeScript']) {
      await choose(name)
      expect(hasUnseen((await panel()).replace(/[\n\u00a0]/g, '')), name).toBe(false)
      expect(await run(`document.querySelectorAll('#panel :is(img, script, b)').length`), name).toBe(0)
    }
    expect(await run(`document.title`)).toBe('lightcib')
    expect(seen.messages).toEqual([])
  })

  test('asks for nothing, and is not allowed to', async () => {
    await drop(scenario('mitaka-full'))
    await choose('Picture')
    expect(seen.requests.filter((url) => !url.endsWith('/lightcib.html'))).toEqual([])
    expect(await run(`fetch('data:text/plain,x').then(() => 'sent', () => 'refused')`)).toBe('refused')
    expect(await run(`fetch('http://127.0.0.1:9/').then(() => 'sent', () => 'refused')`)).toBe('refused')
  })

  test('is used by keys alone', async () => {
    await type(scenario('newton-light').toString())
    await run(`document.querySelector('[role=tab][aria-selected=true]').focus()`)
    await browser.key('ArrowRight')
    expect(await run(`document.activeElement.textContent`)).toBe('Picture')
    await until(`document.querySelector('#panel svg') !== null`)
    await browser.key('End')
    expect(await run(`document.activeElement.textContent`)).toBe('TypeScript')
    await browser.key('ArrowRight')
    expect(await run(`document.querySelector('[aria-selected=true]').textContent`)).toBe('Findings')
  })

  test.each(['light', 'dark'])('has nothing that axe finds, in %s mode', async (mode) => {
    await browser.prefers(mode)
    await type(scenario('mitaka-full').toString())
    await browser.evaluate(axe)
    for (const name of ['Findings', 'Picture', 'Guarantees', 'pcs script', 'TypeScript']) {
      await choose(name)
      const { violations } = await run<{ violations: { id: string; nodes: { html: string }[] }[] }>(
        `axe.run({ preload: false }).then(({ violations }) => ({ violations }))`,
      )
      expect(violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html}`)).toEqual([])
    }
  })
})
