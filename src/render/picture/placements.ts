import { staticHostsOf } from '../../graph/location/fence-hosts.js'
import { locationsByEntry } from '../../graph/location/location-effects.js'
import { resourceIndex } from '../../graph/resource/resource-index.js'
import {
  agentOf,
  type Cluster,
  type FencingLevel,
  type Primitive,
  primitivesOf,
  type RscLocation,
  type Rule,
  resourcesOf,
  scoreOf,
} from '../../model/index.js'
import { ruleInWords } from '../../model/rule-words.js'
import { parameterOf, templateOf } from '../../model/templates.js'
import type { End, PlacementLine } from '../parts/lines.js'
import type { NodeBoxes } from './node-boxes.js'

/** The box of a resource. */
type EndOf = (id: string) => End

/** A line for each location of each resource, to the node that it names or to the rule that selects nodes. */
export function locationLines(cluster: Cluster, end: EndOf, boxes: NodeBoxes): readonly PlacementLine[] {
  return [...locationsByEntry(resourceIndex(cluster))].flatMap(([{ id }, locations]) =>
    locations.flatMap((location) => linesOf(location, end(id), boxes)),
  )
}

function linesOf(location: RscLocation, from: End, boxes: NodeBoxes): readonly PlacementLine[] {
  const to = (end: End, score: string | undefined, role: string | undefined): PlacementLine => ({
    line: 'location',
    effect: scoreOf(score) < 0 ? 'avoids' : 'prefers',
    from,
    to: end,
    labels: [...(score === undefined ? [] : [score]), ...(role === undefined ? [] : [role])],
    constraint: location.id ?? '',
  })
  const { node, score, role, rules } = location
  return [
    ...(node === undefined ? [] : [to(boxes.node(node), score, role)]),
    ...rules.map((rule) => {
      const name = nodeNamedBy(rule)
      const selected = name === undefined ? boxes.rule(ruleInWords(rule)) : boxes.node(name)
      return to(selected, rule.score ?? rule.scoreAttribute ?? score, rule.role ?? role)
    }),
  ]
}

/** The node of a rule that is nothing but the name of one. */
function nodeNamedBy({ expressions }: Rule): string | undefined {
  const [only, ...others] = expressions
  if (only?.element !== 'expression' || others.length > 0) return undefined
  return only.attribute === '#uname' && only.operation === 'eq' ? only.value : undefined
}

/** A line from each fencing device to each node that it names, or that a fencing level gives it. */
export function fencingLines(cluster: Cluster, end: EndOf, boxes: NodeBoxes): readonly PlacementLine[] {
  const line = (device: string, to: End, labels: readonly string[], constraint: string): PlacementLine => {
    return { line: 'fencing', effect: 'fences', from: end(device), to, labels, constraint }
  }
  const levels = (cluster.configuration.fencingTopology?.items ?? []).flatMap((level) =>
    (level.devices ?? '')
      .split(',')
      .map((device) =>
        line(device.trim(), targetOf(level, boxes), [`level ${level.index ?? ''}`], level.id ?? ''),
      ),
  )
  const named = devicesOf(cluster).flatMap((device) =>
    [...(staticHostsOf((name) => parameterOf(cluster, device, name)) ?? [])].map((host) =>
      line(device.id, boxes.node(host), [], device.id),
    ),
  )
  const known = new Set(levels.map(endsOf))
  return [...levels, ...named.filter((placed) => !known.has(endsOf(placed)))]
}

function endsOf({ from, to }: PlacementLine): string {
  return `${from.key} ${to.key}`
}

function targetOf(level: FencingLevel, boxes: NodeBoxes): End {
  const { target, targetPattern, targetAttribute, targetValue } = level
  if (target !== undefined) return boxes.node(target)
  if (targetPattern !== undefined) return boxes.rule(`name matches ${targetPattern}`)
  return boxes.rule(`${targetAttribute ?? ''} eq ${targetValue ?? ''}`)
}

function devicesOf(cluster: Cluster): readonly Primitive[] {
  return resourcesOf(cluster)
    .flatMap(primitivesOf)
    .filter((primitive) => agentOf(templateOf(cluster, primitive) ?? primitive).startsWith('stonith:'))
}
