import { type CibElement, walk } from '../../model/index.js'
import { type Command, cibadmin, type ScriptStep } from '../command/command.js'
import type { ConvertedItem } from './convert.js'
import { elementXml, sectionXml } from './fragment.js'

/**
 * Restores the order of what has no id of its own, such as a set by `id-ref`: the difference by which pcs
 * writes most of its changes reverses those and their neighbours, whatever it was to change.
 * Measured with pcs 0.11.5 on Pacemaker 2.1.5.
 */
export function restoreOrder(items: readonly ConvertedItem[]): readonly ScriptStep[] {
  const last = items.findLastIndex(({ isXml, commands }) => !isXml && commands.length > 0)
  const reversed = items.slice(0, Math.max(0, last)).filter(({ fragment }) => hasNameless(fragment.element))
  if (reversed.length === 0) return []
  const whole = new Set(
    reversed.filter(({ fragment }) => isNameless(fragment.element)).map(({ fragment }) => fragment.section),
  )
  const commands = [
    ...[...whole].map((name) => replaceSection(name, items)),
    ...reversed
      .filter(({ fragment }) => !whole.has(fragment.section))
      .map(({ fragment }) => cibadmin(elementXml(fragment.element), ['--replace'])),
  ]
  const remarks = ['pcs reverses what has no id of its own, so its order is restored']
  return [{ title: 'By cibadmin: the order of sets by id-ref', remarks, commands }]
}

function replaceSection(name: string, items: readonly ConvertedItem[]): Command {
  const inside = items.map(({ fragment }) => fragment).filter(({ section }) => section === name)
  return cibadmin(sectionXml(name, inside), ['--replace', '--scope', name])
}

function hasNameless(item: CibElement): boolean {
  let found = false
  walk(item, ({ element }) => {
    found ||= isNameless(element)
  })
  return found
}

function isNameless(element: CibElement): boolean {
  return (
    'idRef' in element &&
    element.idRef !== undefined &&
    element.id === undefined &&
    element.element !== 'operations'
  )
}
