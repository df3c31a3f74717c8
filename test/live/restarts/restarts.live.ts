import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cluster } from 'lightcib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AgentMetadata } from '../../../src/agents/metadata.js'
import { readCib, writeCib } from '../../../src/cib/index.js'
import { type Cluster, primitivesOf, type Resource } from '../../../src/model/index.js'
import { readMetadata } from '../../../src/pacemaker/metadata/read-metadata.js'
import { improvePlan } from '../../../src/plan/effect/improve.js'
import type { Verdict } from '../../../src/plan/effect/value-verdicts.js'
import { type Plan, plan } from '../../../src/plan/plan.js'
import { root } from '../../support/tools.js'
import { describeAsRoot } from '../as-root.js'
import { Machines } from '../machines.js'
import { settle } from '../running.js'
import { note } from '../scenarios/note.js'
import { changes, ownAgents, type ResourceChange } from './changes.js'

const node = 'node1'
const folder = '/usr/lib/ocf/resource.d/lightcib'
const log = '/var/log/pacemaker/pacemaker.log'

/** What is done to each resource, by its id: `restart`, `reload`, `start`, `stop`, `promote`, `demote`. */
type Done = ReadonlyMap<string, readonly string[]>

describeAsRoot('restart, reload or nothing', () => {
  let machines: Machines
  const ask = (command: string) => machines.ask(node, command)
  const live = () => readCib(ask('cibadmin --query')).output as Cluster

  beforeAll(() => {
    machines = new Machines([node])
    ask(`mkdir ${folder}`)
    for (const name of ownAgents) {
      machines.write(node, `${folder}/${name}`, readFileSync(join(root, 'test/live/restarts/agent'), 'utf8'))
      ask(`chmod 755 ${folder}/${name}`)
    }
    ask(`timeout 60 bash -c 'until crm_mon --one-shot | grep -q "Online: \\\\["; do sleep 0.5; done'`)
    ask(
      'pcs property set stonith-enabled=false placement-strategy=utilization; pcs node utilization node1 cpu=100',
    )
  })
  afterAll(() => machines?.down())

  /** Makes these the resources of the cluster, and waits until it has done what follows. */
  function push(resources: readonly Resource[]): void {
    const xml = writeCib(cluster({ resources: [...resources] })).output ?? ''
    machines.write(node, '/root/resources.xml', /<resources>[\s\S]*<\/resources>/.exec(xml)?.[0] ?? '')
    ask('cibadmin --replace --scope resources --xml-file /root/resources.xml')
    settle(machines, node)
  }

  const described = new Map<string, AgentMetadata | undefined>()

  /** The metadata of an agent as it is installed on the machine. */
  function agents(name: string): AgentMetadata | undefined {
    if (!described.has(name))
      described.set(
        name,
        readMetadata(name, machines.on(node, `crm_resource --show-metadata '${name}'`).stdout),
      )
    return described.get(name)
  }

  /** What the log of Pacemaker has of operations since a place in it. */
  function doneSince(line: number): Done {
    const found = new Map<string, string[]>()
    for (const text of ask(`tail -n +${line + 1} ${log}`).split('\n')) {
      const [, operation = '', id = ''] = /Result of (\S+) operation for ([^\s:]+)\S* on /.exec(text) ?? []
      if (!/^(start|stop|reload|reload-agent|promote|demote)$/.test(operation)) continue
      found.set(id, [...(found.get(id) ?? []), operation.replace('-agent', '')])
    }
    return new Map([...found].map(([id, all]) => [id, shown(all)]))
  }

  test.each([
    ['every eighth, changed', changes.filter((_, at) => at % 8 === 0)],
    ['changed', changes],
    [
      'changed back',
      changes
        .filter(isManagedAfter)
        .map(({ title, before, after }) => ({ title, before: after, after: before })),
    ],
  ])('%s: the plan and its simulation say what Pacemaker then does', async (_, all) => {
    push(all.map(({ before }) => before))
    const from = live()
    const to = withResources(
      from,
      all.map(({ after }) => after),
    )
    const made = plan(from, to, { agents })
    expect(made.diagnostics).toEqual([])
    const { plan: improved, simulation } = await improvePlan(made.output as Plan)
    expect([simulation.outcome, improved.steps[simulation.steps.length]?.title]).toEqual([
      'settled',
      undefined,
    ])
    const start = Number(ask(`wc -l <${log}`))
    push(all.map(({ after }) => after))
    const done = doneSince(start)
    const rows = all.map(({ title, before }) => {
      const ids = [...new Set([before.id, ...primitivesOf(before).map(({ id }) => id)])]
      const effects = simulation.steps
        .flat()
        .filter(({ resource }) => ids.includes(resource.replace(/:\d+$/, '')))
      const verdicts = improved.steps
        .flatMap((step) => step.verdicts)
        .filter(({ resource }) => ids.includes(resource))
      return {
        title,
        real: ids.flatMap((id) => done.get(id) ?? []),
        simulated: shown(effects.map(({ action }) => action)),
        verdicts: verdicts.map(({ verdict }) => verdict),
      }
    })
    note(
      `restarts: ${rows.length} changes, ${rows.filter(({ real }) => real.includes('restart')).length} restarts, ${rows.filter(({ real }) => real.includes('reload')).length} reloads`,
    )
    expect(rows.filter(({ real, simulated }) => real.join() !== simulated.join())).toEqual([])
    expect(rows.filter(({ real, verdicts }) => !isAsPredicted(real, verdicts))).toEqual([])
  })
})

const isManagedAfter = ({ after }: ResourceChange) =>
  !after.metaAttributes.some(({ nvpairs }) =>
    nvpairs.some(({ name }) => name === 'is-managed' || name === 'maintenance'),
  )

function withResources(cib: Cluster, items: readonly Resource[]): Cluster {
  const { resources = { element: 'resources' } } = cib.configuration
  return { ...cib, configuration: { ...cib.configuration, resources: { ...resources, items } } }
}

/** True where all of the verdicts on one change mean what was done. */
function isAsPredicted(real: readonly string[], verdicts: readonly Verdict['verdict'][]): boolean {
  if (verdicts.includes('restart')) return real.join() === 'restart'
  if (verdicts.includes('reload')) return real.join() === 'reload'
  if (verdicts.includes('start-or-stop')) return !real.includes('restart') && !real.includes('reload')
  if (verdicts.includes('may-move')) return real.every((each) => each === 'start' || each === 'stop')
  return real.length === 0
}

/** A stop and a start are a restart, with what this demotes and promotes. */
function shown(all: readonly string[]): readonly string[] {
  const set = new Set(all)
  if (set.has('restart') || (set.has('stop') && set.has('start'))) {
    for (const each of ['stop', 'start', 'promote', 'demote']) set.delete(each)
    set.add('restart')
  }
  return [...set].sort()
}
