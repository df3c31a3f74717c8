import type { Severity } from '../../diagnostics/entry.js'
import type { Policy } from '../../model/index.js'
import type { Rule, RuleSet } from '../rule.js'
import type { packs } from '../rules/index.js'

/** What `check` looks for, and what it leaves out. */
export interface CheckOptions {
  /** Evaluated instead of the policies that the cluster declares. */
  readonly policies?: readonly Policy[]
  readonly rules?: RuleSelection
  /** Rules of your own, made with `defineRule`. */
  readonly own?: readonly Rule[]
  /** Findings that are accepted. */
  readonly suppress?: readonly Suppression[]
}

/** Which rules run, and how severe their findings are. */
export interface RuleSelection {
  /** Default `recommended`; `strict` has all rules. */
  readonly set?: RuleSet
  /** The packs of rules that run, those about one product each; default all. */
  readonly packs?: readonly Pack[]
  /** The severity of all findings of a code; `off` leaves them out. A rule that is named here runs in any set and pack. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>
  /** Only findings of these codes. */
  readonly only?: readonly string[]
}

/** Rules about replicated databases and queues, DRBD, NFS servers, or SAP. */
export type Pack = keyof typeof packs

/** A finding that is accepted: the code on the element with this id and on all below it, and why. */
export interface Suppression {
  readonly code: string
  readonly id: string
  readonly reason: string
}
