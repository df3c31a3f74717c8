import { makeGrid } from './grid.js'
import { fillLegend, fillMatrix } from './matrix.js'
import { makeState } from './state.js'

const byId = (id) => document.getElementById(id)
const data = JSON.parse(byId('data').textContent)
const events = data.groups.flatMap(({ title, events }) => events.map((event) => ({ ...event, group: title })))
const state = makeState(byId('state'), data)
const [group, problems] = [byId('group'), byId('problems')]
let shown = events

fillLegend(byId('legend'))
for (const { title } of data.groups) group.append(new Option(title))
const grid = makeGrid(byId('matrix'), (row) => state.show(shown, row))

function refill() {
  shown = events.filter(
    (event) =>
      (group.value === '' || event.group === group.value) && (!problems.checked || event.problems.length > 0),
  )
  fillMatrix(byId('matrix'), data.columns, shown)
  grid.reset()
  byId('count').textContent = `${shown.length} of ${events.length} events`
}

for (const input of [group, problems]) input.addEventListener('change', refill)
refill()
