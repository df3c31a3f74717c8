import { type Connection, DiagnosticSeverity, type Range, type TextDocuments } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { ReadText } from '../cib/read.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { escapeUnseen } from '../diagnostics/unseen.js'
import type { Cluster } from '../model/index.js'
import type { Span } from './attributes.js'
import { type PlacedFinding, placedFindings } from './findings.js'
import { moved } from './moved.js'
import { Pace } from './pace.js'

/** What is found in the text of a CIB. */
interface CheckedText {
  readonly cluster?: Cluster | undefined
  readonly findings: readonly Diagnostic[]
  /** The last text that was read whole. */
  readonly whole?: ReadText | undefined
}

/** How a text is checked. */
export interface Checks {
  /** All that is found. */
  readonly all: (text: string, uri: string) => Promise<CheckedText>
  /** What is found quickly enough for each key, given what was read before; `isAll` where there is no more to find. */
  readonly quick: (
    text: string,
    uri: string,
    before: ReadText | undefined,
  ) => Promise<CheckedText & { readonly isAll: boolean }>
  /** Whether a finding of this code is among the quick ones. */
  readonly isQuick: (code: string) => boolean
}

interface Published extends Pick<CheckedText, 'cluster' | 'whole'> {
  readonly text: string
  readonly placed: readonly PlacedFinding[]
}

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
} as const

/** Publishes the findings of each document as it changes; returns what is published last of each. */
export function publishFindings(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  checks: Checks,
): ReadonlyMap<string, Published> {
  const checked = new Map<string, Published>()
  const pace = new Pace()
  const isCurrent = ({ uri, version }: TextDocument) => documents.get(uri)?.version === version

  const place = (document: TextDocument, findings: readonly Diagnostic[]) => {
    if (findings.length === 0) return []
    const offsetOf = (line: number, column: number) =>
      document.offsetAt({ line: line - 1, character: column - 1 })
    return placedFindings(findings, document.getText(), offsetOf)
  }

  const publish = (
    document: TextDocument,
    placed: readonly PlacedFinding[],
    { cluster, whole }: CheckedText,
  ) => {
    const { uri, version } = document
    checked.set(uri, { text: document.getText(), placed, cluster, whole })
    connection.sendDiagnostics({ uri, version, diagnostics: placed.map((each) => shown(document, each)) })
  }

  const checkAll = async (document: TextDocument) => {
    const found = await checks.all(document.getText(), document.uri)
    if (isCurrent(document)) publish(document, place(document, found.findings), found)
  }

  documents.onDidChangeContent(async ({ document }) => {
    const { uri } = document
    const text = document.getText()
    const before = checked.get(uri)
    if (before === undefined) return checkAll(document)
    pace.stop(uri)
    const found = await checks.quick(text, uri, before.whole)
    if (!isCurrent(document)) return
    const after = moved(before.text, text)
    const others = before.placed.flatMap((each) => {
      const span = after(each.span)
      if (
        found.isAll ||
        before.cluster === undefined ||
        span === undefined ||
        checks.isQuick(each.finding.code)
      )
        return []
      return [{ finding: each.finding, span }]
    })
    publish(document, [...place(document, found.findings), ...others], found)
    if (!found.isAll) pace.later(uri, () => checkAll(document))
  })

  documents.onDidClose(({ document: { uri } }) => {
    pace.stop(uri)
    checked.delete(uri)
    connection.sendDiagnostics({ uri, diagnostics: [] })
  })

  return checked
}

/** A finding as the protocol writes it. */
export function shown(document: TextDocument, { finding, span }: PlacedFinding) {
  const { severity, code, message, hint } = finding
  return {
    range: rangeIn(document, span),
    severity: severities[severity],
    code,
    source: 'lightcib',
    message: escapeUnseen(hint === undefined ? message : `${message}\n${hint}`),
  }
}

/** A span as the protocol writes it. */
export function rangeIn(document: TextDocument, { start, end }: Span): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) }
}
