import { type Diagnostic, diagnostic, type Result } from '../diagnostics/diagnostic.js'
import {
  type Cluster,
  type Element,
  nodesOf,
  pathOf,
  placesOf,
  type Resource,
  resourcesOf,
  walk,
} from '../model/index.js'
import type { Step } from './command.js'
import { differences } from './difference.js'
import type { Context, Refusal, Standing } from './saying.js'
import { type SaidSection, sections } from './sections.js'
import { isClusterOwned } from './settings.js'
import { titleOf } from './title.js'
import { attributesOf } from './words.js'

/** The pcs whose commands are written. */
export const targetedPcs = '0.11'

/**
 * The commands that build the cluster from an empty CIB, as data. What pcs cannot say is a
 * diagnostic and a remark of its step; what the cluster maintains by itself is left out.
 */
export function pcsSteps(cluster: Cluster): Result<readonly Step[]> {
  const paths = new Map<Element, string>()
  walk(cluster, (place) => paths.set(place.element, pathOf(place)))
  const shared: Shared = {
    paths,
    diagnostics: leftToTheCluster(cluster),
    ids: new Set(),
    seen: new Set(),
    resources: standings(resourcesOf(cluster)),
  }
  const steps = sections.flatMap((section) =>
    section.items(cluster).map((item) => sayItem(item, section, shared)),
  )
  return { output: merge(steps), diagnostics: shared.diagnostics }
}

interface Shared extends Pick<Context, 'ids' | 'seen' | 'resources'> {
  readonly paths: ReadonlyMap<Element, string>
  readonly diagnostics: Diagnostic[]
}

/** One element's step: its commands where they make just what is wanted, else remarks. */
function sayItem(item: Element, section: SaidSection, shared: Shared): Step {
  const wanted = section.wanted(item)
  const own = ownIds(wanted)
  const refusals = takenIds(own, shared.ids)
  const { commands, makes } = section.say(wanted, {
    ids: new Set(shared.ids),
    seen: shared.seen,
    resources: shared.resources,
    refuse: (refusal) => refusals.push(refusal),
  })
  if (makes !== undefined) refusals.push(...differences(wanted, makes))
  for (const [id] of own) shared.ids.add(id)
  const path = (element: Element) => shared.paths.get(element) ?? shared.paths.get(item) ?? '/cib'
  const findings = [
    ...unholdable(wanted, path),
    ...refusals.map(({ element, attribute, what }) =>
      diagnostic('pcs-cannot-say', `${path(element)}${attribute === undefined ? '' : `/@${attribute}`}`, {
        what,
        pcs: targetedPcs,
      }),
    ),
  ]
  shared.diagnostics.push(...findings)
  const remarks = findings.map(({ message, path }) => `${message} (${path})`)
  return { title: titleOf(wanted), remarks, commands: findings.length > 0 ? [] : commands }
}

/** Characters that Pacemaker 2 writes as blanks or backslash sequences, so that they do not come back. */
function unholdable(item: Element, path: (element: Element) => string): Diagnostic[] {
  const found: Diagnostic[] = []
  walk(item, ({ element }) => {
    for (const [attribute, value] of Object.entries(attributesOf(element))) {
      const [character] = /[\t\n\r\x7f]/.exec(value) ?? []
      if (character === undefined) continue
      found.push(
        diagnostic('pacemaker-cannot-hold', `${path(element)}/@${attribute}`, { attribute, character }),
      )
    }
  })
  return found
}

const references = ['resource_ref', 'obj_ref', 'role']

/** The ids that the element and all below it have, references aside. */
function ownIds(item: Element): readonly (readonly [id: string, element: Element])[] {
  const ids: (readonly [string, Element])[] = []
  walk(item, ({ element }) => {
    const id = 'id' in element && !references.includes(element.element) ? element.id : undefined
    if (id !== undefined) ids.push([id, element])
  })
  return ids
}

function takenIds(own: ReturnType<typeof ownIds>, taken: ReadonlySet<string>): Refusal[] {
  return own
    .filter(([id], at) => taken.has(id) || own.findIndex(([other]) => other === id) < at)
    .map(([id, element]) => ({
      element,
      attribute: 'id',
      what: `the id ${JSON.stringify(id)} a second time`,
    }))
}

/** What constraints may name, inside groups, clones and bundles too. */
function standings(resources: readonly Resource[], isInner = false): ReadonlyMap<string, Standing> {
  return new Map(resources.flatMap((resource) => [...standingOf(resource, isInner)]))
}

function standingOf(resource: Resource, isInner: boolean): readonly (readonly [string, Standing])[] {
  const self = [resource.id, { isInner }] as const
  switch (resource.element) {
    case 'primitive':
      return [self]
    case 'template':
      return []
    case 'group':
      return [self, ...resource.members.map(({ id }) => [id, { isInner, group: resource.id }] as const)]
    case 'clone':
    case 'master':
      return [self, ...standingOf(resource.resource, true)]
    case 'bundle':
      return [self, ...(resource.primitive === undefined ? [] : standingOf(resource.primitive, true))]
  }
}

/** Nodes and the properties that the cluster sets by itself. */
function leftToTheCluster(cluster: Cluster): Diagnostic[] {
  const nodes = nodesOf(cluster).length === 0 ? [] : ['/cib/configuration/nodes']
  const properties = placesOf(cluster, 'nvpair').filter(
    ({ element, parent }) => parent?.element.element === 'cluster_property_set' && isClusterOwned(element),
  )
  return [
    ...nodes.map((path) => diagnostic('pcs-cluster-owned', path, { what: 'the list of nodes' })),
    ...properties.map((place) =>
      diagnostic('pcs-cluster-owned', pathOf(place), { what: `the property ${place.element.name}` }),
    ),
  ]
}

/** Neighbours under one heading are one step. */
function merge(steps: readonly Step[]): readonly Step[] {
  const merged: Step[] = []
  for (const step of steps) {
    const last = merged.at(-1)
    if (last?.title !== step.title) merged.push(step)
    else {
      merged[merged.length - 1] = {
        ...last,
        remarks: [...last.remarks, ...step.remarks],
        commands: [...last.commands, ...step.commands],
      }
    }
  }
  return merged
}
