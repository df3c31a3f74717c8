import { type CibElement, walk } from '../../model/index.js'
import { cibadmin, type Step } from '../command/command.js'
import type { Conversion } from './convert.js'
import { type Piece, section, xml } from './fragment.js'

/**
 * Puts back in order what has no id of its own, such as a set by `id-ref`: the difference by which pcs
 * writes most of its changes turns those around with their neighbours, whatever it was to change.
 * Measured with pcs 0.11.5 on Pacemaker 2.1.5.
 */
export function restoreOrder(ways: readonly Conversion[]): readonly Step[] {
  const last = ways.findLastIndex(({ isXml, commands }) => !isXml && commands.length > 0)
  const turned = ways.slice(0, Math.max(0, last)).filter(({ item }) => hasNameless(item.element))
  if (turned.length === 0) return []
  const whole = new Set(turned.filter(({ item }) => isNameless(item.element)).map(({ item }) => item.section))
  const commands = [
    ...[...whole].map((name) => replaceSection(name, ways)),
    ...turned
      .filter(({ item }) => !whole.has(item.section))
      .map(({ item }) => cibadmin(xml(item.element), ['--replace'])),
  ]
  const remarks = ['pcs turns around what has no id of its own, so it is put back in order']
  return [{ title: 'By cibadmin: the order of sets by id-ref', remarks, commands }]
}

function replaceSection(name: string, ways: readonly Conversion[]) {
  const items: readonly Piece[] = ways.map(({ item }) => item).filter((item) => item.section === name)
  return cibadmin(section(name, items), ['--replace', '--scope', name])
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
