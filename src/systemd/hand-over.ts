import { quote } from '../pcs/script/quoting.js'
import { functions } from './hand-over.generated.js'

/**
 * The script that hands the services over to systemd on one node: bash, for root, beside the files that it installs.
 * `files` has the paths of each unit, relative to the root of the node.
 */
export function handOverScript(files: ReadonlyMap<string, readonly string[]>): string {
  const cases = [...files].map(
    ([unit, paths]) =>
      `    ${quote(unit)}) ${paths.length === 0 ? '' : `printf '%s\\n' ${paths.map(quote).join(' ')} `};;`,
  )
  return [
    '#!/usr/bin/env bash',
    'set -euo pipefail',
    '',
    'all_units=(',
    ...[...files.keys()].map((unit) => `  ${quote(unit)}`),
    ')',
    '',
    '# The files of a unit, below this folder and below / alike.',
    'files_of() { # UNIT',
    '  case $1 in',
    ...cases,
    '  esac',
    '}',
    '',
    functions,
    '',
    'main "$@"',
    '',
  ].join('\n')
}
