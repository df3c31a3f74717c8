import { failure, type Result, success } from '../../diagnostics/diagnostic.js'
import type { Cluster } from '../../model/index.js'
import { dotOf } from '../dot/to-dot.js'
import type { PictureOptions } from '../picture/picture.js'
import { layOut } from '../svg/layout.js'
import { svgDocument } from '../svg/to-svg.js'
import { pictureOfBoth } from './picture.js'

/**
 * Both clusters in one graph for Graphviz: what only the second has in green, what only the first has in red.
 *
 * @example
 * ```ts
 * const [db, web] = [systemd('db'), systemd('web')]
 * const before = cluster({ resources: [db, web], constraints: [order(db, web)] })
 * const result = toDotDifference(before, cluster({ resources: [web] }))
 * const graph = result.ok ? result.output : ''
 * ```
 */
export function toDotDifference(
  before: Cluster,
  after: Cluster,
  options: PictureOptions = {},
): Result<string> {
  return success(dotOf(pictureOfBoth(before, after, options)))
}

/**
 * The same as one SVG document, laid out by Graphviz.
 *
 * @example
 * ```ts
 * const [db, web] = [systemd('db'), systemd('web')]
 * const before = cluster({ resources: [db, web], constraints: [order(db, web)] })
 * const result = await toSvgDifference(before, cluster({ resources: [web] }))
 * ```
 */
export async function toSvgDifference(
  before: Cluster,
  after: Cluster,
  options: PictureOptions = {},
): Promise<Result<string>> {
  const picture = pictureOfBoth(before, after, options)
  const { output: layout, diagnostics } = await layOut(dotOf(picture))
  return layout === undefined ? failure(diagnostics) : success(svgDocument(picture, layout), diagnostics)
}
