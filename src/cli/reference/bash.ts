import type { CommandDefinition, Values } from './definitions.js'

/** Completion for bash 4: names of commands, options, and their values; elsewhere files. */
export function toBash(commands: readonly CommandDefinition[]): string {
  const values = commands.flatMap(({ name, options }) =>
    options.flatMap(({ short, long, values }) =>
      values === 'files'
        ? []
        : [
            `    ${[short, long]
              .filter(Boolean)
              .map((flag) => `'${name} ${flag}'`)
              .join('|')}) ${proposing(values)} ;;`,
          ],
    ),
  )
  const files = commands.flatMap(({ name, options }) =>
    options.flatMap(({ short, long, takesValue, values }) =>
      takesValue && values === 'files'
        ? [short, long].flatMap((flag) => (flag === undefined ? [] : [`'${name} ${flag}'`]))
        : [],
    ),
  )
  const flags = commands.map(({ name, options }) => {
    const words = [
      ...options.flatMap(({ short, long }) => (short === undefined ? [long] : [short, long])),
      '--help',
    ]
    return `      ${name}) ${proposing(words)} ;;`
  })
  const parameters = commands.flatMap(({ name, parameters: [first] }) =>
    first === undefined || first.values === 'files' ? [] : [`    ${name}) ${proposing(first.values)} ;;`],
  )
  return `# Completion of lightcib for bash: source <(lightcib completion bash)
_lightcib() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD - 1]} command=\${COMP_WORDS[1]}
  COMPREPLY=()
  [[ $cur == = ]] && cur=
  [[ $prev == = ]] && prev=\${COMP_WORDS[COMP_CWORD - 2]}
  if ((COMP_CWORD == 1)); then
    ${proposing([...commands.map(({ name }) => name), 'help', '--help', '--version'])}
    return
  fi
  case "$command $prev" in
${values.join('\n')}
    ${files.join('|')}) ;;
    *) case "$cur" in
      -*) case "$command" in
${flags.join('\n')}
      esac ;;
      *) case "$command" in
${parameters.join('\n')}
      esac ;;
    esac ;;
  esac
}
complete -o default -F _lightcib lightcib
`
}

function proposing(values: Values): string {
  const words =
    values === 'codes'
      ? "$(lightcib explain 2>/dev/null | cut -d ' ' -f 1)"
      : (values as readonly string[]).join(' ')
  return `mapfile -t COMPREPLY < <(compgen -W "${words}" -- "$cur")`
}
