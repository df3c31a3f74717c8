/** What a value has to be. */
export type ValueType =
  | 'boolean'
  | 'integer'
  | 'finite_integer'
  | 'nonnegative_integer'
  | 'positive_integer'
  | 'duration'
  | 'timeout'
  | 'score'
  | 'percentage'
  | 'port'
  | 'select'
  | 'string'
  | 'version'

/** What Pacemaker knows of one name. */
export interface OptionFacts {
  readonly name: string
  readonly type: ValueType
  /** The values of a `select`, of any version. */
  readonly values?: readonly string[]
  /** What is used where the option is not set. */
  readonly default?: string
  /** The first version that knows it, where that is after 2.0. */
  readonly since?: string
  /** The first version that does not know it any more. */
  readonly until?: string
  /** True where Pacemaker announces that it will be gone. */
  readonly deprecated?: boolean
  /** The name to write instead; `renamedIn` is the version that introduced it. */
  readonly renamed?: string
  readonly renamedIn?: string
  /** True where the cluster or a tool writes it, not an administrator. */
  readonly generated?: boolean
}

/** Facts without the name, as a table has them. */
export type Table = Readonly<Record<string, Omit<OptionFacts, 'name'>>>

/** The facts of a name in a table, undefined where it is unknown. */
export function lookUp(table: Table, name: string): OptionFacts | undefined {
  const facts = Object.hasOwn(table, name) ? table[name] : undefined
  return facts && { name, ...facts }
}
