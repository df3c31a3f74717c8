import { type Expression, substitute, walkExpression } from '../syntax/expression.js'
import type { Module } from '../syntax/module.js'

/** The module without the functions that one loop alone calls: the loop has what they return. */
export function withInlinedHelpers({ definitions, cluster }: Module): Module {
  const calls = new Map<string, number>()
  for (const expression of [...definitions.map((each) => each.expression), cluster]) {
    walkExpression(expression, (part) => {
      if (part.kind === 'call') calls.set(part.callee, (calls.get(part.callee) ?? 0) + 1)
    })
  }
  const bodies = new Map(
    definitions.flatMap(({ name, expression, parameters }) =>
      parameters !== undefined && calls.get(name) === 1 ? [[name, { expression, parameters }] as const] : [],
    ),
  )
  const inlined = new Set<string>()
  const insert = (expression: Expression): Expression =>
    substitute(expression, (part) => {
      if (part.kind !== 'map' || part.body.kind !== 'call') return undefined
      const { callee, args } = part.body
      const helper = bodies.get(callee)
      const isPassedOn =
        helper?.parameters.names.length === args.length &&
        args.every((arg, at) => arg.kind === 'local' && arg.text === helper.parameters.names[at])
      if (helper === undefined || !isPassedOn) return undefined
      inlined.add(callee)
      return { ...part, body: helper.expression }
    })
  const rest = definitions.map((each) => ({ ...each, expression: insert(each.expression) }))
  const inserted = insert(cluster)
  return { definitions: rest.filter(({ name }) => !inlined.has(name)), cluster: inserted }
}
