import { type Checked, placeOf } from './checked.js'
import { fingerprints } from './fingerprint.js'
import { printJson } from './json.js'
import { repositoryPath } from './repository.js'

const severities = { error: 'critical', warning: 'minor', info: 'info' } as const

/** `--format gitlab`: a report for `artifacts:reports:codequality`. GitLab shows no finding without a line: it gets the first. */
export function toGitlab({ diagnostics }: Checked): string {
  const keys = fingerprints(diagnostics)
  return printJson(
    diagnostics.map((finding, at) => {
      const { file, line = 1 } = placeOf(finding)
      return {
        description: descriptionOf(finding),
        check_name: finding.code,
        fingerprint: keys[at],
        severity: severities[finding.severity],
        location: { path: repositoryPath(file), lines: { begin: line } },
      }
    }),
  )
}

/** The message and the hint in one line. */
function descriptionOf({ message, hint }: { readonly message: string; readonly hint?: string }): string {
  return hint === undefined ? message : `${message} (hint: ${hint})`
}
