import type { Change } from '../../diff/change.js'
import { diff } from '../../diff/diff.js'
import { type Cluster, primitivesOf, type RawElement, type Resource } from '../../model/index.js'
import { walk } from '../../model/walk.js'
import { type AgentsByName, hasNumbers, type Reloads, reloadsOf } from './reloads.js'
import { attributeVerdict, type Make, metaVerdict, parameterVerdict, type Verdict } from './value-verdicts.js'

/** What follows from each difference between two versions of a resource, with the status of the cluster before. */
export function verdictsOf(
  before: Resource,
  after: Resource,
  status: RawElement | undefined,
  agents: AgentsByName,
): readonly Verdict[] {
  const names = new Map([...namesIn(before), ...namesIn(after)])
  const primitives = new Map(primitivesOf(after).map((primitive) => [primitive.id, primitive]))
  const running = (id: string): Running => {
    const primitive = primitives.get(id)
    if (primitive === undefined) return { parameters: [], reloads: { restarting: undefined, by: 'unknown' } }
    const parameters = primitive.instanceAttributes.flatMap(({ nvpairs }) =>
      nvpairs.map(({ name = '' }) => name),
    )
    return { parameters, reloads: reloadsOf(primitive, status, agents) }
  }
  const isNumbered = status !== undefined && [...primitives.keys()].some((id) => hasNumbers(status, id))
  const verdicts = diff(clusterOf(before), clusterOf(after)).flatMap((change) =>
    verdictsOfChange(change, names, after.id, running, isNumbered),
  )
  // A monitor with another interval has another id too: one that goes, and one that comes.
  return [...new Map(verdicts.map((verdict) => [JSON.stringify(verdict), verdict])).values()]
}

/** What a changed parameter of a primitive meets. */
interface Running {
  /** The names of its own parameters. */
  readonly parameters: readonly string[]
  readonly reloads: Reloads
}

function clusterOf(resource: Resource): Cluster {
  const resources = { element: 'resources', items: [resource] } as const
  return { element: 'cib', configuration: { element: 'configuration', resources } }
}

/** The names of nvpairs and operations by their ids. */
function namesIn(resource: Resource): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  walk(resource, ({ element }) => {
    if ((element.element === 'nvpair' || element.element === 'op') && element.id !== undefined)
      names.set(element.id, element.name ?? '')
  })
  return names
}

const collective = ['primitive', 'group', 'clone', 'master', 'bundle']

function verdictsOfChange(
  change: Change,
  names: ReadonlyMap<string, string>,
  top: string,
  running: (id: string) => Running,
  isNumbered: boolean,
): readonly Verdict[] {
  const steps = stepsOf(change.path)
  const resource = [...steps].reverse().find(({ name }) => collective.includes(name))?.id ?? top
  const isIn = (name: string) => steps.some((step) => step.name === name)
  const name = names.get(change.id ?? '') ?? ''
  const isOwn = (parameter: string) => running(resource).parameters.includes(parameter)
  const verdict = (what: string, one: Verdict['verdict'], reason: string): Verdict => ({
    resource,
    what,
    verdict: one,
    reason,
  })
  if (change.change === 'moved')
    return change.isOtherParent
      ? []
      : [verdict('place among its siblings', 'nothing', 'the order alone starts and stops nothing that runs')]
  if (change.element === 'primitive' || change.element === 'group') {
    if (change.change === 'added')
      return [verdict('new member', 'start-or-stop', 'it starts, and what comes after it restarts')]
    if (change.change === 'removed') return [verdict('removed member', 'start-or-stop', 'it stops')]
  }
  if (isIn('op') || isIn('operations')) {
    const op = names.get(steps.find((step) => step.name === 'op')?.id ?? '') ?? name
    const parameters = startParameters(change, op, name).filter((parameter) => !isOwn(parameter))
    if (parameters.length > 0) return [startVerdict(change, parameters, running(resource).reloads, verdict)]
    return [
      verdict(
        `operation ${op}`,
        'nothing',
        'a recurring one is scheduled again, others count from their next run on',
      ),
    ]
  }
  const pairs = pairsOf(change, name)
  if (isIn('utilization'))
    return [verdict('utilization', 'may-move', 'it counts where placement-strategy is not default')]
  if (isIn('meta_attributes')) return pairs.map((pair) => metaVerdict(pair, isNumbered, verdict))
  if (isIn('instance_attributes')) {
    return pairs.map((pair) => parameterVerdict(pair, running(resource).reloads, verdict))
  }
  if (change.change === 'changed') return [attributeVerdict(change.attribute, verdict)]
  return [verdict(change.element, 'restart', 'it is part of what runs')]
}

/** The names of the nvpairs that a change is about. */
function pairsOf(change: Change, name: string): readonly string[] {
  if (change.element === 'nvpair') return [name]
  if (change.change !== 'added' && change.change !== 'removed') return []
  return change.xml.children.filter((child) => child.name === 'nvpair').map(nameOf)
}

/** The names of the parameters of the operation start that a change is about; where all operations come or go, too. */
function startParameters(change: Change, op: string, name: string): readonly string[] {
  if (change.element === 'nvpair') return op === 'start' ? [name] : []
  if (change.change !== 'added' && change.change !== 'removed') return []
  const ops = change.element === 'operations' ? change.xml.children : op === 'start' ? [change.xml] : []
  return ops
    .filter((each) => each.name !== 'op' || nameOf(each) === 'start')
    .flatMap((each) => pairsBelow(each))
    .map(nameOf)
}

function pairsBelow(element: RawElement): readonly RawElement[] {
  return element.children.flatMap((child) => (child.name === 'nvpair' ? [child] : pairsBelow(child)))
}

/** What the history of a start has of it is compared with what it would have now; what goes is not missed where it may be reloaded. */
function startVerdict(
  change: Change,
  parameters: readonly string[],
  reloads: Reloads,
  verdict: Make,
): Verdict {
  const what = 'parameter of operation start'
  const goes = parameters.map((name) => parameterVerdict(name, reloads, verdict))
  return change.change === 'removed' && goes.every((one) => one.verdict === 'reload')
    ? verdict(what, 'reload', 'it goes, and the agent reloads without it')
    : verdict(what, 'restart', 'the agent was started with another one')
}

function nameOf({ attributes }: RawElement): string {
  return attributes.find(([key]) => key === 'name')?.[1] ?? ''
}

function stepsOf(path: string): readonly { readonly name: string; readonly id: string }[] {
  const step = /\/([^/[\]]+)(?:\[@id=(?:"([^"]*)"|'([^']*)')\])?(?:\[\d+\])?/gsy
  return [...path.matchAll(step)].map(([, name = '', one, other]) => ({ name, id: one ?? other ?? '' }))
}
