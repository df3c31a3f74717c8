import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './tools.js'

/** A fenced block of a page. */
export interface Block {
  readonly page: string
  /** The line of its first fence. */
  readonly line: number
  readonly language: string
  /** What follows the language: the name of the file that the block is, or why a test does not run it. */
  readonly note: string
  /** The file that it is, by its note or by a comment in its first line. */
  readonly name?: string
  readonly text: string
}

/** Every page that people read in order, from the root of the project; the pages of rules are written by their own tests. */
export const pages: readonly string[] = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md') && !/^(?:rules|api|site)\//.test(name))
    .map((name) => join('docs', name))
    .sort(),
]

/** The blocks of a page in order. */
export function blocksOf(page: string): readonly Block[] {
  const text = readFileSync(join(root, page), 'utf8')
  return [...text.matchAll(/^```(\S*) *(.*)\n([\s\S]*?)^```$/gm)].map((block) => {
    const [, language = '', note = '', code = ''] = block
    const named = /^\S+\.\w+$/.exec(note)?.[0] ?? /^(?:\/\/|#) (\S+\.\w+)\n/.exec(code)?.[1]
    return {
      page,
      line: text.slice(0, block.index).split('\n').length,
      language,
      note,
      ...(named === undefined ? {} : { name: named }),
      text: code,
    }
  })
}
