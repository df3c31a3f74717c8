import type { CommandDefinition } from './definitions.js'

/** The reference of all commands for docs/command-line.md, below its introduction. */
export function toMarkdown(commands: readonly CommandDefinition[]): string {
  return commands.map(sectionOf).join('\n')
}

function sectionOf({ name, usage, description, parameters, options, help }: CommandDefinition): string {
  const rows = [
    ...parameters.map((parameter) => [`\`${parameter.name}\``, parameter.description]),
    ...options.map(({ flags, description, values, initial }) => [
      `\`${flags}\``,
      [
        description,
        ...(typeof values === 'string' ? [] : [`one of ${values.map((value) => `\`${value}\``).join(', ')}`]),
        ...(initial === undefined ? [] : [`default \`${initial}\``]),
      ].join('; '),
    ]),
  ].map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
  const example = help === '' ? [] : ['', '```text', help, '```']
  return [
    `## ${name}`,
    `\`${usage}\``,
    '',
    `${description.charAt(0).toUpperCase()}${description.slice(1)}.`,
    '',
    '| | |',
    '|---|---|',
    ...rows,
    ...example,
    '',
  ].join('\n')
}
