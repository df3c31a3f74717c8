import { spawnSync } from 'node:child_process'
import { printJson } from '../findings/json.js'
import { version } from '../version.js'

/** A program beside lightcib, what it is for, and the package that has it. */
interface Tool {
  readonly name: string
  readonly command: string
  readonly use: string
  readonly package: string
}

const tools: readonly Tool[] = [
  { name: 'pcs', command: 'pcs', use: 'scripts of compile --to pcs and plan', package: 'pcs' },
  {
    name: 'crm_verify',
    command: 'crm_verify',
    use: 'check --with-pacemaker',
    package: 'pacemaker-cli-utils',
  },
  {
    name: 'crm_simulate',
    command: 'crm_simulate',
    use: 'simulate, check --with-pacemaker, effects of plan',
    package: 'pacemaker-cli-utils',
  },
  { name: 'cibadmin', command: 'cibadmin', use: 'reading the live CIB', package: 'pacemaker-cli-utils' },
  {
    name: 'rsvg-convert',
    command: 'rsvg-convert',
    use: 'graph --format png and pdf',
    package: 'librsvg2-bin',
  },
  { name: 'pacemaker', command: 'pacemakerd', use: 'running a cluster here', package: 'pacemaker' },
  { name: 'corosync', command: 'corosync', use: 'running a cluster here', package: 'corosync' },
]

/** `lightcib doctor`: versions of what is installed, and what works here. Returns exit code 0: nothing is required. */
export function doctor({ format }: { readonly format: 'text' | 'json' }): number {
  const found = tools.map(({ command, ...tool }) => ({ ...tool, version: versionOf(command) ?? null }))
  const report = { version: 1, lightcib: version, node: process.versions.node, tools: found }
  process.stdout.write(format === 'json' ? printJson(report) : textOf(report))
  return 0
}

function textOf(report: {
  readonly lightcib: string
  readonly node: string
  readonly tools: readonly (Omit<Tool, 'command'> & { readonly version: string | null })[]
}): string {
  const line = (name: string, installed: string, text: string) =>
    `${name.padEnd(13)} ${installed.padEnd(10)} ${text}`.trimEnd()
  return [
    line('lightcib', report.lightcib, 'works by itself: check, compile, import, graph, diff, reduce'),
    line('node', report.node, ''),
    ...report.tools.map((tool) =>
      tool.version === null
        ? line(tool.name, 'missing', `no ${tool.use}: install the package ${tool.package}`)
        : line(tool.name, tool.version, tool.use),
    ),
    '',
  ].join('\n')
}

/** The first version that a program prints, `unknown` for one that prints none, undefined where it is not installed. */
function versionOf(command: string): string | undefined {
  for (const option of ['--version', '-v']) {
    const { error, stdout, stderr } = spawnSync(command, [option], { encoding: 'utf8', timeout: 10_000 })
    if ((error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT') return undefined
    const printed = /\d+(?:\.\d+)+/.exec(`${stdout}${stderr}`)?.[0]
    if (printed !== undefined) return printed
  }
  return 'unknown'
}
