import type { Random } from './random.js'

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
