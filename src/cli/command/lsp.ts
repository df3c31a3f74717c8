import { fileURLToPath } from 'node:url'
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { checkIds } from '../../check/ids.js'
import { checkReferences } from '../../check/references.js'
import { settle } from '../../check/settings/settle.js'
import { readCib } from '../../cib/read.js'
import { serve } from '../../lsp/server.js'
import { checking } from '../checking.js'
import { configs } from '../config.js'
import { locate } from '../locate.js'

/** What checkIds and checkReferences find. */
const quickCodes = ['duplicate-id', 'invalid-id', 'unknown-reference']

/** `lightcib lsp`: answers an editor on standard input and output until that ends. Returns the exit code. */
export async function lsp(): Promise<number> {
  const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout)
  const loader = configs()
  serve(connection, {
    async all(text, uri) {
      const { output: cluster, diagnostics: findings } = readCib(text, { validate: true })
      if (cluster === undefined) return { findings }
      const { settled } = await checking({ file: fileOf(uri), cluster, findings }, cluster, loader)
      return { cluster, findings: settled().findings }
    },
    async quick(text, uri) {
      const { output: cluster, diagnostics: read } = readCib(text)
      if (cluster === undefined) return { findings: read, isAll: true }
      const input = { file: fileOf(uri), cluster, findings: read }
      const { options } = await loader.of(input.file)
      const found = locate(input, [...checkIds(cluster), ...checkReferences(cluster)])
      const { findings } = settle(cluster, found, options, () => true)
      return { cluster, findings: findings.filter(({ code }) => isQuick(code)), isAll: false }
    },
    isQuick,
  })
  await new Promise<void>((resolve) => {
    connection.onExit(resolve)
    process.stdin.on('end', resolve)
  })
  return 0
}

function isQuick(code: string): boolean {
  return quickCodes.includes(code)
}

function fileOf(uri: string): string {
  return uri.startsWith('file:') ? fileURLToPath(uri) : uri
}
