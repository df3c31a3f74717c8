import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Random } from './random.js'
import { root } from './tools.js'

const scenarios = join(root, 'fixtures/scenarios')
const inScenarios = (name: string) =>
  readdirSync(scenarios, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => readFileSync(join(scenarios, entry.name, name), 'utf8'))

/** Modules that import nothing but this library, or what the scenarios share. */
const modules = inScenarios('cluster.ts').map((text) => text.replaceAll("'../", `'${scenarios}/`))

const cibs = [
  ...inScenarios('cib.xml'),
  ...['order-cycle', 'duplicate-id', 'unknown-reference', 'invalid-value'].map((code) => {
    const folder = join(root, 'fixtures/invalid', code)
    const xml = readdirSync(folder).find((name) => name === 'cib.xml')
    return xml === undefined ? '<cib><configuration/></cib>' : readFileSync(join(folder, xml), 'utf8')
  }),
]

/** What takes the place of a word of a module. */
const expressions = [
  ...[
    'undefined',
    'null',
    '0',
    '-1',
    '1e400',
    'NaN',
    '7n',
    'Symbol()',
    "''",
    "'a b'",
    "'\\u009b\\u202e'",
    'true',
  ],
  ...[
    '[]',
    '[null]',
    '[,]',
    '{}',
    '({})',
    '() => {}',
    'class {}',
    'new Date(NaN)',
    'new Map()',
    'globalThis',
  ],
  ...[
    "'x'.repeat(1e6)",
    'new Array(1e9)',
    'Object.create(null)',
    'Promise.resolve()',
    'process',
    'import.meta',
  ],
  ...['new Proxy({}, { get() { throw null } })', '{ get id() { throw 1 } }', '(() => { throw null })()'],
  ...[
    'cluster',
    'primitive',
    'order',
    'clone(0)',
    'group(null)',
    'cluster()',
    'cluster(null)',
    'cluster(cluster)',
  ],
  ...[
    'process.exit(0)',
    'process.exit()',
    'process.abort()',
    'process.kill(process.pid)',
    'process.reallyExit(1)',
  ],
  ...[
    'await new Promise(() => {})',
    'Promise.reject(0)',
    'console.log(1)',
    'setTimeout(() => process.exit(0))',
  ],
  ...[
    '(() => { while (true); })()',
    '(function f() { return f() })()',
    'JSON.parse("{")',
    'import("./none.js")',
  ],
]

const texts = [
  '',
  '<',
  '>',
  '&',
  '"',
  "'",
  '/',
  '=',
  '\0',
  '\u009b',
  '\ud800',
  '<!--',
  ']]>',
  '&#0;',
  '<cib',
  '/>',
]

/** The text with some of its words removed, doubled, exchanged, or replaced by one of these. */
function mutated(text: string, words: RegExp, others: readonly string[], random: Random): string {
  const parts = text.split(words)
  for (let left = random.between(1, 4); left > 0; left--) {
    const at = random.between(0, parts.length - 1)
    const other = random.between(0, parts.length - 1)
    const change = random.weighted({ remove: 2, double: 2, exchange: 2, replace: 4, cut: 0.3 })
    const [here = '', there = ''] = [parts[at], parts[other]]
    if (change === 'remove') parts[at] = ''
    else if (change === 'double') parts[at] = `${here}${here}`
    else if (change === 'exchange') [parts[at], parts[other]] = [there, here]
    else if (change === 'replace') parts[at] = random.pick(others)
    else parts.length = at + 1
  }
  return parts.join('')
}

/** A module that was changed at random, mostly one that does not load. */
export function mutatedModule(random: Random): string {
  return mutated(random.pick(modules), /(\w+|'[^']*'|[()[\]{},.:])/, expressions, random)
}

/** A CIB that was changed at random: its bytes, as encodings can be wrong too. */
export function mutatedCib(random: Random): Uint8Array {
  const text = mutated(random.pick(cibs), /([\w-]+|[<>"=/])/, [...texts, 'id', 'INFINITY'], random)
  const bytes = Buffer.from(text)
  if (random.chance(0.2)) bytes[random.between(0, bytes.length - 1)] = random.between(0, 255)
  return bytes
}

const words = [
  ...['compile', 'import', 'check', 'graph', 'reduce', 'diff', 'explain', 'help', 'compil', ''],
  ...[
    '--to',
    '--format',
    '--of',
    '--by',
    '--pcs',
    '--schema',
    '--strategy',
    '--keep',
    '--guarantees',
    '--policy',
  ],
  ...[
    '--rule',
    '--rules',
    '--max-warnings',
    '--config',
    '--timeout',
    '--trace',
    '--version',
    '--help',
    '--',
    '-',
  ],
  ...[
    'cib',
    'pcs',
    'source',
    'dot',
    'svg',
    'mermaid',
    'html',
    'bootstrap',
    'text',
    'json',
    'order',
    'both',
    'action',
  ],
  ...[
    '0.11',
    '0.12',
    'pacemaker-3.9',
    'pacemaker-9.9',
    'xml',
    'commands',
    'light',
    'drop',
    'strict',
    'vip',
    'vip,,',
  ],
  ...[
    'no-order-cycle',
    'starts-after=vip,haproxy',
    'vip-with-haproxy=',
    'x=',
    '0',
    '-1',
    '1e99',
    'NaN',
    '\u009b',
    '-x',
  ],
  ...[
    'a'.repeat(5000),
    '../none.xml',
    '.',
    '/',
    '/nonexistent/cib.xml',
    '--to=cib',
    '--format=json',
    '--start-levels',
  ],
]

/** Arguments for the command line, with these inputs among them; what is written goes to these files. */
export function commandLine(inputs: readonly string[], outputs: readonly string[], random: Random): string[] {
  const first = random.pick(words.slice(0, 7))
  const others = Array.from({ length: random.between(0, 4) }, () => random.pick(words))
  const output = random.chance(0.3) ? ['-o', random.pick(outputs)] : []
  const given = random.chance(0.85) ? [random.pick(inputs)] : []
  const more = random.chance(0.3) ? [random.pick(inputs)] : []
  return random.chance(0.2)
    ? random.shuffled([...others, ...given, first])
    : [first, ...given, ...random.shuffled([...others, ...more]), ...output]
}
