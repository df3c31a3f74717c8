import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Cluster, readCib, toHtml } from 'lightcib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { visible } from '../../src/render/parts/label.js'
import { Chromium } from '../support/chromium.js'
import { hostileCluster, hostileTexts } from '../support/hostile.js'
import { describeWith, root } from '../support/tools.js'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

function scenario(name: string): Cluster {
  return readCib(readFileSync(join(root, 'fixtures/scenarios', name, 'cib.xml'))).output as Cluster
}

describe('the page', () => {
  test('is the same each time, and refers to nothing outside', async () => {
    const html = (await toHtml(scenario('mitaka-full'))).output as string
    expect((await toHtml(scenario('mitaka-full'))).output).toBe(html)
    expect(html.match(/https?:\/\/[\w.]+/g)?.filter((url) => url !== 'http://www.w3.org')).toEqual([])
    expect(html.match(/\b(?:src|href)=/g)).toBeNull()
  })

  test('lets no id end its data or begin an element', async () => {
    const html = (await toHtml(hostileCluster(hostileTexts))).output as string
    expect(html.match(/<script/gi)).toHaveLength(2)
    expect(html.match(/<\/script/gi)).toHaveLength(2)
  })
})

describeWith(['chromium'], 'the page in a real browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lightcib-page-'))
  let browser: Chromium
  beforeAll(() => {
    browser = new Chromium()
  })
  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true })
  })

  async function open(cluster: Cluster) {
    const file = join(folder, 'page.html')
    writeFileSync(file, (await toHtml(cluster)).output as string)
    return browser.open(file)
  }

  /** The middle of what a selector finds, in pixels of the window. */
  async function placeOf(selector: string): Promise<[x: number, y: number]> {
    return browser.evaluate(`(() => {
      const { x, y, width, height } = document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect()
      return [x + width / 2, y + height / 2]
    })()`)
  }

  /** The titles of what has a class, sorted. */
  async function titles(selector: string): Promise<string[]> {
    const all = await browser.evaluate<string[]>(
      `[...document.querySelectorAll(${JSON.stringify(selector)})].map((g) => g.querySelector('title').textContent)`,
    )
    return all.sort()
  }

  const keyOf = (id: string) =>
    browser.evaluate<string>(
      `[...document.querySelectorAll('g[id]')].find((g) => g.querySelector('title')?.textContent === ${JSON.stringify(id)}).id`,
    )
  const panel = () => browser.evaluate<string>(`document.getElementById('panel').innerText`)
  const viewBox = () =>
    browser.evaluate<number[]>(
      `document.querySelector('main svg').getAttribute('viewBox').split(' ').map(Number)`,
    )

  test('loads nothing and logs nothing', async () => {
    const { messages, requests } = await open(scenario('mitaka-full'))
    expect(messages).toEqual([])
    expect(requests.filter((url) => !url.endsWith('/page.html'))).toEqual([])
  })

  test('shows what a resource waits for and what waits for it', async () => {
    await open(scenario('mitaka-full'))
    await browser.mouse('mouseMoved', ...(await placeOf(`#${await keyOf('openstack-nova-api-clone')}`)))
    expect(await titles('.box.is-self')).toEqual(['openstack-nova-api-clone'])
    expect(await titles('.box.is-before')).toEqual([
      'galera-master',
      'haproxy-clone',
      'ip-172.16.1.4',
      'ip-172.16.2.5',
      'ip-172.16.2.6',
      'ip-172.16.3.4',
      'ip-192.0.2.6',
      'ip-198.51.100.10',
      'memcached-clone',
      'openstack-core-clone',
      'openstack-nova-consoleauth-clone',
      'openstack-nova-novncproxy-clone',
      'rabbitmq-clone',
    ])
    expect(await titles('.box.is-after')).toEqual([
      'openstack-nova-conductor-clone',
      'openstack-nova-scheduler-clone',
    ])
    await browser.mouse('mouseMoved', ...(await placeOf('h1')))
    expect(await titles('.box.is-self')).toEqual([])
  })

  test('shows the resource and the constraint that is clicked', async () => {
    await open(scenario('mitaka-full'))
    await browser.click(...(await placeOf(`#${await keyOf('haproxy-clone')}`)))
    expect(await panel()).toContain('Waits for (6 in total)')
    expect(await panel()).toContain('<primitive id="haproxy" class="systemd" type="haproxy">')
    await browser.click(...(await placeOf('#panel li button.constraint')))
    expect(await panel()).toContain('first="ip-192.0.2.6"')
    expect(await panel()).toContain('kind="Optional"')
    await browser.key('Escape')
    expect(await browser.evaluate(`document.getElementById('panel').hidden`)).toBe(true)
  })

  test('a click beside a line is a click on it', async () => {
    await open(scenario('newton-light'))
    const [x, y] = await browser.evaluate<[number, number]>(`(() => {
      const path = document.querySelector('g.edge.order path:not(.hit)')
      const point = path.getPointAtLength(path.getTotalLength() / 2).matrixTransform(path.getScreenCTM())
      return [point.x, point.y]
    })()`)
    await browser.click(x, y + 3)
    expect(await panel()).toContain('<rsc_order')
  })

  test('finds resources by name and goes from one to the next', async () => {
    await open(scenario('mitaka-full'))
    await browser.click(...(await placeOf('#search')))
    for (const letter of 'NOVA') await browser.key(letter)
    expect(await browser.evaluate(`document.getElementById('count').textContent`)).toBe('5 of 47')
    expect((await titles('.is-found')).every((id) => id.includes('nova'))).toBe(true)
    await browser.key('Enter')
    expect(await browser.evaluate(`document.getElementById('count').textContent`)).toBe('1 of 5')
    expect(await panel()).toContain('openstack-nova-api-clone')
  })

  test('zooms at the mouse, moves, and fits again', async () => {
    await open(scenario('mitaka-full'))
    const home = await viewBox()
    const place = `#${await keyOf('haproxy-clone')}`
    const [x, y] = await placeOf(place)
    await browser.mouse('mouseWheel', x, y, -500)
    const zoomed = await viewBox()
    expect(zoomed[2]).toBeLessThan((home[2] as number) * 0.6)
    const [toX, toY] = await placeOf(place)
    expect(Math.hypot(toX - x, toY - y)).toBeLessThan(3)
    await browser.mouse('mousePressed', 800, 800)
    await browser.evaluate('0')
    await browser.mouse('mouseMoved', 700, 750)
    await browser.mouse('mouseReleased', 700, 750)
    const [afterX, afterY] = await placeOf(place)
    expect([Math.round(afterX - toX), Math.round(afterY - toY)]).toEqual([-100, -50])
    await browser.click(...(await placeOf('#fit')))
    expect(await viewBox()).toEqual(home)
  })

  test.each(['order', 'colocation', 'implied'])('hides and shows lines: %s', async (line) => {
    await open(scenario('mitaka-full'))
    const shown = () =>
      browser.evaluate<number>(
        `[...document.querySelectorAll('g.edge.${line}')].filter((g) => getComputedStyle(g).display !== 'none').length`,
      )
    const all = await shown()
    await browser.click(...(await placeOf(`input[data-line=${line}]`)))
    expect(await shown()).toBe(0)
    await browser.click(...(await placeOf(`input[data-line=${line}]`)))
    expect(await shown()).toBe(all)
  })

  test('works with the keyboard alone', async () => {
    await open(scenario('newton-light'))
    await browser.evaluate(`document.getElementById('b0').focus()`)
    await browser.key('Enter')
    expect(await panel()).toContain('haproxy-clone')
    const home = await viewBox()
    await browser.key('+')
    expect((await viewBox())[2]).toBeLessThan(home[2] as number)
    await browser.key('0')
    expect(await viewBox()).toEqual(home)
  })

  test('47 resources can be read in a window of 1400 by 900', async () => {
    await browser.resize(1400, 900)
    await open(scenario('mitaka-full'))
    const heights = await browser.evaluate<
      number[]
    >(`[...document.querySelectorAll('main g.box')].map((box) => {
      const text = box.querySelector('text')
      return Number(text.getAttribute('font-size')) * text.getScreenCTM().a
    })`)
    expect(heights).toHaveLength(47)
    expect(Math.min(...heights)).toBeGreaterThan(10)
    const [width, height] = await browser.evaluate<[number, number]>(
      `(({ width, height }) => [width, height])(document.querySelector('main').getBoundingClientRect())`,
    )
    expect([width, height > 780]).toEqual([1400, true])
    await browser.resize(1600, 900)
  })

  test('shows only the neighbours of what is chosen, through junctions, and all again', async () => {
    const sets = readCib(`<cib><configuration><resources>
      ${[...'abcdx'].map((id) => `<primitive id="${id}" class="systemd" type="t"/>`).join('')}</resources><constraints>
      <rsc_order id="o"><resource_set id="s" sequential="false"><resource_ref id="a"/><resource_ref id="b"/></resource_set>
      <resource_set id="t" sequential="false"><resource_ref id="c"/><resource_ref id="d"/></resource_set></rsc_order>
      <rsc_order id="p" first="x" then="a"/></constraints></configuration></cib>`).output as Cluster
    await open(sets)
    const shown = () =>
      browser.evaluate<string[]>(
        `[...document.querySelectorAll('main g.box')].filter((g) => getComputedStyle(g).display !== 'none').map((g) => g.querySelector('title').textContent)`,
      )
    await browser.click(...(await placeOf('#alone')))
    await browser.evaluate(
      `document.getElementById(${JSON.stringify(await keyOf('c'))}).dispatchEvent(new MouseEvent('click', { bubbles: true }))`,
    )
    expect((await shown()).sort()).toEqual(['a', 'b', 'c', 'd'])
    await browser.key('f')
    expect((await shown()).sort()).toEqual(['a', 'b', 'c', 'd', 'x'])
  })

  test.each(['light', 'dark'])('has nothing that axe finds, in %s mode', async (mode) => {
    await browser.prefers(mode)
    await open(scenario('kitchen-sink'))
    await browser.evaluate(axe)
    await browser.evaluate(`document.querySelector('details').open = true`)
    await browser.evaluate(
      `document.getElementById('b0').dispatchEvent(new MouseEvent('click', { bubbles: true }))`,
    )
    const { violations } = await browser.evaluate<{
      violations: { id: string; nodes: { html: string }[] }[]
    }>(`axe.run({ preload: false }).then(({ violations }) => ({ violations }))`)
    await browser.prefers('light')
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 200)}`)).toEqual([])
  })

  test('runs no id as code, and shows every id', async () => {
    const { messages } = await open(hostileCluster(hostileTexts))
    expect(messages).toEqual([])
    expect(await browser.evaluate(`document.querySelectorAll('script').length`)).toBe(2)
    for (const [index, id] of hostileTexts.entries()) {
      if (/\p{Cs}/u.test(id)) continue
      await browser.evaluate(
        `document.getElementById('b${index}').dispatchEvent(new MouseEvent('click', { bubbles: true }))`,
      )
      const heading = await browser.evaluate(`document.querySelector('#panel h2').textContent`)
      expect([index, heading]).toEqual([index, visible(id)])
    }
  })
})
