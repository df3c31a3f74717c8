/** One command of a script. */
export interface ScriptCommand {
  readonly words: readonly string[]
  /** The line that it begins on, from 1. */
  readonly line: number
  /** The text that it reads from a here-document. */
  readonly input?: string
  /** The words behind `||`, which run where the command fails. */
  readonly otherwise: readonly string[]
  /** False in a condition, a loop or a function. */
  readonly isCertain: boolean
  /** What only bash itself could know: the command cannot be read. */
  readonly unreadable?: string
}
