import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cluster, colocation, order, primitive, systemd, writeCib } from 'lightcib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type CodeAction,
  CodeActionRequest,
  createProtocolConnection,
  DefinitionRequest,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  ReferencesRequest,
  RenameRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
} from 'vscode-languageserver-protocol/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { root } from '../support/tools.js'

const [vip, haproxy] = [systemd('vip'), systemd('haproxy')]
const fence = primitive('fence', 'stonith:fence_xvm', { pcmk_host_list: 'node1 node2 node3' })
const text =
  writeCib(
    cluster({
      nodes: ['node1', 'node2', 'node3'],
      resources: [vip, haproxy, fence],
      constraints: [order(haproxy, vip), colocation(vip, haproxy)],
    }),
  ).output ?? ''

let server: ChildProcess
let client: ProtocolConnection
const published = new Map<string, PublishDiagnosticsParams>()
const waiting = new Map<string, () => void>()

beforeAll(async () => {
  server = spawn(process.execPath, [join(root, 'dist/cli/main.js'), 'lsp', '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  if (server.stdout === null || server.stdin === null) throw new Error('no pipes')
  client = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  )
  client.onNotification(PublishDiagnosticsNotification.type, (params) => {
    published.set(params.uri, params)
    waiting.get(params.uri)?.()
  })
  client.listen()
  await client.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    capabilities: {},
  })
  await client.sendNotification(InitializedNotification.type, {})
})

afterAll(async () => {
  const ended = new Promise((resolve) => server.on('exit', resolve))
  await client.sendRequest(ShutdownRequest.type)
  await client.sendNotification(ExitNotification.type)
  expect(await ended).toBe(0)
})

let count = 0
/** A document that the editor has opened, with its findings. */
async function opened(content: string) {
  count += 1
  const uri = `file:///tmp/lightcib-lsp-${count}.xml`
  const document = TextDocument.create(uri, 'xml', 1, content)
  const found = findingsOf(uri)
  await client.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId: 'xml', version: 1, text: content },
  })
  await found
  const at = (piece: string, shift = 0) => {
    const index = content.indexOf(piece)
    if (index < 0) throw new Error(`${piece} is not in the text`)
    return { textDocument: { uri }, position: document.positionAt(index + shift) }
  }
  return { uri, document, at, findings: () => published.get(uri)?.diagnostics ?? [] }
}

function findingsOf(uri: string): Promise<void> {
  return new Promise((resolve) => waiting.set(uri, resolve))
}

test('a good CIB has no findings, and what is typed has them at the attribute', async () => {
  const { uri, document, findings } = await opened(text)
  expect(findings()).toEqual([])
  const start = text.indexOf('with-rsc="haproxy"') + 'with-rsc="'.length
  const range = { start: document.positionAt(start), end: document.positionAt(start + 'haproxy'.length) }
  const found = findingsOf(uri)
  await client.sendNotification(DidChangeTextDocumentNotification.type, {
    textDocument: { uri, version: 2 },
    contentChanges: [{ range, text: 'haproxi' }],
  })
  await found
  expect(findings()).toMatchObject([
    {
      range,
      severity: 1,
      code: 'unknown-reference',
      source: 'lightcib',
      message: expect.stringContaining('haproxi'),
    },
  ])
  const actions = await client.sendRequest(CodeActionRequest.type, {
    textDocument: { uri },
    range,
    context: { diagnostics: [] },
  })
  expect(actions).toMatchObject([
    { title: 'Write "haproxy"', edit: { changes: { [uri]: [{ range, newText: 'haproxy' }] } } },
  ])
})

test('a hint of pcs commands is an action that makes the change in the text', async () => {
  const ignoring = cluster({
    nodes: ['node1', 'node2', 'node3'],
    properties: { 'no-quorum-policy': 'ignore' },
    resources: [fence],
  })
  const { uri, document, findings } = await opened(writeCib(ignoring).output ?? '')
  const found = findings().find(({ code }) => code === 'quorum-ignored')
  if (found === undefined) throw new Error('no finding')
  const actions = (await client.sendRequest(CodeActionRequest.type, {
    textDocument: { uri },
    range: found.range,
    context: { diagnostics: [] },
  })) as CodeAction[]
  expect(actions.map(({ title }) => title)).toEqual(['pcs property unset no-quorum-policy'])
  const changed = TextDocument.applyEdits(document, actions[0]?.edit?.changes?.[uri] ?? [])
  expect(changed).toContain('<cluster_property_set id="cib-bootstrap-options">')
  expect(changed).not.toContain('no-quorum-policy')
})

