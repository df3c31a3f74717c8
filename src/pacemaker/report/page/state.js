import { makeView } from '../../../render/html/page/view.js'
import { create } from './create.js'
import { effects } from './matrix.js'

const svgName = 'http://www.w3.org/2000/svg'

/** The dialog with one state as a picture: each box has the colour of what happens to it, and a mark for each node. */
export function makeState(dialog, { nodes, columns, start }) {
  const byId = (id) => dialog.ownerDocument.getElementById(id)
  const svg = dialog.querySelector('svg')
  const view = makeView(svg)
  let [events, at] = [[], 0]

  function show(all, index) {
    ;[events, at] = [all, index]
    if (!dialog.open) dialog.showModal()
    fill(events[at])
  }

  function fill(event) {
    const { words, like, actions, problems, places } = event
    byId('event').textContent = like === 0 ? words : `${words} (and ${like} like it)`
    byId('facts').replaceChildren(
      ...problems.map((problem) => create('p', problem, 'bad')),
      create('p', `${actions} action${actions === 1 ? '' : 's'}. ${nodesInWords(event)}`),
    )
    byId('previous').disabled = at === 0
    byId('next').disabled = at === events.length - 1
    svg.classList.toggle('is-unknown', places === undefined)
    for (const [column, { key }] of columns.entries()) paint(svg.getElementById(key), column, event)
    byId('places').replaceChildren(
      places === undefined ? create('p', 'The scheduler crashed.') : table(event),
    )
  }

  /** The nodes in the order of the marks. */
  function nodesInWords({ down }) {
    const all = nodes.map((node, node_) => (down.includes(node_) ? `${node} (not online)` : node))
    return `Marks of a box, from the left: ${all.join(', ')}; filled where it is active, a square where it is Promoted, hollow where it was before.`
  }

  function paint(box, column, { effects: all, places }) {
    for (const name of Object.keys(effects)) box.classList.toggle(name, all[column] === name)
    for (const mark of box.querySelectorAll('.mark')) mark.remove()
    if (places === undefined) return
    box.classList.toggle('is-idle', places[column].length === 0 && start[column].length === 0)
    const { x, y, width, height } = box.getBBox()
    const step = Math.min(12, width / (nodes.length + 1))
    for (const [node] of nodes.entries()) {
      const place = stateOf(places[column], start[column], node)
      if (place === '') continue
      const [left, radius] = [x + width / 2 + (node - (nodes.length - 1) / 2) * step, Math.min(4, step / 2.4)]
      box.append(mark(place, left, y + height, radius))
    }
  }

  /** A row for each resource, a column for each node. */
  function table({ places, effects: all, down }) {
    const element = create('table')
    const head = element.createTHead().insertRow()
    const titles = nodes.map((node, at_) => (down.includes(at_) ? `${node} (not online)` : node))
    head.append(...['resource', ...titles, ''].map((text) => create(text === '' ? 'td' : 'th', text)))
    const body = element.createTBody()
    for (const [column, { id }] of columns.entries()) {
      const row = body.insertRow()
      row.append(
        create('th', id),
        ...nodes.map((_, node) => create('td', placeWords[stateOf(places[column], start[column], node)])),
        create('td', effects[all[column]]?.words ?? ''),
      )
      row.cells[0].scope = 'row'
    }
    return element
  }

  const turn = (by) => {
    at = Math.max(0, Math.min(events.length - 1, at + by))
    fill(events[at])
  }
  byId('previous').addEventListener('click', () => turn(-1))
  byId('next').addEventListener('click', () => turn(1))
  byId('close').addEventListener('click', () => dialog.close())
  byId('in').addEventListener('click', () => view.zoom(0.8))
  byId('out').addEventListener('click', () => view.zoom(1.25))
  byId('fit').addEventListener('click', view.fit)

  return { show }
}

const placeWords = {
  '': '',
  Started: 'active',
  Unpromoted: 'active, not promoted',
  Promoted: 'Promoted',
  before: 'not any more',
}

/** How a resource is on a node: its role, `before` where it was there, or nothing. */
function stateOf(places, before, node) {
  const role = places.find(([at]) => at === node)?.[1]
  return role ?? (before.some(([at]) => at === node) ? 'before' : '')
}

function mark(place, x, y, radius) {
  const isSquare = place === 'Promoted'
  const element = document.createElementNS(svgName, isSquare ? 'rect' : 'ellipse')
  const shape = isSquare
    ? { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius }
    : { cx: x, cy: y, rx: radius, ry: radius }
  for (const [name, value] of Object.entries(shape)) element.setAttribute(name, value)
  element.setAttribute('class', `mark ${place}`)
  return element
}
