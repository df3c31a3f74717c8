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
  if (old === undefined || old !== now || startsOf(before) !== startsOf(after)) return others
  const digest = md5(` <parameters${old}/>\n`)
  return [...others, [forceRestart, ` ${names.join(' ')} `], [restartDigest, digest]]
}

/** The parameters that the operation start alone has. */
function startsOf({ operations }: Primitive): string {
  const starts = operations?.ops.filter(({ name }) => name === 'start') ?? []
  return JSON.stringify(starts.flatMap(({ instanceAttributes }) => instanceAttributes))
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
