import { createHash } from 'node:crypto'
import type { Diagnostic } from '../../diagnostics/diagnostic.js'
import type { InFile } from './checked.js'
import { repositoryPath } from './repository.js'

/**
 * What recognises each finding in the next run: a hash of file, code, path and message. Lines are no part of it, so that it
 * survives what is added above; of findings that are alike in all of these, each has its number.
 */
export function fingerprints(findings: readonly InFile<Diagnostic>[]): readonly string[] {
  const seen = new Map<string, number>()
  return findings.map(({ file, code, path, message }) => {
    const identity = JSON.stringify([repositoryPath(file), code, path, message])
    const number = seen.get(identity) ?? 0
    seen.set(identity, number + 1)
    return createHash('sha256').update(`${identity}${number}`).digest('hex')
  })
}
