import type { Cluster, PlacementQuestion, QuestionAnswer } from '../../model/index.js'
import { equalPromotionScores } from '../event/promotion.js'
import { type Subject, subjectOf } from '../event/subject.js'
import { type Rest, type Scheduler, schedulerIn } from '../scheduler.js'
import { type TimeLimit, usualLimit } from '../simulate.js'
import { cibText, startOf } from '../start.js'
import { withNodeChanges } from '../status/synthetic-status.js'
import { inWorkplace } from '../tool/workplace.js'
import { breachOf } from './breach.js'
import { hasUnmanaged, managedCluster } from './managed-cluster.js'
import { connectedWith, type PlacementState, placementStates, singleFailures } from './placement-states.js'
import { undecidedBy } from './undecided.js'

/** How long all questions together may take. */
export interface ExploreLimit extends TimeLimit {
  /** In milliseconds; states that are left then are not looked at. Default 300,000. */
  readonly timeLimit?: number
}

/** How many states are looked at before it is seen whether a question is answered. */
const batch = 16

/**
 * The answers of the real scheduler to questions about placement: each state of the nodes, and each single failure of what
 * is connected with the two, from a cluster that runs and from one that starts. In the order of the questions.
 */
export async function answerQuestions(
  cluster: Cluster,
  questions: readonly PlacementQuestion[],
  { limit = usualLimit, timeLimit = 300_000 }: ExploreLimit = {},
): Promise<readonly QuestionAnswer[]> {
  const deadline = Date.now() + timeLimit
  return inWorkplace(async (workplace) => {
    const ends = endsOf(cluster, schedulerIn(workplace, limit))
    const answers: QuestionAnswer[] = []
    for (const question of questions) answers.push(await answerTo(cluster, question, ends, deadline))
    return answers
  })
}

/** How it ends when a cluster that runs, or one that starts, gets into this state. */
type Ends = (state: PlacementState) => Promise<readonly Rest[]>

/** Each state is simulated once, for all questions. */
function endsOf(cluster: Cluster, scheduler: Scheduler): Ends {
  const starts = startsOf(cluster, scheduler)
  const known = new Map<string, Promise<readonly Rest[]>>()
  return ({ changes }) => {
    const key = JSON.stringify(changes)
    const found =
      known.get(key) ??
      starts.then((all) =>
        Promise.all(all.map((start) => scheduler.rest(cibText(withNodeChanges(start, changes))))),
      )
    known.set(key, found)
    return found
  }
}

/** What is not managed runs where it ran before, so that is started while all is managed. */
async function startsOf(cluster: Cluster, scheduler: Scheduler): Promise<readonly Cluster[]> {
  const promotionScores = equalPromotionScores(cluster)
  const before = hasUnmanaged(cluster) ? managedCluster(cluster) : cluster
  const running = await startOf(before, scheduler, { promotionScores })
  const stopped = await startOf(cluster, scheduler, { start: 'stopped', promotionScores })
  const { configuration } = hasUnmanaged(cluster) ? stopped.cluster : running.cluster
  return [{ ...running.cluster, configuration }, stopped.cluster]
}

async function answerTo(
  cluster: Cluster,
  question: PlacementQuestion,
  ends: Ends,
  deadline: number,
): Promise<QuestionAnswer> {
  const [rsc, withRsc] = [question.rsc, question.withRsc].map((id) => ({
    id,
    ...subjectOf(cluster, id),
  })) as [Subject & { id: string }, Subject & { id: string }]
  const { states: ofNodes, upTo } = placementStates(cluster, [withRsc, rsc])
  const others = connectedWith(cluster, [rsc.id, withRsc.id])
    .map((id) => ({ id, ...subjectOf(cluster, id) }))
    .filter(
      ({ agents }) => !agents.some((agent) => rsc.agents.includes(agent) || withRsc.agents.includes(agent)),
    )
  const states = [...ofNodes, ...singleFailures(cluster, others)]
  let restless = 0
  for (let at = 0; at < states.length; at += batch) {
    if (Date.now() > deadline)
      return unknown(
        `crm_simulate found no such state within the time limit, in ${at} of ${states.length} states`,
      )
    const some = states.slice(at, at + batch)
    const found = await Promise.all(some.map(ends))
    for (const [index, rests] of found.entries()) {
      const broken = rests.flatMap(({ status }) => (status && breachOf(cluster, question, status)) ?? [])[0]
      if (broken !== undefined) {
        const reason = `when ${some[index]?.words}, crm_simulate runs ${broken}`
        return { verdict: 'not-guaranteed', reason }
      }
      restless += rests.filter(({ outcome }) => outcome !== 'settled').length
    }
  }
  const searched = `crm_simulate found no such state among ${states.length}`
  if (upTo !== undefined)
    return unknown(`${searched}: all with up to ${upTo} changed nodes, and more were not looked at`)
  if (restless > 0) return unknown(`${searched}, in some of which the cluster does not come to rest`)
  const undecided = undecidedBy(cluster)
  if (undecided !== undefined) return unknown(`${searched}, but it depends on ${undecided}`)
  return { verdict: 'guaranteed', reason: `by crm_simulate over ${states.length} states` }
}

function unknown(reason: string): QuestionAnswer {
  return { verdict: 'unknown', reason }
}
