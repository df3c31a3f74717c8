import fc from 'fast-check'
import type { Cluster, Primitive, RscColocation, RscOrder } from 'lightcib'

/** Texts that break what is written without care: markup, escapes, keys of every object, odd characters. */
export const hostileTexts: readonly string[] = [
  'constructor',
  '__proto__',
  'toString',
  'a"b',
  "a'b",
  'a\\',
  'a\\"b',
  '\\N\\G\\L\\n',
  '<script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '</title></svg>',
  '&lt;b&gt;&amp;&#10;',
  'a&b;',
  'end',
  'subgraph',
  'a#35;b#quot;',
  '%%{init: {}}%%',
  '`code`',
  '**bold** _x_',
  '1. one',
  '- item',
  'a]]>b',
  '<!-- x -->',
  'line\nbreak\r\ttab',
  '  blanks  ',
  '😀 é 漢字 مرحبا',
  '\u0000\u0007\u001b',
  '\ud800',
  '\u202eright to left',
  'no\u200bwidth \\\u2060N',
  '',
  ' ',
  '->',
  '"];x->y;"',
  '<B>bold</B>',
  '$(x)`y`',
  'a'.repeat(300),
]

/** One of the texts above, or any text at all. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(...'<>&"\'\\#;|[]{}()-.=%`~\n'), maxLength: 12 }),
)

/** A primitive with nothing but its id and an agent. */
function plainPrimitive(id: string, type = 'Dummy', provider = 'pacemaker'): Primitive {
  return {
    element: 'primitive',
    id,
    class: 'ocf',
    provider,
    type,
    instanceAttributes: [],
    metaAttributes: [],
    utilization: [],
  }
}

/** Primitives with these ids, each ordered and colocated with the next and named in everything else that is drawn. */
export function hostileCluster(texts: readonly string[]): Cluster {
  const resources = texts.map((text) => plainPrimitive(text, text))
  const pairs = texts.slice(1).map((then, index) => [texts[index] as string, then] as const)
  const orders = pairs.map(
    ([first, then]): RscOrder => ({
      element: 'rsc_order',
      id: `o${first}`,
      first,
      then,
      firstAction: first,
      resourceSets: [],
    }),
  )
  const colocations = pairs.map(
    ([rsc, withRsc]): RscColocation => ({
      element: 'rsc_colocation',
      id: `c${rsc}`,
      rsc,
      withRsc,
      withRscRole: rsc,
      nodeAttribute: withRsc,
      score: '5',
      resourceSets: [],
    }),
  )
  const name = { element: 'nvpair', id: 'n', name: 'cluster-name', value: texts[0] ?? '' } as const
  return {
    element: 'cib',
    configuration: {
      element: 'configuration',
      crmConfig: {
        element: 'crm_config',
        items: [{ element: 'cluster_property_set', id: 'p', nvpairs: [name] }],
      },
      resources: { element: 'resources', items: resources },
      constraints: { element: 'constraints', items: [...orders, ...colocations] },
    },
  }
}
