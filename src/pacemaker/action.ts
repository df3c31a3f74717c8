/** What is done to a resource, or to a node by fencing. */
export interface Action {
  /** `start`, `stop`, `promote`, `demote`, `monitor`, `migrate_to`, `migrate_from`, `notify`, or `fence`. */
  readonly operation: string
  /** The id that the agent knows; absent for fencing. */
  readonly resource?: string
  readonly node: string
}
