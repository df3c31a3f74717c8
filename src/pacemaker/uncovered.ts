import type { Diagnostic } from '../diagnostics/diagnostic.js'
import type { VerifyMessage } from './verify.js'

/** crm_verify prints it wherever fencing is off, which the rules about fencing report where it matters. */
const always = /not fencing unseen nodes/

/** What messages without an id are about, by a word of theirs, and what codes of findings about that contain. */
const topics: readonly (readonly [word: RegExp, code: RegExp])[] = [
  [/stonith|fenc/i, /fenc/],
  [/schema|validate-with/i, /schema/],
]

const rank = { error: 2, warning: 1, info: 0 } as const

/** The messages about which no finding of at least that severity is: none on an element that they name, none on their topic. */
export function uncoveredMessages(
  messages: readonly VerifyMessage[],
  findings: readonly Diagnostic[],
): readonly VerifyMessage[] {
  return messages.filter(({ message, severity }) => {
    const equal = findings.filter((finding) => rank[finding.severity] >= rank[severity])
    const words = new Set(message.split(/[^\w.:-]+/).flatMap((word) => [word, word.replace(/[.:]+$/, '')]))
    const isNamed = equal.some(({ path }) => idsIn(path).some((id) => words.has(id)))
    const isTopic = topics.some(
      ([word, code]) => word.test(message) && equal.some((finding) => code.test(finding.code)),
    )
    return !always.test(message) && !isNamed && !isTopic
  })
}

/** The ids in a path that cannot be mistaken for a word of a sentence. */
function idsIn(path: string): readonly string[] {
  return [...path.matchAll(/@id=(?:"([^"]*)"|'([^']*)')/g)]
    .map(([, quoted, single]) => quoted ?? single ?? '')
    .filter((id) => id.length > 2)
}