test('while typing, ids are checked at once and other findings move; all is checked after a pause', async () => {
  const odd = text.replace('<rsc_order ', '<rsc_order score="0" ')
  const { uri, document, findings } = await opened(odd)
  const codes = () => findings().map(({ code }) => code)
  const slow = codes()
  const slowPlaces = findings().map(({ range }) => range.start.line)
  expect(slow.length).toBeGreaterThan(0)
  const insert = document.positionAt(odd.indexOf('<primitive id="vip"'))
  const type = async (version: number, typed: string) => {
    const found = findingsOf(uri)
    const contentChanges = [{ range: { start: insert, end: insert }, text: typed }]
    await client.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges,
    })
    await found
  }
  await type(2, '<primitive id="haproxy" class="systemd" type="x"/>\n')
  expect(codes()).toEqual(['duplicate-id', ...slow])
  expect(
    findings()
      .slice(1)
      .map(({ range }) => range.start.line - 1),
  ).toEqual(slowPlaces)
  await findingsOf(uri)
  expect(codes()).toEqual(expect.arrayContaining(['duplicate-id', ...slow]))
  await type(3, '<')
  expect(codes()).toEqual(['xml-syntax'])
})

test('what is not well-formed is one finding, and ids are still found', async () => {
  const { findings, at } = await opened(text.replace('</resources>', '<primitive id="half" '))
  expect(findings().map(({ severity }) => severity)).toContain(1)
  const places = await client.sendRequest(ReferencesRequest.type, {
    ...at('id="vip"', 5),
    context: { includeDeclaration: true },
  })
  expect(places).toHaveLength(3)
})

test('hovering shows what an id is, what it waits for and what names it', async () => {
  const { at } = await opened(text)
  const hover = await client.sendRequest(HoverRequest.type, at('then="vip"', 7))
  expect(hover?.contents).toEqual({
    kind: 'plaintext',
    value: [
      'vip: primitive systemd:vip',
      'waits for start of haproxy (order-haproxy-vip-mandatory)',
      'named by rsc_order then, rsc_colocation rsc',
    ].join('\n'),
  })
  expect(await client.sendRequest(HoverRequest.type, at('score="INFINITY"', 8))).toBeNull()
})

test('hovering shows the values, default and versions of an option, where it is one', async () => {
  const set = (element: string, id: string, ...names: string[]) =>
    `<${element} id="${id}">${names.map((name) => `<nvpair id="${id}-${name}" name="${name}" value="1"/>`).join('')}</${element}>`
  const { at } = await opened(
    `<cib><configuration><crm_config>${set('cluster_property_set', 'p', 'no-quorum-policy', 'priority-fencing-delay')}</crm_config><nodes/><resources><primitive id="a" class="systemd" type="a"><operations><op id="o" name="monitor" interval="5s" on-fail="fence"/></operations>${set('meta_attributes', 'm', 'migration-threshold')}${set('instance_attributes', 'i', 'priority')}</primitive></resources><constraints/></configuration></cib>`,
  )
  const shown = async (where: string) => {
    const hover = await client.sendRequest(HoverRequest.type, at(where, where.length - 3))
    return (hover?.contents as { value: string } | undefined)?.value.split('\n')
  }
  const [name, values] = (await shown('"no-quorum-policy"')) ?? []
  expect([name, values]).toEqual([
    'no-quorum-policy: cluster option',
    expect.stringMatching(/^values: .*freeze/),
  ])
  expect(await shown('"priority-fencing-delay"')).toEqual([
    'priority-fencing-delay: cluster option',
    'type: duration',
    'default: 0',
  ])
  expect(await shown('on-fail="fence"')).toContain('on-fail: attribute of operations')
  expect(await shown('"migration-threshold"')).toContain('migration-threshold: meta attribute')
  expect(await shown('"priority"')).toBeUndefined()
})

test('a reference leads to its definition', async () => {
  const { at, document } = await opened(text)
  const found = await client.sendRequest(DefinitionRequest.type, at('first="haproxy"', 8))
  const start = document.positionAt(text.indexOf('id="haproxy"') + 4)
  expect(found).toEqual([
    { uri: document.uri, range: { start, end: { ...start, character: start.character + 7 } } },
  ])
})

test('a rename changes the definition and every reference, and rejects what is no id or is used', async () => {
  const { at, document, uri } = await opened(text)
  const renamed = await client.sendRequest(RenameRequest.type, { ...at('id="haproxy"', 5), newName: 'proxy' })
  const edits = renamed?.changes?.[uri] as TextEdit[]
  const after = TextDocument.applyEdits(document, edits)
  expect(after).toBe(
    text
      .replace('<primitive id="haproxy"', '<primitive id="proxy"')
      .replace('first="haproxy"', 'first="proxy"')
      .replace('with-rsc="haproxy"', 'with-rsc="proxy"'),
  )
  const rename = (newName: string) =>
    client.sendRequest(RenameRequest.type, { ...at('id="vip"', 5), newName })
  await expect(rename('1 vip')).rejects.toThrow('is no id')
  await expect(rename('haproxy')).rejects.toThrow('"haproxy" is the id of another element')
})

test('the largest fixture has an answer to all of these', async () => {
  const mitaka = readFileSync(join(root, 'fixtures/scenarios/mitaka-full/cib.xml'), 'utf8')
  const { at, findings } = await opened(mitaka)
  expect(findings().filter(({ severity }) => severity === 1)).toEqual([])
  const places = await client.sendRequest(ReferencesRequest.type, {
    ...at('<clone id="haproxy-clone"', 12),
    context: { includeDeclaration: false },
  })
  expect(places?.length).toBe(mitaka.split('"haproxy-clone"').length - 2)
})
