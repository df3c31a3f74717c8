import { readCib } from '../../cib/read.js'
import { type Diagnostic, diagnostic, failure, type Result, success } from '../../diagnostics/diagnostic.js'
import type { Cluster } from '../../model/index.js'
import { inWorkplace, type Workplace } from '../tool/workplace.js'
import { ofTheCib } from './looks-like-pcs.js'
import { namesNodes, nodesNamedBy } from './node-names.js'
import { plainWords } from './plain-words.js'
import type { ScriptCommand } from './script-command.js'
import { commandsIn } from './script-commands.js'

/** Milliseconds for one command of pcs. */
const limit = 60_000

/**
 * The cluster that a script of `pcs` commands builds: those that are written by hand, by `pcs resource config
 * --output-format=cmd`, or by lightcib. The real pcs makes each change to an empty CIB in a file; no other program is run,
 * and nothing outside a temporary folder is touched. Each command that cannot be read, is no part of the CIB, or that pcs
 * rejects is a finding with its line. Rejects with `NotInstalledError` where pcs is not installed.
 *
 * @example
 * ```ts
 * const { output, diagnostics } = await readPcsScript('pcs property set stonith-enabled=false')
 * ```
 */
export async function readPcsScript(script: string): Promise<Result<Cluster>> {
  const findings: Diagnostic[] = []
  const xml = await inWorkplace(async (workplace) => {
    const empty = await workplace.run('cibadmin', ['--empty'], limit)
    const commands = commandsIn(script)
    const file = workplace.write('cib.xml', empty.stdout.replace('<nodes/>', nodesNamedBy(commands)))
    for (const command of commands) findings.push(...(await replay(command, file, workplace)))
    return workplace.read(file)
  })
  const { output: cluster, diagnostics } = readCib(xml)
  return cluster === undefined
    ? failure([...findings, ...diagnostics])
    : success(descriptionIn(cluster), [...findings, ...diagnostics])
}

/** Without what the tools of this machine add to each CIB: counts of changes, the date, their version, a status. */
function descriptionIn({ configuration, validateWith }: Cluster): Cluster {
  const counters = { adminEpoch: '0', epoch: '0', numUpdates: '0' }
  return {
    element: 'cib',
    configuration,
    ...counters,
    ...(validateWith === undefined ? {} : { validateWith }),
  }
}

async function replay(
  command: ScriptCommand,
  file: string,
  workplace: Workplace,
): Promise<readonly Diagnostic[]> {
  const position = { line: command.line, column: 1 }
  const words = plainWords(command.words)
  const [program = '', ...args] = words
  if (command.unreadable !== undefined) {
    return [
      diagnostic('script-unreadable', '/cib', { command: program, what: command.unreadable }, { position }),
    ]
  }
  if (program === 'cibadmin') return replayCibadmin(command, args, file, workplace)
  const [subject = '', ...rest] = program === 'pcs' ? args : []
  if (namesNodes(words) || isOption(words)) return []
  if (!ofTheCib.includes(subject)) {
    const name = [program, subject].join(' ').trim()
    return [diagnostic('script-left-out', '/cib', { command: name }, { position })]
  }
  const all = ['-f', file, subject, ...rest.filter((word) => !word.startsWith('--wait'))]
  const ran = await workplace.run('pcs', all, limit)
  if (ran.exitCode === 0) return []
  const reason = reasonIn(ran.stderr)
  const forced = all.includes('--force') ? ran : await workplace.run('pcs', [...all, '--force'], limit)
  const code = forced.exitCode === 0 ? 'script-forced' : 'script-rejected'
  const name = all.slice(2, 6).join(' ')
  return [diagnostic(code, '/cib', { command: `pcs ${name}`, reason }, { position })]
}

/** True for `set -e` and its like, which change how bash goes on. */
function isOption([program, ...args]: readonly string[]): boolean {
  return program === 'set' && args.every((word) => /^(?:[-+][a-z]+|pipefail)$/i.test(word))
}

/** What `cibadmin` may do here; all it reads is the script. */
const allowed = /^(?:--(?:modify|create|replace|delete|allow-create|xml-pipe|scope(?:=\w+)?)|-[MCRDpo]|\w+)$/

async function replayCibadmin(
  { line, input }: ScriptCommand,
  args: readonly string[],
  file: string,
  workplace: Workplace,
): Promise<readonly Diagnostic[]> {
  const position = { line, column: 1 }
  const stray = args.find((word) => !allowed.test(word))
  if (stray !== undefined || input === undefined) {
    const what = stray === undefined ? 'no here-document' : `the word ${stray}`
    return [diagnostic('script-unreadable', '/cib', { command: 'cibadmin', what }, { position })]
  }
  const read = ['--xml-file', workplace.write('change.xml', input)]
  const words = args.flatMap((word) => (word === '--xml-pipe' || word === '-p' ? read : [word]))
  const ran = await workplace.run('cibadmin', words, limit, { CIB_file: file })
  if (ran.exitCode === 0) return []
  const reason = reasonIn(ran.stderr)
  return [diagnostic('script-rejected', '/cib', { command: 'cibadmin', reason }, { position })]
}

function reasonIn(stderr: string): string {
  const lines = stderr.split('\n').filter((line) => line.trim() !== '')
  const [first = 'it failed without a message'] = lines.filter((line) => /^Error:/.test(line)).concat(lines)
  return first.replace(/^Error: /, '').replace(/,? use --force to override$/, '')
}
