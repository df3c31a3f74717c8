import { eventTitles } from '../../pacemaker/event/event.js'
import type { Move } from '../../pacemaker/event/outcome.js'
import type { Exploration, ExploredEvent } from '../../pacemaker/explore/explore.js'

/** One line for each event, by its kind: what happens, how many actions follow, and what they do. */
export function explorationTable({ events }: Exploration): string {
  const width = Math.min(70, Math.max(0, ...events.map(({ event }) => event.length)))
  const kinds = Object.keys(eventTitles) as (keyof typeof eventTitles)[]
  const blocks = kinds.flatMap((kind) => {
    const ofKind = events.filter((event) => event.kind === kind)
    if (ofKind.length === 0) return []
    return [[eventTitles[kind], ...ofKind.flatMap((event) => linesOf(event, width))].join('\n')]
  })
  return `${blocks.join('\n\n')}\n`
}

function linesOf(event: ExploredEvent, width: number): readonly string[] {
  const { count, actions, moved, stopped, restarted, outcome, broken } = event
  const effects = [
    ...listed('moves', moved.map(moveInWords)),
    ...listed('stops', stopped),
    ...listed('restarts', restarted),
  ]
  const alike = count === 1 ? '' : ` (and ${count - 1} like it)`
  const number = `${actions} action${actions === 1 ? '' : 's'}`
  return [
    `  ${`${event.event}${alike}`.padEnd(width)}  ${number.padStart(10)}  ${effects.join('; ')}`.trimEnd(),
    ...(outcome === 'settled'
      ? []
      : [`    error: the cluster does not come to rest: the scheduler is ${outcome}`]),
    ...broken.map((words) => `    error: a policy is broken: ${words}`),
  ]
}

function listed(verb: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [`${verb} ${items.join(', ')}`]
}

function moveInWords({ id, role, to }: Move): string {
  return `${id}${role === undefined ? '' : ` as ${role}`} to ${to.join(' and ')}`
}

/** `99 events: 2 break a policy, 0 do not come to rest`, and what was left out. */
export function explorationSummary({ events, neverActive, left }: Exploration): string {
  const represented = events.reduce((sum, { count }) => sum + count, 0)
  const broken = events.filter((event) => event.broken.length > 0).length
  const restless = events.filter(({ outcome }) => outcome !== 'settled').length
  return [
    `${events.length} events`,
    ...(represented === events.length ? [] : [` for ${represented}`]),
    `: ${broken} break a policy, ${restless} do not come to rest`,
    ...(neverActive.length === 0 ? [] : [`; never active: ${neverActive.join(', ')}`]),
    ...(left === 0 ? [] : [`, ${left} were not looked at within the time limit`]),
  ].join('')
}
