/** `node scripts/bench/lsp.mjs`: milliseconds from a key to findings in a CIB of 2,000 resources, and until all of it is checked. */
import { spawn } from 'node:child_process'
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node'
import { makeCib } from './make-cib.mjs'

const keys = 15
const uri = 'file:///tmp/bench.xml'
const server = spawn(process.execPath, ['dist/cli/main.js', 'lsp', '--stdio'], {
  stdio: ['pipe', 'pipe', 'inherit'],
})
const client = createProtocolConnection(
  new StreamMessageReader(server.stdout),
  new StreamMessageWriter(server.stdin),
)
const waiting = []
client.onNotification('textDocument/publishDiagnostics', () => waiting.shift()?.())
client.listen()
const published = () => new Promise((resolve) => waiting.push(resolve))

await client.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {} })
await client.sendNotification('initialized', {})
const text = makeCib(2000, { isOrdered: true })
const opened = published()
client.sendNotification('textDocument/didOpen', {
  textDocument: { uri, languageId: 'xml', version: 1, text },
})
await opened

const line = text.split('\n').findIndex((each) => each.includes('id="service-1000"'))
const start = { line, character: text.split('\n')[line].indexOf('service-1000') }
const times = { key: [], all: [] }
for (let version = 2; version < keys + 2; version++) {
  const begin = performance.now()
  const [quick, all] = [published(), published()]
  client.sendNotification('textDocument/didChange', {
    textDocument: { uri, version },
    contentChanges: [{ range: { start, end: start }, text: 'x' }],
  })
  await quick
  times.key.push(performance.now() - begin)
  await all
  times.all.push(performance.now() - begin)
}
for (const [name, values] of Object.entries(times)) {
  const sorted = values.toSorted((a, b) => a - b)
  console.log(`${name}: shortest ${sorted[0].toFixed(0)} ms, median ${sorted[keys >> 1].toFixed(0)} ms`)
}
server.kill()
process.exit()
