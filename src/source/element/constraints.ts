import { renamed, withUniqueIds } from '../../dsl/constraint/constraint-id.js'
import { enumerations } from '../../dsl/enumerations.js'
import type {
  Constraint,
  Lifetime,
  RscColocation,
  RscLocation,
  RscOrder,
  RscTicket,
  Rule,
} from '../../model/index.js'
import { type Code, call, nullCode, object, oneOrMany, required, text, unlessEmpty } from '../syntax/code.js'
import { type Fields, field, fieldsOf, filled } from '../syntax/fields.js'
import { convert, withCommentsOf } from './convert.js'
import { elementLiteral } from './literal.js'
import type { Scope } from './references.js'
import { resourceSetsCode } from './resource-sets.js'
import { ruleCode } from './rules.js'

/**
 * The constraints in their order. An id is left out where the builder generates the same one, the number
 * included that it appends where an id is in use.
 */
export function constraintCodes(
  constraints: readonly Constraint[],
  others: ReadonlySet<string>,
  scope: Scope,
): readonly Code[] {
  const codes = constraints.map((constraint) => constraintCode(constraint, false, scope))
  for (let changed = true; changed; ) {
    const generated = withUniqueIds(
      codes.map(({ value }) => value),
      others,
    )
    changed = false
    for (const [index, constraint] of constraints.entries()) {
      if (generated[index]?.id === constraint.id) continue
      codes[index] = constraintCode(constraint, true, scope)
      changed = true
    }
  }
  return codes
}

function constraintCode(constraint: Constraint, withId: boolean, scope: Scope): Code<Constraint> {
  const id = withId ? field(constraint.id, 'text') : undefined
  const code = convert<Constraint>(constraint, {
    becomes: (built) => renamed(built, String(constraint.id)),
    candidates: [() => callFor(constraint, [['id', id]], scope) as Code<Constraint>],
    otherwise: () => elementLiteral(constraint, scope.name),
  })
  return code as Code<Constraint>
}

function callFor(constraint: Constraint, own: Fields, scope: Scope): Code {
  switch (constraint.element) {
    case 'rsc_order':
      return orderCall(constraint, own, scope)
    case 'rsc_colocation':
      return colocationCall(constraint, own, scope)
    case 'rsc_location':
      return locationCall(constraint, own, scope)
    case 'rsc_ticket':
      return ticketCall(constraint, own, scope)
  }
}

function orderCall(order: RscOrder, own: Fields, scope: Scope): Code {
  const { first, then, firstAction, thenAction } = order
  const kinds = { kind: enumerations.kind, score: 'value', symmetrical: 'flag', requireAll: 'flag' } as const
  const fields = [...fieldsOf(order, kinds), ...lifetimeOf(order)]
  if (first === undefined || then === undefined) {
    return call('orderSets', setsOf(order, scope), options(own, fields))
  }
  const isSilent = firstAction === undefined && thenAction === undefined
  const actions: Fields = isSilent
    ? [['actions', nullCode]]
    : [
        ['firstAction', filled(firstAction, enumerations.action, 'start')],
        ['thenAction', filled(thenAction, enumerations.action, 'start')],
      ]
  return call('order', scope.refer(first), scope.refer(then), options(own, actions, fields))
}

function colocationCall(colocation: RscColocation, own: Fields, scope: Scope): Code {
  const { rsc, withRsc, score } = colocation
  const scored = [['score', filled(score, 'value', 'INFINITY')]] as const
  const fields = [...fieldsOf(colocation, { influence: 'flag' }), ...lifetimeOf(colocation)]
  if (rsc === undefined || withRsc === undefined) {
    return call('colocationSets', setsOf(colocation, scope), options(own, scored, fields))
  }
  const pair = fieldsOf(colocation, {
    rscRole: enumerations.role,
    withRscRole: enumerations.role,
    nodeAttribute: 'text',
  })
  return call('colocation', scope.refer(rsc), scope.refer(withRsc), options(own, pair, scored, fields))
}

function locationCall(location: RscLocation, own: Fields, scope: Scope): Code {
  const { id, rsc, rscPattern, node, score, rules, resourceSets } = location
  const kinds = { role: enumerations.role, resourceDiscovery: enumerations.resourceDiscovery } as const
  const fields = [...fieldsOf(location, kinds), ...lifetimeOf(location)]
  const ruled = rulesOf(rules, String(id))
  if (resourceSets.length > 0) {
    const where =
      node === undefined
        ? { rules: ruled }
        : { node: text(node), score: field(score, 'value') ?? required(score) }
    const named = [['id', field(id, 'text')]] as const
    return call('locationSets', setsOf(location, scope), object(where), options(named, fields))
  }
  const target = rsc === undefined ? object({ pattern: required(rscPattern) }) : scope.refer(rsc)
  const last = options(own, fields)
  if (rules.length > 0) return call('locationRule', target, ruled, last)
  const byDefault = last === undefined ? undefined : text('INFINITY')
  return call('location', target, required(node), filled(score, 'value', 'INFINITY') ?? byDefault, last)
}

function ticketCall(ticket: RscTicket, own: Fields, scope: Scope): Code {
  const name = required(ticket.ticket)
  const fields = fieldsOf(ticket, { lossPolicy: enumerations.lossPolicy })
  const role = fieldsOf(ticket, { rscRole: enumerations.role })
  if (ticket.rsc === undefined) return call('ticketSets', name, setsOf(ticket, scope), options(own, fields))
  return call('ticket', name, scope.refer(ticket.rsc), options(own, role, fields))
}

function setsOf({ id, resourceSets }: Constraint, scope: Scope): Code {
  return resourceSetsCode(resourceSets, String(id), scope)
}

function options(...fields: readonly Fields[]): Code<object> | undefined {
  return unlessEmpty(object(fields.flat()))
}

function lifetimeOf({ id, lifetime }: { readonly id?: string; readonly lifetime?: Lifetime }): Fields {
  if (lifetime === undefined) return []
  return [['lifetime', withCommentsOf(rulesOf(lifetime.rules, `${id}-lifetime`), lifetime)]]
}

function rulesOf(rules: readonly Rule[], owner: string): Code {
  const used = new Set<string>()
  return oneOrMany(rules.map((rule) => ruleCode(rule, owner, used)))
}
