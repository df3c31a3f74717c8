import { makeGraph } from './graph.js'
import { makeHighlight } from './highlight.js'
import { makePanel } from './panel.js'
import { makeSearch } from './search.js'
import { makeView } from './view.js'

const byId = (id) => document.getElementById(id)
const data = JSON.parse(byId('data').textContent)
const svg = document.querySelector('main svg')
const graph = makeGraph(data)
const view = makeView(svg)
const highlight = makeHighlight(svg, data, graph)
const panel = makePanel(byId('panel'), data, graph, visit)
const alone = byId('alone')
let chosen

/** Chooses a box or line and brings it into view. */
function visit(key) {
  choose(key)
  if (!alone.checked) view.center(highlight.element(key))
}

function choose(key) {
  chosen = key
  if (key === undefined) {
    highlight.clear()
    panel.hide()
  } else {
    highlight.focus(key)
    panel.show(key)
  }
  if (alone.checked) showAlone()
}

/** Nothing but the chosen box or line and what is near it, as large as fits; all, where none is chosen. */
function showAlone() {
  svg.classList.toggle('is-alone', alone.checked)
  if (alone.checked && chosen !== undefined) view.frame(highlight.near())
  else view.fit()
}

/** The box or line at an element of the drawing. */
function keyAt(target) {
  const key = target.closest?.('g[id]')?.id
  return key in data.boxes || key in data.edges ? key : undefined
}

makeSearch(byId('search'), byId('count'), data, { element: highlight.element, visit })
svg.addEventListener('click', (event) => choose(keyAt(event.target)))
svg.addEventListener('pointerover', ({ target }) => {
  const key = alone.checked ? chosen : (keyAt(target) ?? chosen)
  if (key === undefined) highlight.clear()
  else highlight.focus(key)
})
svg.addEventListener('pointerleave', () => choose(chosen))

for (const box of document.querySelectorAll('input[data-line]')) {
  box.addEventListener('change', () => svg.classList.toggle(`no-${box.dataset.line}`, !box.checked))
}
alone.addEventListener('change', showAlone)
byId('in').addEventListener('click', () => view.zoom(0.8))
byId('out').addEventListener('click', () => view.zoom(1.25))
byId('fit').addEventListener('click', view.fit)

const keys = {
  '+': () => view.zoom(0.8),
  '-': () => view.zoom(1.25),
  0: view.fit,
  ArrowLeft: () => view.pan(-0.1, 0),
  ArrowRight: () => view.pan(0.1, 0),
  ArrowUp: () => view.pan(0, -0.1),
  ArrowDown: () => view.pan(0, 0.1),
  f: () => alone.click(),
  Escape: () => choose(undefined),
  '/': () => byId('search').focus(),
}
document.addEventListener('keydown', (event) => {
  if (event.target.matches('input[type=search]') || event.ctrlKey || event.metaKey || event.altKey) return
  const key = keyAt(event.target)
  if (event.key === 'Enter' && key !== undefined) choose(key)
  else if (Object.hasOwn(keys, event.key)) {
    event.preventDefault()
    keys[event.key]()
  }
})

svg.setAttribute('role', 'group')
for (const box of svg.querySelectorAll('g.box, g.edge')) {
  if (keyAt(box) === undefined) continue
  box.setAttribute('role', 'button')
  const { constraint, text } = data.edges[box.id] ?? {}
  if (constraint === undefined && text !== undefined) box.setAttribute('aria-label', text)
  if (box.classList.contains('box')) box.setAttribute('tabindex', '0')
  if (box.classList.contains('edge')) box.prepend(wideCopy(box.querySelector('path')))
}

/** A thin line is hard to hit, so an invisible wide one lies below it. */
function wideCopy(path) {
  const copy = path.cloneNode()
  copy.setAttribute('class', 'hit')
  return copy
}
