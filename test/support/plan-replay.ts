import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from '../../src/pcs/command/command.js'
import { quote } from '../../src/pcs/script/quoting.js'
import type { PcsServer } from './pcs-server.js'
import { folderFor } from './system.js'

/** What came of commands that were run one by one on a CIB. */
export interface PlanReplay {
  readonly cib: string
  /** The CIB after each group. */
  readonly steps: readonly string[]
  /** The errors of commands, and of crm_verify after a group of them. */
  readonly problems: readonly string[]
}

/** Runs groups of commands on the file of a CIB, one command after the other, and crm_verify after each group: where the CIB itself and `measure` pass it. */
export async function replayCommands(
  server: PcsServer,
  cib: string,
  groups: readonly (readonly Command[])[],
  measure = cib,
): Promise<PlanReplay> {
  const directory = mkdtempSync(join(folderFor(server.system), 'lightcib-plan-'))
  try {
    const file = join(directory, 'cib.xml')
    writeFileSync(file, cib)
    writeFileSync(join(directory, 'measure.xml'), measure)
    const lines = groups.flatMap((commands, at) => [
      ...commands.map(
        (command) => `${inShell(command)} || echo "PROBLEM ${at + 1}: "${quote(shown(command))}`,
      ),
      `verify ${at + 1}`,
      `cp cib.xml step-${at}.xml`,
    ])
    const script = [
      'errors() { crm_verify -V -x "$1" 2>&1; }',
      'errors cib.xml >known; before=$?; errors measure.xml >>known; after=$?',
      'verify() { errors cib.xml >found && return; [ "$before$after" != 00 ] || echo "PROBLEM $1: crm_verify rejects"; grep -v "^crm_verify: " found | grep -vxFf known | sed "s/^/PROBLEM $1: /"; }',
      ...lines,
    ].join('\n')
    const { stdout, stderr } = await server.bash(script, [], directory)
    const problems = stdout.split('\n').filter((line) => line.startsWith('PROBLEM'))
    if (problems.length > 0) problems.push(stdout.slice(0, 2000), stderr.slice(0, 6000))
    const steps = groups.map((_, at) => readFileSync(join(directory, `step-${at}.xml`), 'utf8'))
    return { cib: readFileSync(file, 'utf8'), steps, problems }
  } finally {
    rmSync(directory, { recursive: true })
  }
}

function inShell({ program, argv, input }: Command): string {
  const words = argv.map(quote).join(' ')
  if (program === 'pcs') return `pcs -f cib.xml ${words}`
  if (program === 'require_node') return ':'
  return `CIB_file=cib.xml cibadmin ${words}${input === undefined ? '' : ` <<< ${quote(input)}`}`
}

function shown({ program, argv, input = '' }: Command): string {
  return [program, ...argv, input].join(' ').slice(0, 300)
}
