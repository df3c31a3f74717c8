import type fc from 'fast-check'
import type { Cluster } from '../../src/model/index.js'

type Tree = { [name: string]: unknown }

/** The cluster with other values, other options of operations and constraints, and without some attributes. */
export function variedCluster(cluster: Cluster, g: fc.GeneratorValue, integer: typeof fc.integer): Cluster {
  const chance = (percent: number) => g(integer, { min: 1, max: 100 }) <= percent
  const vary = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.filter((item) => !isNvpair(item) || !chance(15)).map(vary)
    if (typeof value !== 'object' || value === null) return value
    const tree = Object.fromEntries(Object.entries(value).map(([name, below]) => [name, vary(below)])) as Tree
    if (isNvpair(tree) && chance(30)) tree.value = String(g(integer, { min: 0, max: 99 }))
    if (tree.element === 'op' && chance(40)) tree.timeout = `${g(integer, { min: 1, max: 99 })}s`
    if (tree.element === 'rsc_colocation' && tree.score !== undefined && chance(40)) tree.score = '77'
    if (tree.element === 'rsc_order' && tree.kind !== undefined && chance(40)) tree.kind = 'Optional'
    return tree
  }
  return vary(cluster) as Cluster
}

function isNvpair(value: unknown): value is Tree {
  return (
    typeof value === 'object' && value !== null && (value as Tree).element === 'nvpair' && 'name' in value
  )
}
