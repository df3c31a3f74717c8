import { existsSync, readFileSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'
import { catalogue } from '../../diagnostics/catalogue.js'

/** The pages of the rules by their codes: the build packs docs/rules into one file. */
const pages = new URL('../rules.json.br', import.meta.url)

/** The explanation of each code in Markdown: a title, what it is about, the severity, and more for a rule. */
export function textsByCode(): ReadonlyMap<string, string> {
  const ofCatalogue = Object.entries(catalogue).map(
    ([code, { about, severity }]) => [code, `# ${code}\n\n${about}\n\nSeverity: ${severity}.\n`] as const,
  )
  const ofRules: Record<string, string> = existsSync(pages)
    ? JSON.parse(brotliDecompressSync(readFileSync(pages)).toString())
    : {}
  return new Map([...ofCatalogue, ...Object.entries(ofRules)].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** What a text is about: its paragraph below the title. */
export function subjectOf(text: string): string {
  return text.split('\n')[2] ?? ''
}

/** True for a code that has a page of its own, and not only a line of the catalogue. */
export function isPage(text: string): boolean {
  return text.includes('\n## ')
}
