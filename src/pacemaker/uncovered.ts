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

/** The messages about which no finding of at least that severity is: none names what they name, none is on their topic. */
export function uncoveredMessages(
  messages: readonly VerifyMessage[],
  findings: readonly Diagnostic[],
): readonly VerifyMessage[] {
  return messages.filter(({ message, severity }) => {
    const equal = findings.filter((finding) => rank[finding.severity] >= rank[severity])
    const named = namesIn(message)
    const isNamed = equal.some((finding) => {
      const names = [...idsIn(finding.path), ...quotedIn(finding.message)]
      return names.some((name) => named.has(name))
    })
    const isTopic = topics.some(
      ([word, code]) => word.test(message) && equal.some((finding) => code.test(finding.code)),
    )
    return !always.test(message) && !isNamed && !isTopic
  })
}

/** What a message quotes, and its words that are no plain words of a sentence. */
function namesIn(message: string): ReadonlySet<string> {
  const words = message.split(/[^\w.:-]+/).map((word) => word.replace(/[.:]+$/, ''))
  return new Set([...quotedIn(message), ...words.filter((word) => /[^a-z]./.test(word) && word.length > 2)])
}

function quotedIn(text: string): readonly string[] {
  return [...text.matchAll(/"([^"]+)"|'([^']+)'|\(([^\s()]+)\)/g)].map(
    ([, double, single, inBrackets]) => double ?? single ?? inBrackets ?? '',
  )
}

function idsIn(path: string): readonly string[] {
  return [...path.matchAll(/@id=(?:"([^"]*)"|'([^']*)')/g)].map(
    ([, double, single]) => double ?? single ?? '',
  )
}
