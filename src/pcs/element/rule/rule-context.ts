import type { CibElement, Rule } from '../../../model/index.js'
import type { Context, Produced } from '../../command/conversion.js'

/** An expression of a rule, or a nested rule. */
export type RulePart = Rule['expressions'][number]

/** The words of a rule or of a part of one, and what they produce. */
export interface ConvertedPart<E extends CibElement> {
  readonly words: readonly string[]
  readonly produces: Produced<E>
}

/** How a command accepts rules. */
export interface RuleForm {
  /** The expressions that it knows. */
  readonly expressions: readonly RulePart['element'][]
  /** True for the commands that write `boolean-op` even for a single expression. */
  readonly alwaysJoins: boolean
  /** True where the rule is one word, which is split at blanks. */
  readonly isOneWord: boolean
}

/** The rule around a part. */
export interface RuleContext {
  /** The rule's id. */
  readonly id: string
  readonly join: string
  /** True for the only part of a rule. */
  readonly isAlone: boolean
  readonly form: RuleForm
  readonly context: Context
}
