import { kindName } from '../element/agent-name.js'
import type { Doc } from '../syntax/expression.js'
import { VariableNames } from '../syntax/names.js'
import { quote } from '../syntax/quote.js'
import type { Column } from './columns.js'
import type { Definition } from './definitions.js'
import { bestFamilies, type Call, type Family } from './parameterised-calls.js'
import { fillHoles, type Hole, namesIn, replaceDoc, skeletonOf } from './skeleton.js'

/**
 * The definitions with a function for resources that are alike but for one or two values, such as
 * virtual IPs or clones of systemd units. The functions come first, those that others call before them.
 */
export function withHelpers(definitions: readonly Definition[], names: VariableNames): readonly Definition[] {
  let all = definitions
  for (;;) {
    const made = bestFamilies(all.map(({ doc }) => doc)).map((family) => helperOf(family, names))
    if (made.length === 0) return all
    const calls = new Map(made.flatMap((helper) => [...helper.calls]))
    const replace = (doc: Doc) => calls.get(doc)
    const rest = all.map((definition) => ({ ...definition, doc: replaceDoc(definition.doc, replace) }))
    all = [...made.map(({ helper }) => helper), ...rest]
  }
}

interface Parameter {
  readonly name: string
  readonly type: string
  /** True where an id is made of it, so that its type must stay literal. */
  readonly isId: boolean
}

/** The function for a family, and the call of it in place of each call of the family. */
function helperOf({ calls, table }: Family, names: VariableNames) {
  const [first] = calls as readonly [Call, ...Call[]]
  const holes = skeletonOf(first)?.holes ?? []
  const bases = table.bases
    .map((base, index) => ({ ...base, index }))
    .sort((one, other) => one.hole - other.hole)
  const parameters = new Map<number, Parameter>()
  const own = new VariableNames(namesIn(first))
  for (const { index, hole, values } of bases) {
    const isId = table.columns.some((column, at) => usesBase(column, index) && isIdHole(holes[at]))
    const key = holes[hole]?.key
    const name = own.claim(typeof key === 'string' ? key : 'id')
    names.reserve(name)
    parameters.set(index, { name, type: typeOf(values), isId })
  }
  const ordered = bases.map(({ index }) => parameters.get(index) as Parameter)
  let at = 0
  const body = fillHoles(first, (hole) => columnDoc(table.columns[at++], hole, parameters))
  const name = names.claim(kindName(first))
  const replaced = calls.map((call, row): [Doc, Doc] => {
    const args = bases.map(({ values }) => literal(values[row] ?? ''))
    return [call, { kind: 'call', callee: name, args }]
  })
  return { helper: { name, doc: body, parameters: signature(ordered) }, calls: new Map(replaced) }
}

function usesBase(column: Column, index: number): boolean {
  return column.kind === 'made' && column.base === index
}

function isIdHole(hole: Hole | undefined): boolean {
  return hole?.key === 0 || hole?.key === 'id'
}

function typeOf(values: readonly (string | number)[]): string {
  return [...new Set(values.map((value) => typeof value))].sort().reverse().join(' | ')
}

/** `<const Id extends string>(id: Id, ip: string)` */
function signature(parameters: readonly Parameter[]): string {
  const typeName = ({ name }: Parameter) => name.charAt(0).toUpperCase() + name.slice(1)
  const generic = parameters
    .filter(({ isId }) => isId)
    .map((parameter) => `const ${typeName(parameter)} extends ${parameter.type}`)
  const list = parameters.map(
    (parameter) => `${parameter.name}: ${parameter.isId ? typeName(parameter) : parameter.type}`,
  )
  return `${generic.length === 0 ? '' : `<${generic.join(', ')}>`}(${list.join(', ')})`
}

function columnDoc(column: Column | undefined, hole: Hole, parameters: ReadonlyMap<number, Parameter>): Doc {
  if (column === undefined || column.kind === 'same') return literal(hole.value)
  const name = parameters.get(column.base)?.name ?? ''
  const { before, after } = column
  return { kind: 'local', text: before + after === '' ? name : `\`${before}\${${name}}${after}\`` }
}

function literal(value: string | number): Doc {
  return { kind: 'literal', text: typeof value === 'string' ? quote(value) : String(value), value }
}
