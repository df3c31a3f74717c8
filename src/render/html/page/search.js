/** Highlights the boxes whose id, agent or kind contains the text; Enter goes from one to the next. */
export function makeSearch(input, count, { boxes }, { element, visit }) {
  let found = []
  let at = -1

  function search() {
    for (const key of found) element(key)?.classList.remove('is-found')
    const wanted = input.value.trim().toLowerCase()
    found = wanted === '' ? [] : Object.keys(boxes).filter((key) => textOf(boxes[key]).includes(wanted))
    at = -1
    for (const key of found) element(key)?.classList.add('is-found')
    count.textContent = wanted === '' ? '' : `${found.length} of ${Object.keys(boxes).length}`
  }

  function next(step) {
    if (found.length === 0) return
    at = (at + step + found.length) % found.length
    count.textContent = `${at + 1} of ${found.length}`
    visit(found[at])
  }

  input.addEventListener('input', search)
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') next(event.shiftKey ? -1 : 1)
    if (event.key !== 'Escape') return
    input.value = ''
    search()
    input.blur()
  })
}

function textOf({ id, agent = '', kind }) {
  return `${id} ${agent} ${kind}`.toLowerCase()
}
