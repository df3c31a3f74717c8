import type { Cluster, RawElement } from '../model/index.js'
import { type TreeNode, treeOf, withoutRecord } from './tree.js'
import { withoutUnchanged } from './unchanged.js'

/** An attribute with another value; `#text` is the text inside the element. */
interface AttributeChange {
  readonly attribute: string
  readonly from?: string
  readonly to?: string
}

/** An element of both clusters, or of one of them, with what is in it. */
export interface Compared {
  readonly before?: TreeNode
  readonly after?: TreeNode
  readonly attributes: readonly AttributeChange[]
  /** Absent where the element is at its old place. */
  readonly moved?: 'among-siblings' | 'to-other-parent'
  /** In the order of the second cluster; what is removed comes first. */
  readonly children: readonly Compared[]
  /** False where all in it is as it was. */
  readonly isChanged: boolean
}

/** Both clusters as one tree. */
export function compare(a: Cluster, b: Cluster): Compared {
  const [before, after] = withoutUnchanged(withoutRecord(a), withoutRecord(b)).map(treeOf) as [
    TreeNode,
    TreeNode,
  ]
  return comparedPair(before, after, matchesOf(before, after), undefined)
}

/** Which node of one tree is which of the other. */
interface Matches {
  readonly after: ReadonlyMap<TreeNode, TreeNode>
  readonly before: ReadonlyMap<TreeNode, TreeNode>
}

/** Elements whose `id` is a reference: the same one elsewhere is another element. */
const references: readonly string[] = ['resource_ref', 'obj_ref', 'role']

function matchesOf(before: TreeNode, after: TreeNode): Matches {
  const matches = { after: new Map<TreeNode, TreeNode>(), before: new Map<TreeNode, TreeNode>() }
  const removed: TreeNode[] = []
  const added: TreeNode[] = []
  const pairs: [TreeNode, TreeNode][] = [[before, after]]
  const matchAll = () => {
    for (let pair = pairs.pop(); pair !== undefined; pair = pairs.pop()) {
      const [one, other] = pair
      matches.after.set(one, other)
      matches.before.set(other, one)
      const rest = new Map(one.children.map((child) => [child.key, child]))
      for (const child of other.children) {
        const same = rest.get(child.key)
        if (same === undefined || matches.after.has(same)) added.push(child)
        else pairs.push([same, child])
        rest.delete(child.key)
      }
      removed.push(...rest.values())
    }
  }
  matchAll()
  // What has an id and is in another parent now.
  const gone = new Map<string, TreeNode>()
  let indexed = 0
  for (let at = 0; at < added.length; at++) {
    for (; indexed < removed.length; indexed++) indexIds(removed[indexed] as TreeNode, gone)
    const node = added[at] as TreeNode
    const same = hasOwnId(node) ? gone.get(node.key) : undefined
    if (same === undefined || matches.after.has(same)) added.push(...node.children)
    else {
      pairs.push([same, node])
      matchAll()
    }
  }
  return matches
}

function hasOwnId({ id, xml }: TreeNode): boolean {
  return id !== undefined && !references.includes(xml.name)
}

function indexIds(node: TreeNode, index: Map<string, TreeNode>): void {
  if (hasOwnId(node) && !index.has(node.key)) index.set(node.key, node)
  for (const child of node.children) indexIds(child, index)
}

function comparedPair(
  before: TreeNode,
  after: TreeNode,
  matches: Matches,
  moved: Compared['moved'],
): Compared {
  const attributes = attributeChanges(before.xml, after.xml)
  return finished({ before, after, attributes, ...(moved === undefined ? {} : { moved }) }, matches)
}

function finished(node: Omit<Compared, 'children' | 'isChanged'>, matches: Matches): Compared {
  const gone = (node.before?.children ?? [])
    .filter((child) => !matches.after.has(child))
    .map((before) => finished({ before, attributes: [] }, matches))
  const there = node.after?.children ?? []
  const steady = steadyChildren(node.before, there, matches)
  const children = there.map((after) => {
    const before = matches.before.get(after)
    if (before === undefined) return finished({ after, attributes: [] }, matches)
    const isHere = before.parent === node.before
    const moved = !isHere ? 'to-other-parent' : steady.has(after) ? undefined : 'among-siblings'
    return comparedPair(before, after, matches, moved)
  })
  const all = [...gone, ...children]
  const isChanged =
    node.before === undefined ||
    node.after === undefined ||
    node.moved !== undefined ||
    node.attributes.length > 0 ||
    all.some((child) => child.isChanged)
  return { ...node, children: all, isChanged }
}

/** The children that have not moved: a longest list of them that is in the old order, and all whose order means nothing. */
function steadyChildren(
  parent: TreeNode | undefined,
  children: readonly TreeNode[],
  matches: Matches,
): ReadonlySet<TreeNode> {
  const steady = new Set<TreeNode>()
  const ordered: (readonly [TreeNode, number])[] = []
  for (const child of children) {
    const before = matches.before.get(child)
    if (before === undefined || before.parent !== parent) continue
    if (child.position === undefined || before.position === undefined) steady.add(child)
    else ordered.push([child, before.position])
  }
  for (const at of longestIncrease(ordered.map(([, position]) => position))) {
    steady.add((ordered[at] as readonly [TreeNode, number])[0])
  }
  return steady
}

/** The places of a longest increasing subsequence. */
function longestIncrease(numbers: readonly number[]): readonly number[] {
  const ends: number[] = []
  const previous: number[] = []
  for (const [at, number] of numbers.entries()) {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((numbers[ends[middle] as number] as number) < number) low = middle + 1
      else high = middle
    }
    previous.push(ends[low - 1] ?? -1)
    ends[low] = at
  }
  const places: number[] = []
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] as number) places.push(at)
  return places.reverse()
}

function attributeChanges(before: RawElement, after: RawElement): readonly AttributeChange[] {
  const [old, now] = [valuesOf(before), valuesOf(after)]
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((attribute) => {
    const [from, to] = [old.get(attribute), now.get(attribute)]
    if (from === to) return []
    return [{ attribute, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }]
  })
}

function valuesOf({ attributes, text }: RawElement): ReadonlyMap<string, string> {
  const inside = text?.trim() ?? ''
  return new Map(inside === '' ? attributes : [...attributes, ['#text', inside]])
}
