import type { Cluster, ClusterPropertySet } from '../../model/index.js'
import { sections } from '../../pcs/plan/sections.js'
import { type ItemEdit, itemsOf } from '../edit/edit.js'
import type { Draft } from './draft.js'

const crmConfig = sections.find(({ name }) => name === 'crm_config') as (typeof sections)[number]
const id = 'cib-bootstrap-options'

/** The steps with maintenance mode around those that change constraints alone. */
export function withMaintenance(drafts: readonly Draft[], from: Cluster): readonly Draft[] {
  let set = itemsOf(crmConfig, from).get(id) as ClusterPropertySet | undefined
  return drafts.flatMap((draft, at) => {
    const next = draft.edits.find((edit) => edit.section === crmConfig && edit.id === id)
    if (next !== undefined) set = next.after as ClusterPropertySet | undefined
    if (!isAboutConstraints(draft)) return [draft]
    const inside = inMaintenance(set)
    const on = {
      phase: 'settings',
      title: 'maintenance mode on',
      why: 'so that Pacemaker starts and stops nothing while constraints change',
      edits: [editTo(set, inside)],
    } as const
    const off = {
      phase: 'settings',
      title: 'maintenance mode off',
      why: 'all constraints are changed',
      edits: [editTo(inside, set)],
    } as const
    return [
      ...(isAboutConstraints(drafts[at - 1]) ? [] : [on]),
      draft,
      ...(isAboutConstraints(drafts[at + 1]) ? [] : [off]),
    ]
  })
}

function isAboutConstraints(draft: Draft | undefined): boolean {
  return draft?.phase === 'release' || draft?.phase === 'constraints'
}

function inMaintenance(set: ClusterPropertySet | undefined): ClusterPropertySet {
  const own: ClusterPropertySet = set ?? { element: 'cluster_property_set', id, nvpairs: [] }
  const pair = {
    element: 'nvpair',
    id: `${id}-maintenance-mode`,
    name: 'maintenance-mode',
    value: 'true',
  } as const
  return { ...own, nvpairs: [...own.nvpairs.filter(({ name }) => name !== 'maintenance-mode'), pair] }
}

function editTo(before: ClusterPropertySet | undefined, after: ClusterPropertySet | undefined): ItemEdit {
  return { section: crmConfig, id, ...(before && { before }), ...(after && { after }) }
}
