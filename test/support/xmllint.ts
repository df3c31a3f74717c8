import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from './tools.js'

/** Which of the documents libxml2 takes for well-formed, in order. */
export function wellFormed(documents: readonly (string | Uint8Array)[]): readonly boolean[] {
  return judge(documents, ['--noout', '--nonet'], /^(.*?):\d+: parser error/gm)
}

/** Which of the documents a RelaxNG schema takes for valid, in order. */
export function valid(documents: readonly string[], schema: string): readonly boolean[] {
  return judge(documents, ['--noout', '--nonet', '--relaxng', schema], /^(.*) fails to validate$/gm)
}

const batch = 200

function judge(
  documents: readonly (string | Uint8Array)[],
  options: readonly string[],
  failure: RegExp,
): boolean[] {
  const folder = mkdtempSync(join(tmpdir(), 'lightcib-'))
  try {
    const files = documents.map((document, index) => {
      const file = join(folder, `${index}.xml`)
      writeFileSync(file, document)
      return file
    })
    const refused = new Set<string>()
    for (let at = 0; at < files.length; at += batch) {
      const { stderr, status } = run('xmllint', [...options, ...files.slice(at, at + batch)])
      const found = [...stderr.matchAll(failure)].map(([, file = '']) => file)
      if (status !== 0 && found.length === 0) throw new Error(`xmllint: ${stderr.slice(0, 500)}`)
      for (const file of found) refused.add(file)
    }
    return files.map((file) => !refused.has(file))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
