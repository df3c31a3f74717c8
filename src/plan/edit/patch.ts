import { toXml } from '../../cib/layout/to-xml.js'
import type { CibElement } from '../../model/index.js'
import { type Command, cibadmin } from '../../pcs/command/command.js'
import type { WritableElement } from '../../xml/element.js'
import { print } from './xml.js'

/** `cibadmin --patch` with these changes, which are applied at once. */
export function patch(changes: readonly WritableElement[]): Command {
  return cibadmin(print({ name: 'diff', attributes: [['format', '2']], children: changes }), ['--patch'])
}

/** The change by which an element gets another place among its siblings. */
export function moved(path: string, position: number): WritableElement {
  return change('move', path, [['position', String(position)]])
}

/** The command that makes the children of the element at this path others. */
export function replacedChildren(
  path: string,
  before: readonly CibElement[],
  after: readonly CibElement[],
): Command {
  const texts = (list: readonly CibElement[]) => list.map((child) => print(toXml(child)))
  const [old, now] = [texts(before), texts(after)]
  const start = now.findIndex((text, at) => text !== old[at])
  const first = start < 0 ? now.length : start
  return patch([
    ...before.slice(first).map((child) => change('delete', `${path}/${stepOf(child)}`)),
    ...after
      .slice(first)
      .map((child, at) => change('create', path, [['position', String(first + at)]], [toXml(child)])),
  ])
}

function stepOf(child: CibElement): string {
  const id = 'id' in child ? child.id : undefined
  return id === undefined ? child.element : `${child.element}[@id='${id}']`
}

function change(
  operation: 'move' | 'delete' | 'create',
  path: string,
  more: WritableElement['attributes'] = [],
  children: readonly WritableElement[] = [],
): WritableElement {
  return { name: 'change', attributes: [['operation', operation], ['path', path], ...more], children }
}
