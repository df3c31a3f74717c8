import type { Primitive, RawElement } from '../../model/index.js'
import { attributeOf } from '../../pacemaker/status/raw-element.js'
import { md5 } from '../../pacemaker/tool/md5.js'
import type { AgentsByName } from './reloads.js'
import { forceRestart, isSimulated, isStart, namesIn, restartDigest, restartingIn } from './reloads.js'

/** A resource before and after a step. */
export type PrimitivePair = readonly [before: Primitive, after: Primitive]

/**
 * The status with what Pacemaker's controller adds to the history of what runs where the agent has parameters that it can
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
    const attributes =
      own !== undefined && isStart(element) ? withDigest(element, own, agents) : element.attributes
    return { ...element, attributes, children: element.children.map((child) => changed(child, own)) }
  }
  return changes.size === 0 ? status : changed(status, undefined)
}

type Attributes = RawElement['attributes']

/** With these crm_simulate takes any value of a secret parameter for the old one, as in a CIB whose secrets are hidden. */
const secure: readonly string[] = ['op-secure-params', 'op-secure-digest']

function withDigest(entry: RawElement, [before, after]: PrimitivePair, agents: AgentsByName): Attributes {
  const names = namesIn(entry) ?? (isSimulated(entry) ? restartingIn(before, agents) : undefined)
  const readable = entry.attributes.filter(([name]) => !secure.includes(name))
  if (names === undefined) return readable
  const [old, now] = [parametersOf(before, names), parametersOf(after, names)]
  const others = readable.filter(([name]) => name !== forceRestart && name !== restartDigest)
  if (old === undefined || old !== now || isStartedOtherwise(before, after, names)) return others
  const digest = md5(` <parameters${old}/>\n`)
  return [...others, [forceRestart, ` ${names.join(' ')} `], [restartDigest, digest]]
}

/** True where the operation start gets a parameter or another value, or loses one that is not reloaded. */
function isStartedOtherwise(before: Primitive, after: Primitive, names: readonly string[]): boolean {
  const [old, now] = [startsOf(before), startsOf(after)]
  return (
    [...now].some(([name, value]) => old.get(name) !== value) ||
    [...old.keys()].some((name) => !now.has(name) && names.includes(name))
  )
}

/** The parameters that the operation start alone has. */
function startsOf({ operations, instanceAttributes: sets }: Primitive): ReadonlyMap<string, string> {
  const own = new Set(sets.flatMap(({ nvpairs }) => nvpairs.map(({ name }) => name)))
  const starts = operations?.ops.filter(({ name }) => name === 'start') ?? []
  return new Map(
    starts
      .flatMap(({ instanceAttributes }) => instanceAttributes.flatMap(({ nvpairs }) => nvpairs))
      .filter(({ name }) => !own.has(name))
      .map(({ name = '', value = '' }) => [name, value]),
  )
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
