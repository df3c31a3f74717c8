import { agentOf } from '../../model/agent.js'
import type { Primitive, RawElement } from '../../model/index.js'
import { attributeOf } from '../../pacemaker/status/raw-element.js'
import { md5 } from '../../pacemaker/tool/md5.js'
import type { AgentsByName } from './verdicts.js'

/** A resource before and after a step. */
export type PrimitivePair = readonly [before: Primitive, after: Primitive]

/**
 * The status with what Pacemaker's controller adds to the history of a start where the agent has parameters that it can
 * reload: `op-force-restart` and `op-restart-digest`. crm_simulate, which knows no agents, does not write them. They are
 * left out where the resource is to restart, since crm_simulate does not change them then, and restarts it for ever.
 */
export function withRestartDigests(
  status: RawElement,
  changes: ReadonlyMap<string, PrimitivePair>,
  agents: AgentsByName,
): RawElement {
  const changed = (element: RawElement, pair: PrimitivePair | undefined): RawElement => {
    const id = attributeOf(element, 'id')?.replace(/:\d+$/, '') ?? ''
    const own = element.name === 'lrm_resource' ? changes.get(id) : pair
    const isStart = element.name === 'lrm_rsc_op' && attributeOf(element, 'operation') === 'start'
    const attributes = own !== undefined && isStart ? withDigest(element, own, agents) : element.attributes
    return { ...element, attributes, children: element.children.map((child) => changed(child, own)) }
  }
  return changes.size === 0 ? status : changed(status, undefined)
}

type Attributes = RawElement['attributes']

function withDigest(entry: RawElement, [before, after]: PrimitivePair, agents: AgentsByName): Attributes {
  const names = attributeOf(entry, forceRestart)?.trim().split(' ') ?? restartingIn(before, agents)
  if (names === undefined) return entry.attributes
  const [old, now] = [parametersOf(before, names), parametersOf(after, names)]
  const others = entry.attributes.filter(([name]) => name !== forceRestart && name !== restartDigest)
  if (old === undefined || old !== now) return others
  const digest = md5(` <parameters${old}/>\n`)
  return [...others, [forceRestart, ` ${names.join(' ')} `], [restartDigest, digest]]
}

const [forceRestart, restartDigest] = ['op-force-restart', 'op-restart-digest'] as const

/** The parameters that want a restart; undefined where none can be reloaded. */
function restartingIn(primitive: Primitive, agents: AgentsByName): readonly string[] | undefined {
  const known = agents(agentOf(primitive))?.parameters ?? []
  if (!known.some(({ reloadable }) => reloadable)) return undefined
  return known.filter(({ reloadable }) => !reloadable).map(({ name }) => name)
}

/** Those of these names as XML, as Pacemaker sorts them; undefined where they are not simply those of one set. */
function parametersOf({ instanceAttributes: sets }: Primitive, names: readonly string[]): string | undefined {
  const isPlain =
    sets.length < 2 && sets.every(({ rule, idRef }) => rule === undefined && idRef === undefined)
  const pairs = sets
    .flatMap(({ nvpairs }) => nvpairs.map(({ name = '', value = '' }) => [name, value] as const))
    .filter(([name]) => names.includes(name))
    .sort(([a], [b]) => (a < b ? -1 : 1))
  if (!isPlain || !pairs.every(([, value]) => /^[^&<>"\p{C}]*$/u.test(value))) return undefined
  return pairs.map(([name, value]) => ` ${name}="${value}"`).join('')
}
