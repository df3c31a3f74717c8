import type {
  Cluster,
  Constraint,
  Primitive,
  Resource,
  ResourceSet,
  RscColocation,
  RscOrder,
} from '../../src/model/index.js'

/** Clusters as objects, for sizes at which text would be the slow part. */
export function clusterOf(resources: readonly Resource[], constraints: readonly Constraint[]): Cluster {
  return {
    element: 'cib',
    configuration: {
      element: 'configuration',
      resources: { element: 'resources', items: resources },
      constraints: { element: 'constraints', items: constraints },
    },
  }
}

/** A primitive of that id and nothing else. */
export function plain(id: string): Primitive {
  return {
    element: 'primitive',
    id,
    class: 'ocf',
    type: 'Dummy',
    instanceAttributes: [],
    metaAttributes: [],
    utilization: [],
  }
}

/** An order between two ids. */
export function ordered(id: string, first: string, then: string): RscOrder {
  return { element: 'rsc_order', id, first, then, resourceSets: [] }
}

/** A colocation with INFINITY. */
export function colocated(id: string, rsc: string, withRsc: string): RscColocation {
  return { element: 'rsc_colocation', id, rsc, withRsc, score: 'INFINITY', resourceSets: [] }
}

/** An order of sets. */
export function orderedSets(id: string, sets: readonly ResourceSet[], kind?: string): RscOrder {
  return { element: 'rsc_order', id, resourceSets: sets, ...(kind === undefined ? {} : { kind }) }
}

/** A set whose members are not ordered among each other. */
export function looseSet(id: string, members: readonly string[]): ResourceSet {
  const resourceRefs = members.map((member) => ({ element: 'resource_ref' as const, id: member }))
  return { element: 'resource_set', id, sequential: 'false', resourceRefs }
}

/** `r0` ... in a chain of orders; with `back`, the first waits for the last. */
export function chain(count: number, back: boolean): Cluster {
  const ids = numbered('r', count)
  const orders = ids.slice(1).map((id, at) => ordered(`o${at}`, `r${at}`, id))
  return clusterOf(ids.map(plain), back ? [...orders, ordered('back', `r${count - 1}`, 'r0')] : orders)
}

/** `prefix0` ... */
export function numbered(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => `${prefix}${at}`)
}
