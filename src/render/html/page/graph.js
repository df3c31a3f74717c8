/**
 * The picture as a graph: what waits for what, followed through junctions, groups and tags.
 * `boxes` and `edges` come from the page's data; keys are Graphviz's names of boxes and lines.
 */
export function makeGraph({ boxes, edges }) {
  const into = new Map()
  const out = new Map()
  const parts = new Map()
  const wholes = new Map()
  const addPart = (whole, part) => {
    add(parts, whole, part)
    add(wholes, part, whole)
  }
  for (const [key, { frame }] of Object.entries(boxes)) if (frame !== undefined) addPart(frame, key)
  for (const [key, { from, to, look }] of Object.entries(edges)) {
    if (look === 'part') addPart(from, to)
    add(out, from, key)
    add(into, to, key)
  }

  /** An end, the members of a group or tag, and the groups and tags of a member. */
  const withRelated = (key) => [key, ...(parts.get(key) ?? []), ...(wholes.get(key) ?? [])]

  /** Everything that `key` waits for (`back`) or that waits for it, as keys of boxes and of edges. */
  function reach(key, back) {
    const lines = new Set()
    const own = new Set(withRelated(key))
    const seen = new Set(own)
    for (const at of seen) {
      for (const line of (back ? into : out).get(at) ?? []) {
        const { line: kind, look, [back ? 'from' : 'to']: end } = edges[line]
        if (kind === 'colocation' || look === 'part' || (own.has(at) && own.has(end))) continue
        lines.add(line)
        for (const next of withRelated(end)) seen.add(next)
      }
    }
    for (const box of own) seen.delete(box)
    return { boxes: seen, edges: lines }
  }

  /** The lines at a box, of one kind, in one direction. */
  function linesAt(key, line, back) {
    return ((back ? into : out).get(key) ?? []).filter((edge) => edges[edge].line === line)
  }

  /** A box or line, the lines at it, and what they lead to, through junctions; as keys. */
  function near(key) {
    const found = new Set(key in edges ? [key] : withRelated(key))
    const follow = (line) => {
      found.add(line)
      for (const end of [edges[line].from, edges[line].to]) {
        if (found.has(end)) continue
        found.add(end)
        if (!(end in boxes)) for (const next of linesOf(end)) follow(next)
      }
    }
    for (const at of [...found]) for (const line of at in edges ? [at] : linesOf(at)) follow(line)
    return found
  }

  function linesOf(key) {
    return [...(into.get(key) ?? []), ...(out.get(key) ?? [])]
  }

  return { reach, linesAt, near }
}

function add(map, key, value) {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
