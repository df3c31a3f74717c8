import type { Diagnostic } from '../../../diagnostics/diagnostic.js'
import { diagnostic } from '../../../diagnostics/diagnostic.js'
import { quote } from '../../../diagnostics/quote.js'
import type { Guarantee } from '../../../graph/index.js'
import type { Cluster, EventQuestion, Policy } from '../../../model/index.js'
import { languageOf } from '../../../model/language.js'
import { pathOfId } from '../../../model/walk.js'
import { unknownIds } from '../unknown-ids.js'

/** A requirement of what happens, and what the configuration alone knows about it. */
interface EventRequirement {
  readonly question: EventQuestion
  /** The resources that it names; a finding is about the first. */
  readonly ids: readonly [string, ...string[]]
  /** The answer where the configuration decides it, undefined where only the scheduler does. */
  readonly analysis?: (cluster: Cluster) => Guarantee | undefined
}

/**
 * The policy that requires this of what happens. An id that no resource has is an error; what neither the configuration nor
 * the scheduler decides is a warning: it is not verified.
 */
export function requireOfEvents({ question, ids, analysis }: EventRequirement): Policy {
  return {
    name: question.kind,
    eventQuestions: () => [question],
    check: (cluster, settle): readonly Diagnostic[] => {
      const unknown = unknownIds(cluster, question.kind, ids)
      if (unknown.length > 0) return unknown
      const answer = analysis?.(cluster) ?? settle?.(question)
      if (answer?.verdict === 'guaranteed') return []
      const isBroken = answer?.verdict === 'not-guaranteed'
      const reason = answer?.reason ?? 'only the scheduler of Pacemaker decides it'
      const parameters = {
        claim: claimOfEvents(question),
        reason,
        isBroken,
        ids,
        language: languageOf(cluster),
      }
      const severity = isBroken ? 'error' : 'warning'
      return [diagnostic(question.kind, pathOfId(cluster, ids[0]), parameters, { severity })]
    },
  }
}

/** What is asked about events, as a sentence. */
export function claimOfEvents(question: EventQuestion): string {
  switch (question.kind) {
    case 'stays-until':
      return `${quote(question.rsc)} leaves no node before ${quote(question.until)} runs`
    case 'failure-never-stops':
      return `a failure of ${quote(question.failing)} never stops ${quote(question.rsc)}`
    case 'failure-stays-within':
      return `a failure of ${quote(question.failing)} causes at most ${question.actions} action${question.actions === 1 ? '' : 's'}`
    case 'recovers':
      return `${quote(question.rsc)} runs again after ${question.within === 1 ? 'a failure' : `up to ${question.within} failures`}`
  }
}
