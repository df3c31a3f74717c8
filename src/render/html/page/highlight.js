/** Highlights one box or line and all that belongs to it; the rest of the drawing fades. */
export function makeHighlight(svg, { boxes, edges }, graph) {
  const element = (key) => svg.getElementById(key)

  function clear() {
    svg.classList.remove('has-focus')
    for (const name of ['is-self', 'is-before', 'is-after', 'is-with', 'is-near']) {
      for (const marked of svg.querySelectorAll(`.${name}`)) marked.classList.remove(name)
    }
  }

  function highlight(keys, name) {
    for (const key of keys) element(key)?.classList.add(name)
  }

  function focus(key) {
    clear()
    svg.classList.add('has-focus')
    highlight([key], 'is-self')
    highlight(graph.near(key), 'is-near')
    if (key in edges) {
      highlight([edges[key].from, edges[key].to], 'is-with')
      return
    }
    if (boxes[key].frame === undefined) highlight(membersOf(key), 'is-self')
    for (const [back, name] of [
      [true, 'is-before'],
      [false, 'is-after'],
    ]) {
      const reached = graph.reach(key, back)
      highlight([...reached.boxes, ...reached.edges], name)
      const beside = graph.linesAt(key, 'colocation', back)
      highlight([...beside, ...beside.map((line) => edges[line][back ? 'from' : 'to'])], 'is-with')
    }
  }

  function membersOf(frame) {
    return Object.keys(boxes).filter((key) => boxes[key].frame === frame)
  }

  /** What is near the box or line in focus. */
  const near = () => [...svg.querySelectorAll('.is-near')]

  return { focus, clear, element, near }
}
