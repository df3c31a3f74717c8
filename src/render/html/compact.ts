import type { Box } from '../parts/boxes.js'
import type { Picture } from '../picture/picture.js'

/** The picture with ids alone in its boxes, so that more of it can be read on one screen; the page's panel has the rest. */
export function compact(picture: Picture): Picture {
  return { ...picture, boxes: picture.boxes.map(withIdOnly) }
}

function withIdOnly({ agent: _, badge: __, ...box }: Box): Box {
  return { ...box, lineLength: 13, members: box.members.map(withIdOnly) }
}
