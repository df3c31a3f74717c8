import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cluster, colocation, order, primitive, systemd, writeCib } from 'lightcib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type CodeAction,
  CodeActionRequest,
  DefinitionRequest,
  HoverRequest,
  ReferencesRequest,
  RenameRequest,
  type TextEdit,
} from 'vscode-languageserver-protocol/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { type Editor, startEditor } from '../support/lsp-editor.js'
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

let editor: Editor

beforeAll(async () => {
  editor = await startEditor()
})

afterAll(async () => {
  expect(await editor.end()).toBe(0)
})

test('a good CIB has no findings, and what is typed has them at the attribute', async () => {
  const { uri, document, findings } = await editor.opened(text)
  expect(findings).toEqual([])
  const start = text.indexOf('with-rsc="haproxy"') + 'with-rsc="'.length
  const range = { start: document.positionAt(start), end: document.positionAt(start + 'haproxy'.length) }
  const typed = await editor.edit(document, [
    () => ({ start, end: start + 'haproxy'.length, text: 'haproxi' }),
  ])
  expect(typed).toMatchObject([
    {
      range,
      severity: 1,
      code: 'unknown-reference',
      source: 'lightcib',
      message: expect.stringContaining('haproxi'),
    },
  ])
  const actions = await editor.client.sendRequest(CodeActionRequest.type, {
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
  const { uri, document, findings } = await editor.opened(writeCib(ignoring).output ?? '')
  const found = findings.find(({ code }) => code === 'quorum-ignored')
  if (found === undefined) throw new Error('no finding')
  const actions = (await editor.client.sendRequest(CodeActionRequest.type, {
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
  const { document, findings: slow } = await editor.opened(odd)
  const codes = (findings: typeof slow) => findings.map(({ code }) => code)
  const lines = (findings: typeof slow) => findings.map(({ range }) => range.start.line)
  expect(slow.length).toBeGreaterThan(0)
  const start = odd.indexOf('<primitive id="vip"')
  const typed = (text: string) => editor.edit(document, [() => ({ start, end: start, text })])
  const atOnce = await typed('<primitive id="haproxy" class="systemd" type="x"/>\n')
  expect(codes(atOnce)).toEqual(['duplicate-id', ...codes(slow)])
  expect(lines(atOnce.slice(1))).toEqual(lines(slow).map((line) => line + 1))
  const all = await editor.findingsOf(document, 1)
  expect(codes(all)).toEqual(expect.arrayContaining(['duplicate-id', ...codes(slow)]))
  expect(codes(await typed('<'))).toEqual(['xml-syntax'])
})

test('what is not well-formed is one finding, and ids are still found', async () => {
  const { findings, at } = await editor.opened(text.replace('</resources>', '<primitive id="half" '))
  expect(findings.map(({ severity }) => severity)).toContain(1)
  const places = await editor.client.sendRequest(ReferencesRequest.type, {
    ...at('id="vip"', 5),
    context: { includeDeclaration: true },
  })
  expect(places).toHaveLength(3)
})

test('hovering shows what an id is, what it waits for and what names it', async () => {
  const { at } = await editor.opened(text)
  const hover = await editor.client.sendRequest(HoverRequest.type, at('then="vip"', 7))
  expect(hover?.contents).toEqual({
    kind: 'plaintext',
    value: [
      'vip: primitive systemd:vip',
      'waits for start of haproxy (order-haproxy-vip-mandatory)',
      'named by rsc_order then, rsc_colocation rsc',
    ].join('\n'),
  })
  expect(await editor.client.sendRequest(HoverRequest.type, at('score="INFINITY"', 8))).toBeNull()
})

test('hovering shows the values, default and versions of an option, where it is one', async () => {
  const set = (element: string, id: string, ...names: string[]) =>
    `<${element} id="${id}">${names.map((name) => `<nvpair id="${id}-${name}" name="${name}" value="1"/>`).join('')}</${element}>`
  const { at } = await editor.opened(
    `<cib><configuration><crm_config>${set('cluster_property_set', 'p', 'no-quorum-policy', 'priority-fencing-delay')}</crm_config><nodes/><resources><primitive id="a" class="systemd" type="a"><operations><op id="o" name="monitor" interval="5s" on-fail="fence"/></operations>${set('meta_attributes', 'm', 'migration-threshold')}${set('instance_attributes', 'i', 'priority')}</primitive></resources><constraints/></configuration></cib>`,
  )
  const shown = async (where: string) => {
    const hover = await editor.client.sendRequest(HoverRequest.type, at(where, where.length - 3))
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

test('hovering shows the agent of a template, also while the text is not well-formed', async () => {
  const typed = `<cib validate-with="pacemaker-3.9"><configuration><crm_config/><nodes/><resources>
    <template id="t" class="systemd" type="web"/><primitive id="a" template="t"/></resources><constraints/></configuration></cib>`
  const { at, document } = await editor.opened(typed)
  const shown = async () => {
    const hover = await editor.client.sendRequest(HoverRequest.type, at('id="a"', 5))
    return (hover?.contents as { value: string } | undefined)?.value
  }
  expect(await shown()).toBe('a: primitive systemd:web')
  const end = typed.indexOf('</resources>')
  expect(await editor.edit(document, [() => ({ start: end, end, text: '<' })])).toMatchObject([
    { code: 'xml-syntax' },
  ])
  expect(await shown()).toBe('a: primitive systemd:web')
})

test('a finding about an element without attributes is at its name, and XML that is no CIB has none', async () => {
  const odd = text.replace('<cib ', '<cbi ').replace('</cib>', '</cbi>')
  const codes = async (content: string) => (await editor.opened(content)).findings.map(({ code }) => code)
  expect(await codes('<?xml version="1.0"?><!-- <cib/> --><project><odd></project>')).toEqual([])
  expect(await codes('<!DOCTYPE plist><plist/>')).toEqual([])
  expect(await codes(odd)).toEqual(['not-a-cib'])
  const { document, findings } = await editor.opened('<configuration><resources/></configuration>')
  expect(findings.map(({ range }) => document.getText(range))).toEqual(findings.map(() => '<configuration'))
})

test('a reference leads to its definition', async () => {
  const { at, document } = await editor.opened(text)
  const found = await editor.client.sendRequest(DefinitionRequest.type, at('first="haproxy"', 8))
  const start = document.positionAt(text.indexOf('id="haproxy"') + 4)
  expect(found).toEqual([
    { uri: document.uri, range: { start, end: { ...start, character: start.character + 7 } } },
  ])
})

test('a rename changes the definition and every reference, and rejects what is no id or is used', async () => {
  const { at, document, uri } = await editor.opened(text)
  const renamed = await editor.client.sendRequest(RenameRequest.type, {
    ...at('id="haproxy"', 5),
    newName: 'proxy',
  })
  const edits = renamed?.changes?.[uri] as TextEdit[]
  const after = TextDocument.applyEdits(document, edits)
  expect(after).toBe(
    text
      .replace('<primitive id="haproxy"', '<primitive id="proxy"')
      .replace('first="haproxy"', 'first="proxy"')
      .replace('with-rsc="haproxy"', 'with-rsc="proxy"'),
  )
  const rename = (newName: string) =>
    editor.client.sendRequest(RenameRequest.type, { ...at('id="vip"', 5), newName })
  await expect(rename('1 vip')).rejects.toThrow('is no id')
  await expect(rename('haproxy')).rejects.toThrow('"haproxy" is the id of another element')
})

test('the largest fixture has an answer to all of these', async () => {
  const mitaka = readFileSync(join(root, 'fixtures/scenarios/mitaka-full/cib.xml'), 'utf8')
  const { at, findings } = await editor.opened(mitaka)
  expect(findings.filter(({ severity }) => severity === 1)).toEqual([])
  const places = await editor.client.sendRequest(ReferencesRequest.type, {
    ...at('<clone id="haproxy-clone"', 12),
    context: { includeDeclaration: false },
  })
  expect(places?.length).toBe(mitaka.split('"haproxy-clone"').length - 2)
})
