import { fileURLToPath } from 'node:url'
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { checkIds } from '../../check/ids.js'
import { checkReferences } from '../../check/references.js'
import { settle } from '../../check/settings/settle.js'
import { type ReadText, readText } from '../../cib/read.js'
import { rereadCib } from '../../cib/reread.js'
import { isSection } from '../../cib/section.js'
import { firstElement } from '../../lsp/attributes.js'
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
      if (isOther(text)) return { findings: [] }
      const { output: whole, diagnostics: findings } = readText(text, { validate: true })
      if (whole === undefined) return { findings }
      const { cluster } = whole
      const { settled } = await checking({ file: fileOf(uri), cluster, findings }, cluster, loader)
      return { cluster, whole, findings: settled().findings }
    },
    async quick(text, uri, before) {
      if (isOther(text)) return { findings: [], isAll: true }
      const { cluster, whole, findings: read } = readAgain(text, before)
      if (cluster === undefined) return { whole, findings: read, isAll: true }
      const input = { file: fileOf(uri), cluster, findings: read }
      const { options } = await loader.of(input.file)
      const isPart = read.some(({ code }) => code === 'cib-section')
      const found = locate(input, [...checkIds(cluster), ...(isPart ? [] : checkReferences(cluster))])
      const { findings } = settle(cluster, found, options, () => true)
      return { cluster, whole, findings: findings.filter(({ code }) => isQuick(code)), isAll: false }
    },
    isQuick,
  })
  await new Promise<void>((resolve) => {
    connection.onExit(resolve)
    process.stdin.on('end', resolve)
  })
  return 0
}

/** True for XML that is no CIB: editors ask about every file of the language. */
function isOther(text: string): boolean {
  const name = firstElement(text)
  if (name === undefined || name === 'cib' || name === 'configuration') return false
  return !isSection({ name }) && !text.includes('validate-with')
}

/** The text, of which as little as possible is read. */
function readAgain(text: string, before: ReadText | undefined) {
  const again = before && rereadCib(before, text)
  if (again !== undefined) return { cluster: again.output, whole: before, findings: again.diagnostics }
  const { output: whole, diagnostics: findings } = readText(text)
  return { cluster: whole?.cluster, whole: whole ?? before, findings }
}

function isQuick(code: string): boolean {
  return quickCodes.includes(code)
}

function fileOf(uri: string): string {
  return uri.startsWith('file:') ? fileURLToPath(uri) : uri
}
