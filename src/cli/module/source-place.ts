/** Lines and columns of what users wrote, from those of the JavaScript that runs. */
import { readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { Position } from '../../diagnostics/diagnostic.js'
import { transformSync } from './transform.js'

/** A place in a file, which is named by its whole path. */
export interface SourcePlace extends Position {
  readonly file: string
}

/** The folder of this package's files, which are no users' ones. */
const own = new URL('..', import.meta.url).href

const frame = /(file:\/\/.+?):(\d+):(\d+)\)?$/

/** The innermost place of a stack that is in a file of the user, rather than in a package that he installed. */
export function placeOfStack(stack: string): SourcePlace | undefined {
  const frames = stack.split('\n').flatMap((line) => {
    const [, url, row, column] = /^\s*at /.test(line) ? (frame.exec(line) ?? []) : []
    return url === undefined || url.startsWith(own) ? [] : [{ url, row: Number(row), column: Number(column) }]
  })
  const found = frames.find(({ url }) => !url.includes('/node_modules/')) ?? frames[0]
  return found && originalPlace(found.url, found.row, found.column)
}

/** The place in the file of a module, from the place in what it was translated to. */
export function originalPlace(url: string, line: number, column: number): SourcePlace | undefined {
  const file = pathOf(url)
  if (file === undefined) return undefined
  if (!/\.m?ts$/.test(file)) return { file, line, column }
  const entry = sourceMapOf(file)?.findEntry(line - 1, column - 1)
  if (entry === undefined || !('originalLine' in entry)) return { file, line, column: 1 }
  return { file, line: entry.originalLine + 1, column: entry.originalColumn + 1 }
}

function pathOf(url: string): string | undefined {
  try {
    return fileURLToPath(url.replace(/[?#].*$/, ''))
  } catch {
    return undefined
  }
}

const maps = new Map<string, SourceMap | undefined>()

function sourceMapOf(file: string): SourceMap | undefined {
  if (!maps.has(file)) maps.set(file, readSourceMap(file))
  return maps.get(file)
}

function readSourceMap(file: string): SourceMap | undefined {
  const text = textOf(file)
  const map = text === undefined ? undefined : transformSync(file, text, { sourcemap: true }).map
  return map === undefined ? undefined : new SourceMap(map as ConstructorParameters<typeof SourceMap>[0])
}

const texts = new Map<string, string | undefined>()

/** The text of a module, undefined where it cannot be read. */
export function textOf(file: string): string | undefined {
  if (!texts.has(file)) texts.set(file, readText(file))
  return texts.get(file)
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
