import type {
  Cluster,
  EventQuestion,
  PlacementQuestion,
  Policy,
  QuestionAnswer,
  Settle,
} from '../../model/index.js'
import { subjectOf } from '../event/subject.js'
import { idsIn } from '../promise/broken-by.js'
import { type ExploredEvent, exploreWithBreaches } from './explore.js'
import { answerQuestions, type ExploreLimit } from './open-questions.js'
import { undecidedBy } from './undecided.js'

/** The answers of the scheduler to what policies leave unknown. */
export interface SettledQuestions {
  readonly settle: Settle
  readonly answers: readonly {
    readonly question: PlacementQuestion | EventQuestion
    readonly answer: QuestionAnswer
  }[]
}

/** Asks the scheduler what these policies ask of `settle`, each question once. Rejects with `PacemakerError` where it gives no answer. */
export async function settlePolicies(
  cluster: Cluster,
  policies: readonly Policy[],
  options: ExploreLimit = {},
): Promise<SettledQuestions> {
  const asked = new Map<string, PlacementQuestion | EventQuestion>()
  for (const policy of policies) {
    policy.check(cluster, (question) => {
      asked.set(JSON.stringify(question), question)
      return undefined
    })
  }
  const questions = [...asked.values()]
  const placements = questions.filter((question) => 'withRsc' in question)
  const ofEvents = questions.filter((question): question is EventQuestion => !('withRsc' in question))
  const found = [
    ...(placements.length === 0 ? [] : await answerQuestions(cluster, placements, options)),
    ...(ofEvents.length === 0 ? [] : await answerEventQuestions(cluster, ofEvents, options)),
  ]
  const answers = [...placements, ...ofEvents].map((question, at) => ({
    question,
    answer: found[at] as QuestionAnswer,
  }))
  const byQuestion = new Map(answers.map(({ question, answer }) => [JSON.stringify(question), answer]))
  return { settle: (question) => byQuestion.get(JSON.stringify(question)), answers }
}

/** The answers from every event, in the order of the questions. */
async function answerEventQuestions(
  cluster: Cluster,
  questions: readonly EventQuestion[],
  { limit, timeLimit = 300_000 }: ExploreLimit,
): Promise<readonly QuestionAnswer[]> {
  const asking: Policy = { name: 'asked', check: () => [], eventQuestions: () => questions }
  const { events, left, neverActive } = await exploreWithBreaches(cluster, {
    policies: [asking],
    timeLimit,
    ...(limit === undefined ? {} : { limit }),
  })
  const searched = `crm_simulate finds nothing that breaks it in ${events.length} events`
  const reservation = reservationsAbout(cluster, events, left)
  return questions.map((question) => {
    for (const { event, breaches } of events) {
      const breach = breaches.find((each) => each.question === question)
      if (breach !== undefined) return { verdict: 'not-guaranteed', reason: `when ${event}, ${breach.words}` }
    }
    const idle = idsIn(question).find((id) =>
      subjectOf(cluster, id).agents.every((each) => neverActive.includes(each)),
    )
    if (idle !== undefined) return unknown(`"${idle}" runs in no state that crm_simulate looked at`)
    if (reservation !== undefined) return unknown(`${searched}, ${reservation}`)
    return { verdict: 'guaranteed', reason: `by crm_simulate over ${events.length} events` }
  })
}

/** Why the events are not all that may happen. */
function reservationsAbout(
  cluster: Cluster,
  events: readonly ExploredEvent[],
  left: number,
): string | undefined {
  if (left > 0) return `and for ${left} the time was too short`
  if (events.some(({ outcome }) => outcome !== 'settled'))
    return 'in some of which the cluster does not come to rest'
  const undecided = undecidedBy(cluster)
  return undecided === undefined ? undefined : `but it depends on ${undecided}`
}

function unknown(reason: string): QuestionAnswer {
  return { verdict: 'unknown', reason }
}
