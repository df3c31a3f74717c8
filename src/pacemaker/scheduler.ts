import type { Action } from './action.js'
import { type ClusterStatus, readClusterStatus } from './cluster-status.js'
import { md5 } from './tool/md5.js'
import { PacemakerError } from './tool/pacemaker-error.js'
import { type OutputElement, readOutput } from './tool/read-output.js'
import type { ToolRun, Workplace } from './tool/workplace.js'
import { type Stop, stopsIn } from './transition-graph.js'

/** What is done at once, before the scheduler looks again. */
export interface Transition {
  /** How the cluster was before. */
  readonly before: ClusterStatus
  readonly actions: readonly Action[]
  /** Each stop, and the actions that it waits for; empty where waits are not asked for. */
  readonly stops: readonly Stop[]
}

/** What the scheduler does until nothing is left to do. */
export interface Rest {
  /**
   * `settled`; `stuck` where actions wait for each other, or transitions follow without end; `crashed` where the scheduler
   * aborts.
   */
  readonly outcome: 'settled' | 'stuck' | 'crashed'
  /** All actions in the order in which they are done. */
  readonly actions: readonly Action[]
  /** The same by transition. */
  readonly transitions: readonly Transition[]
  /** How the cluster was before; absent after a crash. */
  readonly before?: ClusterStatus
  /** How the cluster is then; absent after a crash. */
  readonly status?: ClusterStatus
  /** The CIB then; absent after a crash. */
  readonly cib?: string
}

/** What is planned for a resource, or an instance of a clone. */
export interface PlannedAction {
  readonly resource: string
  /** The action, from where and to where, and whether it is blocked. */
  readonly words: string
}

/** The scheduler of Pacemaker, crm_simulate. */
export interface Scheduler {
  /** Lets it work on this CIB until nothing is left to do. */
  readonly rest: (cib: string) => Promise<Rest>
  /** What it would do next with each resource, without doing it, which takes a fraction of the time; undefined after a crash. */
  readonly plan: (cib: string) => Promise<readonly PlannedAction[] | undefined>
}

/** More transitions than this follow each other only where they never end. */
const mostTransitions = 10

/** The scheduler that a workplace runs; with `withWaits`, the stops of each transition have what they wait for. */
export function schedulerIn(
  { run, path, write, read, remove }: Workplace,
  limit: number,
  withWaits = false,
): Scheduler {
  let count = 0
  return {
    async rest(cib) {
      count += 1
      const before = write(`${count}-0.xml`, cib)
      const [after, graph] = [path(`${count}-1.xml`), path(`${count}-2.xml`)]
      try {
        return await restOf(before, after, graph)
      } finally {
        for (const file of [before, after, graph]) remove(file)
      }
    },
    async plan(cib) {
      count += 1
      const file = write(`${count}-0.xml`, cib)
      try {
        const ran = await run('crm_simulate', ['--run', '--xml-file', file, '--output-as=xml'], limit)
        if (ran.exitCode === undefined) return undefined
        const actions = readOutput('crm_simulate', ran.stdout).first('actions')
        if (actions === undefined) throw failureOf(ran)
        return actions.children('rsc_action').map(planned)
      } finally {
        remove(file)
      }
    },
  }

  async function restOf(before: string, after: string, graph: string): Promise<Rest> {
    const actions: Action[] = []
    const transitions: Transition[] = []
    let [input, output, last] = [before, after, '']
    let start: ClusterStatus | undefined
    let rest: Omit<Rest, 'outcome'> = { actions, transitions }
    const seen = new Map<string, number>()
    for (let transition = 0; transition < mostTransitions; transition++) {
      const args = ['--simulate', '--xml-file', input, '--save-output', output, '--output-as=xml']
      if (withWaits) args.push('--save-graph', graph)
      const ran = await run('crm_simulate', args, limit)
      if (ran.exitCode === undefined) return { outcome: 'crashed', actions, transitions }
      const result = readOutput('crm_simulate', ran.stdout)
      const revised = result.first('revised_cluster_status')
      if (revised === undefined) throw failureOf(ran)
      const done = actionsIn(result.first('transition'))
      const counted = done.filter(({ operation }) => operation !== 'delete')
      actions.push(...counted)
      const reported = result.first('cluster_status')
      const earlier = reported && readClusterStatus(reported)
      start ??= earlier
      if (earlier !== undefined) {
        const stops = withWaits ? stopsIn(read(graph)) : []
        transitions.push({ before: earlier, actions: counted, stops })
      }
      rest = {
        actions,
        transitions,
        ...(start && { before: start }),
        status: readClusterStatus(revised),
        cib: read(output),
      }
      if (ran.exitCode !== 0) return { outcome: 'stuck', ...rest }
      if (done.length === 0) return { outcome: 'settled', ...rest }
      const repeated = JSON.stringify(done)
      // To delete the history of a resource that is no longer configured never gets done.
      const times = (seen.get(repeated) ?? 0) + 1
      // Bundles start in transitions that come again; three times, or one after the other, none of them ends.
      if (repeated === last || times > 2)
        return { outcome: counted.length === 0 ? 'settled' : 'stuck', ...rest }
      seen.set(repeated, times)
      ;[input, output, last] = [output, input, repeated]
    }
    return { outcome: 'stuck', ...rest }
  }
}

/** When something failed, which is now for all that is made to fail. */
const times = /("last-failure-[^"]*" value="|last-rc-change=")\d+/g

/** The same without the CIB at the end; it works once on CIBs that are equal but for when something failed. */
export function onceForEach({ rest }: Scheduler): (cib: string) => Promise<Omit<Rest, 'cib'>> {
  const known = new Map<string, Promise<Omit<Rest, 'cib'>>>()
  return (cib) => {
    const key = md5(cib.replace(times, '$1'))
    const result = known.get(key) ?? rest(cib).then(({ cib: _, ...others }) => others)
    known.set(key, result)
    return result
  }
}

function actionsIn(transition: OutputElement | undefined): readonly Action[] {
  const ofResources = (transition?.children('rsc_action') ?? []).map(({ attributes }) => {
    const { resource = '', op = '', node = '' } = attributes
    return { operation: op, resource: withoutInstance(resource), node }
  })
  const ofNodes = (transition?.children('cluster_action') ?? []).map(({ attributes }) => {
    const { task = '', node = '' } = attributes
    return { operation: task === 'stonith' ? 'fence' : task, node }
  })
  return [...ofResources, ...ofNodes]
}

function planned({ attributes }: OutputElement): PlannedAction {
  const { resource = '', reason: _, ...others } = attributes
  const words = Object.entries(others).map(([name, value]) => `${name}=${value}`)
  return { resource: withoutInstance(resource), words: words.join(' ') }
}

function withoutInstance(resource: string): string {
  return resource.replace(/:\d+$/, '')
}

/** Why there is no transition: of what the tool printed, the line that explains most. */
function failureOf({ exitCode, stdout, stderr }: ToolRun): PacemakerError {
  const lines = stderr.split('\n').filter((line) => line.trim() !== '' && !line.includes('IDREF'))
  const reason =
    lines.find((line) => line.startsWith('Cannot upgrade')) ??
    lines.find((line) => line.includes('validity error'))?.replace(/^.*?element /, 'element ') ??
    lines.at(-1) ??
    readOutput('crm_simulate', stdout).first('status')?.attributes.message ??
    `exit code ${exitCode}`
  return new PacemakerError(`crm_simulate does not accept the CIB: ${reason.trim()}`)
}
