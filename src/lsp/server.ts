import {
  CodeActionKind,
  type Connection,
  type Hover,
  type HoverParams,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
  type TextEdit,
} from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { escapeUnseen } from '../diagnostics/unseen.js'
import { attributesIn, type Span } from './attributes.js'
import type { PlacedFinding } from './findings.js'
import { type Fix, fixOf } from './fixes.js'
import { hoverLines } from './hover.js'
import { occurrenceAt, occurrencesIn } from './ids.js'
import { optionAt } from './option-hover.js'
import { type Checks, publishFindings, rangeIn, shown } from './publish.js'
import { renameChanges, type TextChange } from './rename.js'

/** Invalid parameters, as JSON-RPC numbers it. */
const invalid = -32602

/** Answers an editor on this connection: quick findings at each key, all of them once nothing is typed for a moment. */
export function serve(connection: Connection, checks: Checks): void {
  const documents = new TextDocuments(TextDocument)
  const checked = publishFindings(connection, documents, checks)
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

  const hoverOf = (document: TextDocument, span: Span, lines: readonly string[]): Hover => ({
    range: rangeIn(document, span),
    contents: { kind: 'plaintext', value: lines.map(escapeUnseen).join('\n') },
  })
  const optionHover = ({ textDocument: { uri }, position }: HoverParams): Hover | null => {
    const document = documents.get(uri)
    const option = document && optionAt(attributesIn(document.getText()), document.offsetAt(position))
    return document === undefined || option === undefined
      ? null
      : hoverOf(document, option.span, option.lines)
  }

  connection.onHover((params) => {
    const found = at(params)
    if (found === undefined) return optionHover(params)
    const { document, ids, occurrence } = found
    const { cluster, whole } = checked.get(document.uri) ?? {}
    const lines = hoverLines(occurrence, ids, cluster ?? whole?.cluster)
    return hoverOf(document, occurrence, lines)
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
    const { text, placed = [] } = checked.get(uri) ?? {}
    if (document === undefined || document.getText() !== text) return []
    const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)]
    const here = placed.filter(({ span }) => start <= span.end && span.start <= end)
    return here.flatMap((each) =>
      fixesOf(each, text).map(({ title, changes }) => ({
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [shown(document, each)],
        edit: { changes: { [uri]: changes.map((change) => editOf(document, change)) } },
      })),
    )
  })

  documents.listen(connection)
  connection.listen()
}

function fixesOf({ finding, suggestion }: PlacedFinding, text: string): readonly Fix[] {
  return [
    ...(suggestion === undefined ? [] : [{ title: `Write "${suggestion.text}"`, changes: [suggestion] }]),
    ...[fixOf(finding.hint, text) ?? []].flat(),
  ]
}

function editOf(document: TextDocument, { text, ...span }: TextChange): TextEdit {
  return { range: rangeIn(document, span), newText: text }
}
