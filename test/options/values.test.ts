import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { isValidValue } from '../../src/check/lookup/values.js'
import { scoreOf } from '../../src/model/index.js'
import { clusterOption } from '../../src/options/cluster-options.js'
import type { OptionFacts } from '../../src/options/facts.js'
import { durationMs, isPlainDuration, isScore, timeoutMs } from '../../src/options/values.js'
import { crmVerify } from '../support/crm-verify.js'
import { describeWith, run } from '../support/tools.js'

const durations = [
  ...[
    '10',
    '10s',
    '10 s',
    '10sec',
    '10 seconds',
    '10 sek',
    '10S',
    '10 SEC',
    '10sekunden',
    '10s x',
    '10 s x',
    ' 10s ',
  ],
  ...['10ms', '10msec', '10mse', '10 milliseconds', '10us', '10000us', '10usec', '10u'],
  ...[
    '5m',
    '5min',
    '5 minutes',
    '5 mouse',
    '10mon',
    '1h',
    '1hr',
    '1 hour',
    '10hx',
    '10 parsecs',
    '10d',
    '1 day',
  ],
  ...[
    '-10',
    '-10s',
    '+10',
    '.5s',
    '1.5',
    '1.5min',
    '1..5s',
    '10,5',
    '1e3',
    '0x10',
    '1 0',
    '10;',
    '10/s',
    'm10',
    's',
  ],
  ...['0', '0s', '', 'abc', 'INFINITY', '4294967', '5000000', '99999999999999999999', '9223372036854775807'],
  ...[
    'PT20S',
    'PT1M',
    'P1M',
    'P1D',
    'P2D',
    'P1W',
    'P2W',
    'P1W2D',
    'P1Y',
    'P1Y6M',
    'P1Y2M3DT4H5M6S',
    'P20S',
    'P1H',
  ],
  ...[
    'P',
    'PT20',
    'PT20X',
    'pt20s',
    'PT-20S',
    'PT1.5S',
    'P00:10:00',
    'PT20S30S',
    'PT20S10M',
    'PT20S ',
    'PT20S/x',
  ],
  ...[' PT20S', 'PT1H30', 'P1DT', 'P1DT12', 'PT1D', 'P1Mx', 'P1.5D', 'PT0S'],
]

const scores = [
  ...[
    '5',
    '+5',
    '-5',
    ' 5',
    '5 ',
    '5x',
    '1e3',
    '5.5',
    '0x10',
    '1,000',
    '-0',
    '1000000',
    '10000000',
    '-10000000',
  ],
  ...[
    'INFINITY',
    '+INFINITY',
    '-INFINITY',
    'infinity',
    'INF',
    'inf',
    '',
    'abc',
    'INFINITY ',
    ' INFINITY',
    '--5',
    '+ 5',
  ],
]

const ofOptions: Readonly<Record<string, readonly string[]>> = {
  'cluster-delay': durations,
  'maintenance-mode': [
    'true',
    'TRUE',
    'Yes',
    'on',
    'y',
    '1',
    '0',
    'n',
    'off',
    '2',
    't',
    'ture',
    '',
    ' true',
    '01',
  ],
  'batch-limit': [...scores, '99999999999999999999'],
  'no-quorum-policy': ['stop', 'FREEZE', 'Ignore', 'demote', 'ingore', ''],
  'placement-strategy': ['Balanced', 'utilization', 'balance'],
  'node-health-strategy': ['Custom', 'migrate-on-red', 'green'],
}

const folder = mkdtempSync(join(tmpdir(), 'lightcib-values-'))
afterAll(() => rmSync(folder, { recursive: true }))

