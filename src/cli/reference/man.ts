import type { CommandDefinition } from './definitions.js'

/** The man page lightcib(1) in roff. */
export function toMan(commands: readonly CommandDefinition[], about: string, version: string): string {
  return [
    `.TH LIGHTCIB 1 "" "lightcib ${version}" "User Commands"`,
    '.SH NAME',
    `lightcib \\- ${escaped(about.replace(/\.$/, ''))}`,
    '.SH SYNOPSIS',
    '.B lightcib',
    '.I command',
    '.RI [ options ]',
    '.RI [ input .\\|.\\|. ]',
    '.SH DESCRIPTION',
    escaped('Output goes to standard output or into a file, findings go to standard error.'),
    ...commands.flatMap(sectionOf),
    '.SH EXIT STATUS',
    ...[
      ['0', 'Success.'],
      ['1', 'The input has errors, more warnings than allowed, or differences.'],
      ['2', 'Wrong usage or unreadable input.'],
    ].flatMap(([code = '', text = '']) => ['.TP', code, text]),
    '.SH ENVIRONMENT',
    ...[
      ['NO_COLOR', 'Where it is not empty, nothing is coloured.'],
      ['FORCE_COLOR', 'Colours everywhere; nowhere where it is 0.'],
    ].flatMap(([name = '', text = '']) => ['.TP', `.B ${name}`, text]),
    '.SH SEE ALSO',
    '.BR pcs (8),',
    '.BR crm_verify (8),',
    '.BR crm_simulate (8),',
    '.BR cibadmin (8)',
    '',
  ].join('\n')
}

function sectionOf({ usage, description, parameters, options, help }: CommandDefinition): readonly string[] {
  return [
    `.SH ${escaped(usage.replace(/^lightcib (\S+).*/, '$1').toUpperCase())}`,
    `.B ${escaped(usage)}`,
    '.PP',
    `${escaped(sentence(description))}`,
    ...parameters.flatMap((parameter) => [
      '.TP',
      `.I ${parameter.name}`,
      escaped(sentence(parameter.description)),
    ]),
    ...options.flatMap(({ flags, description, values, initial }) => [
      '.TP',
      `.B ${escaped(flags)}`,
      escaped(
        [
          sentence(description),
          ...(typeof values === 'string' ? [] : [`One of ${values.join(', ')}.`]),
          ...(initial === undefined ? [] : [`Default: ${initial}.`]),
        ].join(' '),
      ),
    ]),
    ...(help === '' ? [] : ['.PP', '.nf', ...help.split('\n').map(escaped), '.fi']),
  ]
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

/** A line of roff: what begins a request, and its escape character, are text; a minus is one that can be copied. */
function escaped(line: string): string {
  return line.replaceAll('\\', '\\e').replaceAll('-', '\\-').replace(/^[.']/, '\\&$&')
}
