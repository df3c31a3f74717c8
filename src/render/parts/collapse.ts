import type { Box } from '../parts/boxes.js'

/** A group as one box with the number of its members; what names a member leads to the group. */
export function collapsed(box: Box): Box {
  const { members, inside, badge, kind } = box
  if (members.length === 0) return box
  const size = `${kind === 'group' ? '' : `group ${inside[0] ?? ''}, `}${members.length} members`
  return {
    ...box,
    badge: [...(badge === undefined ? [] : [badge]), size].join(', '),
    inside: [...inside, ...members.map(({ id }) => id)],
    members: [],
  }
}
