import type { CommandDefinition, OptionDefinition, Values } from './definitions.js'

/** Completion for zsh: names of commands, options with what they do, their values, and files. */
export function toZsh(commands: readonly CommandDefinition[]): string {
  const names = commands.map(({ name, description }) => `    ${quoted(`${name}:${description}`)}`)
  const cases = commands.map(({ name, options, parameters }) => {
    const specs = [
      ...options.flatMap(specsOf),
      quoted('--help[print the help of the command]'),
      ...parameters.slice(0, 1).map(({ name, values }) => quoted(`*:${name}:${actionOf(values)}`)),
    ]
    return `    ${name}) _arguments ${specs.map((spec) => `\\\n      ${spec}`).join(' ')} ;;`
  })
  return `#compdef lightcib
# Completion of lightcib for zsh: source <(lightcib completion zsh), or a file _lightcib in a folder of $fpath
_lightcib() {
  local -a commands
  commands=(
${names.join('\n')}
  )
  if ((CURRENT == 2)); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  ((CURRENT--))
  case $command in
${cases.join('\n')}
  esac
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then _lightcib "$@"; else compdef _lightcib lightcib; fi
`
}

/** An option may be repeated, which completion does not prevent. */
function specsOf({ short, long, description, takesValue, values }: OptionDefinition): readonly string[] {
  const text = description.replace(/[[\]:\\]/g, '\\$&')
  const value = takesValue ? `:value:${actionOf(values)}` : ''
  const flags = short === undefined ? [long] : [short, long]
  return flags.map((flag) => quoted(`*${flag}[${text}]${value}`))
}

function actionOf(values: Values): string {
  if (values === 'files') return '_files'
  return values === 'codes' ? "($(lightcib explain 2>/dev/null | cut -d ' ' -f 1))" : `(${values.join(' ')})`
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
