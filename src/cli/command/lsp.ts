import { fileURLToPath } from 'node:url'
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { readCib } from '../../cib/read.js'
import { type CheckedText, serve } from '../../lsp/server.js'
import { checking } from '../checking.js'
import { configs } from '../config.js'

/** `lightcib lsp`: answers an editor on standard input and output until that ends. Returns the exit code. */
export async function lsp(): Promise<number> {
  const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout)
  const loader = configs()
  serve(connection, async (text, uri): Promise<CheckedText> => {
    const { output: cluster, diagnostics: findings } = readCib(text, { validate: true })
    if (cluster === undefined) return { findings }
    const file = uri.startsWith('file:') ? fileURLToPath(uri) : uri
    const { settled } = await checking({ file, cluster, findings }, cluster, loader)
    return { cluster, findings: settled().findings }
  })
  await new Promise<void>((resolve) => {
    connection.onExit(resolve)
    process.stdin.on('end', resolve)
  })
  return 0
}