const escaped = (text: string) => text.replace(/[&<"\n\t]/g, (letter) => `&#${letter.charCodeAt(0)};`)

function cib(option: readonly [string, string] | undefined, resources = '', constraints = ''): string {
  const more = option && `<nvpair id="o" name="${option[0]}" value="${escaped(option[1])}"/>`
  return `<cib validate-with="none" epoch="1" num_updates="0" admin_epoch="0" have-quorum="1"><configuration>
<crm_config><cluster_property_set id="s"><nvpair id="f" name="stonith-enabled" value="false"/>${more ?? ''}</cluster_property_set></crm_config>
<nodes><node id="1" uname="node1"/></nodes><resources>${resources}</resources><constraints>${constraints}</constraints></configuration>
<status><node_state id="1" uname="node1" in_ccm="true" crmd="online" join="member" expected="member"><lrm id="1"><lrm_resources/></lrm></node_state></status></cib>`
}

const dummy = (at: number, inside = '') =>
  `<primitive id="r${at}" class="ocf" provider="pacemaker" type="Dummy">${inside}</primitive>`

/** The transition graph of the real scheduler for one resource with each text, and what it prints. */
function simulated(text: string): { readonly graph: string; readonly printed: string } {
  const [file, graph] = [join(folder, 'in.xml'), join(folder, 'graph.xml')]
  writeFileSync(file, text)
  const { stdout } = run('crm_simulate', ['-sS', '-x', file, '-G', graph])
  return { graph: readFileSync(graph, 'utf8'), printed: stdout }
}

describeWith(['crm_simulate', 'crm_verify'], 'values are read as Pacemaker reads them', () => {
  const monitors = durations.map((text, at) =>
    dummy(
      at,
      `<operations><op id="i${at}" name="monitor" interval="${escaped(text)}"/><op id="t${at}" name="start" interval="0" timeout="${escaped(text)}"/></operations>`,
    ),
  )
  const { graph } = simulated(cib(undefined, monitors.join('')))

  test('intervals', () => {
    const found = new Map(
      [...graph.matchAll(/operation_key="r(\d+)_monitor_([1-9]\d*)"/g)].map(([, at, ms]) => [at, ms]),
    )
    const expected = durations.map((text, at) => [text, Number(found.get(String(at)) ?? 0)])
    const beyond = ['99999999999999999999', 0xffffffff] // as an option it is invalid
    expect(durations.map((text) => [text, durationMs(text) ?? (text === beyond[0] ? beyond[1] : 0)])).toEqual(
      expected,
    )
    expect(found.size).toBeGreaterThan(40)
  })

  test('timeouts', () => {
    const actions = graph.matchAll(/operation_key="r(\d+)_start_0".*?CRM_meta_timeout="(\d+)"/gs)
    const found = new Map([...actions].map(([, at, ms]) => [at, ms]))
    const small = durations.filter((text) => !/\d{7}/.test(text))
    const expected = small.map((text) => [text, Number(found.get(String(durations.indexOf(text))))])
    expect(small.map((text) => [text, timeoutMs(text) ?? 20_000])).toEqual(expected)
  })

  test('scores', () => {
    const locations = scores.map(
      (text, at) => `<rsc_location id="l${at}" rsc="r${at}" node="node1" score="${escaped(text)}"/>`,
    )
    const { printed } = simulated(
      cib(undefined, scores.map((_, at) => dummy(at)).join(''), locations.join('')),
    )
    const found = new Map(
      [...printed.matchAll(/: r(\d+) allocation score on node1: (\S+)/g)].map(([, at, score]) => [at, score]),
    )
    const expected = scores.map((text, at) => [text, scoreOf(found.get(String(at)))])
    expect(scores.map((text) => [text, isScore(text) ? scoreOf(text.trim()) + 0 : 0])).toEqual(expected)
  })

  test('cluster options', async () => {
    const all = Object.entries(ofOptions).flatMap(([name, texts]) =>
      texts.map((text) => [name, text] as const),
    )
    const files = all.map((option, at) => {
      const file = join(folder, `${at}.xml`)
      writeFileSync(file, cib(option))
      return file
    })
    const verified = await crmVerify(files)
    const expected = all.map((option, at) => [
      ...option,
      verified.get(files[at] as string)?.errors.length === 0,
    ])
    const facts = (name: string) => clusterOption(name) as OptionFacts
    expect(all.map(([name, text]) => [name, text, isValidValue(facts(name), text)])).toEqual(expected)
  })
})

describe('isPlainDuration', () => {
  test.each(['10', '10s', '20sec', '5min', '2 hours', '100ms', 'PT20S', 'P1M', 'PT1H30M'])(
    '%s means what is written',
    (text) => expect(isPlainDuration(text)).toBe(true),
  )
  test.each(['10 sek', '1.5min', '5 mouse', 'P1D', 'P1W', 'P2Y', '10s x'])('%s does not', (text) => {
    expect(durationMs(text)).toBeDefined()
    expect(isPlainDuration(text)).toBe(false)
  })
})
