import { resolve } from 'node:path'
import type { Position } from '../../diagnostics/diagnostic.js'
import { elementsOnPath } from '../../model/elements-on-path.js'
import type { CibElement, Cluster } from '../../model/index.js'
import { originOf } from '../../model/origin.js'
import { shownFile } from './code-frame.js'
import { placeOfStack, type SourcePlace } from './source-place.js'
import { stackOf } from './stack.js'

/** Where a module built the element of a finding's path, or the next one around it. */
export function originPosition(
  input: string,
  cluster: Cluster,
  path: string,
  which: 0 | -1,
): Position | undefined {
  return originOfElements(input, [cluster, ...elementsOnPath(cluster, path, which).elements])
}

/** Where a module built the last of these elements that it built itself: parts are built with their owner. */
export function originOfElements(input: string, elements: readonly CibElement[]): Position | undefined {
  const built = elements.findLast((element) => originOf(element) !== undefined)
  return built && positionIn(input, placeOfStack(stackOf(originOf(built))))
}

/** The position of a place, with its file where that is not the input. */
export function positionIn(input: string, place: SourcePlace | undefined): Position | undefined {
  if (place === undefined) return undefined
  const { file, line, column } = place
  return { line, column, ...(file === resolve(input) ? {} : { file: shownFile(file) }) }
}
