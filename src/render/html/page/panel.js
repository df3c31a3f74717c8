/** The side panel: a resource with its constraints, or a constraint with its XML. Text is only ever set as text. */
export function makePanel(panel, data, graph, visit) {
  const { boxes, edges } = data
  const xml = new Map(data.xml)

  function show(key) {
    panel.hidden = false
    panel.replaceChildren(...(key in edges ? aboutLine(edges[key]) : aboutBox(key, boxes[key])))
    panel.scrollTop = 0
  }

  function hide() {
    panel.hidden = true
  }

  function aboutLine(edge) {
    if (edge.constraint === undefined) {
      return [create('h2', edge.text), ends(edge)]
    }
    return [
      create('h2', edge.constraint || '(no id)'),
      create('p', edge.text),
      ends(edge),
      source(edge.constraint),
    ]
  }

  function ends({ from, to }) {
    return list([nameOf(from), nameOf(to)].map((name, index) => [index === 0 ? 'from' : 'to', name]))
  }

  function nameOf(key) {
    return boxes[key] === undefined ? create('em', 'resource sets') : link(key)
  }

  function aboutBox(key, { id, kind, agent, badge, note }) {
    const before = graph.reach(key, true)
    const after = graph.reach(key, false)
    const facts = [kind, agent, badge, note].filter((fact) => fact !== undefined)
    return [
      create('h2', id),
      ...facts.map((fact) => create('p', fact)),
      ...section('Waits for', 'before', graph.linesAt(key, 'order', true), 'from', before),
      ...section('Waited for by', 'after', graph.linesAt(key, 'order', false), 'to', after),
      ...section('Colocated with', 'with', graph.linesAt(key, 'colocation', false), 'to'),
      ...section('Colocated with it', 'with', graph.linesAt(key, 'colocation', true), 'from'),
      source(id),
    ]
  }

  function section(title, name, lines, end, reached) {
    const boxesReached = [...(reached?.boxes ?? [])].filter((key) => key in boxes)
    if (lines.length === 0 && boxesReached.length === 0) return []
    const heading = create('h3', reached === undefined ? title : `${title} (${boxesReached.length} in total)`)
    heading.className = name
    return [heading, list(lines.map((line) => [nameOf(edges[line][end]), constraintLink(line)]))]
  }

  function constraintLink(line) {
    const element = button(edges[line].constraint || '(no id)', () => visit(line))
    element.className = 'constraint'
    return element
  }

  function link(key) {
    return button(boxes[key].id, () => visit(key))
  }

  function source(id) {
    return create('pre', xml.get(id) ?? 'no XML of its own')
  }

  return { show, hide }
}

function create(tag, text) {
  const element = document.createElement(tag)
  element.textContent = text
  return element
}

function button(text, run) {
  const element = create('button', text)
  element.type = 'button'
  element.addEventListener('click', run)
  return element
}

function list(rows) {
  const all = document.createElement('ul')
  for (const row of rows) {
    const item = document.createElement('li')
    item.append(...row.flatMap((cell, index) => (index === 0 ? [cell] : [' ', cell])))
    all.append(item)
  }
  return all
}
