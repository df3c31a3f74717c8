import { type Cluster, constraintsOf, INFINITY_SCORE, type RscLocation, scoreOf } from '../../model/index.js'
import type { ResourceEntry, ResourceIndex } from '../resource/resource-index.js'
import { topOf } from '../resource/resource-index.js'
import { expandSets, taggedSet } from '../resource/resource-sets.js'
import { ruleOnNode } from './rules-on-node.js'

/** What a location does to a resource on a node. */
export interface Effect {
  /** What it adds to the score, 0 where it is not about the node; undefined where more than the configuration decides. */
  readonly score: number | undefined
  /** The most that it may add, whatever decides. */
  readonly most: number
  /** True where it may name the node, with any score: it counts in an opt-in cluster, and for exclusive discovery. */
  readonly mayName: boolean
  /** A node attribute that the score assumes to be unset, as nothing in the configuration sets it. */
  readonly unset?: string
}

const none: Effect = { score: 0, most: 0, mayName: false }

/** The effect of a location on a node. */
export function effectOn(location: RscLocation, node: string, cluster: Cluster): Effect {
  const { rules, lifetime, score } = location
  const isClear = lifetime === undefined && !isForPromotion(location)
  if (rules.length === 0) {
    if (location.node === undefined) return { score: undefined, most: INFINITY_SCORE, mayName: true }
    if (location.node.toLowerCase() !== node.toLowerCase()) return none
    const own = scoreOf(score)
    return { score: isClear ? own : undefined, most: isClear ? own : Math.max(0, own), mayName: true }
  }
  const values = rules.map((rule) => ({ rule, ...ruleOnNode(rule, node, cluster) }))
  const unset = values.flatMap((value) => value.unset ?? [])[0]
  const mayName = unset !== undefined || values.some(({ isTrue }) => isTrue !== false)
  const scores = values.map(({ rule, isTrue }) => {
    if (isTrue === false) return 0
    return isTrue === undefined || rule.scoreAttribute !== undefined ? undefined : scoreOf(rule.score)
  })
  const total = isClear || !mayName ? sumOf(scores) : undefined
  const highest = values.map(({ rule, isTrue, unset: attribute }) => {
    const score = rule.scoreAttribute === undefined ? scoreOf(rule.score) : INFINITY_SCORE
    if (attribute === undefined && isTrue === false) return 0
    return attribute === undefined && isTrue === true && isClear ? score : Math.max(0, score)
  })
  return {
    score: total,
    most: sumOf(highest) ?? INFINITY_SCORE,
    mayName,
    ...(unset === undefined ? {} : { unset }),
  }
}

/** Minus infinity wins over all, then what is not known, then infinity. */
export function sumOf(scores: readonly (number | undefined)[]): number | undefined {
  const isLess = (score: number | undefined) => score !== undefined && score <= -INFINITY_SCORE
  if (scores.some(isLess)) return -INFINITY_SCORE
  return scores.reduce<number | undefined>(
    (total, score) =>
      total === undefined || score === undefined ? undefined : Math.min(INFINITY_SCORE, total + score),
    0,
  )
}

/** The locations of each resource, in document order. */
export function locationsByEntry(index: ResourceIndex): ReadonlyMap<ResourceEntry, readonly RscLocation[]> {
  const found = new Map<ResourceEntry, RscLocation[]>()
  for (const location of constraintsOf(index.cluster)) {
    if (location.element !== 'rsc_location') continue
    for (const entry of placedBy(location, index)) {
      const own = found.get(entry)
      if (own === undefined) found.set(entry, [location])
      else own.push(location)
    }
  }
  return found
}

/** True for a location that decides about the promoted role alone. */
export function isForPromotion({ role = '', rules }: RscLocation): boolean {
  return isPromotedRole(role) || (rules.length > 0 && rules.every((rule) => isPromotedRole(rule.role ?? '')))
}

/** The one role that not every active resource has or goes through. */
export function isPromotedRole(role: string): boolean {
  return /^(promoted|master)$/i.test(role)
}

function placedBy(location: RscLocation, index: ResourceIndex): readonly ResourceEntry[] {
  if (location.rscPattern !== undefined) return matching(location.rscPattern, index)
  if (location.resourceSets.length === 0) return taggedSet(index, location.rsc) ?? []
  return expandSets(location, index).flatMap(({ members }) => members)
}

/** The resources at the top level whose ids a pattern finds; `!` in front of it means all others. */
function matching(text: string, index: ResourceIndex): readonly ResourceEntry[] {
  const isInverted = text.startsWith('!')
  const pattern = patternOf(isInverted ? text.slice(1) : text)
  const tops = [...index.entries].filter((entry) => topOf(entry) === entry)
  return pattern === undefined ? [] : tops.filter(({ id }) => pattern.test(id) !== isInverted)
}

function patternOf(text: string): RegExp | undefined {
  try {
    return new RegExp(text)
  } catch {
    return undefined
  }
}
