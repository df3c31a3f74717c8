import type { EventQuestion } from '../../model/index.js'
import { actionsBreak } from './failure-actions.js'
import { failureStops } from './failure-stops.js'
import type { Observed } from './observed.js'
import { doesNotRecover } from './recovery.js'
import { leavesEarly } from './staying.js'

/** How what happened breaks what is asked about events, in words; undefined where it does not, or is not about it. */
export function brokenBy(question: EventQuestion, observed: Observed): string | undefined {
  switch (question.kind) {
    case 'stays-until':
      return leavesEarly(question, observed)
    case 'failure-never-stops':
      return failureStops(question, observed)
    case 'failure-stays-within':
      return actionsBreak(question, observed)
    case 'recovers':
      return doesNotRecover(question, observed)
  }
}

/** The ids that a question names. */
export function idsIn(question: EventQuestion): readonly string[] {
  switch (question.kind) {
    case 'stays-until':
      return [question.rsc, question.until]
    case 'failure-never-stops':
      return [question.rsc, question.failing]
    case 'failure-stays-within':
      return [question.failing]
    case 'recovers':
      return [question.rsc]
  }
}
