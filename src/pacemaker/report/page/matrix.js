import { create } from './create.js'

/** What happens to a resource: a sign for the table, a word for readers. */
export const effects = {
  stops: { sign: '×', words: 'runs nowhere then' },
  moves: { sign: '→', words: 'starts on another node' },
  promotes: { sign: '▲', words: 'is promoted on another node' },
  restarts: { sign: '↻', words: 'restarts where it is' },
  loses: { sign: '−', words: 'loses an instance or a role' },
}

/** One entry for each sign. */
export function fillLegend(list) {
  for (const [name, { sign, words }] of Object.entries(effects)) {
    const mark = create('span', sign, `effect ${name}`)
    mark.ariaHidden = 'true'
    const item = create('li')
    item.append(mark, ` ${words}`)
    list.append(item)
  }
}

/** A row for each event, a column for each resource. */
export function fillMatrix(table, columns, events) {
  const heads = ['event', 'actions', ...columns.map(({ id }) => id)].map((text, at) => {
    const cell = create('th', undefined, at < 2 ? '' : 'resource')
    cell.scope = 'col'
    cell.append(create('span', text))
    return cell
  })
  const body = create('tbody')
  let group
  for (const event of events) {
    if (event.group !== group) body.append(titleRow(event.group, heads.length))
    group = event.group
    body.append(rowOf(event, columns))
  }
  const head = create('thead')
  head.append(rowWith(heads))
  table.style.setProperty('--columns', columns.length)
  table.replaceChildren(head, body)
}

function titleRow(title, width) {
  const cell = create('th', title, 'title')
  cell.colSpan = width
  return rowWith([cell])
}

function rowOf(event, columns) {
  const { words, like, actions, problems } = event
  const head = create('th', like === 0 ? words : `${words} (and ${like} like it)`)
  head.scope = 'row'
  head.title = [head.textContent, ...problems].join('\n')
  if (problems.length > 0) {
    head.prepend(create('strong', `${problems.length} × ! `, 'bad'))
    head.append(create('span', `: ${problems.join('; ')}`, 'unseen'))
  }
  const cells = columns.map(({ id }, at) => {
    const { sign, words: effect } = effects[event.effects[at]] ?? {}
    const cell = create('td', undefined, `effect ${event.effects[at] ?? ''}`)
    if (sign === undefined) return cell
    cell.append(hidden(sign), create('span', `${id} ${effect}`, 'unseen'))
    cell.title = `${id} ${effect}`
    return cell
  })
  const row = rowWith([head, create('td', String(actions)), ...cells])
  for (const cell of row.cells) cell.tabIndex = -1
  return row
}

function hidden(text) {
  const mark = create('span', text)
  mark.ariaHidden = 'true'
  return mark
}

function rowWith(cells) {
  const row = create('tr')
  row.append(...cells)
  return row
}
