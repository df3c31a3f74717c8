import { nodesOf, type PlacementQuestion } from '../../model/index.js'
import type { Event } from '../event/event.js'
import { eventsFor } from '../event/events.js'
import { nodeClasses } from '../event/node-classes.js'
import type { Beginning } from '../explore/beginning.js'
import { PacemakerError } from '../tool/pacemaker-error.js'
import { mapPair, type Pair } from './pair.js'

/** More nodes than these do not change all at once, and one represents those that are alike. */
const fewNodes = 5

/** The events that can happen to both clusters. Throws `PacemakerError` where they have different nodes. */
export function sharedEvents(
  starts: Pair<Beginning>,
  questions: readonly PlacementQuestion[],
  failing: readonly string[],
): readonly Event[] {
  const [names, others] = mapPair(starts, ({ cluster }) => nodesOf(cluster).map(({ uname = '' }) => uname))
  if (names.join('\n') !== others.join('\n')) {
    const listed = mapPair([names, others], (all) => all.map((name) => `"${name}"`).join(', '))
    throw new PacemakerError(`the clusters have different nodes: ${listed[0]} and ${listed[1]}`)
  }
  const isLarge = names.length > fewNodes
  const classes = isLarge
    ? common(mapPair(starts, ({ cluster, status }) => nodeClasses(cluster, status, questions)))
    : names.map((name) => [name])
  const most = isLarge ? 3 : names.length
  const options = { most, failing: failing.map((id) => ({ id })), classes }
  const [events, more] = mapPair(starts, ({ cluster, status }) => eventsFor(cluster, status, options))
  const known = new Set(more.map(keyOf))
  return events.filter((event) => known.has(keyOf(event)))
}

function keyOf({ kind, words, count, failing }: Event): string {
  return JSON.stringify([kind, words, count, failing])
}

/** The nodes that are alike in both. */
function common([one, other]: Pair<readonly (readonly string[])[]>): readonly (readonly string[])[] {
  return one.flatMap((like) =>
    other.map((alike) => like.filter((node) => alike.includes(node))).filter(({ length }) => length > 0),
  )
}
