import {
  CodeActionKind,
  type Connection,
  DiagnosticSeverity,
  type Range,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
  type TextEdit,
} from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { escapeUnseen } from '../diagnostics/unseen.js'
import type { Cluster } from '../model/index.js'
import { attributesIn, type Span } from './attributes.js'
import { type PlacedFinding, placedFindings } from './findings.js'
import { hoverLines } from './hover.js'
import { occurrenceAt, occurrencesIn } from './ids.js'
import { renameChanges, type TextChange } from './rename.js'

/** What is found in the text of a CIB. */
export interface CheckedText {
  readonly cluster?: Cluster
  readonly findings: readonly Diagnostic[]
}

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
} as const

/** Invalid parameters, as JSON-RPC numbers it. */
const invalid = -32602

/** Answers an editor on this connection; `check` finds what is wrong with a text, and may be asked at each key. */
export function serve(
  connection: Connection,
  check: (text: string, uri: string) => Promise<CheckedText>,
): void {
  const documents = new TextDocuments(TextDocument)
  const checked = new Map<string, { readonly cluster?: Cluster; readonly placed: readonly PlacedFinding[] }>()
  const idsOf = (document: TextDocument) => occurrencesIn(attributesIn(document.getText()))
  const at = (params: { textDocument: { uri: string }; position: { line: number; character: number } }) => {
    const document = documents.get(params.textDocument.uri)
    if (document === undefined) return undefined
    const ids = idsOf(document)
    const occurrence = occurrenceAt(ids, document.offsetAt(params.position))
    return occurrence === undefined ? undefined : { document, ids, occurrence }
  }

  connection.onInitialize(() => ({
    serverInfo: { name: 'lightcib' },
    capabilities: {
      textDocumentSync: TextDocumentSyncKind.Incremental,
      hoverProvider: true,
      definitionProvider: true,
      referencesProvider: true,
      renameProvider: { prepareProvider: true },
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
    },
  }))

  documents.onDidChangeContent(async ({ document }) => {
    const { uri, version } = document
    const text = document.getText()
    const { cluster, findings } = await check(text, uri)
    if (documents.get(uri)?.version !== version) return
    const offsetOf = (line: number, column: number) =>
      document.offsetAt({ line: line - 1, character: column - 1 })
    const placed = placedFindings(findings, attributesIn(text), offsetOf, text.length)
    checked.set(uri, { placed, ...(cluster === undefined ? {} : { cluster }) })
    const diagnostics = placed.map(({ finding, span }) => ({
      range: rangeIn(document, span),
      severity: severities[finding.severity],
      code: finding.code,
      source: 'lightcib',
      message: escapeUnseen(
        finding.hint === undefined ? finding.message : `${finding.message}\n${finding.hint}`,
      ),
    }))
    connection.sendDiagnostics({ uri, version, diagnostics })
  })

  documents.onDidClose(({ document: { uri } }) => {
    checked.delete(uri)
    connection.sendDiagnostics({ uri, diagnostics: [] })
  })

  connection.onHover((params) => {
    const found = at(params)
    if (found === undefined) return null
    const { document, ids, occurrence } = found
    const lines = hoverLines(occurrence, ids, checked.get(document.uri)?.cluster)
    return {
      range: rangeIn(document, occurrence),
      contents: { kind: 'plaintext', value: lines.map(escapeUnseen).join('\n') },
    }
  })

  const places = (document: TextDocument, spans: readonly Span[]) =>
    spans.map((span) => ({ uri: document.uri, range: rangeIn(document, span) }))

  connection.onDefinition((params) => {
    const found = at(params)
    if (found === undefined) return null
    const { document, ids, occurrence } = found
    return places(
      document,
      ids.filter(({ id, isDefinition }) => isDefinition && id === occurrence.id),
    )
  })

  connection.onReferences((params) => {
    const found = at(params)
    if (found === undefined) return null
    const { document, ids, occurrence } = found
    const { includeDeclaration } = params.context
    const same = ids.filter(
      ({ id, isDefinition }) => id === occurrence.id && (includeDeclaration || !isDefinition),
    )
    return places(document, same)
  })

  connection.onPrepareRename((params) => {
    const found = at(params)
    return found === undefined ? null : rangeIn(found.document, found.occurrence)
  })

  connection.onRenameRequest((params) => {
    const found = at(params)
    if (found === undefined) return null
    const changes = renameChanges(found.occurrence.id, params.newName, found.ids)
    if ('reason' in changes) return new ResponseError<void>(invalid, changes.reason)
    return { changes: { [found.document.uri]: changes.map((change) => editOf(found.document, change)) } }
  })

  connection.onCodeAction(({ textDocument: { uri }, range }) => {
    const document = documents.get(uri)
    const { placed = [] } = checked.get(uri) ?? {}
    if (document === undefined) return []
    const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)]
    return placed.flatMap(({ suggestion, span }) => {
      if (suggestion === undefined || span.end < start || end < span.start) return []
      const title = `Write "${suggestion.text}"`
      return [
        {
          title,
          kind: CodeActionKind.QuickFix,
          edit: { changes: { [uri]: [editOf(document, suggestion)] } },
        },
      ]
    })
  })

  documents.listen(connection)
  connection.listen()
}

function rangeIn(document: TextDocument, { start, end }: Span): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) }
}

function editOf(document: TextDocument, { text, ...span }: TextChange): TextEdit {
  return { range: rangeIn(document, span), newText: text }
}
