import { failure, type Result, success } from '../../diagnostics/diagnostic.js'
import { escapeInJson } from '../../diagnostics/unseen.js'
import type { Cluster } from '../../model/index.js'
import { malformed } from '../../model/wellformed/malformed.js'
import { encodeAttribute } from '../../xml/escape.js'
import { dotOf, dotOfLegend } from '../dot/to-dot.js'
import { visible } from '../parts/label.js'
import { leftOutOf } from '../picture/left-out.js'
import { type PictureOptions, pictureOf } from '../picture/picture.js'
import { layOut } from '../svg/layout.js'
import { svgDocument } from '../svg/to-svg.js'
import { compact } from './compact.js'
import { contentPolicy } from './content-policy.js'
import { pageScript, pageScriptHash, pageStyle } from './page.generated.js'
import { pageData } from './page-data.js'

/**
 * The picture as one HTML page that loads nothing: pan, zoom, search, what waits for what, the XML of each
 * constraint. Its content security policy allows its own script only.
 *
 * @example
 * ```ts
 * const web = cluster({ nodes: ['node1'], resources: [systemd('web')] })
 * const result = await toHtml(web)
 * if (!result.ok) throw new Error(result.diagnostics[0]?.message)
 * const page: string = result.output
 * ```
 */
export async function toHtml(cluster: Cluster, options: PictureOptions = {}): Promise<Result<string>> {
  const faults = malformed(cluster)
  if (faults.length > 0) return failure(faults)
  const picture = pictureOf(cluster, options)
  const [drawing, legend] = await Promise.all([
    layOut(dotOf(compact(picture), '""')),
    layOut(dotOfLegend(picture)),
  ])
  const diagnostics = [...drawing.diagnostics, ...legend.diagnostics, ...leftOutOf(cluster)]
  if (drawing.output === undefined || legend.output === undefined) return failure(diagnostics)
  const nothing = { ...picture, boxes: [], edges: [], junctions: [] }
  const output = page({
    title: text(picture.title),
    subtitle: text(picture.subtitle),
    drawing: svgDocument(picture, drawing.output),
    legend: svgDocument(nothing, legend.output),
    data: escapeInJson(JSON.stringify(pageData(cluster, picture))).replaceAll('<', '\\u003c'),
  })
  return success(output, diagnostics)
}

/** The parts of the page: all but `data` are HTML. */
interface Parts {
  readonly title: string
  readonly subtitle: string
  readonly drawing: string
  readonly legend: string
  readonly data: string
}

function page({ title, subtitle, drawing, legend, data }: Parts): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy(pageScriptHash)}">
<title>${title}</title>
<style>${pageStyle}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<p>${subtitle}</p>
<label><span>Search</span> <input type="search" id="search" placeholder="name, agent or kind" autocomplete="off"></label>
<output id="count"></output>
<label><input type="checkbox" data-line="order" checked> orders</label>
<label><input type="checkbox" data-line="colocation" checked> colocations</label>
<label><input type="checkbox" data-line="implied" checked> implied</label>
<label><input type="checkbox" id="alone"> only neighbours</label>
<span><button type="button" id="out" aria-label="zoom out">−</button>
<button type="button" id="in" aria-label="zoom in">+</button>
<button type="button" id="fit">fit</button></span>
</header>
<section aria-label="Legend and help"><details><summary>Legend and help</summary>
<p>Point at a resource: blue is what it waits for, orange what waits for it, directly or indirectly. Click a resource
or a line for details and XML; Escape closes them. With “only neighbours” (key f) nothing else is shown.
Drag to pan, turn the wheel to zoom; keys: + − 0 / and arrows.</p>
${legend}</details></section>
<main>${drawing}</main>
<aside id="panel" aria-label="What is selected" hidden></aside>
<script type="application/json" id="data">${data}</script>
<script>${pageScript}</script>
</body>
</html>
`
}

function text(value: string): string {
  return encodeAttribute(visible(value))
}
