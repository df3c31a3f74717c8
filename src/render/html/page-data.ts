import { toXml } from '../../cib/layout/to-xml.js'
import { secretsIn } from '../../cib/secrets.js'
import { type CibElement, type Cluster, constraintsOf, type Nvpair, resourcesOf } from '../../model/index.js'
import { mapChildren } from '../../model/walk.js'
import { writeXml } from '../../xml/write.js'
import type { Box } from '../parts/boxes.js'
import { boxText, visible } from '../parts/label.js'
import { lineTexts } from '../parts/legend.js'
import { type Edge, lookOf } from '../parts/lines.js'
import type { Picture } from '../picture/picture.js'

/** What the page's script knows of a box. */
interface PageBox {
  readonly id: string
  readonly kind: string
  readonly agent?: string
  readonly badge?: string
  /** Whether a virtual IP runs only with HAProxy, in words. */
  readonly note?: string
  /** The key of the frame around it. */
  readonly frame?: string
}

/** What the page's script knows of a line. */
interface PageEdge {
  readonly from: string
  readonly to: string
  readonly line: Edge['line']
  readonly look: string
  readonly text: string
  readonly constraint?: string
}

/** What the page's script reads: keys are those of the drawing; ids and XML are texts to show, nothing more. */
interface PageData {
  readonly boxes: Readonly<Record<string, PageBox>>
  readonly edges: Readonly<Record<string, PageEdge>>
  readonly xml: readonly (readonly [id: string, xml: string])[]
}

/** The data of the page; a password is `…` in its XML. */
export function pageData(cluster: Cluster, { boxes, edges }: Picture): PageData {
  const placed = boxes.flatMap((box) => [
    [box.key, pageBox(box)] as const,
    ...box.members.map((member) => [member.key, { ...pageBox(member), frame: box.key }] as const),
  ])
  const secrets = new Set<CibElement>(secretsIn(cluster).map(({ element: nvpair }) => nvpair))
  const withoutSecrets = (element: CibElement): CibElement => {
    if (secrets.size === 0) return element
    return secrets.has(element)
      ? { ...(element as Nvpair), value: '…' }
      : mapChildren(element, withoutSecrets)
  }
  return {
    boxes: Object.fromEntries(placed),
    edges: Object.fromEntries(edges.map((edge) => [edge.key, pageEdge(edge)])),
    xml: [...constraintsOf(cluster), ...resourcesOf(cluster)].map((element) => [
      visible(element.id ?? ''),
      xmlOf(withoutSecrets(element)),
    ]),
  }
}

function pageBox(box: Box): PageBox {
  const note = boxText(box).find(({ look }) => look === 'good' || look === 'bad')?.text
  return {
    id: visible(box.id),
    kind: box.kind,
    ...(box.agent === undefined ? {} : { agent: visible(box.agent) }),
    ...(box.badge === undefined ? {} : { badge: visible(box.badge) }),
    ...(note === undefined ? {} : { note }),
  }
}

function pageEdge(edge: Edge): PageEdge {
  const look = lookOf(edge)
  const labels = edge.line === 'implied' ? [] : edge.labels
  return {
    from: edge.from.key,
    to: edge.to.key,
    line: edge.line,
    look,
    text: visible([lineTexts[look], ...labels].join('; ')),
    ...(edge.line === 'implied' ? {} : { constraint: visible(edge.constraint) }),
  }
}

function xmlOf(element: CibElement): string {
  const { output, diagnostics } = writeXml(toXml(element))
  return output ?? diagnostics.map(({ message }) => message).join('\n')
}
