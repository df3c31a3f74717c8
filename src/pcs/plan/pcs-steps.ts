import { translateForPcs } from '../../cib/index.js'
import { type Diagnostic, diagnostic, failure, type Result, success } from '../../diagnostics/diagnostic.js'
import type { CibElement, Cluster } from '../../model/index.js'
import { malformed } from '../../model/wellformed/malformed.js'
import type { ScriptStep } from '../command/command.js'
import { dialects, type PcsVersion } from '../command/pcs-version.js'
import { type ConvertedItem, convertItem } from './convert.js'
import { neededIds, ownIds, sameReferences } from './ids.js'
import { leftOut, leftToTheCluster } from './left-out.js'
import { restoreOrder } from './restore-order.js'
import { type ConvertedSection, sections } from './sections.js'
import { type Ids, initialState, type Strategy } from './state.js'
import { stepsOf } from './steps.js'

/**
 * The commands that build the cluster from an empty CIB, as data: pcs where it produces just what is
 * wanted, `cibadmin` for the rest. What the cluster maintains by itself is left out.
 *
 * @example
 * ```ts
 * const web = cluster({ nodes: ['node1'], resources: [systemd('web')] })
 * const result = pcsSteps(web, '0.12')
 * if (!result.ok) throw new Error(result.diagnostics[0]?.message)
 * const programs = result.output.flatMap(({ commands }) => commands.map(({ program }) => program))
 * ```
 */
export function pcsSteps(
  source: Cluster,
  pcs: PcsVersion = '0.11',
  strategy: Strategy = 'commands',
  ids: Ids = 'exact',
): Result<readonly ScriptStep[]> {
  const faults = malformed(source)
  if (faults.length > 0) return failure(faults)
  const dialect = dialects[pcs]
  const { output: cluster, diagnostics: translated } = translateForPcs(source, dialect.schema)
  if (cluster === undefined) return failure(translated)
  const state = initialState(cluster, { dialect, strategy, ids })
  const { pathOf: pathIn } = state
  const wanted = sections.flatMap((section) => section.items(cluster).map((item) => ({ section, item })))
  const early = pointingAhead(wanted)
  const items = wanted.map(({ section, item }, at) =>
    convertItem(item, section, state, early.has(at) ? ['a reference to a later element'] : []),
  )
  const diagnostics = [
    ...translated,
    ...leftToTheCluster(cluster),
    ...leftOut(cluster, items, pathIn),
    ...sameReferences(cluster).map((element) =>
      diagnostic('cib-unrepresentable', pathIn(element) ?? '/cib', {
        what: 'a second neighbour of the same id-ref',
      }),
    ),
    ...items.flatMap((item) => item.diagnostics),
    ...(strategy === 'xml' ? [] : countStrategies(items, dialect.pcs)),
  ]
  return success([...stepsOf(items), ...restoreOrder(items)], diagnostics)
}

interface WantedItem {
  readonly section: ConvertedSection
  readonly item: CibElement
}

/** The items that have to be added at once, since one refers to a later one. */
function pointingAhead(items: readonly WantedItem[]): ReadonlySet<number> {
  const where = new Map(items.flatMap(({ item }, at) => ownIds(item).map(([id]) => [id, at] as const)))
  const early = new Set<number>()
  let last = -1
  for (const [at, { item }] of items.entries()) {
    for (const id of neededIds(item)) {
      const to = where.get(id) ?? at
      if (to > at) last = Math.max(last, to)
    }
    if (at <= last) early.add(at)
  }
  return early
}

function countStrategies(items: readonly ConvertedItem[], pcs: string): readonly Diagnostic[] {
  const byCibadmin = items.filter(({ isXml }) => isXml).length
  if (byCibadmin === 0) return []
  const byPcs = items.filter(({ isXml, commands }) => !isXml && commands.length > 0).length
  return [diagnostic('pcs-summary', '/cib', { pcs, byPcs, byCibadmin })]
}
