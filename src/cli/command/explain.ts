import { nearest } from '../../diagnostics/nearest.js'
import { quote } from '../../diagnostics/quote.js'
import { subjectOf, textsByCode } from '../findings/pages.js'

/** `lightcib explain`: the page of a rule, or what the catalogue knows of a code; without a code, all codes. Returns the exit code. */
export function explain(code: string | undefined): number {
  const texts = textsByCode()
  if (code === undefined) {
    process.stdout.write(listOf(texts))
    return 0
  }
  const text = texts.get(code)
  if (text === undefined) {
    const near = nearest(code, texts.keys())
    const suggestion = near === undefined ? '; lightcib explain lists all' : ` (did you mean ${quote(near)}?)`
    process.stderr.write(`lightcib: unknown code ${quote(code)}${suggestion}\n`)
    return 2
  }
  process.stdout.write(text)
  return 0
}

/** One line for each code: its severity and what it is about. */
function listOf(texts: ReadonlyMap<string, string>): string {
  const width = Math.max(...[...texts.keys()].map((code) => code.length))
  return [...texts]
    .map(([code, text]) => {
      const severity = /^Severity: (\w+)/m.exec(text)?.[1] ?? ''
      return `${code.padEnd(width)}  ${severity.padEnd(7)}  ${subjectOf(text)}\n`
    })
    .join('')
}
