import type { ItemEdit } from '../edit/edit.js'

/** What a step does. */
export type Phase =
  | 'release'
  | 'stop'
  | 'delete'
  | 'hand-over'
  | 'settings'
  | 'constraints'
  | 'change'
  | 'convert'
  | 'create'
  | 'names'
  | 'order'
  | 'at-once'

/** A step before its commands: the edits that are applied at once. */
export interface Draft {
  readonly phase: Phase
  readonly title: string
  /** Why it is there and not earlier or later. */
  readonly why: string
  readonly edits: readonly ItemEdit[]
}

export function draft(phase: Draft['phase'], title: string, why: string, edits: readonly ItemEdit[]): Draft {
  return { phase, title, why, edits }
}
