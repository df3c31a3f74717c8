import type { PcsVersion } from '../pcs/index.js'
import { commandLines, comment } from '../pcs/script/quoting.js'
import { frame } from './frame.js'
import { join } from './join.js'
import { planAfter, planBefore } from './plan.js'
import { prepare } from './prepare.js'
import { run } from './run.js'
import type { Subject } from './subject.js'

/** The Pacemaker that a pcs is made for. */
const pacemakerFor: Readonly<Record<PcsVersion, string>> = { '0.10': '2', '0.11': '2.1', '0.12': '3' }

/** The whole script: what is known of the cluster, the stages, and the pcs script as it is. */
export function script(subject: Subject, pcsScript: string, pcs: PcsVersion): string {
  const { name, nodes, resources, units, vips } = subject
  const authorize = ['pcs', 'host', 'auth', ...nodes, '-u', 'hacluster']
  const lines = [
    '#!/usr/bin/env bash',
    ...comment(
      `Brings up the cluster ${name} on ${nodes.join(', ')} with pcs ${pcs}: from machines as the packages`,
    ),
    ...head,
    variable('cluster_name', [name]),
    variable('for_pcs', [pcs]),
    variable('for_pacemaker', [pacemakerFor[pcs]]),
    variable('nodes', nodes),
    variable('resources', resources),
    variable('units', [...new Set(units.map(({ unit }) => unit))]),
    '',
    ...body('authorize', commandLines(authorize)),
    '',
    ...body('pcsd_status', commandLines(['pcs', 'status', 'pcsd', ...nodes])),
    '',
    ...body('setup', withArguments(commandLines(subject.setup))),
    '',
    '# The virtual IPs, their addresses, and what they run with.',
    ...text(
      'vips',
      vips.map(({ id, address, haproxy = '-' }) => `${id} ${address} ${haproxy}`),
    ),
    '',
    '# The resources that are systemd units.',
    ...text(
      'unit_resources',
      units.map(({ resource, unit }) => `${resource} ${unit}`),
    ),
    ...frame.split('\n'),
    ...prepare.split('\n').slice(1),
    ...join.split('\n').slice(1),
    ...run.split('\n').slice(1),
    'plan() {',
    ...heredoc(planBefore(subject, authorize)),
    '  pcs_script | bash -s -- --print',
    ...heredoc(planAfter(subject)),
    '}',
    '',
    '# The configuration: the script of pcs commands, which works by itself too.',
    ...text('pcs_script', pcsScript.trimEnd().split('\n')),
    '',
    'main "$@"',
  ]
  return `${lines.join('\n')}\n`
}

/** Names without blanks and quotes; in quotes always, for one may be that of a command. */
function variable(name: string, names: readonly string[]): string {
  return `${name}='${names.join(' ')}'`
}

function body(name: string, lines: readonly string[]): readonly string[] {
  return [`${name}() {`, ...lines.map((line) => `  ${line}`), '}']
}

function withArguments(lines: readonly string[]): readonly string[] {
  return lines.map((line, at) => (at === lines.length - 1 ? `${line} "$@"` : line))
}

function text(name: string, lines: readonly string[]): readonly string[] {
  return [`${name}() {`, ...heredoc(lines), '}']
}

/** Lines as they are, between marks that are none of them. */
function heredoc(lines: readonly string[]): readonly string[] {
  let mark = 'END'
  while (lines.includes(mark)) mark = `${mark}_`
  return [`  cat <<'${mark}'`, ...lines, mark]
}

const head = `# of the distribution leave them to the running cluster with its resources.
#
# Produced by lightcib; change the cluster's description and compile it again instead of editing this.
# Each stage looks at what is there, so a run that failed or was stopped is simply started again.
# See --help, and --print for all that it does.

set -euo pipefail
`.split('\n')
