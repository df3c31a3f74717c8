/** Options of one section as corosync reads them: `{ token: '3000' }`. */
export type CorosyncSection = Readonly<Record<string, string>>

/**
 * How the nodes talk to each other; beside the CIB, not part of it. `pcs cluster setup` writes it to
 * corosync.conf, and the names are its own, which are those of corosync.conf(5) less their prefixes.
 */
export interface Corosync {
  readonly transport?: string
  readonly transportOptions?: CorosyncSection
  /** In the order of the nodes' addresses. */
  readonly links?: readonly CorosyncSection[]
  readonly compression?: CorosyncSection
  readonly crypto?: CorosyncSection
  readonly totem?: CorosyncSection
  readonly quorum?: CorosyncSection
  /** The addresses of each node, one for each link; a node that is not named is reached by its name. */
  readonly addresses?: Readonly<Record<string, readonly string[]>>
}
