import type { Cluster, RawElement } from '../model/index.js'
import type { Change } from './change.js'
import { type Compared, compare } from './compare.js'
import { pathOfNode, type TreeNode } from './tree.js'

/**
 * All differences between the configurations of two clusters, by id, down to the nvpair; none where both are equal.
 * The order of attributes, nvpairs and operations does not count, nor do comments; all other order does. Applied to the
 * first cluster, they give the second.
 *
 * @example
 * ```ts
 * const before = cluster({ resources: [systemd('web')] })
 * const after = cluster({ resources: [systemd('web'), systemd('db')] })
 * const added = diff(before, after).filter(({ change }) => change === 'added')
 * ```
 */
export function diff(a: Cluster, b: Cluster): readonly Change[] {
  const changes: Change[] = []
  const waiting: Compared[] = [compare(a, b)]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    changes.push(...changesOf(node))
    const next = node.children.filter(({ isChanged }) => isChanged)
    waiting.push(...(isOnOneSide(node) ? next.flatMap(movedInto) : next).reverse())
  }
  return changes
}

function isOnOneSide({ before, after }: Compared): boolean {
  return before === undefined || after === undefined
}

/** The elements in a new one that were elsewhere before. */
function movedInto(node: Compared): readonly Compared[] {
  return isOnOneSide(node) ? node.children.flatMap(movedInto) : [node]
}

function changesOf({ before, after, attributes, moved, children }: Compared): readonly Change[] {
  if (before === undefined && after !== undefined) return additionOf(after, children)
  if (before === undefined) return []
  if (after === undefined) return removalOf(before, children)
  const at = placeOf(before)
  const changed = attributes.map((change) => ({ change: 'changed', ...at, ...change }) as const)
  if (moved === undefined || after.parent === undefined) return changed
  const move = {
    change: 'moved',
    ...at,
    parent: pathOfNode(after.parent),
    isOtherParent: moved === 'to-other-parent',
    ...(before.position === undefined ? {} : { from: before.position }),
    ...(after.position === undefined ? {} : { position: after.position }),
  } as const
  return [move, ...changed]
}

function placeOf(node: TreeNode) {
  return {
    element: node.xml.name,
    ...(node.id === undefined ? {} : { id: node.id }),
    path: pathOfNode(node),
  }
}

/** One change for the outermost element that is new; what it contains is in its XML. */
function additionOf(after: TreeNode, children: readonly Compared[]): readonly Change[] {
  const { parent } = after
  if (parent === undefined) return []
  return [
    {
      change: 'added',
      ...placeOf(after),
      parent: pathOfNode(parent),
      ...(after.position === undefined ? {} : { position: after.position }),
      xml: withOwn(after.xml, children, 'after'),
    },
  ]
}

function removalOf(before: TreeNode, children: readonly Compared[]): readonly Change[] {
  return [{ change: 'removed', ...placeOf(before), xml: withOwn(before.xml, children, 'before') }]
}

/** The element with those of its children that only this cluster has. */
function withOwn(xml: RawElement, children: readonly Compared[], side: 'before' | 'after'): RawElement {
  const own = children.filter(isOnOneSide)
  return {
    ...xml,
    children: own.map((child) => withOwn((child[side] as TreeNode).xml, child.children, side)),
  }
}
