import type { Diagnostic } from '../../diagnostics/diagnostic.js'
import { escapeInJson } from '../../diagnostics/unseen.js'
import type { Checked } from './checked.js'

/** `--format json`: schema/check.schema.json describes it, and a change that breaks readers counts `version` up. */
export function toJson({ inputs, diagnostics, suppressed }: Checked): string {
  const count = (file: string, severity: Diagnostic['severity']) =>
    diagnostics.filter((finding) => finding.file === file && finding.severity === severity).length
  const summaries = inputs.map((input) => ({
    ...input,
    errors: count(input.file, 'error'),
    warnings: count(input.file, 'warning'),
    infos: count(input.file, 'info'),
    suppressed: suppressed.filter(({ file }) => file === input.file).length,
  }))
  return printJson({ version: 1, inputs: summaries, diagnostics, suppressed })
}

/** JSON of two spaces, with no unseen character. */
export function printJson(value: unknown): string {
  return `${escapeInJson(JSON.stringify(value, undefined, 2))}\n`
}
