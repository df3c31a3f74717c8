/** Moves in a table by arrow keys, one cell of which the tab key reaches; Enter, blank or a click opens the row of a cell. */
export function makeGrid(table, open) {
  const rows = () =>
    [...table.tBodies].flatMap((body) => [...body.rows]).filter((row) => row.cells.length > 1)
  let current

  function reset() {
    current = undefined
    const [first] = rows()
    if (first !== undefined) enter(first.cells[0])
  }

  function enter(cell) {
    if (current !== undefined) current.tabIndex = -1
    current = cell
    cell.tabIndex = 0
  }

  function move(down, right, isFar) {
    const all = rows()
    const { cells } = current.parentElement
    const row = clamp(all.indexOf(current.parentElement) + down * (isFar ? all.length : 1), all.length)
    const column = clamp(current.cellIndex + right * (isFar ? cells.length : 1), cells.length)
    enter(all[row].cells[column])
    current.focus()
    current.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }

  const keys = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] }
  const farKeys = { Home: [0, -1], End: [0, 1], PageUp: [-1, 0], PageDown: [1, 0] }
  table.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || current === undefined) return
    const [step, isFar] = [keys[event.key] ?? farKeys[event.key], event.key in farKeys]
    if (step !== undefined) move(...step, isFar)
    else if (event.key === 'Enter' || event.key === ' ') open(rows().indexOf(current.parentElement))
    else return
    event.preventDefault()
  })
  table.addEventListener('click', ({ target }) => {
    const cell = target.closest('td, th')
    const row = rows().indexOf(cell?.parentElement)
    if (row < 0) return
    enter(cell)
    cell.focus()
    open(row)
  })

  return { reset }
}

function clamp(at, length) {
  return Math.max(0, Math.min(length - 1, at))
}
