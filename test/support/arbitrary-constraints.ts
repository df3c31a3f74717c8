import { pcsId } from '../../src/model/ids.js'
import type {
  Constraint,
  Resource,
  ResourceSet,
  RscColocation,
  RscLocation,
  RscOrder,
  RscTicket,
} from '../../src/model/index.js'
import { rule } from './arbitrary-rules.js'
import { type Draw, some } from './arbitrary-values.js'

const roles = ['Promoted', 'Unpromoted', 'Started', 'Stopped'] as const

/** Constraints of every kind on the resources given, the insides of clones seldom. */
export function constraints(d: Draw, resources: readonly Resource[]): Constraint[] {
  const names = resources.flatMap((resource) => {
    if (resource.element === 'template') return []
    const inner = resource.element === 'clone' ? [resource.resource.id] : []
    const members = resource.element === 'group' ? resource.members.map(({ id }) => id) : []
    return [resource.id, resource.id, ...members, ...(d.odd(50) ? inner : [])]
  })
  if (names.length === 0) return []
  const makers = [order, order, colocation, colocation, location, location, ticket]
  return d.times(5, () => d.pick(...makers)(d, names))
}

function sets(d: Draw, names: readonly string[], constraint: string, kind: 'order' | 'other'): ResourceSet[] {
  return Array.from({ length: d.chance(60) ? 1 : 2 }, (_, at): ResourceSet => {
    const idRef = at === 0 && d.odd(20) ? d.kept('resource_set') : undefined
    if (idRef !== undefined) return { element: 'resource_set', idRef, resourceRefs: [] }
    return {
      element: 'resource_set',
      id: d.keep('resource_set', d.id(pcsId.resourceSet(constraint))),
      ...some({
        sequential: d.chance(30) ? d.pick('true', 'false', d.odd(20) ? '1' : 'true') : undefined,
        requireAll: d.chance(20) ? d.pick('true', 'false') : undefined,
        action: d.chance(20) ? d.pick('start', 'promote', 'stop') : undefined,
        role: d.chance(20) ? d.pick(...roles) : undefined,
        kind: kind === 'order' && d.odd(10) ? 'Optional' : undefined,
      }),
      resourceRefs: [...new Set([d.pick(...names), ...d.times(2, () => d.pick(...names))])].map((id) => ({
        element: 'resource_ref',
        id,
      })),
    }
  })
}

const idOfSets = (d: Draw, kind: 'order' | 'colocation' | 'ticket') =>
  d.id(d.chance(50) ? undefined : `${kind}_set_x`)

function order(d: Draw, names: readonly string[]): RscOrder {
  const kind = d.chance(40) ? d.pick('Optional', 'Mandatory', 'Serialize') : undefined
  const symmetrical = d.chance(20) ? d.pick('true', 'false') : undefined
  if (d.chance(25)) {
    const id = idOfSets(d, 'order')
    return {
      element: 'rsc_order',
      id,
      ...some({ kind, symmetrical }),
      resourceSets: sets(d, names, id, 'order'),
    }
  }
  const [first, then] = [d.pick(...names), d.pick(...names)]
  const score = kind === undefined && d.chance(10) ? d.score() : undefined
  const actions = !d.odd(15)
    ? {
        firstAction: d.pick('start', 'start', 'promote', 'stop'),
        thenAction: d.pick('start', 'start', 'demote'),
      }
    : {}
  return {
    element: 'rsc_order',
    id: d.id(pcsId.order(first, then, kind ?? score ?? 'mandatory')),
    first,
    then,
    ...actions,
    ...some({ kind, score, symmetrical, requireAll: d.chance(10) ? 'false' : undefined }),
    resourceSets: [],
  }
}

function colocation(d: Draw, names: readonly string[]): RscColocation {
  const score = d.odd(15) ? undefined : d.score()
  if (d.chance(25)) {
    const id = idOfSets(d, 'colocation')
    return { element: 'rsc_colocation', id, ...some({ score }), resourceSets: sets(d, names, id, 'other') }
  }
  const [rsc, withRsc] = [d.pick(...names), d.pick(...names)]
  return {
    element: 'rsc_colocation',
    id: d.id(pcsId.colocation(rsc, withRsc, score ?? 'INFINITY')),
    rsc,
    withRsc,
    ...some({
      score,
      rscRole: d.chance(25) ? (d.odd(30) ? 'Master' : d.pick(...roles)) : undefined,
      withRscRole: d.chance(25) ? d.pick(...roles) : undefined,
      nodeAttribute: d.chance(10) ? d.text() : undefined,
      influence: d.chance(10) && d.target !== '0.10' ? d.pick('true', 'false') : undefined,
    }),
    resourceSets: [],
  }
}

function location(d: Draw, names: readonly string[]): RscLocation {
  const rsc = d.pick(...names)
  const subject = d.chance(85) ? { rsc } : { rscPattern: d.text() }
  const what = subject.rsc ?? subject.rscPattern
  const discovery = some({
    resourceDiscovery: d.chance(15) ? d.pick('always', 'never', 'exclusive') : undefined,
  })
  const base = { element: 'rsc_location', ...discovery } as const
  const none = { resourceSets: [], rules: [] }
  if (d.chance(50)) {
    const [node, score] = [d.odd(30) ? d.text() : d.pick('n1', 'n2', 'n3'), d.score()]
    const role = some({ role: d.chance(8) ? d.pick(...roles) : undefined })
    return { ...base, ...none, id: d.id(pcsId.location(what, node, score)), ...subject, node, score, ...role }
  }
  const id = d.id(pcsId.ruleLocation(what))
  const rules = Array.from({ length: d.odd(15) && d.target !== '0.12' ? 2 : 1 }, () => rule(d, id))
  if (d.odd(15)) return { ...base, id, resourceSets: sets(d, names, id, 'other'), rules }
  return { ...base, ...none, id, ...subject, rules }
}

function ticket(d: Draw, names: readonly string[]): RscTicket {
  const name = d.odd(40) ? d.text() : d.pick('T', 'site-a')
  const lossPolicy = some({
    lossPolicy: d.chance(40) ? d.pick('fence', 'stop', 'freeze', 'demote') : undefined,
  })
  if (d.chance(30)) {
    const id = idOfSets(d, 'ticket')
    return {
      element: 'rsc_ticket',
      id,
      ticket: name,
      ...lossPolicy,
      resourceSets: sets(d, names, id, 'other'),
    }
  }
  const rsc = d.pick(...names)
  const role = d.chance(40) ? d.pick(...roles) : undefined
  const id = d.id(pcsId.ticket(name, rsc, role))
  return {
    element: 'rsc_ticket',
    id,
    rsc,
    ticket: name,
    ...some({ rscRole: role }),
    ...lossPolicy,
    resourceSets: [],
  }
}
