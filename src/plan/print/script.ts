import type { Command } from '../../pcs/command/command.js'
import { commandLines, comment, quote } from '../../pcs/script/quoting.js'
import { inverse } from '../edit/edit.js'
import { groupBy } from '../edit/group-by.js'
import type { HandOver } from '../order/hand-over.js'
import type { Plan, PlanStep } from '../plan.js'
import { type Condition, conditionsOf } from './conditions.js'
import { handOverWords, systemdFolder } from './hand-over.js'
import { stepFrame } from './step-frame.generated.js'

/**
 * The plan as a bash script: it runs the steps one after the other, stops at the first failure, goes on where it stopped,
 * and can take all back. `bash SCRIPT --help` lists its options.
 *
 * @example
 * ```ts
 * const [db, web] = [systemd('db'), systemd('web')]
 * const result = plan(cluster({ resources: [db, web] }), cluster({ resources: [db] }))
 * const script = result.ok ? planScript(result.output) : ''
 * ```
 */
export function planScript({ steps, from, pcs, restore }: Plan): string {
  const { adminEpoch = '0', epoch } = from
  const undone = steps.map((step) => conditionsOf(step.edits.map(inverse)).map(wordsOf))
  const lines = [
    '#!/usr/bin/env bash',
    ...comment(`Changes a running cluster in ${steps.length} steps, with pcs ${pcs}.`),
    '#',
    stepFrame,
    '',
    `for_pcs=${quote(pcs)}`,
    `made_for=${quote(epoch === undefined ? '' : `${adminEpoch}.${epoch}`)}`,
    `last=${steps.length}`,
    `hand_overs=' ${steps.flatMap(({ handOver }, at) => (handOver ? [`${at + 1} `] : [])).join('')}'`,
    `systemd=${systemdFolder}`,
    '',
    ...steps.flatMap((step, at) =>
      step.handOver === undefined
        ? stepFunctions(step, at + 1, undone.slice(0, at).flat())
        : handOverFunctions(step, step.handOver, at + 1),
    ),
    ...readyFunction(steps),
    ...functionOf('restore', restore),
    'main "$@"',
  ]
  return `${lines.join('\n')}\n`
}

function stepFunctions(
  { title, why, commands, undo, edits }: PlanStep,
  number: number,
  undone: readonly string[],
): readonly string[] {
  const conditions = conditionsOf(edits).map(wordsOf)
  // What an earlier step takes away was true before the first: maintenance mode is off before it is on.
  const isAgain = conditions.some((condition) => undone.includes(condition))
  const test = isAgain ? [`done_${number - 1}`, ...conditions] : conditions
  return [
    ...comment(`Step ${number}: ${title}, ${why}.`),
    `title_${number}() { echo ${quote(title)}; }`,
    ...(test.length === 0
      ? [`done_${number}() { false; }`]
      : [
          `done_${number}() {`,
          ...test.map((line, at) => `  ${line}${at < test.length - 1 ? ' &&' : ''}`),
          '}',
        ]),
    ...functionOf(`step_${number}`, commands),
    ...functionOf(`undo_${number}`, undo),
  ]
}

/** Such a step is done where the one before it is, and each node proves it. */
function handOverFunctions({ title, why }: PlanStep, handOver: HandOver, number: number): readonly string[] {
  const call = (option: string, words: readonly string[]) =>
    ['hand_over', option, ...words].map(quote).join(' ')
  const words = handOverWords(handOver)
  return [
    ...comment(`Step ${number}: ${title}, ${why}.`),
    `title_${number}() { echo ${quote(title)}; }`,
    `done_${number}() { done_${number - 1} && (${call('--check', words)}) >/dev/null 2>&1; }`,
    `step_${number}() { ${call('--run', words)}; }`,
    `undo_${number}() { ${call('--undo', words)}; }`,
    '',
  ]
}

function call(option: string, words: readonly string[]): string {
  return ['hand_over', option, ...words].map(quote).join(' ')
}

/** Whether the services of all steps could be handed over, for each list of nodes at once. */
function readyFunction(steps: Plan['steps']): readonly string[] {
  const byNodes = groupBy(
    steps.flatMap(({ handOver }) => handOver ?? []),
    ({ nodes }) => nodes.join(','),
  )
  const calls = [...byNodes.values()].map((list) =>
    call(
      '--ready',
      handOverWords({ nodes: list[0]?.nodes ?? [], units: list.flatMap(({ units }) => units) }),
    ),
  )
  return calls.length === 0 ? [] : ['ready() {', `  ${calls.join(' &&\n  ')}`, '}', '']
}

function wordsOf({ verb, xpath }: Condition): string {
  return `${verb} ${quote(xpath)}`
}

function functionOf(name: string, commands: readonly Command[]): readonly string[] {
  const body = commands.flatMap(lines)
  // "then" is a word of pcs too.
  return ['# shellcheck disable=SC1010', `${name}() {`, ...(body.length === 0 ? ['  :'] : body), '}', '']
}

function lines({ program, argv, input }: Command): readonly string[] {
  const command = commandLines([program, ...argv]).map((line) => `  ${line}`)
  if (input === undefined) return command
  const [last = '', ...before] = [...command].reverse()
  return [...before.reverse(), `${last} <<'XML'`, ...input.split('\n'), 'XML']
}
