import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readCib, writeCib } from '../../src/cib/index.js'
import type { Cluster } from '../../src/model/index.js'
import { attributeOf } from '../../src/pacemaker/status/raw-element.js'
import type { XmlElement } from '../../src/xml/element.js'
import { parseXml } from '../../src/xml/parse.js'
import { folderFor, innerPath } from './system.js'
import { startTool, type Tool } from './tool-server.js'

/** What the real scheduler did with a CIB. */
export interface Simulation {
  readonly exitCode: number | null
  readonly output: string
  /** True where the scheduler aborted on an action ordered against itself. */
  readonly crashed: boolean
  /** True where some actions were never executed. */
  readonly terminated: boolean
  /** The actions that the transition consists of, by their key, such as `vip_start_0`. */
  readonly keys: readonly string[]
  readonly actions: readonly SimulatedAction[]
  /**
   * True where something is to be done but for what Pacemaker repeats: pseudo-actions of what it cannot start, and to
   * tell the nodes which of them are in maintenance.
   */
  readonly hasWork: boolean
  readonly hasCycle: boolean
  /** True where an action waits for one that is not in the transition. */
  readonly hasDangling: boolean
  /** The CIB after the transition. */
  readonly after: string | undefined
}

/** One action of a transition. */
export interface SimulatedAction {
  readonly id: string
  readonly key: string
  readonly node: string
  /** True for what the scheduler does by itself, without an agent. */
  readonly isPseudo: boolean
  /** The ids of the actions that it waits for. */
  readonly inputs: readonly string[]
}

/** The folder that is `/` for the scheduler: this system's, or that of another one. */
let system = '/'
let tool: Tool | undefined

/** From now on the scheduler of that system is meant. */
export function useSchedulerOf(other: string): void {
  system = other
  tool = undefined
}

/** Runs one transition of the real scheduler on a CIB, and pretends that every action succeeds. */
export async function simulate(cib: string): Promise<Simulation> {
  tool ??= startTool('crm_simulate', system)
  const folder = mkdtempSync(join(folderFor(system), 'lightcib-simulate-'))
  try {
    const file = (name: string) => join(folder, name)
    writeFileSync(file('in.xml'), cib)
    const [input, graph, after] = ['in.xml', 'graph.xml', 'out.xml'].map((name) =>
      innerPath(system, file(name)),
    )
    const args = ['-S', '-x', input, '-G', graph, '-O', after] as string[]
    const { status, output } = await tool(args, folder)
    return {
      exitCode: status,
      output,
      crashed: /first != then|lh_action != rh_action/.test(output),
      terminated: /Transition failed: terminated|An invalid transition was produced/.test(output),
      ...readGraph(textIn(file('graph.xml'))),
      after: textIn(file('out.xml')),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Runs transitions until there is nothing left to do, or until one that cannot end leaves the same to do as the one
 * before: it changes nothing any more. Undefined where neither comes.
 */
export async function settle(cluster: Cluster, rounds = 8): Promise<Cluster | undefined> {
  let cib = textOf(cluster)
  let stuck = ''
  for (let round = 0; round < rounds; round++) {
    const { after, hasWork, exitCode, terminated, keys } = await simulate(cib)
    if (after === undefined || (exitCode !== 0 && !terminated)) return undefined
    const left = terminated ? keys.join(' ') : ''
    if (!hasWork || (left !== '' && left === stuck)) return readCib(after).output
    stuck = left
    cib = after
  }
  return undefined
}

/** The cluster as the text of a CIB. */
export function textOf(cluster: Cluster): string {
  const { output, diagnostics } = writeCib(cluster)
  if (output === undefined) throw new Error(JSON.stringify(diagnostics))
  return output
}

function textIn(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

function readGraph(
  text: string | undefined,
): Pick<Simulation, 'actions' | 'keys' | 'hasWork' | 'hasCycle' | 'hasDangling'> {
  const root = text === undefined ? undefined : parseXml(text).output
  const actions: SimulatedAction[] = []
  for (const synapse of root?.children ?? []) {
    const inputs = inside(synapse, 'inputs')
      .flatMap(({ children }) => children)
      .map((trigger) => attributeOf(trigger, 'id') ?? '')
    for (const action of inside(synapse, 'action_set')) {
      const [id = '', key = '', node = ''] = ['id', 'operation_key', 'on_node'].map((name) =>
        attributeOf(action, name),
      )
      actions.push({
        id,
        key,
        node,
        isPseudo: action.name === 'pseudo_event' || attributeOf(action, 'operation') === 'maintenance_nodes',
        inputs,
      })
    }
  }
  const inputs = new Map(actions.map((action) => [action.id, action.inputs]))
  return {
    actions,
    keys: actions.map(({ key }) => key),
    hasWork: actions.some(({ isPseudo }) => !isPseudo),
    hasCycle: hasCycle(inputs),
    hasDangling: [...inputs.values()].flat().some((id) => !inputs.has(id)),
  }
}

function inside(synapse: XmlElement, section: string): readonly XmlElement[] {
  return synapse.children.filter(({ name }) => name === section).flatMap(({ children }) => children)
}

/** Takes away, again and again, what waits for nothing that is left. */
function hasCycle(inputs: ReadonlyMap<string, readonly string[]>): boolean {
  const left = new Map(inputs)
  for (let before = -1; before !== left.size; ) {
    before = left.size
    for (const [id, waitsFor] of left) if (!waitsFor.some((other) => left.has(other))) left.delete(id)
  }
  return left.size > 0
}
