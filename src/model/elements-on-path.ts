import type { Cluster } from './element/configuration.js'
import type { RawElement } from './element/element.js'
import type { CibElement } from './element/tree.js'
import { childrenOf, pathStep } from './walk.js'

const step = /\/([^/[\]@]+(?:\[@id="[^"]*"\]|\[@id='[^']*'\]|\[\d+\])?)/gy

/** The children of each element by their step in a path, computed on demand. */
const children = new WeakMap<CibElement, ReadonlyMap<string, readonly CibElement[]>>()

/**
 * The elements from the root to that of a finding's path, an attribute's to its element. Where the path leads to no
 * element, they end with the last that is there, and `isWhole` is false. Of elements that share an id, it is the first, or
 * the last where `which` is -1.
 */
export function elementsOnPath(
  root: CibElement,
  path: string,
  which: 0 | -1 = 0,
): { readonly elements: readonly CibElement[]; readonly isWhole: boolean } {
  const [first, ...steps] = stepsOf(path)
  if (first !== root.element) return { elements: [], isWhole: false }
  const elements = [root]
  for (const name of steps) {
    const next = childrenByStep(elements.at(-1) as CibElement)
      .get(name)
      ?.at(which)
    if (next === undefined) return { elements, isWhole: false }
    elements.push(next)
  }
  return { elements, isWhole: true }
}

/** The element of a cluster's status to which a finding's path leads, an attribute's to its element; undefined where none is there. */
export function statusElementOnPath({ status }: Cluster, path: string): RawElement | undefined {
  const [, first, ...steps] = stepsOf(path)
  if (first !== 'status') return undefined
  return steps.reduce((parent, name) => parent && childAt(parent, name), status)
}

function childAt({ children: inside }: RawElement, wanted: string): RawElement | undefined {
  return inside.find((child) => {
    const id = child.attributes.find(([name]) => name === 'id')?.[1]
    const alike = id === undefined ? inside.filter(({ name }) => name === child.name) : []
    return pathStep(child.name, id, alike.indexOf(child) + 1) === wanted
  })
}

function stepsOf(path: string): readonly string[] {
  return [...path.matchAll(step)].map(([, name = '']) => name)
}

function childrenByStep(parent: CibElement): ReadonlyMap<string, readonly CibElement[]> {
  const known = children.get(parent)
  if (known !== undefined) return known
  const computed = new Map<string, CibElement[]>()
  const counts = new Map<string, number>()
  for (const child of childrenOf(parent)) {
    const count = (counts.get(child.element) ?? 0) + 1
    counts.set(child.element, count)
    const name = pathStep(child.element, 'id' in child ? child.id : undefined, count)
    const others = computed.get(name)
    if (others === undefined) computed.set(name, [child])
    else others.push(child)
  }
  children.set(parent, computed)
  return computed
}
