import type { Change } from '../../diff/change.js'
import { diff } from '../../diff/diff.js'
import type { Cluster } from '../../model/index.js'
import { applyEdits } from '../edit/apply.js'
import type { ItemEdit } from '../edit/edit.js'

/** That an XPath finds something in the CIB, or nothing. */
export interface Condition {
  readonly verb: 'has' | 'lacks'
  readonly xpath: string
}

/** What is true of the CIB after some edits and was not before; none where nothing can be tested. */
export function conditionsOf(edits: readonly ItemEdit[]): readonly Condition[] {
  const [before, after] = [clusterOf(edits, 'before'), clusterOf(edits, 'after')]
  return diff(before, after).flatMap(conditionOf)
}

/** The items of one side alone. */
function clusterOf(edits: readonly ItemEdit[], side: 'before' | 'after'): Cluster {
  const empty: Cluster = { element: 'cib', configuration: { element: 'configuration' } }
  const added = edits.flatMap((edit) => {
    const { section, id, [side]: after } = edit
    return after === undefined || section.name === 'nodes' ? [] : [{ section, id, after }]
  })
  return applyEdits(empty, added)
}

function conditionOf(change: Change): readonly Condition[] {
  if (change.element === 'configuration' || change.id === undefined) return sectionConditions(change)
  const element = `//${change.element}[@id=${literal(change.id)}]`
  switch (change.change) {
    case 'removed':
      return [{ verb: 'lacks', xpath: element }]
    case 'added':
      return [
        {
          verb: 'has',
          xpath: `${element}${change.xml.attributes.map(([name, value]) => equals(name, value)).join('')}`,
        },
      ]
    case 'changed':
      if (change.attribute === '#text') return []
      return [
        {
          verb: 'has',
          xpath: `${element}${change.to === undefined ? `[not(@${change.attribute})]` : equals(change.attribute, change.to)}`,
        },
      ]
    case 'moved':
      return []
  }
}

/** Of a section that is new or gone, what is in it. */
function sectionConditions(change: Change): readonly Condition[] {
  if (change.change !== 'added' && change.change !== 'removed') return []
  return change.xml.children.flatMap((xml) => {
    const id = xml.attributes.find(([name]) => name === 'id')?.[1]
    return id === undefined ? [] : conditionOf({ ...change, element: xml.name, id, xml })
  })
}

function equals(name: string, value: string): string {
  return `[@${name}=${literal(value)}]`
}

/** A string of XPath, which has no escapes. */
function literal(text: string): string {
  if (!text.includes('"')) return `"${text}"`
  if (!text.includes("'")) return `'${text}'`
  return `concat(${text
    .split('"')
    .map((part) => `"${part}"`)
    .join(`,'"',`)})`
}
