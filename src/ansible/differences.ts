import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js'
import {
  type CibElement,
  type Cluster,
  constraintsOf,
  primitivesOf,
  type Resource,
  resourcesOf,
} from '../model/index.js'
import { pathOfId } from '../model/walk.js'
import { clusterOption } from '../options/cluster-options.js'
import type { ProducedItem } from '../pcs/plan/produced.js'
import { orderByRole } from './resources.js'

/** In what the role makes another element of an item, with how bad that is. */
export function differencesOf(item: ProducedItem): readonly Diagnostic[] {
  const { wanted, path, section, differences, changedIds } = item
  if (section === 'tags') return [omitted(path, 'a tag')]
  // A resource without operations gets a monitor, about which there is a finding of its own.
  const changed = changedIds.filter((what) => !what.includes('<operations>')).join(', ')
  const ids = changed === '' ? [] : [diagnostic('ansible-changed-id', path, { what: changed })]
  const others = differences
    .filter(({ element, attribute }) => !isDefault(element, attribute))
    .map(({ element, attribute, what, path: at }) => {
      if (attribute === 'description') return omitted(`${at}/@description`, what)
      const isFree = element.element === 'fencing-level' && attribute === 'id'
      return isFree ? diagnostic('ansible-changed-id', at, { what }) : unsupported(at, what)
    })
  return [
    ...ids,
    ...others,
    ...beyondPcs(item).map((what) => unsupported(path, what)),
    ...addedMonitors(wanted, path),
  ]
}

const omitted = (path: string, what: string) => diagnostic('ansible-omitted', path, { what })
const unsupported = (path: string, what: string) => diagnostic('ansible-unsupported', path, { what })

/** True where pcs writes what Pacemaker assumes without it. */
function isDefault(element: CibElement, attribute: string | undefined): boolean {
  switch (element.element) {
    case 'rsc_order':
      return (
        (attribute === 'first-action' || attribute === 'then-action') &&
        (element.firstAction ?? 'start') === 'start' &&
        (element.thenAction ?? 'start') === 'start'
      )
    case 'rule':
      return attribute === 'boolean-op' && element.booleanOp === undefined
    default:
      return false
  }
}

/** What pcs can and the role cannot: it knows neither `--force` nor quotes in the rules of locations. */
function beyondPcs({ wanted, commands }: ProducedItem): readonly string[] {
  const [command] = commands
  const isConstraint = wanted.element.startsWith('rsc_')
  if (isConstraint && command?.argv.includes('--force') === true)
    return [
      'a constraint for which pcs needs --force: it is like another one, or names what is in a clone or bundle',
    ]
  if (wanted.element === 'rsc_location' && wanted.rules.length > 0) {
    const isPlain = command?.argv.every((word) => !/["'\\]/.test(word)) ?? true
    const isResource = command?.argv.every((word) => !word.startsWith('resource%')) ?? true
    return isPlain && isResource ? [] : ['a rule with quotes, or of a resource named as a command of pcs']
  }
  if (wanted.element === 'cluster_property_set')
    return wanted.nvpairs
      .filter(({ name = '' }) => clusterOption(name) === undefined)
      .map(({ name = '' }) => `the property ${JSON.stringify(name)}, which Pacemaker does not know`)
  if (wanted.element === 'fencing-level' && wanted.target?.includes('%') === true)
    return ['a target with "%"']
  if (wanted.element === 'bundle' && wanted.network?.addHost !== undefined) return ['add-host of a bundle']
  return []
}

/** pcs creates no resource without a monitor. */
function addedMonitors(wanted: CibElement, path: string): readonly Diagnostic[] {
  if (!isResource(wanted)) return []
  return primitivesOf(wanted)
    .filter(({ operations }) => operations?.ops.every(({ name }) => name !== 'monitor') ?? true)
    .map(({ id }) => diagnostic('ansible-adds-monitor', path, { id }))
}

function isResource(element: CibElement): element is Resource {
  return ['primitive', 'group', 'clone', 'bundle'].includes(element.element)
}

/** The role creates resources by kind, and plain colocations, orders and tickets before those of sets. */
export function reorderedBy(cluster: Cluster): readonly Diagnostic[] {
  const resources = resourcesOf(cluster)
  const first = orderByRole(resources).find((resource, at) => resource !== resources[at])
  const kinds = ['rsc_colocation', 'rsc_order', 'rsc_ticket']
  const constraints = constraintsOf(cluster)
  const late = kinds.flatMap((kind) => {
    const isSet = constraints
      .filter(({ element }) => element === kind)
      .map((constraint) => constraint.element !== 'rsc_location' && constraint.resourceSets.length > 0)
    return isSet.lastIndexOf(false) > isSet.indexOf(true) && isSet.includes(true) ? [kind] : []
  })
  return [
    ...(first === undefined
      ? []
      : [
          diagnostic('ansible-reordered', pathOfId(cluster, first.id), {
            what: 'resources',
            order: 'bundles, primitives, groups, clones',
          }),
        ]),
    ...late.map((kind) =>
      diagnostic('ansible-reordered', '/cib/configuration/constraints', {
        what: `<${kind}>`,
        order: 'those without sets first',
      }),
    ),
  ]
}
