import type { Checked } from './checked.js'
import { toGithub } from './github.js'
import { toGitlab } from './gitlab.js'
import { toJson } from './json.js'
import { toJunit } from './junit.js'
import { toSarif } from './sarif.js'

const printers = { json: toJson, sarif: toSarif, github: toGithub, gitlab: toGitlab, junit: toJunit } as const

export type FindingsFormat = keyof typeof printers

/** What was checked, in the format of another program. */
export function printFindings(checked: Checked, format: FindingsFormat): string {
  return printers[format](checked)
}
