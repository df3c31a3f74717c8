import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { agentMetadataIn, releasesOf } from '../../src/agents/agent-metadata.js'
import type { ActionMetadata, AgentMetadata, ParameterMetadata } from '../../src/agents/metadata.js'
import { agentNames } from '../../src/agents/table.js'
import { root as project } from '../support/tools.js'
import { debian11, debian13, describeOn, type System } from './systems.js'

interface Printed {
  readonly parameters: readonly Readonly<Record<string, string | null | readonly string[]>>[]
  readonly actions: readonly Readonly<Record<string, string>>[]
}

const debian12: System = { ...debian13, name: 'Debian 12', root: '/' }
const releases = new Map([
  [debian11.name, 'debian-11'],
  [debian12.name, 'debian-12'],
  [debian13.name, 'debian-13'],
])

describeOn([debian11, debian12, debian13], 'the metadata of agents', ({ name, root }) => {
  const release = releases.get(name) as string
  const hasAgents = existsSync(join(root, 'usr/sbin/fence_ipmilan'))

  it.skipIf(!hasAgents)('are in the table without loss', () => {
    const script = join(project, 'test/support/agents.py')
    const text = execFileSync('python3', [script, root], { encoding: 'utf8', maxBuffer: 1e9 })
    const printed = JSON.parse(text) as Readonly<Record<string, Printed>>
    for (const [agent, { parameters, actions }] of Object.entries(printed)) {
      const known = agentMetadataIn(agent, release)
      const isFencing = agent.startsWith('stonith:')
      const replacements = new Map(parameters.map((each) => [each.obsoletes, each.name]))
      const unlike = [...new Map(parameters.toReversed().map((each) => [each.name, each])).values()]
      expect(sorted(known?.parameters.map(plain)), agent).toEqual(
        sorted(unlike.map((each) => expected(each, isFencing, replacements, known))),
      )
      const added = isFencing ? ['start', 'stop'].map((name) => ({ name, timeout: '20' })) : []
      expect(unique(known?.actions.map(plainAction)), agent).toEqual(
        unique([...actions, ...added].map(expectedAction)),
      )
    }
    // Those of Debian 12 are from more packages than the tests install.
    if (root === '/') return
    const others = agentNames().filter((agent) => releasesOf(agent).includes(release))
    expect(others.filter((agent) => !Object.hasOwn(printed, agent))).toEqual([])
  })
})

function plain(parameter: ParameterMetadata) {
  const { name, default: byDefault = null, values = [], uniqueGroup = null, replacedBy = null } = parameter
  const { type, required, reloadable, deprecated } = parameter
  return { name, type, required, default: byDefault, values, uniqueGroup, reloadable, deprecated, replacedBy }
}

function expected(
  given: Printed['parameters'][number],
  isFencing: boolean,
  replacements: ReadonlyMap<unknown, unknown>,
  known: AgentMetadata | undefined,
) {
  const name = String(given.name)
  const byDefault = given.default as string | null
  const ours = known?.parameters.find((each) => each.name === name)
  const options = given.options as readonly string[]
  const isSet = (value: unknown) => value === '1'
  const isGiven = isFencing && ['action', 'plug', 'port'].includes(name)
  const named = byDefault?.includes('lightcib-resource-name') ? null : byDefault
  return {
    name,
    // A type that the agent contradicts is left open.
    type: ours?.type === 'string' ? 'string' : given.type,
    required: isSet(given.required) && !isGiven && (byDefault ?? '') === '',
    default: named,
    values: options,
    uniqueGroup: given['unique-group'] ?? (isSet(given.unique) ? name : null),
    reloadable: isSet(given.reloadable),
    deprecated: isSet(given.deprecated),
    replacedBy: replacements.get(name) ?? null,
  }
}

function plainAction({ name, role, timeout, interval, depth, startDelay }: ActionMetadata) {
  return [name, role, timeout, interval, depth, startDelay].map((value) => String(value ?? ''))
}

function expectedAction(given: Readonly<Record<string, string>>) {
  const seconds = (text = '') =>
    /^\d+m$/.test(text) ? `${Number.parseInt(text, 10) * 60}` : text.replace(/s$/, '')
  const role = { Master: 'Promoted', Slave: 'Unpromoted' }[given.role ?? ''] ?? given.role ?? ''
  const times = [given.timeout, given.interval].map(seconds)
  return [given.name ?? '', role, ...times, given.depth ?? '', seconds(given['start-delay'])]
}

function sorted<Item extends { readonly name: unknown }>(items: readonly Item[] = []): readonly Item[] {
  return items.toSorted((a, b) => (String(a.name) < String(b.name) ? -1 : 1))
}

function unique(actions: readonly (readonly string[])[] = []): readonly string[] {
  return [...new Set(actions.map((each) => JSON.stringify(each)))].sort()
}
