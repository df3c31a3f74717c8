/** What the page of a rule has, beside the rule in its file; never loaded by `check`. */
export interface RuleDocs {
  /** One sentence: what the rule finds. */
  readonly about: string
  /** Why that matters: what happens to a cluster. */
  readonly why: string
  /** Where it was seen: a bug report, a guide, a schema file, a man page; name and number. */
  readonly source: string
  /** What Pacemaker does instead of what is written, and the versions that do; absent where it takes the text as it is. */
  readonly pacemaker?: { readonly does: string; readonly versions: string }
  /**
   * A cluster that breaks the rule, and one that does not: `cluster({ ... })` in the DSL, or the sections of a
   * `<configuration>` where the DSL cannot express it. Nodes node1 to node3 and `stonith-enabled=false` are there where
   * an example has none of its own.
   */
  readonly wrong: string
  readonly right: string
  /** The pcs command that mends it. */
  readonly fix: string
}
