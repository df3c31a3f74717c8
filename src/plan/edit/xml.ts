import { toXml } from '../../cib/layout/to-xml.js'
import type { CibElement } from '../../model/index.js'
import type { WritableElement } from '../../xml/element.js'
import { writeXml } from '../../xml/write.js'

/** The element with all in it, what no field of the model has too. */
export function wholeXml(element: CibElement): string {
  return print(toXml(element))
}

/** The element with nothing but its id, by which cibadmin finds it. */
export function xmlById(name: string, id: string | undefined): string {
  return print({ name, attributes: id === undefined ? [] : [['id', id]], children: [] })
}

/** The XML; that XML can represent both clusters was checked before. */
export function print(root: WritableElement): string {
  const written = writeXml(root)
  if (!written.ok) throw new Error(written.diagnostics.map(({ message }) => message).join('; '))
  return written.output.trimEnd()
}
