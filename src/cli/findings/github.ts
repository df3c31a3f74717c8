import { type Checked, placeOf, standardInput } from './checked.js'
import { repositoryPath } from './repository.js'

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const

/** `--format github`: a workflow command for each finding, which GitHub shows at the line in a pull request. */
export function toGithub({ diagnostics }: Checked): string {
  return diagnostics.map((finding) => `${commandOf(finding)}\n`).join('')
}

function commandOf(finding: Checked['diagnostics'][number]): string {
  const { code, severity, message, path, hint, related = [] } = finding
  const { file, line, column } = placeOf(finding)
  const properties = [
    ...(file === standardInput ? [] : [['file', repositoryPath(file)] as const]),
    ...(line === undefined ? [] : [['line', line] as const, ['col', column] as const]),
    ['title', `lightcib ${code}`] as const,
  ].map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
  const text = [
    message,
    ...(path === '/' ? [] : [`at ${path}`]),
    ...related.map((other) => other.message),
    ...(hint === undefined ? [] : [`hint: ${hint}`]),
  ]
  return `::${commands[severity]} ${properties.join(',')}::${escapeData(text.join('\n'))}`
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
