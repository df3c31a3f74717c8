import { hasUnseen } from '../diagnostics/unseen.js'
import type { PcsVersion } from '../pcs/index.js'
import { commandLines, comment, quote } from '../pcs/script/quoting.js'
import { planAfter, planBefore } from './plan.js'
import { stages } from './stages.generated.js'
import type { Subject } from './subject.js'

/** The version of Pacemaker that belongs to each pcs. */
const pacemakerFor: Readonly<Record<PcsVersion, string>> = { '0.10': '2', '0.11': '2.1', '0.12': '3' }

/** The whole script: the stages, what they need to know of the cluster, and the pcs script unchanged. */
export function script(subject: Subject, pcsScript: string, pcs: PcsVersion): string {
  const { name, nodes, resources, units, vips } = subject
  const authorize = ['pcs', 'host', 'auth', ...nodes, '-u', 'hacluster']
  const lines = [
    '#!/usr/bin/env bash',
    ...comment(
      `Brings up the cluster ${name} on ${nodes.join(', ')} with pcs ${pcs}, from installed packages to running resources.`,
    ),
    '#',
    stages,
    '',
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
    '# The virtual IPs: resource, address, and the HAProxy that each is colocated with.',
    ...text(
      'vips',
      vips.map(({ id, address, haproxy = '-' }) => `${id} ${address} ${haproxy}`),
    ),
    '',
    '# The systemd units: resource, unit.',
    ...text(
      'unit_resources',
      units.map(({ resource, unit }) => `${resource} ${unit}`),
    ),
    '',
    'plan() {',
    ...heredoc(planBefore(subject, authorize)),
    '  pcs_script | bash -s -- --print',
    ...heredoc(planAfter(subject)),
    '}',
    '',
    '# The configuration: a script of its own.',
    ...text('pcs_script', pcsScript.trimEnd().split('\n')),
    '',
    'main "$@"',
  ]
  return `${lines.join('\n')}\n`
}

/** Names without blanks; always quoted, since one may be the name of a command. */
function variable(name: string, names: readonly string[]): string {
  const text = names.join(' ')
  const quoted = quote(text)
  return `${name}=${quoted === text ? `'${text}'` : quoted}`
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

/** Lines in a here-document whose end mark is none of them; as quoted words where not all of them can be seen. */
function heredoc(lines: readonly string[]): readonly string[] {
  if (lines.some(hasUnseen)) return commandLines(['printf', '%s\\n', ...lines]).map((line) => `  ${line}`)
  let mark = 'END'
  while (lines.includes(mark)) mark = `${mark}_`
  return [`  cat <<'${mark}'`, ...lines, mark]
}
