import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect } from 'vitest'

/** Compares a text with a file of the project, undefined with no file; with UPDATE=1 the file is made so instead. */
export function expectFile(path: string, text: string | undefined): void {
  if (process.env.UPDATE === '1') {
    if (text === undefined) rmSync(path, { force: true })
    else {
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, text)
    }
  }
  const there = existsSync(path) ? readFileSync(path, 'utf8') : undefined
  expect(there, `${path} (UPDATE=1 writes it)`).toBe(text)
}
