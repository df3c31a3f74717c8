import { readFileSync } from 'node:fs'
import type { CibStore } from '../../apply/cib-store.js'
import { quote } from '../../diagnostics/quote.js'
import { patchedCib } from '../../pacemaker/live/push.js'
import { PacemakerError } from '../../pacemaker/tool/pacemaker-error.js'
import { writeFile } from '../files/write-file.js'

/** A CIB in a file, which nothing runs: it is replaced as a whole, by what Pacemaker's tools make of a copy. */
export function cibFile(name: string): CibStore {
  const read = () => textOf(name)
  return {
    query: async () => read(),
    push: async (before, after) => {
      if (read() !== before) return false
      const text = await patchedCib(before, after)
      if (read() !== before) return false
      const written = writeFile(name, text, { isSecret: true })
      if ('reason' in written) throw new PacemakerError(`cannot write ${quote(name)}: ${written.reason}`)
      return true
    },
    settle: async () => {},
    report: async () => undefined,
  }
}

function textOf(name: string): string {
  try {
    const bytes = readFileSync(name)
    const text = bytes.toString('utf8')
    if (Buffer.from(text).equals(bytes)) return text
  } catch (error) {
    throw new PacemakerError(`cannot read ${quote(name)}: ${(error as Error).message.split(',')[0]}`)
  }
  throw new PacemakerError(`${quote(name)} is not plain XML in UTF-8: only such a file can be changed`)
}
