/** The types in src/dsl/agents: the parameters of the agents that src/agents knows, as interfaces. */
import { agentMetadata } from '../../src/agents/agent-metadata.js'
import { agentsInterface, declarationsOf, interfaceOf } from '../../src/agents/declaration.js'
import { agentNames } from '../../src/agents/table.js'
import { baseOfAll, type Family, familiesOf, inFamilies } from './families.js'

const groups = {
  heartbeat: /^ocf:heartbeat:/,
  pacemaker: /^ocf:pacemaker:/,
  stonith: /^stonith:/,
  other: /^ocf:(?!heartbeat:|pacemaker:)/,
}

/** The text of each module with types, by its path below src. */
export function agentTypes(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(groups).map(([group, names]) => [
      `dsl/agents/${group}.generated.ts`,
      moduleOf(group, names),
    ]),
  )
}

function moduleOf(group: string, names: RegExp): string {
  const agents = agentNames()
    .filter((name) => names.test(name))
    .flatMap((name) => agentMetadata(name) ?? [])
  const isFencing = group === 'stonith'
  const families: readonly Family[] = isFencing ? familiesOf(agents) : []
  const declared = isFencing ? agents.map((agent) => inFamilies(agent, families)) : agents
  const declarations = declarationsOf(declared)
  const all = agentsInterface(`${group[0]?.toUpperCase()}${group.slice(1)}Agents`, declarations)
  const body = [
    ...(isFencing ? [baseOfAll, ...families] : []).map(({ name, about, parameters }) =>
      interfaceOf(name, [about], { parameters }),
    ),
    ...declarations.map(({ text }) => text),
    `/** The parameters of agents, by their names. */\n${all}`,
  ]
    .join('\n\n')
    .replace(/^export (?=(interface|type) (?!Fencing)\w+Parameters\b)/gm, '')
  const used = (all: readonly string[]) =>
    all.filter((name) => body.includes(`: ${name}`) || body.includes(`| ${name}`)).join(', ')
  const values = used(['BooleanParameter', 'IntegerParameter', 'TextParameter'])
  return [
    '/* The parameters of agents as types. Made by scripts/agents.mjs. */',
    '',
    ...(used(['NvpairBuilder'])
      ? ["import type { NvpairBuilder } from '../attribute/attribute-sets.js'"]
      : []),
    `import type { ${values} } from './parameter-values.js'`,
    '',
    body,
    '',
  ].join('\n')
}
