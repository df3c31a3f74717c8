import { positionOfElement } from '../../cib/positions.js'
import { escapeInJson, escapeUnseen } from '../../diagnostics/unseen.js'
import { UnknownResourceError } from '../../graph/index.js'
import type { Cluster } from '../../model/index.js'
import { setEndBySignal } from '../../pacemaker/tool/on-end.js'
import type { Reason } from '../../pacemaker/why/reason.js'
import { consequencesInWords, type Sentence, sentencesOf } from '../../pacemaker/why/sentences.js'
import { isSupposition, parseSupposition, whatIf as supposed } from '../../pacemaker/why/what-if.js'
import { whyNot as whyNotOf, why as whyOf, whyStopped as whyStoppedOf } from '../../pacemaker/why/why.js'
import { whyMoved as whyMovedOf } from '../../pacemaker/why/why-moved.js'
import { quote } from '../../pcs/script/quoting.js'
import { asked } from '../asked.js'
import { rejectTwoStandardInputs } from '../input.js'
import { readLive } from '../live.js'
import { endBySignal } from '../module/guard.js'
import { reportUnusable } from '../terminal/report.js'
import { UsageError } from '../usage-error.js'

interface WhyOptions {
  readonly format: 'text' | 'json'
  readonly role?: 'Promoted'
}

/** What a sentence names. */
type Named = Sentence['causes'][number]

/** An input that has a cluster. */
interface Known {
  readonly file: string
  readonly cluster: Cluster
}

/** `lightcib why`. Like the others here it returns the exit code: 0 where a cause is known, 1 where none is. */
export async function why(id: string, name: string | undefined, options: WhyOptions): Promise<number> {
  return explained([name], options, ([{ cluster }]) => whyOf(cluster, id, roleOf(options)))
}

/** `lightcib why-not`. */
export async function whyNot(
  id: string,
  node: string,
  name: string | undefined,
  options: WhyOptions,
): Promise<number> {
  return explained([name], options, ([{ cluster }]) => whyNotOf(cluster, id, node, roleOf(options)))
}

/** `lightcib why-stopped`. */
export async function whyStopped(id: string, name: string | undefined, options: WhyOptions): Promise<number> {
  return explained([name], options, ([{ cluster }]) => whyStoppedOf(cluster, id, roleOf(options)))
}

function roleOf({ role }: WhyOptions): Pick<WhyOptions, 'role'> {
  return role === undefined ? {} : { role }
}

/** `lightcib why-moved`. */
export async function whyMoved(
  id: string,
  before: string,
  after: string,
  options: WhyOptions,
): Promise<number> {
  rejectTwoStandardInputs(before, after)
  return explained([before, after], options, ([earlier, later]) =>
    whyMovedOf(earlier.cluster, (later ?? earlier).cluster, id),
  )
}

/** `lightcib what-if`: returns 0, or 1 where the cluster would not come to rest. The last word is the input, unless all are the event. */
export async function whatIf(words: readonly string[], { format }: WhyOptions): Promise<number> {
  const isEvent = isSupposition(words.join(' '))
  const event = (isEvent ? words : words.slice(0, -1)).join(' ')
  const supposition = await answered(async () => parseSupposition(event))
  const inputs = await known([isEvent ? undefined : words.at(-1)])
  if (inputs === undefined) return 2
  const consequences = await answered(() => supposed(inputs[0].cluster, supposition))
  const sentences = consequencesInWords(event, consequences)
  const limitedBy = consequences.limitedBy.map((cause) => locatedCause(cause, inputs))
  write(format === 'json' ? jsonOf({ ...consequences, limitedBy }) : textOf(sentences, inputs))
  return consequences.outcome === 'settled' ? 0 : 1
}

async function explained(
  names: readonly (string | undefined)[],
  { format }: WhyOptions,
  ask: (inputs: readonly [Known, ...Known[]]) => Promise<Reason>,
): Promise<number> {
  const inputs = await known(names)
  if (inputs === undefined) return 2
  const reason = await answered(() => ask(inputs))
  write(format === 'json' ? jsonOf(located(reason, inputs)) : textOf(sentencesOf(reason), inputs))
  return reason.causes.length === 0 ? 1 : 0
}

async function known(
  names: readonly (string | undefined)[],
): Promise<readonly [Known, ...Known[]] | undefined> {
  const found: Known[] = []
  for (const name of names) {
    const { file, cluster, findings } = await readLive(name)
    if (cluster === undefined) {
      reportUnusable(file, findings)
      return undefined
    }
    found.push({ file, cluster })
  }
  return found as [Known, ...Known[]]
}

/** The answer of the scheduler; a resource that is not there is the user's to know, too. */
async function answered<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  setEndBySignal(endBySignal)
  try {
    return await asked(ask)
  } catch (error) {
    throw error instanceof UnknownResourceError ? new UsageError(error.message) : error
  }
}

/** Each sentence, with the place of what it names and the command that lifts it below. */
function textOf(sentences: readonly Sentence[], inputs: readonly Known[]): string {
  const blocks = sentences.map(({ text, causes }) => [
    text,
    ...causes.flatMap((cause) => [
      `  at ${placeOf(cause, inputs)}`,
      `  lift: ${cause.command.map(quote).join(' ')}`,
    ]),
  ])
  return blocks.flat().map(escapeUnseen).join('\n')
}

function placeOf(cause: Named, inputs: readonly Known[]): string {
  const at = positionIn(cause, inputs)
  return at === undefined ? cause.path : `${at.file}:${at.line}:${at.column} ${cause.path}`
}

function positionIn({ element }: Named, inputs: readonly Known[]) {
  if (element === undefined) return undefined
  const positions = inputs.flatMap(({ file, cluster }) => {
    const position = positionOfElement(cluster, element)
    return position === undefined ? [] : [{ file, line: position.line, column: position.column }]
  })
  return positions[0]
}

function locatedCause(cause: Named, inputs: readonly Known[]): object {
  const { element: _, command, ...rest } = cause
  const position = positionIn(cause, inputs)
  return { ...rest, command: command.map(quote).join(' '), ...(position && { position }) }
}

function located(reason: Reason, inputs: readonly Known[]): object {
  const causes = reason.causes.map((cause) => locatedCause(cause, inputs))
  return { ...reason, causes, sentences: sentencesOf(reason).map(({ text }) => text) }
}

function jsonOf(answer: object): string {
  return escapeInJson(JSON.stringify(answer, undefined, 2))
}

function write(text: string): void {
  process.stdout.write(`${text}\n`)
}
