import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { catalogue } from '../../diagnostics/catalogue.js'
import { nearest } from '../../diagnostics/nearest.js'
import { quote } from '../../diagnostics/quote.js'

/** The pages of the rules: docs/rules, which the build copies. */
const pages = new URL('../rules/', import.meta.url)

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

/** The explanation of each code in Markdown: a title, what it is about, the severity, and more for a rule. */
function textsByCode(): ReadonlyMap<string, string> {
  const ofCatalogue = Object.entries(catalogue).map(
    ([code, { about, severity }]) => [code, `# ${code}\n\n${about}\n\nSeverity: ${severity}.\n`] as const,
  )
  const files = existsSync(pages) ? readdirSync(pages).filter((name) => /^[a-z0-9-]+\.md$/.test(name)) : []
  const ofRules = files.map(
    (name) => [name.slice(0, -'.md'.length), readFileSync(new URL(name, pages), 'utf8')] as const,
  )
  return new Map([...ofCatalogue, ...ofRules].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** One line for each code: its severity and what it is about. */
function listOf(texts: ReadonlyMap<string, string>): string {
  const width = Math.max(...[...texts.keys()].map((code) => code.length))
  return [...texts]
    .map(([code, text]) => {
      const severity = /^Severity: (\w+)/m.exec(text)?.[1] ?? ''
      return `${code.padEnd(width)}  ${severity.padEnd(7)}  ${text.split('\n')[2]}\n`
    })
    .join('')
}
