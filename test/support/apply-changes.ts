import { toXml } from '../../src/cib/layout/to-xml.js'
import type { Change } from '../../src/diff/change.js'
import type { Cluster, RawElement } from '../../src/model/index.js'

interface Editable {
  name: string
  attributes: (readonly [string, string])[]
  children: Editable[]
  text?: string
}

interface Placed {
  readonly parent: string
  readonly position: number | undefined
  readonly element: Editable
}

/** The configuration with the changes applied one after the other, as its XML. */
export function applyChanges(cluster: Cluster, changes: readonly Change[]): RawElement {
  const root: Editable = { name: 'cib', attributes: [], children: [editable(toXml(cluster.configuration))] }
  const parents = new Map<Editable, Editable>()
  const note = (element: Editable) => {
    for (const child of element.children) {
      parents.set(child, element)
      note(child)
    }
  }
  note(root)
  const found = changes.map((change) => (change.change === 'added' ? undefined : find(root, change.path)))
  for (const [at, change] of changes.entries()) {
    const element = found[at]
    if (change.change === 'changed') set(element as Editable, change.attribute, change.to)
    if (change.change === 'removed' || change.change === 'moved') detach(element as Editable, parents)
  }
  const placed = changes.flatMap((change, at): Placed[] => {
    if (change.change === 'changed' || change.change === 'removed') return []
    const element = change.change === 'added' ? editable(change.xml) : (found[at] as Editable)
    return [{ parent: change.parent, position: change.position, element }]
  })
  const depth = ({ parent }: Placed) => stepsOf(parent).length
  const place = ({ position = -1 }: Placed) => position
  for (const item of placed.sort((a, b) => depth(a) - depth(b) || place(a) - place(b))) {
    insert(find(root, item.parent), item.element, item.position)
  }
  return root.children[0] as RawElement
}

function editable({ name, attributes, children, text }: RawElement): Editable {
  return { name, attributes: [...attributes], children: children.map(editable), ...(text && { text }) }
}

function set(element: Editable, attribute: string, value: string | undefined): void {
  if (attribute === '#text') {
    if (value === undefined) delete element.text
    else element.text = value
    return
  }
  element.attributes = element.attributes.filter(([name]) => name !== attribute)
  if (value !== undefined) element.attributes.push([attribute, value])
}

function detach(element: Editable, parents: ReadonlyMap<Editable, Editable>): void {
  const parent = parents.get(element) as Editable
  parent.children = parent.children.filter((child) => child !== element)
}

const unordered = ['nvpair', 'op']

function insert(parent: Editable, element: Editable, position: number | undefined): void {
  const ordered = parent.children.filter(({ name }) => !unordered.includes(name))
  const before = position === undefined ? undefined : ordered[position]
  const at = before === undefined ? parent.children.length : parent.children.indexOf(before)
  parent.children.splice(at, 0, element)
}

function find(root: Editable, path: string): Editable {
  let element = root
  for (const { name, id, position } of stepsOf(path).slice(1)) {
    const alike = element.children.filter(
      (child) => child.name === name && (id === undefined || idOf(child) === id),
    )
    const next = alike[position - 1]
    if (next === undefined) throw new Error(`nothing at ${path}`)
    element = next
  }
  return element
}

function idOf({ attributes }: Editable): string | undefined {
  return attributes.find(([name]) => name === 'id')?.[1]
}

function stepsOf(path: string) {
  const step = /\/([^/[\]]+)(?:\[@id=(?:"([^"]*)"|'([^']*)')\])?(?:\[(\d+)\])?/gsy
  return [...path.matchAll(step)].map(([, name, one, other, position = '1']) => ({
    name,
    id: one ?? other,
    position: Number(position),
  }))
}
