import type { Definition, Module } from '../syntax/module.js'
import type { VariableNames } from '../syntax/names.js'
import { withHelperFunctions } from './helper-functions.js'
import { withInlinedHelpers } from './inlined-helpers.js'
import { withListVariables } from './list-variables.js'
import { type LoopScope, withLoops } from './loops.js'
import { withResourceLists } from './resource-lists.js'
import { withSharedValues } from './shared-values.js'

/** The module with functions, loops, lists and variables in place of what repeats. */
export function factored(module: Module, names: VariableNames): Module {
  const definitions = withHelperFunctions(module.definitions, names)
  const scope: LoopScope = {
    names,
    ids: new Map(definitions.flatMap(({ name, id }) => (id === undefined ? [] : [[name, id] as const]))),
    parameters: new Map(
      definitions.flatMap(({ name, parameters }) => (parameters ? [[name, parameters.names] as const] : [])),
    ),
  }
  const looped = { definitions, cluster: withLoops(module.cluster, scope) }
  const listed = withListVariables(withResourceLists(looped, scope), names)
  const folded = { ...listed, definitions: listed.definitions.map((each) => withLoopsInside(each, scope)) }
  return withSharedValues(withInlinedHelpers(folded), names)
}

/** A definition with loops; a list that is one loop is its result. */
function withLoopsInside(definition: Definition, scope: LoopScope): Definition {
  if (definition.parameters !== undefined) return definition
  const expression = withLoops(definition.expression, scope)
  const [first, ...others] = expression.kind === 'array' ? expression.items : []
  const isOneLoop =
    others.length === 0 &&
    first?.kind === 'spread' &&
    expression.comments === undefined &&
    !expression.closing
  return { ...definition, expression: isOneLoop ? first.of : expression }
}
