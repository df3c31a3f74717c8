import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root, run } from './tools.js'

type Document = string | Uint8Array

/** For each pair of XML documents whether another parser sees the same in both. */
export function areEqual(pairs: readonly (readonly [Document, Document])[]): readonly boolean[] {
  const folder = mkdtempSync(join(tmpdir(), 'lightcib-'))
  try {
    const files = pairs.flat().map((document, index) => {
      const file = join(folder, `${index}.xml`)
      writeFileSync(file, document)
      return file
    })
    const { stdout, stderr } = run('python3', [join(root, 'test/support/canonical.py'), ...files])
    if (stderr !== '') throw new Error(stderr)
    return stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.endsWith(' equal'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
