/** The answer to whether something holds in every state of a cluster. */
export interface Guarantee {
  /** `unknown` where neither a proof nor a counterexample was found. */
  readonly verdict: 'guaranteed' | 'not-guaranteed' | 'unknown'
  /** Why, as a sentence without a full stop. */
  readonly reason: string
}
