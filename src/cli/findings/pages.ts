import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { catalogue } from '../../diagnostics/catalogue.js'

/** The pages of the rules: docs/rules, which the build copies beside the command line. */
const pages = new URL('../rules/', import.meta.url)

/** The explanation of each code in Markdown: a title, what it is about, the severity, and more for a rule. */
export function textsByCode(): ReadonlyMap<string, string> {
  const ofCatalogue = Object.entries(catalogue).map(
    ([code, { about, severity }]) => [code, `# ${code}\n\n${about}\n\nSeverity: ${severity}.\n`] as const,
  )
  const files = existsSync(pages) ? readdirSync(pages).filter((name) => /^[a-z0-9-]+\.md$/.test(name)) : []
  const ofRules = files.map(
    (name) => [name.slice(0, -'.md'.length), readFileSync(new URL(name, pages), 'utf8')] as const,
  )
  return new Map([...ofCatalogue, ...ofRules].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** What a text is about: its paragraph below the title. */
export function subjectOf(text: string): string {
  return text.split('\n')[2] ?? ''
}

/** True for a code that has a page of its own, and not only a line of the catalogue. */
export function isPage(text: string): boolean {
  return text.includes('\n## ')
}
