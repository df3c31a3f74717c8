import { failure, type Result, success } from '../../diagnostics/diagnostic.js'
import type { Cluster } from '../../model/index.js'
import type { PictureOptions } from '../picture/picture.js'
import { toSvg } from './to-svg.js'

const gap = 40

/**
 * Two clusters side by side in one SVG document, such as the full architecture and the light one.
 *
 * @example
 * ```ts
 * const [db, web] = [systemd('db'), systemd('web')]
 * const full = cluster({ resources: [db, web], constraints: [order(db, web)] })
 * const light = cluster({ resources: [web] })
 * const result = await toSvgPair(full, light)
 * ```
 */
export async function toSvgPair(
  before: Cluster,
  after: Cluster,
  options: PictureOptions = {},
): Promise<Result<string>> {
  const [left, right] = [await toSvg(before, options), await toSvg(after, options)]
  const diagnostics = [...left.diagnostics, ...right.diagnostics]
  if (left.output === undefined || right.output === undefined) return failure(diagnostics)
  const [one, other] = [sizeOf(left.output), sizeOf(right.output)]
  const width = one.width + gap + other.width
  const height = Math.max(one.height, other.height)
  const output = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="100%" height="100%" fill="#ffffff"/>`,
    placed(left.output, 'before', 0),
    placed(right.output, 'after', one.width + gap),
    '</svg>\n',
  ].join('\n')
  return success(output, diagnostics)
}

function sizeOf(svg: string): { readonly width: number; readonly height: number } {
  const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? []
  return { width: Number(width), height: Number(height) }
}

/** The picture moved to the right, with ids that differ from those of the other picture. */
function placed(svg: string, name: string, x: number): string {
  return svg.replace('<svg ', `<svg x="${x}" `).replaceAll('<g id="', `<g id="${name}-`).trimEnd()
}
