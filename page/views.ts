import {
  type Cluster,
  type Diagnostic,
  guaranteeDifference,
  type Position,
  type Result,
  toPcs,
  toSource,
  toSvg,
} from '../src/index.js'
import { button, create } from './element.js'

/** What was read, and how to show a place in it. */
export interface Read {
  readonly cluster: Cluster | undefined
  readonly findings: readonly Diagnostic[]
  readonly goTo: (position: Position) => void
}

/** What a tab shows of a CIB. */
interface View {
  readonly name: string
  readonly show: (read: Read) => Promise<readonly Element[]> | readonly Element[]
}

export const views: readonly View[] = [
  { name: 'Findings', show: findings },
  { name: 'Picture', show: ofCluster(picture) },
  { name: 'Guarantees', show: ofCluster(guarantees) },
  { name: 'pcs script', show: ofCluster((cluster) => output(toPcs(cluster))) },
  { name: 'TypeScript', show: ofCluster((cluster) => output(toSource(cluster))) },
]

function ofCluster(show: (cluster: Cluster) => ReturnType<View['show']>): View['show'] {
  return ({ cluster }) =>
    cluster === undefined
      ? [create('p', 'There is no cluster to show: the findings have the reason.')]
      : show(cluster)
}

const ranks = ['error', 'warning', 'info']

function findings({ findings, goTo }: Read): readonly Element[] {
  if (findings.length === 0) return [create('p', 'Nothing was found.')]
  const sorted = [...findings].sort((a, b) => ranks.indexOf(a.severity) - ranks.indexOf(b.severity))
  return [
    list(
      sorted.map(({ severity, code, message, hint, path, position }) => {
        const head = create('p', '')
        head.append(create('span', severity, `severity ${severity}`), ' ', create('span', code, 'quiet'))
        if (position !== undefined)
          head.append(
            ' ',
            button(`line ${position.line}`, () => goTo(position)),
          )
        const rest = hint === undefined ? [] : [create('p', hint)]
        return [head, create('p', message), ...rest, create('p', path, 'quiet')]
      }),
    ),
  ]
}

let of: 'both' | 'order' | 'colocation' = 'both'
let scale = 1

/** The picture keeps what was chosen when the text changes. */
async function picture(cluster: Cluster): Promise<readonly Element[]> {
  const holder = document.createElement('div')
  const draw = async () => {
    const { output, diagnostics } = await toSvg(cluster, { of })
    if (output === undefined) return holder.replaceChildren(...reasons(diagnostics))
    const drawn = new DOMParser().parseFromString(output, 'image/svg+xml').documentElement
    const [width, height] = ['width', 'height'].map((name) => Number(drawn.getAttribute(name))) as [
      number,
      number,
    ]
    drawn.setAttribute('width', String(width * scale))
    drawn.setAttribute('height', String(height * scale))
    holder.replaceChildren(document.importNode(drawn, true))
  }
  const zoom = (by: number) => () => {
    scale *= by
    draw()
  }
  const label = create('label', 'Lines ')
  const select = document.createElement('select')
  select.append(...['both', 'order', 'colocation'].map((name) => new Option(name, name, false, name === of)))
  select.addEventListener('change', () => {
    of = select.value as typeof of
    draw()
  })
  label.append(select)
  const tools = create('div', '', 'tools')
  tools.append(label, button('Larger', zoom(1.25)), button('Smaller', zoom(0.8)))
  await draw()
  return [tools, holder]
}

/** What the constraints promise: all that would not hold without them. */
function guarantees(cluster: Cluster): readonly Element[] {
  const { configuration } = cluster
  const { constraints: _, ...rest } = configuration
  const { lost } = guaranteeDifference(cluster, { ...cluster, configuration: rest })
  if (lost.length === 0) return [create('p', 'The constraints guarantee nothing in every state.')]
  return [
    create('p', 'What the constraints guarantee in every state, and what could happen without them:'),
    list(
      lost.map(({ statement, counterexample }) => [
        create('p', statement),
        create('p', counterexample, 'quiet'),
      ]),
    ),
  ]
}

function output({ output, diagnostics }: Result<string>): readonly Element[] {
  if (output === undefined) return reasons(diagnostics)
  const tools = create('div', '', 'tools')
  tools.append(button('Copy', () => navigator.clipboard.writeText(output)))
  return [tools, create('pre', output)]
}

function reasons(diagnostics: readonly Diagnostic[]): readonly Element[] {
  return [
    list(diagnostics.map(({ message, hint = '' }) => [create('p', message), create('p', hint, 'quiet')])),
  ]
}

function list(rows: readonly (readonly Element[])[]): HTMLUListElement {
  const all = document.createElement('ul')
  for (const row of rows) {
    const item = document.createElement('li')
    item.append(...row)
    all.append(item)
  }
  return all
}
