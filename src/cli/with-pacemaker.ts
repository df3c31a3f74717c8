import { claimOfEvents } from '../check/policies/event/event-policy.js'
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js'
import { quote } from '../diagnostics/quote.js'
import { UnknownResourceError } from '../graph/index.js'
import type {
  Cluster,
  EventQuestion,
  PlacementQuestion,
  Policy,
  QuestionAnswer,
  Settle,
} from '../model/index.js'
import { pathOfId } from '../model/walk.js'
import { type SettledQuestions, settlePolicies } from '../pacemaker/explore/settle.js'
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
  const none: SettledQuestions = { settle: () => undefined, answers: [] }
  const { settle, answers } = await attempt(() => settlePolicies(cluster, policies, { timeLimit }), none)
  return {
    settle,
    beyond: (findings) => [
      ...answers.flatMap(({ question, answer }) => guaranteed(cluster, question, answer)),
      ...uncoveredMessages(verified, findings).map(({ severity, message }) =>
        diagnostic('crm-verify', '/cib', { text: message }, { severity }),
      ),
      ...failures,
    ],
  }
}

function guaranteed(
  cluster: Cluster,
  question: PlacementQuestion | EventQuestion,
  { verdict, reason }: QuestionAnswer,
): readonly Diagnostic[] {
  if (verdict !== 'guaranteed') return []
  const id = 'rsc' in question ? question.rsc : question.failing
  return [diagnostic('settled-by-simulation', pathOfId(cluster, id), { claim: claimOf(question), reason })]
}

/** What a question asks, as a sentence. */
function claimOf(question: PlacementQuestion | EventQuestion): string {
  switch (question.kind) {
    case 'runs-only-with':
      return `${quote(question.rsc)} runs only with ${quote(question.withRsc)}`
    case 'never-runs-with':
      return `${quote(question.rsc)} never runs with ${quote(question.withRsc)}`
    default:
      return claimOfEvents(question)
  }
}
