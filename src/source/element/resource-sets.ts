import { resourceSetOf, type SetOption } from '../../dsl/constraint/resource-sets.js'
import { enumerations } from '../../dsl/enumerations.js'
import type { ResourceSet } from '../../model/index.js'
import { array, type Code, merge, object } from '../syntax/code.js'
import { field, fieldsOf } from '../syntax/fields.js'
import { convert, withCommentsOf } from './convert.js'
import { elementLiteral } from './literal.js'
import type { Scope } from './references.js'

/** The sets of the constraint of that id. */
export function resourceSetsCode(sets: readonly ResourceSet[], constraint: string, scope: Scope): Code {
  const used = new Set<string>()
  return array(sets.map((set) => resourceSetCode(set, constraint, used, scope)))
}

function resourceSetCode(set: ResourceSet, constraint: string, used: Set<string>, scope: Scope): Code {
  const refs = set.resourceRefs.map((ref) => withCommentsOf(scope.refer(String(ref.id)), ref))
  const options = object([
    ['resources', array(refs)],
    ...fieldsOf(set, {
      sequential: 'flag',
      requireAll: 'flag',
      ordering: enumerations.ordering,
      action: enumerations.action,
      role: enumerations.role,
      score: 'value',
      kind: enumerations.kind,
    }),
  ])
  const reference = object({ idRef: field(set.idRef, 'text') })
  return convert(set, {
    becomes: (given, used) => resourceSetOf(constraint, given as SetOption, used),
    candidates: [
      ...(set.idRef === undefined ? [] : [() => reference]),
      () => options,
      () => merge(object({ id: field(set.id, 'text') }), options),
    ],
    otherwise: () => elementLiteral(set, scope.name),
    used,
    bare: true,
  })
}
