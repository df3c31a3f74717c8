/** One call of a tool, before any shell. */
export interface Command {
  /** `require_node` is the script's own: a node that must be in the CIB, by id and name. */
  readonly program: 'pcs' | 'cibadmin' | 'require_node'
  /** Its arguments as the tool gets them, without the option that names the file. */
  readonly argv: readonly string[]
  /** What it reads from standard input. */
  readonly input?: string
  /** Why it is there, where the words do not say it. */
  readonly comment?: string
}

/** Commands that belong together, usually one resource. */
export interface Step {
  readonly title: string
  /** What there is to know about the commands. */
  readonly remarks: readonly string[]
  readonly commands: readonly Command[]
}

/**
 * The pcs command of these words and options. Words that start with a dash, such as a negative
 * score, stand behind `--`, where no pcs takes them for options.
 */
export function pcs(words: readonly string[], options: readonly string[] = [], comment?: string): Command {
  const dashed = words.some((word) => word.startsWith('-'))
  const argv = dashed ? [...options, '--', ...words] : [...words, ...options]
  return { program: 'pcs', argv, ...(comment === undefined ? {} : { comment }) }
}

/** `cibadmin --modify` merges: elements that are new are added, others get what is new. */
export const merging = ['--modify', '--scope', 'configuration']

/** What is done with XML. */
export function cibadmin(xml: string, how: readonly string[] = merging): Command {
  return { program: 'cibadmin', argv: [...how, '--xml-pipe'], input: xml }
}
