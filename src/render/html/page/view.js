/** Pan and zoom of one SVG by its viewBox: wheel, drag, two fingers, buttons, keys. */
export function makeView(svg) {
  const whole = svg.viewBox.baseVal
  const home = { x: whole.x, y: whole.y, width: whole.width, height: whole.height }
  let box = { ...home }

  function show() {
    svg.setAttribute('viewBox', [box.x, box.y, box.width, box.height].map((n) => n.toFixed(2)).join(' '))
  }

  /** Units of the drawing for one pixel of the screen. */
  function scale() {
    const { width, height } = svg.getBoundingClientRect()
    return Math.max(box.width / width, box.height / height)
  }

  /** The point of the drawing that is at a point of the screen. */
  function pointAt(x, y) {
    const point = new DOMPoint(x, y).matrixTransform(svg.getScreenCTM().inverse())
    return { x: point.x, y: point.y }
  }

  function zoom(factor, at) {
    const width = Math.min(Math.max(box.width * factor, 120), home.width * 4)
    const by = width / box.width
    box = {
      x: at.x - (at.x - box.x) * by,
      y: at.y - (at.y - box.y) * by,
      width,
      height: box.height * by,
    }
    show()
  }

  function pan(dx, dy) {
    box = { ...box, x: box.x + dx, y: box.y + dy }
    show()
  }

  function fit() {
    box = { ...home }
    show()
  }

  /** Brings an element to the middle, at a size that can be read. */
  function center(element) {
    const { x, y, width, height } = element.getBBox()
    const span = Math.min(home.width, Math.max(900, width * 3))
    box = { width: span, height: (span * home.height) / home.width, x: 0, y: 0 }
    box.x = x + width / 2 - box.width / 2
    box.y = y + height / 2 - box.height / 2
    show()
  }

  /** Shows a part of the drawing, with the elements in it as large as fits, up to their own size. */
  function frame(elements) {
    const all = elements.map((element) => element.getBBox())
    const x = Math.min(...all.map((one) => one.x)) - 20
    const y = Math.min(...all.map((one) => one.y)) - 20
    const width = Math.max(...all.map((one) => one.x + one.width)) + 20 - x
    const height = Math.max(...all.map((one) => one.y + one.height)) + 20 - y
    const { width: screenWidth, height: screenHeight } = svg.getBoundingClientRect()
    const span = { width: Math.max(width, screenWidth / 1.5), height: Math.max(height, screenHeight / 1.5) }
    box = { x: x - (span.width - width) / 2, y: y - (span.height - height) / 2, ...span }
    show()
  }

  const middle = () => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 })
  svg.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault()
      zoom(1.0015 ** event.deltaY, pointAt(event.clientX, event.clientY))
    },
    { passive: false },
  )
  followFingers(svg, { pan: (dx, dy) => pan(-dx * scale(), -dy * scale()), zoom, pointAt })

  return {
    fit,
    center,
    frame,
    pan: (dx, dy) => pan(dx * box.width, dy * box.width),
    zoom: (by) => zoom(by, middle()),
  }
}

/** Calls `pan` with pixels for one pointer that is dragged, `zoom` for two; a drag is no click. */
function followFingers(svg, { pan, zoom, pointAt }) {
  const fingers = new Map()
  let moved = 0
  svg.addEventListener('pointerdown', (event) => {
    fingers.set(event.pointerId, event)
    moved = 0
  })
  window.addEventListener('pointermove', (event) => {
    const last = fingers.get(event.pointerId)
    if (last === undefined) return
    const [other] = [...fingers.values()].filter(({ pointerId }) => pointerId !== event.pointerId)
    moved += Math.abs(event.clientX - last.clientX) + Math.abs(event.clientY - last.clientY)
    if (other === undefined) pan(event.clientX - last.clientX, event.clientY - last.clientY)
    else zoom(distance(last, other) / distance(event, other), pointAt(other.clientX, other.clientY))
    fingers.set(event.pointerId, event)
    svg.classList.toggle('is-dragged', moved > 4)
  })
  for (const end of ['pointerup', 'pointercancel']) {
    window.addEventListener(end, ({ pointerId }) => fingers.delete(pointerId))
  }
  svg.addEventListener(
    'click',
    (event) => {
      if (moved > 4) event.stopPropagation()
      moved = 0
      svg.classList.remove('is-dragged')
    },
    { capture: true },
  )
}

function distance(a, b) {
  return Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) || 1
}
