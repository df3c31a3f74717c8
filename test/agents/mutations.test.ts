import { expect, test } from 'vitest'
import { agentMetadata } from '../../src/agents/agent-metadata.js'
import type { AgentMetadata, ParameterMetadata } from '../../src/agents/metadata.js'
import { agentNames } from '../../src/agents/table.js'
import { check, cluster, primitive } from '../../src/index.js'
import { compilerOutput, withModules } from '../support/typescript.js'

/** Parameters of an agent with one change, and the finding that it is; undefined for a change that is right. */
interface Case {
  readonly agent: string
  readonly parameters: Readonly<Record<string, string>>
  readonly code: string | undefined
}

const cases = 2000
const compiled = 200

/** The next of a fixed row of numbers below a limit. */
let state = Number(process.env.SEED ?? 1)
function below(limit: number): number {
  state = (state * 48_271) % 2_147_483_647
  return state % limit
}

function pick<Item>(items: readonly Item[]): Item | undefined {
  return items[below(Math.max(items.length, 1))]
}

const agents = agentNames()
  .map(agentMetadata)
  .filter((agent): agent is AgentMetadata => (agent?.parameters.length ?? 0) > 0)

function rightValue({ type, values = [] }: ParameterMetadata): string {
  if (type === 'select') return pick(values) ?? ''
  if (type === 'boolean') return pick(['true', 'false', 'yes', '0']) ?? ''
  return type === 'string' ? (pick(['some text', '/srv', '7']) ?? '') : String(below(100))
}

function isReplaced({ deprecated, replacedBy }: ParameterMetadata): boolean {
  return deprecated && replacedBy !== undefined
}

/** The required parameters, and two of the others. */
function rightParameters({ parameters }: AgentMetadata): Map<string, string> {
  const required = parameters.filter((each) => each.required && !isReplaced(each))
  const others = [pick(parameters), pick(parameters)].flatMap((each) => each ?? [])
  return new Map([...required, ...others].map((each) => [each.name, rightValue(each)]))
}

function changed(agent: AgentMetadata): Case {
  const { name, parameters } = agent
  const given = rightParameters(agent)
  const result = (code: string | undefined) => ({ agent: name, parameters: Object.fromEntries(given), code })
  const kind = pick(['name', 'type', 'missing', 'right'])
  if (kind === 'name') {
    const unknown = `${pick(parameters)?.name}q`
    given.set(unknown, '1')
    return result('parameter-unknown')
  }
  if (kind === 'type') {
    const typed = pick(parameters.filter(({ type }) => type !== 'string'))
    if (typed === undefined) return result(undefined)
    given.set(typed.name, pick(['maybe not', '1x', '?']) ?? '')
    return result('parameter-invalid')
  }
  if (kind === 'missing') {
    const required = pick(parameters.filter((each) => each.required && !isReplaced(each)))
    if (required === undefined) return result(undefined)
    given.delete(required.name)
    for (const each of parameters) if (each.replacedBy === required.name) given.delete(each.name)
    return result('parameter-missing')
  }
  return result(undefined)
}

const all = Array.from({ length: cases }, () => changed(pick(agents) as AgentMetadata))
const ours = ['parameter-unknown', 'parameter-missing', 'parameter-invalid']

test(`check finds those of ${cases} changes of parameters that the metadata forbid, and no other`, () => {
  const wrong = all.flatMap(({ agent, parameters, code }) => {
    const found = check(cluster({ resources: [primitive('x', agent as string, parameters)] }), {
      policies: [],
    })
    const codes = [...new Set(found.map((finding) => finding.code))].filter((each) => ours.includes(each))
    return codes.join() === (code ?? '') ? [] : [{ agent, parameters, code, codes }]
  })
  expect(wrong.slice(0, 5)).toEqual([])
  for (const code of ours) expect(all.filter((each) => each.code === code).length).toBeGreaterThan(100)
})

test(`the compiler finds the same of ${compiled}`, async () => {
  const some = all.slice(0, compiled)
  const lines = some.map(({ agent, parameters }, at) => {
    const words = `primitive('x', ${JSON.stringify(agent)}, ${JSON.stringify(parameters)})`
    return `export const x${at} = ${words}`
  })
  const source = ["import { primitive } from 'lightcib'", ...lines].join('\n')
  const output = await withModules({ 'module.ts': source }, compilerOutput)
  const found = [...output.matchAll(/module\.ts\((\d+),\d+\): error/g)].map(([, line]) => Number(line) - 2)
  const wrong = some.filter(({ code }, at) => (code !== undefined) !== found.includes(at))
  expect(wrong).toEqual([])
})
