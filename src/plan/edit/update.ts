import { pcsId } from '../../model/ids.js'
import type {
  CibElement,
  ClusterNode,
  ClusterPropertySet,
  MetaAttributes,
  Resource,
} from '../../model/index.js'
import { type Command, cibadmin, pcs } from '../../pcs/command/command.js'
import { isInteger, isPcsId } from '../../pcs/command/values.js'
import type { ItemEdit } from './edit.js'
import { replacedChildren } from './patch.js'
import { resourceUpdate } from './resource-update.js'
import { setUpdate } from './set-update.js'
import type { PlanState } from './state.js'
import { tagUpdate } from './tag-update.js'
import { wholeXml, xmlById } from './xml.js'

/** The commands that make the one item the other: pcs where it does just that, else its XML instead of the old one. */
export function updateCommands(
  edit: ItemEdit,
  before: CibElement,
  after: CibElement,
  state: PlanState,
): readonly Command[] {
  const byPcs = pcsUpdate(edit, before, after, state)
  if (byPcs !== undefined) return byPcs
  return (
    mergedPairs(before, after) ?? changedSets(before, after) ?? [cibadmin(wholeXml(after), ['--replace'])]
  )
}

function pcsUpdate(
  { section, id }: ItemEdit,
  before: CibElement,
  after: CibElement,
  state: PlanState,
): readonly Command[] | undefined {
  switch (section.name) {
    case 'resources':
      return resourceUpdate(before as Resource, after as Resource, state)
    case 'tags':
      return before.element === 'tag' && after.element === 'tag' ? tagUpdate(before, after) : undefined
    case 'crm_config':
      return propertyUpdate(before as ClusterPropertySet, after as ClusterPropertySet, state)
    case 'rsc_defaults':
      return defaultsUpdate(
        ['resource', 'defaults'],
        id,
        before as MetaAttributes,
        after as MetaAttributes,
        state,
      )
    case 'op_defaults':
      return defaultsUpdate(
        ['resource', 'op', 'defaults'],
        id,
        before as MetaAttributes,
        after as MetaAttributes,
        state,
      )
    case 'nodes':
      return nodeUpdate(before as ClusterNode, after as ClusterNode, state)
    default:
      return undefined
  }
}

/** `pcs property set` where it writes into this set. */
function propertyUpdate(
  before: ClusterPropertySet,
  after: ClusterPropertySet,
  state: PlanState,
): readonly Command[] | undefined {
  const { dialect, ids } = state
  if (before.id !== 'cib-bootstrap-options' || !state.isOnlyPropertySet(before.id)) return undefined
  const nvpairId = dialect.hasPlainProperties ? pcsId.nvpair : pcsId.shortNvpair
  const style = { id: 'cib-bootstrap-options', nvpairId, keepsEmpty: true, accepts: dialect.acceptsProperty }
  const words = setUpdate([before], [after], style, (used) => ids.has(used))
  if (words?.some((word) => word.startsWith('stonith-watchdog-timeout='))) return undefined
  return words && [pcs(['property', 'set', ...words], ['--force'])]
}

function defaultsUpdate(
  words: readonly string[],
  id: string,
  before: MetaAttributes,
  after: MetaAttributes,
  { ids }: PlanState,
): readonly Command[] | undefined {
  const style = { id, nvpairId: pcsId.shortNvpair, keepsEmpty: true }
  const pairs = setUpdate([before], [after], style, (used) => ids.has(used))
  return pairs === undefined || !isPcsId(id)
    ? undefined
    : [pcs([...words, 'set', 'update', id, 'meta', ...pairs])]
}

function nodeUpdate(
  before: ClusterNode,
  after: ClusterNode,
  { ids }: PlanState,
): readonly Command[] | undefined {
  const { id = '', uname = '' } = after
  const isUsed = (used: string) => ids.has(used)
  const plain = {
    nvpairId: pcsId.nvpair,
    keepsEmpty: true,
    accepts: (value: string) => /^[\x20-\x2c\x2e-\x7e][\x20-\x7e]*$/.test(value),
  }
  const attributes = same(before.instanceAttributes, after.instanceAttributes)
    ? []
    : setUpdate(
        before.instanceAttributes,
        after.instanceAttributes,
        { ...plain, id: pcsId.nodeAttributes(id) },
        isUsed,
      )
  const utilization = same(before.utilization, after.utilization)
    ? []
    : setUpdate(
        before.utilization,
        after.utilization,
        { ...plain, id: pcsId.attributeSet(pcsId.nodeAttributes(id), 'utilization'), accepts: isInteger },
        isUsed,
      )
  if (attributes === undefined || utilization === undefined || !isPcsId(`n${uname}`)) return undefined
  const command = (kind: string, words: readonly string[]) =>
    words.length === 0 ? [] : [pcs(['node', kind, uname, ...words])]
  return [...command('attribute', attributes), ...command('utilization', utilization)]
}

/** For a node, which has more than attributes: the sets that differ, all at once, since others may refer to one. */
function changedSets(before: CibElement, after: CibElement): readonly Command[] | undefined {
  if (before.element !== 'node' || after.element !== 'node') return undefined
  const setsOf = (node: ClusterNode) => [...node.instanceAttributes, ...node.utilization]
  const path = `/cib/configuration/nodes/node[@id='${after.id}']`
  return [replacedChildren(path, setsOf(before), setsOf(after))]
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/**
 * For sets that have nvpairs of the cluster's own, which replacing them would drop: each nvpair that is new or changed, and
 * each that goes, by itself.
 */
function mergedPairs(before: CibElement, after: CibElement): readonly Command[] | undefined {
  if (before.element !== 'cluster_property_set' || after.element !== 'cluster_property_set') return undefined
  const kept = new Set(after.nvpairs.map(({ id }) => id))
  const known = new Map(before.nvpairs.map((pair) => [pair.id, JSON.stringify(pair)]))
  const changed = after.nvpairs.filter((pair) => known.get(pair.id) !== JSON.stringify(pair))
  const sets = { ...after, nvpairs: changed }
  return [
    ...before.nvpairs
      .filter(({ id }) => !kept.has(id))
      .map(({ id }) => cibadmin(xmlById('nvpair', id), ['--delete'])),
    ...(changed.length === 0 && before.score === after.score ? [] : [cibadmin(wholeXml(sets), ['--modify'])]),
  ]
}
