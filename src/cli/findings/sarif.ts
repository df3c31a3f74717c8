import type { Diagnostic } from '../../diagnostics/diagnostic.js'
import { version } from '../version.js'
import { type Checked, type InFile, placeOf, standardInput } from './checked.js'
import { fingerprints } from './fingerprint.js'
import { printJson } from './json.js'
import { isPage, subjectOf, textsByCode } from './pages.js'
import { repositoryPath } from './repository.js'

const home = 'https://github.com/lightcib/lightcib'
const levels = { error: 'error', warning: 'warning', info: 'note' } as const

type Finding = InFile<Diagnostic> & { readonly reason?: string }

/** `--format sarif`: a log of SARIF 2.1.0 with one run; suppressed findings are results that are suppressed. */
export function toSarif({ inputs, diagnostics, suppressed }: Checked): string {
  const findings: readonly Finding[] = [...diagnostics, ...suppressed]
  const codes = [...new Set(findings.map(({ code }) => code))].sort()
  const keys = fingerprints(findings)
  return printJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'lightcib', version, informationUri: home, rules: rulesOf(codes, findings) },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [{ executionSuccessful: inputs.every(({ usable }) => usable) }],
        results: findings.map((finding, at) => ({
          ...resultOf(finding),
          ruleIndex: codes.indexOf(finding.code),
          partialFingerprints: { 'lightcib/v1': keys[at] },
        })),
      },
    ],
  })
}

/** A rule for each code that was found, with its page of docs/rules; a rule of the user has its code only. */
function rulesOf(codes: readonly string[], findings: readonly Finding[]) {
  const texts = textsByCode()
  return codes.map((code) => {
    const level = levels[findings.find((finding) => finding.code === code)?.severity ?? 'warning']
    const text = texts.get(code) ?? `# ${code}\n\nA rule of the configuration.\n`
    const subject = { text: plain(subjectOf(text)) }
    const page = isPage(text) ? `docs/rules/${code}.md` : `docs/diagnostics.md`
    return {
      id: code,
      shortDescription: subject,
      fullDescription: subject,
      help: { text: plain(text), markdown: text },
      ...(texts.has(code) && { helpUri: `${home}/blob/main/${page}` }),
      defaultConfiguration: { level },
    }
  })
}

/** Markdown without the marks of code. */
function plain(text: string): string {
  return text.replace(/^```.*\n/gm, '').replaceAll('`', '')
}

function resultOf(finding: Finding) {
  const { code, severity, message, path, hint, related = [], reason } = finding
  return {
    ruleId: code,
    level: levels[severity],
    message: { text: hint === undefined ? message : `${message}\nhint: ${hint}` },
    locations: [locationOf(finding, path)],
    ...(related.length > 0 && {
      relatedLocations: related.map((other, id) => ({
        id,
        ...locationOf({ file: finding.file, ...other }, other.path),
        message: { text: other.message },
      })),
    }),
    ...(reason !== undefined && { suppressions: [{ kind: 'external', justification: reason }] }),
  }
}

function locationOf(finding: InFile<Pick<Diagnostic, 'position'>>, path: string) {
  const { file, line, column } = placeOf(finding)
  return {
    physicalLocation: {
      artifactLocation: artifactOf(file),
      ...(line !== undefined && { region: { startLine: line, startColumn: column } }),
    },
    logicalLocations: [{ fullyQualifiedName: path, kind: 'element' }],
  }
}

/** A file of the repository, whose root is whatever the reader takes for it. */
function artifactOf(file: string) {
  const uri = repositoryPath(file).split('/').map(encodeURIComponent).join('/')
  return file === standardInput ? { uri } : { uri, uriBaseId: '%SRCROOT%' }
}
