import { afterAll, beforeAll, expect, test } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { checkIds } from '../../src/check/ids.js'
import { checkReferences } from '../../src/check/references.js'
import { located } from '../../src/cib/located.js'
import { readCib } from '../../src/cib/read.js'
import { placedFindings } from '../../src/lsp/findings.js'
import { type Editor, startEditor } from '../support/lsp-editor.js'
import { inScenarios } from '../support/mutated-text.js'
import { seed } from '../support/properties.js'
import { type Random, randomOf } from '../support/random.js'
import { richCibs } from '../support/rich-cibs.js'
import { type Edit, editsAtOnce, randomEdit } from '../support/typed.js'

const runs = Number(process.env.FUZZ) || 15

let editor: Editor

beforeAll(async () => {
  editor = await startEditor()
})

afterAll(() => editor.end())

const quickCodes: readonly unknown[] = ['duplicate-id', 'invalid-id', 'unknown-reference']

/** What is quick to find in a text, read whole: codes and places. */
function quicklyFound(text: string): readonly unknown[] {
  const document = TextDocument.create('', 'xml', 1, text)
  const { output: cluster, diagnostics: findings } = readCib(text)
  const found =
    cluster === undefined
      ? findings
      : located({ cluster, findings: [] }, [...checkIds(cluster), ...checkReferences(cluster)])
  const offsetOf = (line: number, column: number) =>
    document.offsetAt({ line: line - 1, character: column - 1 })
  return placedFindings(found, text, offsetOf).map(({ finding: { code }, span }) => [
    code,
    document.positionAt(span.start),
    document.positionAt(span.end),
  ])
}

function edits(random: Random, original: string): readonly ((text: string) => Edit)[] {
  if (random.chance(0.15)) return [(text) => ({ start: 0, end: text.length, text: original })]
  return Array.from({ length: editsAtOnce(random) }, () => (text: string) => randomEdit(text, random))
}

test(`at each edit, what is found is what a fresh reader finds (seed ${seed})`, async () => {
  const random = randomOf(seed)
  for (const original of [...richCibs, ...inScenarios('cib.xml')]) {
    const { document } = await editor.opened(original)
    for (let left = runs; left > 0; left--) {
      const atOnce = await editor.edit(document, edits(random, original))
      const text = document.getText()
      const isRead = readCib(text).ok
      const shown = atOnce.filter(({ code }) => !isRead || quickCodes.includes(code))
      expect(shown.map(({ code, range }) => [code, range.start, range.end])).toEqual(quicklyFound(text))
      if (left % 5 !== 0) continue
      const all = isRead ? await editor.findingsOf(document, 1) : atOnce
      expect(all).toEqual((await editor.opened(text)).findings)
    }
  }
})
