import { type Expression, mapParts, substitute } from '../syntax/expression.js'
import type { Module } from '../syntax/module.js'
import { camelCase, type VariableNames } from '../syntax/names.js'
import { textOf } from '../syntax/one-line.js'
import { DisjointSubtrees } from './disjoint-subtrees.js'
import { agentName } from './resource-names.js'

/** What a variable must save, in characters, and how long its expression must be. */
const worthwhile = { saved: 120, length: 40 } as const

/** The module with a variable for each value that repeats; one that contains another comes after it. */
export function withSharedValues(module: Module, names: VariableNames): Module {
  const shared = new Set<string>()
  let { definitions, cluster } = module
  for (;;) {
    const expressions = [...definitions.map(({ expression }) => expression), cluster]
    const disjoint = new DisjointSubtrees(expressions)
    const repeats = longestRepeats(expressions, shared).filter((repeat) =>
      disjoint.select(repeat.expressions),
    )
    if (repeats.length === 0) return { definitions, cluster }
    const added = repeats.map(({ expressions: [expression], name }) => ({
      name: names.claim(camelCase(name)),
      expression,
    }))
    const variables = new Map(added.map(({ name, expression }) => [textOf(expression), name]))
    const replace = (expression: Expression): Expression | undefined => {
      const name = variables.get(textOf(expression))
      return name === undefined ? undefined : { kind: 'name', text: name }
    }
    for (const { name } of added) shared.add(name)
    cluster = substitute(cluster, replace)
    const rest = definitions.map((definition) => ({
      ...definition,
      expression: substitute(definition.expression, replace),
    }))
    definitions = [...added, ...rest]
  }
}

/** An expression that occurs in several places. */
interface Repeat {
  readonly expressions: [Expression, ...Expression[]]
  /** What it is for where it occurs first: `dummy operations`. */
  readonly name: string
}

/** What repeats enough to be a variable, the longest first; `shared` are the variables that may occur in it. */
function longestRepeats(expressions: readonly Expression[], shared: ReadonlySet<string>): readonly Repeat[] {
  const found = new Map<string, Repeat>()
  for (const expression of expressions) collect(expression, { agent: 'shared', key: '' }, shared, found)
  return [...found]
    .filter(([text, repeat]) => (repeat.expressions.length - 1) * text.length >= worthwhile.saved)
    .sort(([one], [other]) => other.length - one.length)
    .map(([, repeat]) => repeat)
}

/** What an expression is for: the agent of the resource around it, and the key that it is under. */
interface Purpose {
  readonly agent: string
  readonly key: string
}

/** Adds the parts of an expression that could be variables to `found`; true where it could be one itself. */
function collect(
  expression: Expression,
  purpose: Purpose,
  shared: ReadonlySet<string>,
  found: Map<string, Repeat>,
): boolean {
  if (expression.kind === 'literal') return true
  if (expression.kind === 'name') return shared.has(expression.text)
  if (expression.kind === 'local' || (expression.kind === 'call' && expression.callee === 'raw')) return false
  let isFree = expression.kind !== 'call' || partBuilders.includes(expression.callee)
  mapParts(expression, (part, at) => {
    isFree = collect(part, purposeOf(expression, purpose, at), shared, found) && isFree
    return part
  })
  const text = isFree ? textOf(expression) : undefined
  if (text === undefined || text.length < worthwhile.length) return isFree
  const before = found.get(text)
  if (before !== undefined) before.expressions.push(expression)
  else found.set(text, { expressions: [expression], name: `${purpose.agent} ${purpose.key}` })
  return true
}

/** The builders whose result may be used in several places: it has no id before an element contains it. */
const partBuilders: readonly string[] = [
  'attributeSet',
  'attributeSetRef',
  'dateExpression',
  'docker',
  'expression',
  'nvpair',
  'operations',
  'operationsRef',
  'opExpression',
  'permission',
  'podman',
  'portMapping',
  'recipient',
  'rkt',
  'rscExpression',
  'rule',
  'ruleRef',
  'storageMapping',
]

/** The purpose of a part: its property, the parameters or options of an agent, or the options of a call. */
function purposeOf(expression: Expression, purpose: Purpose, at: string | number): Purpose {
  const agent = agentName(expression) || purpose.agent
  if (expression.kind === 'object') return { agent, key: String(at) }
  if (expression.kind !== 'call' || partBuilders.includes(expression.callee)) {
    return { agent, key: purpose.key }
  }
  if (agentName(expression) !== '') {
    return { agent, key: at === expression.args.length - 1 ? 'options' : 'parameters' }
  }
  const part = expression.args[Number(at)]
  if (part?.kind === 'call') return { agent, key: part.callee }
  return expression.callee === 'withExtra'
    ? { agent: 'extra', key: '' }
    : { agent: expression.callee, key: 'options' }
}
