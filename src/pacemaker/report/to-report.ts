import { failure, type Result, success } from '../../diagnostics/diagnostic.js'
import { escapeInJson } from '../../diagnostics/unseen.js'
import { type Cluster, nvpairValue } from '../../model/index.js'
import { malformed } from '../../model/wellformed/malformed.js'
import { dotOf } from '../../render/dot/to-dot.js'
import { compact } from '../../render/html/compact.js'
import { contentPolicy } from '../../render/html/content-policy.js'
import { visible } from '../../render/parts/label.js'
import { pictureOf } from '../../render/picture/picture.js'
import { paletteStyle } from '../../render/svg/dark.js'
import { layOut } from '../../render/svg/layout.js'
import { svgDocument } from '../../render/svg/to-svg.js'
import { encodeAttribute } from '../../xml/escape.js'
import type { Exploration } from '../explore/explore.js'
import { pageScript, pageScriptHash, pageStyle } from './page.generated.js'
import { reportData } from './report-data.js'

/**
 * What `explore` found as one HTML page that loads nothing: a row for each event, a column for each resource, and each state
 * as a picture of the cluster. Its content security policy allows its own script only.
 *
 * @example
 * ```ts
 * const exploration = await explore(web)
 * const { output: page } = await toReport(web, exploration)
 * ```
 */
export async function toReport(cluster: Cluster, exploration: Exploration): Promise<Result<string>> {
  const faults = malformed(cluster)
  if (faults.length > 0) return failure(faults)
  const picture = pictureOf(cluster)
  const { output: layout, diagnostics } = await layOut(dotOf(compact(picture), '""'))
  if (layout === undefined) return failure(diagnostics)
  const data = reportData(cluster, picture, exploration)
  return success(
    page({
      title: encodeAttribute(visible(titleOf(cluster))),
      drawing: svgDocument(picture, layout),
      data: escapeInJson(JSON.stringify(data)).replaceAll('<', '\\u003c'),
      left: exploration.left,
    }),
    diagnostics,
  )
}

function titleOf({ configuration }: Cluster): string {
  const name = nvpairValue(configuration.crmConfig?.items ?? [], 'cluster-name')
  return name === undefined ? 'Simulation' : `Simulation of ${name}`
}

/** The parts of the page: all but `data` and `left` are HTML. */
interface Parts {
  readonly title: string
  readonly drawing: string
  readonly data: string
  readonly left: number
}

function page({ title, drawing, data, left }: Parts): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy(pageScriptHash)}">
<title>${title}</title>
<style>${paletteStyle}${pageStyle}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<output id="count"></output>
${left === 0 ? '' : `<p class="bad">For ${left} more events the time was too short.</p>`}
<label>Events <select id="group"><option value="">all</option></select></label>
<label><input type="checkbox" id="problems"> only those that break a policy or do not come to rest</label>
<ul id="legend" aria-label="Legend"></ul>
</header>
<main><table id="matrix" role="grid" aria-label="Events and resources"></table></main>
<dialog id="state" aria-labelledby="event">
<header>
<h2 id="event"></h2>
<span><button type="button" id="previous">previous</button>
<button type="button" id="next">next</button>
<button type="button" id="out" aria-label="zoom out">−</button>
<button type="button" id="in" aria-label="zoom in">+</button>
<button type="button" id="fit">fit</button>
<button type="button" id="close">close</button></span>
</header>
<div id="facts"></div>
<div id="drawing">${drawing}</div>
<details><summary>Where everything runs</summary><div id="places" role="region" aria-label="Where everything runs" tabindex="0"></div></details>
</dialog>
<script type="application/json" id="data">${data}</script>
<script>${pageScript}</script>
</body>
</html>
`
}
