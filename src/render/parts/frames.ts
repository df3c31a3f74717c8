import type { Box } from '../parts/boxes.js'
import type { End } from './lines.js'

/** The boxes that are frames around others, as lines see them. */
export interface Frames {
  /** True where the end is a frame and the other end is outside of it. */
  readonly isFrame: (end: End, other: End) => boolean
  /** The box to which a line is attached: the end itself, or a member of the frame. */
  readonly anchor: (end: End, side: 'first' | 'last') => string
}

/** The frames among the boxes. */
export function framesOf(boxes: readonly Box[]): Frames {
  const frames = new Map(boxes.filter(({ members }) => members.length > 0).map((box) => [box.key, box]))
  const frameOf = new Map(
    [...frames].flatMap(([key, { members }]) => members.map((member) => [member.key, key] as const)),
  )
  return {
    isFrame: ({ key }, other) => frames.has(key) && other.key !== key && frameOf.get(other.key) !== key,
    anchor: ({ key }, side) => {
      const members = frames.get(key)?.members ?? []
      return (side === 'first' ? members[0] : members.at(-1))?.key ?? key
    },
  }
}
