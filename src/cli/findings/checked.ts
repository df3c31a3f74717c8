import type { SuppressedFinding } from '../../check/settings/settle.js'
import type { Diagnostic } from '../../diagnostics/diagnostic.js'

export type InFile<Finding> = Finding & { readonly file: string }

/** One input of `check`. */
export interface CheckedInput {
  readonly file: string
  /** False where no cluster could be read from it; its findings are the reasons. */
  readonly usable: boolean
  readonly resources: number
  readonly constraints: number
}

/** What `check` found, in the order of the inputs; findings of configurations come last. */
export interface Checked {
  readonly inputs: readonly CheckedInput[]
  readonly diagnostics: readonly InFile<Diagnostic>[]
  readonly suppressed: readonly InFile<SuppressedFinding>[]
  /** True where there are more warnings than allowed: each of them counts as a failure. */
  readonly warningsFail: boolean
}

/** The place of a finding: the file that has its line, where it has one. */
export function placeOf({ file, position }: InFile<Pick<Diagnostic, 'position'>>): {
  readonly file: string
  readonly line?: number
  readonly column?: number
} {
  if (position === undefined) return { file }
  return { file: position.file ?? file, line: position.line, column: position.column }
}

/** The name of an input that is no file. */
export const standardInput = 'standard input'
