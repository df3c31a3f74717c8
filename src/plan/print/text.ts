import type { Command } from '../../pcs/command/command.js'
import { quote } from '../../pcs/script/quoting.js'
import { groupBy } from '../edit/group-by.js'
import type { Effect } from '../effect/effect.js'
import { stopsIn } from '../effect/effect.js'
import type { PlanSimulation } from '../effect/simulate.js'
import type { HandOver } from '../order/hand-over.js'
import type { Plan, PlanStep } from '../plan.js'
import { handOverWords, systemdFolder } from './hand-over.js'

/**
 * The plan for an operator: each step with its commands, what it does, why it is there, and how to take it back.
 *
 * @example
 * ```ts
 * const [db, web] = [systemd('db'), systemd('web')]
 * const result = plan(cluster({ resources: [db, web] }), cluster({ resources: [db] }))
 * const text = result.ok ? planText(result.output) : ''
 * ```
 */
export function planText(plan: Plan, simulation?: PlanSimulation): string {
  const { steps } = plan
  if (steps.length === 0) return 'Nothing to do: the clusters are equal.\n'
  const source =
    simulation === undefined
      ? 'Effects: not simulated, predicted from the configuration alone'
      : "Effects: simulated by Pacemaker's scheduler"
  const parts = steps.map((step, at) => stepLines(step, at + 1, simulation?.steps[at]).join('\n'))
  const head = `${steps.length} ${steps.length === 1 ? 'step' : 'steps'}. ${source}.`
  return `${[head, ...filesLines(steps), ...parts, ...pushLines(simulation)].join('\n\n')}\n`
}

function filesLines(steps: readonly PlanStep[]): readonly string[] {
  if (steps.every(({ handOver }) => handOver === undefined)) return []
  return [`Some steps need the files for systemd: lightcib compile TARGET --to systemd -o ${systemdFolder}`]
}

function stepLines(
  step: PlanStep,
  number: number,
  simulated: readonly Effect[] | undefined,
): readonly string[] {
  const { title, why, commands, undo, verdicts, effects, handOver } = step
  const script = ['bash', `${systemdFolder}/hand-over.sh`]
  return [
    `Step ${number}: ${title}`,
    `  why:  ${why}`,
    ...labelled('does', effectWords(simulated ?? effects, handOver)),
    ...labelled(
      'each',
      verdicts.map(
        ({ resource, what, verdict, reason }) => `${resource}, ${what}: ${verdictWords[verdict]} (${reason})`,
      ),
    ),
    ...labelled('run', commands.flatMap(commandLines)),
    ...labelled('undo', undo.flatMap(commandLines)),
    ...(handOver === undefined
      ? []
      : [
          ...labelled('run', [[...script, ...handOverWords(handOver)].map(quote).join(' ')]),
          ...labelled('undo', [[...script, ...handOverWords(handOver, '--undo')].map(quote).join(' ')]),
        ]),
  ]
}

const verdictWords = {
  restart: 'restart',
  reload: 'reload',
  nothing: 'nothing',
  'start-or-stop': 'starts or stops',
  'may-move': 'nothing, but it may move',
} as const

function labelled(label: string, lines: readonly string[]): readonly string[] {
  const [first, ...rest] = lines
  if (first === undefined) return []
  return [`  ${`${label}:`.padEnd(6)}${first}`, ...rest.map((line) => `        ${line}`)]
}

/** `stops httpd on node1, node2`; effects of one kind on one resource are one line, and so is all that may happen to some. */
function effectWords(effects: readonly Effect[], handOver?: HandOver): readonly string[] {
  if (handOver !== undefined) {
    const places = handOver.nodes.length === 0 ? '' : ` on ${[...handOver.nodes].sort().join(', ')}`
    return [`starts ${handOver.units.join(', ')} under systemd${places}`]
  }
  if (effects.length === 0) return ['nothing that runs is stopped, started or moved']
  const lines = new Map<string, string[]>()
  for (const { action, resource, node, from } of effects.filter(({ may }) => may !== true)) {
    const line = `${action === 'fence' ? 'fences a node' : `${verbs[action]} ${resource}`}`
    const places = lines.get(line) ?? []
    lines.set(line, places)
    if (node !== undefined) places.push(from === undefined ? node : `${from} -> ${node}`)
  }
  const sure = [...lines].map(([line, places]) =>
    places.length === 0 ? line : `${line} on ${places.sort().join(', ')}`,
  )
  return [...sure, ...possibleWords(effects.filter(({ may }) => may === true))]
}

/** `may move or restart db, web`. */
function possibleWords(effects: readonly Effect[]): readonly string[] {
  const actions = [...groupBy(effects, ({ resource }) => resource)].map(
    ([resource, list]) => [resource, list.map(({ action }) => action).join(', ')] as const,
  )
  return [...groupBy(actions, ([, words]) => words)].map(
    ([words, list]) =>
      `may ${words.replace(/, (?=\w+$)/, ' or ')} ${list.map(([resource]) => resource).join(', ')}`,
  )
}

const verbs: Readonly<Record<Effect['action'], string>> = {
  start: 'starts',
  stop: 'stops',
  restart: 'restarts',
  reload: 'reloads',
  move: 'moves',
  promote: 'promotes',
  demote: 'demotes',
  fence: 'fences',
}

/** A command as one would type it, its input indented below. */
function commandLines({ program, argv, input }: Command): readonly string[] {
  const line = [program, ...argv.map(quote)].join(' ')
  if (input === undefined) return [line]
  return [`${line} <<'XML'`, ...input.split('\n'), 'XML']
}

function pushLines(simulation: PlanSimulation | undefined): readonly string[] {
  if (simulation === undefined || simulation.outcome !== 'settled') return []
  const here = stopsIn(simulation.steps.flat())
  if (simulation.push === undefined)
    return [`Stops and restarts: ${here} by these steps. Pushed at once, the target would not come to rest.`]
  const there = stopsIn(simulation.push)
  return [`Stops and restarts: ${here} by these steps, ${there} if the target were pushed at once.`]
}
