import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { expect } from 'vitest'

/** Compares a text with a file of the project; with UPDATE=1 the file is written instead. */
export function expectFile(path: string, text: string): void {
  if (process.env.UPDATE === '1') writeFileSync(path, text)
  expect(existsSync(path) ? readFileSync(path, 'utf8') : undefined, `${path} (UPDATE=1 writes it)`).toBe(text)
}
