import type { CibElement, Constraint, RscLocation, Rule } from '../../model/index.js'
import type { Change } from './change.js'

/** What Pacemaker's upgrade to 4.0 puts before the ids that it makes. */
const prefix = 'pcmk__3_10_upgrade-'

/** Since 4.0 a location has one rule: several become several locations, and a lifetime a part of the rule. */
export const locations: Change = (element, { element: before }) => {
  if (element.element !== 'constraints' || before.element !== 'constraints') return undefined
  const what: string[] = []
  const items = element.items.flatMap((item): readonly Constraint[] => {
    if (item.element !== 'rsc_location') return [item]
    const split = perRule(item).map((location) => withoutLifetime(location))
    if (split[0] !== item) what.push(`location ${item.id} as ${split.map(({ id }) => id).join(', ')}`)
    return split
  })
  return what.length === 0 ? undefined : { element: { ...element, items }, what: what.join('; ') }
}

function perRule(location: RscLocation): readonly RscLocation[] {
  const { rules, resourceSets, lifetime } = location
  if (rules.length < 2) return [location]
  return rules.map((rule, at) => ({
    ...location,
    id: splitId(location, at),
    rules: [rule],
    ...(at === 0
      ? {}
      : {
          resourceSets: resourceSets.map(reference),
          lifetime: lifetime && { ...lifetime, rules: lifetime.rules.map(reference) },
        }),
  })) as RscLocation[]
}

function splitId({ id }: RscLocation, at: number): string {
  return `${prefix}${id}-${at + 1}`
}

/** A set or rule that another constraint has too; what it was a reference to stays the same. */
function reference<E extends CibElement & { readonly id?: string; readonly idRef?: string }>(element: E): E {
  const { element: name, id, idRef = id } = element
  const empty = name === 'rule' ? { expressions: [] } : { resourceRefs: [] }
  return { element: name, idRef, ...empty } as unknown as E
}

function withoutLifetime(location: RscLocation): RscLocation {
  const { lifetime, node, score, rules, ...rest } = location
  if (lifetime === undefined) return location
  const own = rules.length > 0 ? rules : [nodeRule(location)]
  const times = lifetime.rules.length > 1 ? [eitherOf(location, lifetime.rules)] : lifetime.rules
  const rule: Rule = {
    element: 'rule',
    id: `${prefix}${location.id}-lifetime-and-rule`,
    booleanOp: 'and',
    expressions: [...own, ...times],
  }
  return { ...rest, rules: [rule] }
}

function eitherOf({ id }: RscLocation, expressions: readonly Rule[]): Rule {
  return { element: 'rule', id: `${prefix}${id}-lifetime-or-rule`, booleanOp: 'or', expressions }
}

function nodeRule({ id, node, score }: RscLocation): Rule {
  const ruleId = `${prefix}${id}-node-score-rule`
  return {
    element: 'rule',
    id: ruleId,
    ...(score === undefined ? {} : { score }),
    expressions: [
      {
        element: 'expression',
        id: `${ruleId}-expr`,
        attribute: '#uname',
        operation: 'eq',
        ...(node === undefined ? {} : { value: node }),
      },
    ],
  }
}

/** A permission for a location that is several since 4.0 is one for each of them. */
export const splitReferences: Change = (element, _, { ids }) => {
  if (element.element !== 'acl_permission' || element.reference === undefined) return undefined
  const location = ids().byId.get(element.reference)
  if (location?.element !== 'rsc_location' || location.rules.length < 2) return undefined
  const { reference: _reference, ...permission } = element
  const wanted = location.rules.map((_rule, at) => `@id = '${splitId(location, at)}'`)
  const xpath = `//*[${wanted.join(' or ')}]`
  return { element: { ...permission, xpath }, what: `reference ${location.id} as xpath` }
}

/** Since 4.0 no node is a ping node: a member that nothing runs on. */
export const pingNodes: Change = (element) => {
  if (element.element !== 'node' || element.type !== 'ping') return undefined
  return { element: { ...element, type: 'member' }, what: 'the type ping as member' }
}

/** The locations that keep everything off what was a ping node. */
export const pingLocations: Change = (element, { element: before }) => {
  if (element.element !== 'configuration' || before.element !== 'configuration') return undefined
  const pings = (before.nodes?.items ?? []).filter(({ type }) => type === 'ping')
  if (pings.length === 0) return undefined
  const bans = pings.map(
    ({ uname = '' }): RscLocation => ({
      element: 'rsc_location',
      id: `${prefix}ping-node-ban-${uname}`,
      rscPattern: '.*',
      node: uname,
      score: '-INFINITY',
      resourceDiscovery: 'never',
      resourceSets: [],
      rules: [],
    }),
  )
  const constraints = element.constraints ?? { element: 'constraints' as const, items: [] }
  const items = [...constraints.items, ...bans]
  return {
    element: { ...element, constraints: { ...constraints, items } },
    what: `bans from ${pings.map(({ uname }) => uname).join(', ')}`,
  }
}
