import type { Command, ScriptStep } from '../command/command.js'
import type { Ids } from '../plan/state.js'
import { frame } from './frame.generated.js'
import { commandLines, comment, quote } from './quoting.js'

/** What a script is about. */
export interface ScriptSubject {
  /** The cluster's name, where it has one. */
  readonly name: string | undefined
  /** The pcs that it is for, `0.11`. */
  readonly pcs: string
  readonly ids: Ids
  readonly update: boolean
  /** The resources that run when the configuration is set. */
  readonly resources: readonly string[]
}

/** The steps as a bash script that edits a CIB file, or a copy of the live CIB that it then pushes. */
export function script(
  steps: readonly ScriptStep[],
  { name, pcs, ids, update, resources }: ScriptSubject,
): string {
  const what = name === undefined ? 'the cluster configuration' : `the configuration of the cluster ${name}`
  const lines = [
    '#!/usr/bin/env bash',
    ...comment(`Builds ${what} with pcs ${pcs}.`),
    '#',
    frame,
    '',
    `for_pcs=${quote(pcs)}`,
    ...(ids === 'exact' ? [] : [`ids=${ids}`]),
    ...(update ? ['update=yes'] : []),
    'resources=(',
    ...resources.map(quote).map(indented),
    ')',
    '',
    '# shellcheck disable=SC1010  # "then" is a word of pcs too',
    'configure() {',
    ...body(steps),
    '}',
    '',
    'main "$@"',
  ]
  return `${lines.join('\n')}\n`
}

function body(steps: readonly ScriptStep[]): readonly string[] {
  const parts = steps.map((step) => [
    ...[step.title, ...step.remarks].flatMap(comment).map(indented),
    ...step.commands.flatMap(lines),
  ])
  return parts.length === 0 ? ['  :'] : parts.flatMap((part, at) => (at === 0 ? part : ['', ...part]))
}

function lines({ program, argv, input, comment: remark }: Command): readonly string[] {
  const above = remark === undefined ? [] : comment(remark).map(indented)
  const command = commandLines([program, ...argv]).map(indented)
  if (input === undefined) return [...above, ...command]
  const [last = '', ...before] = [...command].reverse()
  return [...above, ...before.reverse(), `${last} <<'XML'`, ...input.split('\n'), 'XML']
}

function indented(line: string): string {
  return `  ${line}`
}
