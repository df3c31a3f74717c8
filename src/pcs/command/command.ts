/** One call of a tool, before any shell. */
export interface Command {
  /** `require_node` is a function of the script: a node that must be in the CIB, by id and name. */
  readonly program: 'pcs' | 'cibadmin' | 'require_node'
  /** Its arguments, without the option that names the CIB file. */
  readonly argv: readonly string[]
  /** Its standard input. */
  readonly input?: string
  /** Why it is needed, where its words do not show it. */
  readonly comment?: string
}

/** Commands of one title, usually those of one resource. */
export interface ScriptStep {
  readonly title: string
  /** Comments on the commands: why something goes through cibadmin. */
  readonly remarks: readonly string[]
  readonly commands: readonly Command[]
}

/**
 * The pcs command of these words and options. Words that start with a dash, such as a negative
 * score, follow `--`, so that pcs does not read them as options.
 */
export function pcs(words: readonly string[], options: readonly string[] = [], comment?: string): Command {
  const dashed = words.some((word) => word.startsWith('-'))
  const argv = dashed ? [...options, '--', ...words] : [...words, ...options]
  return { program: 'pcs', argv, ...(comment === undefined ? {} : { comment }) }
}

/** `cibadmin --modify` merges: new elements are added, existing ones get what is new in them. */
const merging = ['--modify', '--scope', 'configuration']

/** The cibadmin command that merges this XML, or applies it with other options. */
export function cibadmin(xml: string, how: readonly string[] = merging): Command {
  return { program: 'cibadmin', argv: [...how, '--xml-pipe'], input: xml }
}
