import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js'
import { UnknownResourceError } from '../graph/index.js'
import type { Cluster, PlacementAnswer, PlacementQuestion, Policy, Settle } from '../model/index.js'
import { pathOfId } from '../model/walk.js'
import { answerQuestions } from '../pacemaker/explore/open-questions.js'
import { setEndBySignal } from '../pacemaker/tool/on-end.js'
import { NotInstalledError, PacemakerError } from '../pacemaker/tool/pacemaker-error.js'
import { uncoveredMessages } from '../pacemaker/uncovered.js'
import { type VerifyMessage, verify } from '../pacemaker/verify.js'
import { endBySignal } from './module/guard.js'
import { UsageError } from './usage-error.js'

/** What the real Pacemaker contributes to a check. */
export interface PacemakerAnswers {
  readonly settle: Settle
  /** What it found beyond these findings. */
  readonly beyond: (findings: readonly Diagnostic[]) => readonly Diagnostic[]
}

/** Asks crm_simulate what the policies leave unknown, and crm_verify about the whole; the limit in milliseconds. */
export async function askPacemaker(
  cluster: Cluster,
  policies: readonly Policy[],
  timeLimit: number,
): Promise<PacemakerAnswers> {
  setEndBySignal(endBySignal)
  const questions = new Map<string, PlacementQuestion>()
  for (const policy of policies) {
    policy.check(cluster, (question) => {
      questions.set(JSON.stringify(question), question)
      return undefined
    })
  }
  const failures: Diagnostic[] = []
  const attempt = async <Answer>(ask: () => Promise<Answer>, otherwise: Answer): Promise<Answer> => {
    try {
      return await ask()
    } catch (error) {
      if (error instanceof NotInstalledError) throw new UsageError(error.message)
      if (!(error instanceof PacemakerError || error instanceof UnknownResourceError)) throw error
      failures.push(diagnostic('pacemaker-failed', '/cib', { reason: error.message }))
      return otherwise
    }
  }
  const verified = await attempt<readonly VerifyMessage[]>(async () => (await verify(cluster)).messages, [])
  const asked = [...questions.values()]
  const answers =
    asked.length === 0
      ? []
      : await attempt<readonly PlacementAnswer[]>(() => answerQuestions(cluster, asked, { timeLimit }), [])
  const byQuestion = new Map(answers.map((answer, at) => [JSON.stringify(asked[at]), answer]))
  return {
    settle: (question) => byQuestion.get(JSON.stringify(question)),
    beyond: (findings) => [
      ...asked.flatMap((question, at) => guaranteed(cluster, question, answers[at])),
      ...uncoveredMessages(verified, findings).map(({ severity, message }) =>
        diagnostic('crm-verify', '/cib', { text: message }, { severity }),
      ),
      ...failures,
    ],
  }
}

function guaranteed(
  cluster: Cluster,
  { kind, rsc, withRsc }: PlacementQuestion,
  answer: PlacementAnswer | undefined,
): readonly Diagnostic[] {
  if (answer?.verdict !== 'guaranteed') return []
  const parameters = { kind, rsc, withRsc, reason: answer.reason }
  return [diagnostic('settled-by-simulation', pathOfId(cluster, rsc), parameters)]
}
