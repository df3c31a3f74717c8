import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { check, readCib, toPcs, toSource, toSvg, writeCib } from 'lightcib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Chromium } from '../support/chromium.js'
import { hostileCluster, hostileTexts } from '../support/hostile.js'
import { describeWith, isFast, root } from '../support/tools.js'

const program = `
import * as lightcib from 'lightcib'
import * as graph from 'lightcib/graph'
import * as model from 'lightcib/model'
import * as systemd from 'lightcib/systemd'
globalThis.all = { ...lightcib, ...graph, ...model, ...systemd }
globalThis.run = async (xml) => {
  const { check, readCib, toPcs, toSource, toSvg, writeCib } = lightcib
  const { output: cluster, diagnostics } = readCib(xml)
  return {
    read: diagnostics, found: check(cluster), svg: await toSvg(cluster), pcs: toPcs(cluster),
    source: toSource(cluster), written: writeCib(cluster),
  }
}
globalThis.simulated = async (xml) => {
  const { output: cluster } = lightcib.readCib(xml)
  const { output: plan } = lightcib.plan(cluster, cluster)
  return lightcib.simulatePlan(plan).then(() => 'simulated', (error) => error.name)
}
`

/** Everything that the built package exports, but for what runs programs, in one script for browsers. */
async function bundled(): Promise<string> {
  const { outputFiles, warnings } = await build({
    stdin: { contents: program, resolveDir: root },
    bundle: true,
    platform: 'browser',
    // That of the project leads to src.
    tsconfigRaw: {},
    format: 'iife',
    write: false,
    logLevel: 'silent',
  })
  expect(warnings).toEqual([])
  return (outputFiles[0] as { text: string }).text
}

async function inNode(xml: string) {
  const { output: cluster, diagnostics } = readCib(xml)
  if (cluster === undefined) throw new Error(diagnostics[0]?.message)
  return {
    read: diagnostics,
    found: check(cluster),
    svg: await toSvg(cluster),
    pcs: toPcs(cluster),
    source: toSource(cluster),
    written: writeCib(cluster),
  }
}

describe.skipIf(isFast)('the library for browsers', () => {
  test('is bundled without a module of Node', async () => {
    expect(await bundled()).not.toMatch(/\brequire\("(?:node:)?(?:fs|url|events|module|crypto)"\)/)
  })
})

describeWith(['chromium'], 'the library in a real browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lightcib-bundle-'))
  let browser: Chromium
  beforeAll(async () => {
    browser = new Chromium()
    const file = join(folder, 'page.html')
    const script = (await bundled()).replaceAll('</script', '<\\/script')
    writeFileSync(file, `<!DOCTYPE html><meta charset="utf-8"><script>${script}</script>`)
    const { messages } = await browser.open(file)
    expect(messages).toEqual([])
  })
  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true })
  })

  const scenario = (name: string) => readFileSync(join(root, 'fixtures/scenarios', name, 'cib.xml'), 'utf8')
  const hostile = () => {
    const writable = hostileTexts.filter((text) => writeCib(hostileCluster([text])).ok)
    expect(writable.length).toBeGreaterThan(30)
    return writeCib(hostileCluster(writable)).output as string
  }

  test.each([
    ['the full architecture', () => scenario('mitaka-full')],
    ['the light architecture', () => scenario('newton-light')],
    ['ids with everything in them', hostile],
  ])('reads, checks, draws and converts %s as Node does', async (_, text) => {
    const xml = text()
    const inBrowser = await browser.evaluate(`run(${JSON.stringify(xml)})`)
    expect(inBrowser).toEqual(JSON.parse(JSON.stringify(await inNode(xml))))
  })

  test('reports that no scheduler runs there', async () => {
    expect(await browser.evaluate(`simulated(${JSON.stringify(scenario('newton-light'))})`)).toBe(
      'NotInstalledError',
    )
  })
})
