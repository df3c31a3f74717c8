import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Cluster, cluster, group, promotable, readCib, systemd } from 'lightcib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { primitivesOf, resourcesOf } from '../../src/model/index.js'
import { type Exploration, type ExploredEvent, toReport } from '../../src/pacemaker/index.js'
import { visible } from '../../src/render/parts/label.js'
import { Chromium } from '../support/chromium.js'
import { hostileCluster, hostileTexts } from '../support/hostile.js'
import { describeWith, root } from '../support/tools.js'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Placed = readonly [id: string, node: string, role?: 'Started' | 'Promoted' | 'Unpromoted']

const active = (placed: readonly Placed[]) =>
  placed.map(([id, node, role = 'Started']) => ({ id, instance: id, node, role }))

function event(
  words: string,
  online: readonly string[],
  placed: readonly Placed[],
  more: Partial<ExploredEvent> = {},
): ExploredEvent {
  const status = { online, active: active(placed) }
  const nothing = { moved: [], stopped: [], restarted: [], actions: 0, broken: [] }
  return { kind: 'nodes', event: words, count: 1, outcome: 'settled', ...nothing, status, ...more }
}

/** Three resources on two nodes, and one event for each thing that may happen to them. */
const web = cluster({
  nodes: ['node1', 'node2'],
  resources: [group('site', [systemd('vip'), systemd('web')]), promotable(systemd('db'))],
})
const both = ['node1', 'node2']
const running: readonly Placed[] = [
  ['vip', 'node1'],
  ['web', 'node1'],
  ['db', 'node1', 'Promoted'],
  ['db', 'node2', 'Unpromoted'],
]
const found: Exploration = {
  start: { online: both, active: active(running) },
  events: [
    event('nothing happens', both, running),
    event(
      '"node1" is down',
      ['node2'],
      [
        ['vip', 'node2'],
        ['db', 'node2', 'Promoted'],
      ],
      {
        count: 2,
        actions: 3,
        broken: ['"web" nowhere'],
      },
    ),
    event('"node2" is down', ['node1'], running.slice(0, 3)),
    event('"web" fails once', both, running, { kind: 'failure', restarted: ['web'], actions: 2 }),
    {
      ...event('"web" has failed', both, [], { kind: 'failure-for-good', outcome: 'crashed' }),
      status: undefined,
    } as never,
  ],
  neverActive: [],
  left: 0,
}

/** All resources on the first node, then on the second, for a cluster that nobody simulates. */
function moving(cluster: Cluster): Exploration {
  const ids = resourcesOf(cluster)
    .flatMap(primitivesOf)
    .map(({ id }) => id)
  const on = (node: string) => ids.map((id): Placed => [id, node])
  return {
    ...found,
    start: { online: ['a', 'b'], active: active(on('a')) },
    events: Array.from({ length: 60 }, (_, at) =>
      event(`"a" is down, ${'and more '.repeat(at % 9)}`, ['b'], on('b')),
    ),
  }
}

function scenario(name: string): Cluster {
  return readCib(readFileSync(join(root, 'fixtures/scenarios', name, 'cib.xml'))).output as Cluster
}

describe('the report', () => {
  test('is the same each time, and refers to nothing outside', async () => {
    const page = (await toReport(web, found)).output as string
    expect((await toReport(web, found)).output).toBe(page)
    expect(page.match(/https?:\/\/[\w.]+/g)?.filter((url) => url !== 'http://www.w3.org')).toEqual([])
    expect(page.match(/\b(?:src|href)=/g)).toBeNull()
  })

  test('lets no id end its data or begin an element', async () => {
    const hostile = hostileCluster(hostileTexts)
    const page = (await toReport(hostile, moving(hostile))).output as string
    expect(page.match(/<script/gi)).toHaveLength(2)
    expect(page.match(/<\/script/gi)).toHaveLength(2)
  })

  test('reports for how many events the time was too short', async () => {
    expect((await toReport(web, { ...found, left: 7 })).output).toContain(
      'For 7 more events the time was too short.',
    )
    expect((await toReport(web, found)).output).not.toContain('time was too short')
  })
})

