import type { AgentMetadata, ParameterMetadata } from './metadata.js'

/** An agent whose metadata may have texts, which become comments. */
export interface DeclaredAgent extends AgentMetadata {
  readonly description?: string
  readonly parameters: readonly DeclaredParameter[]
  /** The interfaces that its own extends: none unless given. */
  readonly bases?: readonly string[]
}

export type DeclaredParameter = ParameterMetadata & { readonly description?: string }

/** An interface of TypeScript for the parameters of an agent. */
interface Declaration {
  readonly agent: string
  readonly interface: string
  readonly text: string
}

/** One interface for each agent, in the names of `dsl/agents`. The names of the interfaces are unique. */
export function declarationsOf(agents: readonly DeclaredAgent[]): readonly Declaration[] {
  const used = new Set(reserved)
  return agents.map((agent) => {
    const parts = agent.name.split(':')
    const names = [parts.slice(-1), parts.slice(1), parts].map((some) => `${pascalCase(some)}Parameters`)
    const name = names.find((each) => !used.has(each)) ?? `${pascalCase(parts)}${used.size}Parameters`
    used.add(name)
    const about = [`The parameters of ${agent.name}.`, untagged(agent.description)]
    return { agent: agent.name, interface: name, text: interfaceOf(name, about, agent) }
  })
}

/** Interfaces that a module of declarations names beside those of the agents. */
const reserved: readonly string[] = ['AgentParameters', 'FencingParameters']

/** An interface, exported, with a field for each parameter; `about` are the paragraphs of its comment. */
export function interfaceOf(
  name: string,
  about: readonly string[],
  { parameters, bases = [] }: Pick<DeclaredAgent, 'parameters' | 'bases'>,
): string {
  const head = comment(about, '')
  if (parameters.length === 0 && bases.length === 0)
    return [...head, `export type ${name} = Record<never, never>`].join('\n')
  const from = bases.length === 0 ? '' : ` extends ${bases.join(', ')}`
  return [...head, `export interface ${name}${from} {`, ...parameters.map(fieldOf), '}'].join('\n')
}

/** What TypeScript knows of every object. */
const ofObject: readonly string[] = [
  'constructor',
  'hasOwnProperty',
  'isPrototypeOf',
  'propertyIsEnumerable',
  'toLocaleString',
  'toString',
  'valueOf',
]

/** The field of a parameter in the interface of its agent, with its comment. */
export function fieldOf(parameter: DeclaredParameter): string {
  const { name } = parameter
  // Every object has these, and is to match where it is not given one of its own.
  const inherited = ofObject.includes(name) ? ` | Object['${name}']` : ''
  const field = `  readonly ${key(name)}${isNeeded(parameter) ? '' : '?'}: ${typeOf(parameter)}${inherited}`
  return [...comment(textsOf(parameter), '  '), field].join('\n')
}

/** An interface with a field for each agent, its parameters. */
export function agentsInterface(name: string, declarations: readonly Declaration[]): string {
  const lines = declarations.map((each) => `  readonly ${quoted(each.agent)}: ${each.interface}`)
  return [`export interface ${name} {`, ...lines, '}'].join('\n')
}

/** The new name of two is the one to write. */
function isNeeded({ required, deprecated, replacedBy }: ParameterMetadata): boolean {
  return required && !(deprecated && replacedBy !== undefined)
}

/** The interface of what Pacemaker reads of every fencing device, in `dsl/agents`. */
const fencing = 'FencingParameters'

/** A module of TypeScript that adds these agents to the DSL, in place of what lightcib knows of them. */
export function declarationModule(agents: readonly DeclaredAgent[]): string {
  const declarations = declarationsOf(
    agents.map((agent) => (agent.name.startsWith('stonith:') ? { ...agent, bases: [fencing] } : agent)),
  )
  const body = declarations.map(({ text }) => text).join('\n\n')
  const names = ['BooleanParameter', fencing, 'IntegerParameter', 'NvpairBuilder', 'TextParameter']
  const used = names.filter((name) => new RegExp(`(: |\\| |extends )${name}\\b`).test(body))
  const known = agentsInterface('AgentParameters', declarations).replace(/^export /, '')
  return [
    '/* Made by lightcib agents. */',
    // An import makes a module of the file, which only a module may add to another.
    `import ${used.length === 0 ? "'lightcib'" : `type { ${used.join(', ')} } from 'lightcib'`}`,
    '',
    "declare module 'lightcib' {",
    ...known.split('\n').map((line) => `  ${line}`),
    '}',
    '',
    body,
    '',
  ].join('\n')
}

/** The type of the values that a parameter may have. */
export function typeOf({ type, values, default: byDefault = '' }: ParameterMetadata): string {
  if (type === 'boolean') return 'BooleanParameter'
  if (type === 'integer' || type === 'second') return 'IntegerParameter'
  if (type === 'string' && /^(true|false)$/.test(byDefault)) return 'BooleanParameter | TextParameter'
  return type === 'select' && values !== undefined
    ? [...values.map(quoted), 'NvpairBuilder'].join(' | ')
    : 'TextParameter'
}

function textsOf({
  description,
  default: byDefault = '',
  deprecated,
  replacedBy,
}: DeclaredParameter): readonly string[] {
  const isShort = byDefault !== '' && byDefault.length <= 60 && !/[`\n]/.test(byDefault)
  const instead = replacedBy === undefined ? '' : ` Write \`${replacedBy}\`.`
  return [
    untagged(description),
    isShort ? `Default \`${byDefault}\`.` : '',
    deprecated ? `@deprecated${instead}` : '',
  ]
}

/** The text of an agent, no line of which is a tag of a documentation comment. */
function untagged(text = ''): string {
  return text.replace(/^\s*@/gm, '\\@')
}

/** A documentation comment of these paragraphs; nothing where all are empty. */
function comment(paragraphs: readonly string[], indent: string): readonly string[] {
  const lines = paragraphs
    .flatMap((text) => text.split('\n'))
    .map((line) => line.trim().replaceAll('*/', '*\\/'))
    .filter((line) => line !== '')
  if (lines.length === 0) return []
  if (lines.length === 1) return [`${indent}/** ${lines[0]} */`]
  return [`${indent}/**`, ...lines.map((line) => `${indent} * ${line}`), `${indent} */`]
}

function key(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : quoted(name)
}

function quoted(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
}

/** `IPaddr2`, `RabbitmqCluster`, `FenceXvm`. */
function pascalCase(words: readonly string[]): string {
  const parts = words.flatMap((word) => word.split(/[^A-Za-z0-9]+/)).filter((part) => part !== '')
  const text = parts.map((part) => part[0]?.toUpperCase() + part.slice(1)).join('')
  return /^\d/.test(text) ? `Agent${text}` : text
}
