import type { CommandDefinition, Values } from './definitions.js'

/** Completion for fish: names of commands, options with what they do, their values, and files. */
export function toFish(commands: readonly CommandDefinition[]): string {
  return [
    '# Completion of lightcib for fish: lightcib completion fish | source',
    ...commands.flatMap(({ name, description, options, parameters }) => {
      const within = `complete -c lightcib -n '__fish_seen_subcommand_from ${name}'`
      const [first] = parameters
      return [
        `complete -c lightcib -f -n __fish_use_subcommand -a ${name} -d ${quoted(description)}`,
        ...options.map(({ short, long, description, takesValue, values }) =>
          [
            within,
            ...(short === undefined ? [] : [`-s ${short.slice(1)}`]),
            `-l ${long.slice(2)}`,
            ...(takesValue ? [values === 'files' ? '-r' : `-x -a ${wordsOf(values)}`] : []),
            `-d ${quoted(description)}`,
          ].join(' '),
        ),
        ...(first === undefined || first.values === 'files'
          ? []
          : [`${within} -f -a ${wordsOf(first.values)}`]),
      ]
    }),
    '',
  ].join('\n')
}

function wordsOf(values: Exclude<Values, 'files'>): string {
  return values === 'codes'
    ? '"(lightcib explain 2>/dev/null | cut -d \' \' -f 1)"'
    : quoted(values.join(' '))
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`
}
