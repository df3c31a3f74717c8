import { spawn } from 'node:child_process'
import { join } from 'node:path'
import {
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { root } from './tools.js'
import type { Edit } from './typed.js'

export type Editor = Awaited<ReturnType<typeof startEditor>>

/** A client of the built `lightcib lsp`. */
export async function startEditor() {
  const server = spawn(process.execPath, [join(root, 'dist/cli/main.js'), 'lsp', '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const client = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  )
  const published = new Map<string, PublishDiagnosticsParams[]>()
  const waiting: (() => void)[] = []
  client.onNotification(PublishDiagnosticsNotification.type, (params) => {
    published.set(params.uri, [...(published.get(params.uri) ?? []), params])
    for (const look of waiting.splice(0)) look()
  })
  client.listen()
  await client.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    capabilities: {},
  })
  await client.sendNotification(InitializedNotification.type, {})

  /** The findings of this version of a document that came first, or later ones. */
  const findingsOf = async ({ uri, version }: TextDocument, index: 0 | 1 = 0) => {
    const ofVersion = () => published.get(uri)?.filter((each) => each.version === version)[index]
    for (let found = ofVersion(); ; found = ofVersion()) {
      if (found !== undefined) return found.diagnostics
      await new Promise<void>((resolve) => waiting.push(resolve))
    }
  }

  let count = 0
  /** A document that the editor has opened, with its findings. */
  const opened = async (content: string) => {
    count += 1
    const uri = `file:///tmp/lightcib-lsp-${count}.xml`
    const document = TextDocument.create(uri, 'xml', 1, content)
    await client.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: 'xml', version: 1, text: content },
    })
    const findings = await findingsOf(document)
    const at = (piece: string, shift = 0) => {
      const index = content.indexOf(piece)
      if (index < 0) throw new Error(`${piece} is not in the text`)
      return { textDocument: { uri }, position: document.positionAt(index + shift) }
    }
    return { uri, document, at, findings }
  }

  /** Edits a document, one after another in one message; returns what is found at once. */
  const edit = async (document: TextDocument, edits: Iterable<(text: string) => Edit>) => {
    const { uri } = document
    const version = document.version + 1
    const contentChanges = [...edits].map((next) => {
      const { start, end, text } = next(document.getText())
      const range = { start: document.positionAt(start), end: document.positionAt(end) }
      TextDocument.update(document, [{ range, text }], version)
      return { range, text }
    })
    await client.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges,
    })
    return findingsOf(document)
  }

  const end = async () => {
    const ended = new Promise((resolve) => server.on('exit', resolve))
    await client.sendRequest(ShutdownRequest.type)
    await client.sendNotification(ExitNotification.type)
    return ended
  }
  return { client, opened, edit, findingsOf, end }
}
