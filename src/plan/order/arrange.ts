import { allNodes } from '../../graph/location/nodes.js'
import { resourceIndex } from '../../graph/resource/resource-index.js'
import type { Cluster, Constraint } from '../../model/index.js'
import { sections } from '../../pcs/plan/sections.js'
import { editOf, editsBetween, type ItemEdit, itemsOf } from '../edit/edit.js'
import { placesOfConstraints, topReferences } from './constraint-places.js'
import { hasEntangledReferences } from './cross-references.js'
import { type Draft, draft } from './draft.js'
import { growthOf } from './instances.js'
import { kindsOf, type ResourceKinds, resourceIds } from './kinds.js'
import { placesOfReferences } from './reference-places.js'
import { changesOf, conversionsOf, creationsOf, deletions, isFenceDevice } from './resource-drafts.js'

/**
 * The steps from one cluster to the other. What would stop others goes first; what leaves is stopped before what it
 * needs, and deleted when it is stopped; what is new comes when what it needs is there. Virtual IPs and HAProxy are last
 * of each.
 */
export function arrange(from: Cluster, to: Cluster): readonly Draft[] {
  const edits = editsBetween(from, to)
  if (hasEntangledReferences(edits, from, to)) {
    return [
      draft(
        'at-once',
        'everything',
        'at once, since items refer to parts of each other that go or come',
        edits,
      ),
    ]
  }
  const inSections = (...names: readonly string[]) =>
    edits.filter(({ section }) => names.includes(section.name))
  const kinds = kindsOf(edits, from, to)
  const all = [...inSections('constraints'), ...onceMore(kinds, from, to)]
  const places = placesOfConstraints(all, kinds, from, to)
  const gone = new Set(
    [...kinds.leaving.values(), ...kinds.conversions.flat()].flatMap(({ before }) => resourceIds(before)),
  )
  const names = placesOfReferences(inSections('tags', 'fencing-topology', 'acls'), from, to, gone)
  const isEntry = (draft: Draft) =>
    draft.edits.some(({ section, id }) => section.name === 'resources' && kinds.isEntry(id))
  const removals = deletions(kinds, places, from)
  const creations = creationsOf(kinds, places, to)
  const nodes = allNodes(resourceIndex(to)).length
  const growth = ({ edits: own }: Draft) => Math.sign(growthOf(own, nodes))
  // What restarts is done before more of it starts, and what stops does not restart before.
  const changes = [...conversionsOf(kinds, places), ...changesOf(kinds)].sort((a, b) => growth(a) - growth(b))
  const isFencing = ({ edits: own }: Draft) => own.some(({ before, after }) => isFenceDevice(before ?? after))
  const [devices, arriving] = split(creations, (draft) => !isFencing(draft))
  const [ordinary, late] = split(arriving, isEntry)
  const [leaving, last] = split(removals, (draft) => isFencing(draft) || isEntry(draft))
  const drafts = [
    draft(
      'names',
      'references to what leaves',
      'before the resources that they name are deleted',
      names.early,
    ),
    ...devices,
    draft(
      'release',
      'constraints of what stays on what leaves',
      'so that nothing that stays stops with what leaves',
      places.release,
    ),
    ...leaving,
    draft(
      'settings',
      'settings',
      'before what they apply to changes',
      inSections('crm_config', 'rsc_defaults', 'op_defaults', 'nodes'),
    ),
    draft(
      'constraints',
      'constraints among what stays',
      'at once, so that nothing moves to a place where it does not stay',
      places.among,
    ),
    ...changes.filter((draft) => !isEntry(draft)),
    ...ordinary,
    ...swapped(last, late),
    ...changes.filter(isEntry),
    draft(
      'constraints',
      'orders after what is new',
      'when that has started, since what follows it would start again',
      places.afterwards,
    ),
    draft('names', 'names, permissions and alerts', 'when all that they name is there', [
      ...names.late,
      ...inSections('alerts'),
    ]),
  ]
  return drafts.filter((one) => one.edits.length > 0)
}

/** The steps before the first that is such a one, and from it on. */
function split(
  list: readonly Draft[],
  isSuch: (draft: Draft) => boolean,
): readonly [readonly Draft[], readonly Draft[]] {
  const at = list.findIndex(isSuch)
  return at < 0 ? [list, []] : [list.slice(0, at), list.slice(at)]
}

/** Constraints that stay as they are on what is deleted and created again under its id: they go with it, and come back. */
function onceMore({ leaving, arriving }: ResourceKinds, from: Cluster, to: Cluster): readonly ItemEdit[] {
  if (![...leaving.keys()].some((id) => arriving.has(id))) return []
  const [before, after] = [itemsOf(constraints, from), itemsOf(constraints, to)]
  return [...before].flatMap(([id, item]): readonly ItemEdit[] => {
    const same = after.get(id)
    const isAgain = topReferences(item as Constraint, from).some(
      (ref) => leaving.has(ref) && arriving.has(ref),
    )
    const isSame = same !== undefined && editOf(constraints, id, item, same).length === 0
    return isAgain && isSame ? [{ section: constraints, id, before: item, after: same }] : []
  })
}

const constraints = sections.find(({ name }) => name === 'constraints') as (typeof sections)[number]

/** The deletion of HAProxy is one step with the creation of the new one, so that a virtual IP never runs without. */
function swapped(removals: readonly Draft[], creations: readonly Draft[]): readonly Draft[] {
  const at = removals.findLastIndex(
    ({ phase, edits }) => phase === 'delete' && edits.some(({ section }) => section.name === 'constraints'),
  )
  const [first, ...others] = creations
  if (at < 0 || first === undefined) return [...removals, ...creations]
  const removal = removals[at] as Draft
  const swap = draft(
    'convert',
    `${removal.title}, ${first.title}`,
    'at once, so that no virtual IP runs without HAProxy',
    [...removal.edits, ...first.edits],
  )
  return [...removals.slice(0, at), swap, ...removals.slice(at + 1), ...others]
}