describeWith(['chromium'], 'the report in a real browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lightcib-report-'))
  let browser: Chromium
  beforeAll(() => {
    browser = new Chromium()
  })
  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true })
  })

  const run = <T>(expression: string) => browser.evaluate<T>(expression)
  const texts = (selector: string) =>
    run<string[]>(
      `[...document.querySelectorAll(${JSON.stringify(selector)})].map((each) => each.textContent)`,
    )
  const text = async (selector: string) => (await texts(selector))[0]
  const isOpen = () => run<boolean>(`document.getElementById('state').open`)
  const show = (row: number) =>
    run(
      `[...document.querySelectorAll('#matrix tbody tr')].filter((row) => row.cells.length > 1)[${row}].cells[0].click()`,
    )

  async function open(cluster: Cluster, exploration: Exploration) {
    const file = join(folder, 'report.html')
    writeFileSync(file, (await toReport(cluster, exploration)).output as string)
    return browser.open(file)
  }

  test('loads nothing, logs nothing, and has a row for each event and a column for each resource', async () => {
    const { messages, requests } = await open(web, found)
    expect(messages).toEqual([])
    expect(requests.filter((url) => !url.endsWith('/report.html'))).toEqual([])
    expect(await texts('#matrix thead th')).toEqual(['event', 'actions', 'vip', 'web', 'db-clone'])
    const rows = await run<string[][]>(
      `[...document.querySelectorAll('#matrix tbody tr')].map((row) => [...row.cells].map((cell) => cell.textContent))`,
    )
    expect(rows).toEqual([
      ['States of the nodes'],
      ['nothing happens', '0', '', '', ''],
      [
        '1 × ! "node1" is down (and 1 like it): "web" nowhere',
        '3',
        '→vip starts on another node',
        '×web runs nowhere then',
        '▲db-clone is promoted on another node',
      ],
      ['"node2" is down', '0', '', '', '−db-clone loses an instance or a role'],
      ['An instance fails once'],
      ['"web" fails once', '2', '', '↻web restarts where it is', ''],
      ['An instance has failed for good'],
      [
        '1 × ! "web" has failed: the cluster does not come to rest: the scheduler is crashed',
        '0',
        '',
        '',
        '',
      ],
    ])
  })

  test('shows the state that is clicked as a picture, and goes from one to the next', async () => {
    await open(web, found)
    await show(1)
    expect(await text('#event')).toBe('"node1" is down (and 1 like it)')
    expect(await text('#facts')).toContain('"web" nowhere')
    expect(await text('#facts')).toContain('node1 (not online), node2')
    const marks =
      await run(`Object.fromEntries([...document.querySelectorAll('#drawing g.box')].map((box) => [
      box.querySelector('title').textContent,
      [box.getAttribute('class').split(' ').at(-1), ...[...box.querySelectorAll('.mark')].map((mark) => mark.getAttribute('class'))],
    ]))`)
    expect(marks).toEqual({
      vip: ['moves', 'mark before', 'mark Started'],
      web: ['stops', 'mark before'],
      'db-clone': ['promotes', 'mark before', 'mark Promoted'],
    })
    expect(await texts('#places tbody tr')).toEqual([
      'vipnot any moreactivestarts on another node',
      'webnot any moreruns nowhere then',
      'db-clonenot any morePromotedis promoted on another node',
    ])
    await run(`document.getElementById('previous').click()`)
    expect(await text('#event')).toBe('nothing happens')
    expect(await run(`document.querySelectorAll('#drawing .stops, #drawing .before').length`)).toBe(0)
    expect(await run(`document.getElementById('previous').disabled`)).toBe(true)
  })

  test('reports where the scheduler crashed', async () => {
    await open(web, found)
    await show(4)
    expect(await text('#places')).toBe('The scheduler crashed.')
    expect(await run(`document.querySelectorAll('.mark').length`)).toBe(0)
  })

  test('shows only the events of one kind, or those with problems', async () => {
    await open(web, found)
    const choose = (value: string) =>
      run(
        `(() => { const group = document.getElementById('group'); group.value = ${JSON.stringify(value)}; group.dispatchEvent(new Event('change')) })()`,
      )
    await choose('An instance fails once')
    expect(await text('#count')).toBe('1 of 5 events')
    await choose('')
    await run(`document.getElementById('problems').click()`)
    expect(await text('#count')).toBe('2 of 5 events')
    await show(1)
    expect(await text('#event')).toBe('"web" has failed')
  })

  test('works with the keyboard alone', async () => {
    await open(web, found)
    const focused = () => run<string>(`document.activeElement.textContent`)
    await run(`document.querySelector('#matrix [tabindex="0"]').focus()`)
    expect(await focused()).toBe('nothing happens')
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight']) await browser.key(key)
    expect(await focused()).toBe('→vip starts on another node')
    await browser.key('Enter')
    expect([await isOpen(), await text('#event')]).toEqual([true, '"node1" is down (and 1 like it)'])
    await browser.key('Escape')
    expect([await isOpen(), await focused()]).toEqual([false, '→vip starts on another node'])
    for (const key of ['End', 'PageDown']) await browser.key(key)
    expect(await run(`document.querySelectorAll('#matrix [tabindex="0"]').length`)).toBe(1)
    await browser.key('Home')
    expect(await focused()).toContain('"web" has failed')
  })

  test('47 resources can be read in a window of 1400 by 900', async () => {
    await browser.resize(1400, 900)
    const full = scenario('mitaka-full')
    await open(full, moving(full))
    expect(await texts('#matrix th.resource')).toHaveLength(47)
    const main = await run<number[]>(
      `(({ clientWidth, scrollWidth, clientHeight }) => [scrollWidth - clientWidth, clientHeight])(document.querySelector('main'))`,
    )
    expect([main[0], (main[1] as number) > 780]).toEqual([0, true])
    expect(
      await run(
        `[...document.querySelectorAll('th.resource span')].filter((name) => name.scrollHeight > name.clientHeight).map((name) => name.textContent + name.scrollHeight + ' ' + name.clientHeight)`,
      ),
    ).toEqual([])
    await show(0)
    const heights = await run<number[]>(`[...document.querySelectorAll('#drawing g.box')].map((box) => {
      const text = box.querySelector('text')
      return Number(text.getAttribute('font-size')) * text.getScreenCTM().a
    })`)
    expect(heights).toHaveLength(47)
    expect(Math.min(...heights)).toBeGreaterThan(10)
    await browser.resize(1600, 900)
  })

  test.each(['light', 'dark'])('has nothing that axe finds, in %s mode', async (mode) => {
    await browser.prefers(mode)
    const kitchenSink = scenario('kitchen-sink')
    for (const [cluster, exploration] of [
      [web, found],
      [kitchenSink, moving(kitchenSink)],
    ] as const) {
      await open(cluster, exploration)
      await run(axe)
      const violations = async () => {
        const result = await run<{ violations: { id: string; nodes: { html: string }[] }[] }>(
          `axe.run({ preload: false }).then(({ violations }) => ({ violations }))`,
        )
        return result.violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 200)}`)
      }
      expect(await violations()).toEqual([])
      await show(1)
      await run(`document.querySelector('details').open = true`)
      expect(await violations()).toEqual([])
    }
    await browser.prefers('light')
  })

  test('runs no id as code, and shows every id', async () => {
    const hostile = hostileCluster(hostileTexts)
    const { messages } = await open(hostile, moving(hostile))
    expect(await run(`document.querySelectorAll('script').length`)).toBe(2)
    const shown = await texts('#matrix th.resource')
    await show(0)
    const rows = await texts('#places tbody th')
    for (const id of hostileTexts.filter((each) => !/\p{Cs}/u.test(each))) {
      expect([id, shown.includes(visible(id)), rows.includes(visible(id))]).toEqual([id, true, true])
    }
    expect(messages).toEqual([])
  })
})
