/** What a module threw, as a reason in words and a place in what the user wrote. */
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { nearest } from '../../diagnostics/nearest.js'
import { quote } from '../../diagnostics/quote.js'
import { thrownText } from '../../diagnostics/thrown.js'
import { originalPlace, placeOfStack, type SourcePlace, textOf } from './source-place.js'
import { stackOf } from './stack.js'
import { transformSync } from './transform.js'

export interface Failure {
  readonly reason: string
  readonly place?: SourcePlace | undefined
}

/** Why the module in this file could not be loaded. */
export async function failureOf(thrown: unknown, file: string): Promise<Failure> {
  const reason = thrownText(thrown)
  const stack = stackOf(thrown)
  const inSource = /^(.*) \((.+):(\d+):(\d+)\)$/.exec(reason)
  if (inSource !== null) {
    const [, text = '', path = '', line, column] = inSource
    return { reason: text, place: { file: path, line: Number(line), column: Number(column) } }
  }
  const decorated = /^(file:\/\/.+):(\d+)\n.*\n(\s*)\^/.exec(stack)
  if (decorated !== null) {
    const [, url = '', line, indent = ''] = decorated
    const place = originalPlace(url, Number(line), indent.length + 1)
    return { reason: `${reason}${await meantName(reason)}`, place }
  }
  const importer = /imported from (.+)$/.exec(reason)?.[1]
  if (importer !== undefined) return missingImport(reason, importer)
  if (/^SyntaxError/.test(reason)) return syntaxErrorIn(file, new Set()) ?? { reason }
  return { reason, place: placeOfStack(stack) }
}

/** The same for what is thrown once the module is loaded. */
export function laterFailureOf(thrown: unknown): Failure {
  return { reason: thrownText(thrown), place: placeOfStack(stackOf(thrown)) }
}

/** The name of this library that was meant by one that it does not have. */
async function meantName(reason: string): Promise<string> {
  const [, module, name] =
    /module '(lightcib[^']*)' does not provide an export named '(.+)'/.exec(reason) ?? []
  if (module === undefined || name === undefined) return ''
  const library = (await import(module).catch(() => ({}))) as object
  const near = nearest(name, Object.keys(library))
  return near === undefined ? '' : ` (did you mean ${quote(near)}?)`
}

/** What an import names and where it is written, from the path that Node looked for. */
function missingImport(reason: string, importer: string): Failure {
  const file = importer.startsWith('file:') ? fileURLToPath(importer) : importer
  const [, target = ''] = /(?:module|package|import|Module) ['"](.+?)['"]/.exec(reason) ?? []
  for (const { name, index } of importsIn(file)) {
    const isPackage = name === target || name.startsWith(`${target}/`)
    if (!isPackage && resolve(dirname(file), name) !== target) continue
    const text = name.startsWith('lightcib/')
      ? `a module of a cluster cannot import ${quote(name)}`
      : reason.replace(/ imported from .*$/, '')
    return { reason: text, place: placeAt(file, index) }
  }
  return { reason, place: { file, line: 1, column: 1 } }
}

/** The names in the imports of a module, and where they are. */
function importsIn(file: string): readonly { readonly name: string; readonly index: number }[] {
  const text = textOf(file) ?? ''
  return [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*(['"])(.+?)\1/g)].map((found) => ({
    name: found[2] as string,
    index: found.index + found[0].indexOf(found[1] as string),
  }))
}

function placeAt(file: string, index: number): SourcePlace {
  const lines = (textOf(file) ?? '').slice(0, index).split('\n')
  return { file, line: lines.length, column: (lines.at(-1) as string).length + 1 }
}

/** Where `export default` is in a module. */
export function placeOfDefault(file: string): SourcePlace | undefined {
  const index = textOf(file)?.search(/^export default\b/m) ?? -1
  return index < 0 ? undefined : placeAt(file, index)
}

/**
 * Where a module has one of the names in quotes in a message: the one that it has least often, as that is the most
 * exact; where it has none, its default export.
 */
export function placeOfNames(file: string, message: string): SourcePlace | undefined {
  const text = textOf(file) ?? ''
  const names = [...message.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name)
  const found = names
    .map((name) => ({ index: text.indexOf(name), times: text.split(name).length }))
    .filter(({ index }) => index >= 0)
  const [first] = found.sort((a, b) => a.times - b.times)
  return first === undefined ? placeOfDefault(file) : placeAt(file, first.index)
}

/** The syntax error of a module or of what it imports by a path: Node names no place for one of JavaScript. */
function syntaxErrorIn(file: string, seen: Set<string>): Failure | undefined {
  const text = textOf(file)
  if (text === undefined || seen.has(file)) return undefined
  seen.add(file)
  const failure = syntaxError(file, text)
  if (failure !== undefined) return failure
  for (const { name } of importsIn(file)) {
    const below = name.startsWith('.') ? syntaxErrorIn(resolve(dirname(file), name), seen) : undefined
    if (below !== undefined) return below
  }
  return undefined
}

/** The first syntax error of a text in JavaScript or TypeScript, with its place. */
function syntaxError(file: string, text: string): Failure | undefined {
  const [error] = transformSync(file, text).errors
  if (error === undefined) return undefined
  const [, line, column] = /\[.+:(\d+):(\d+)\]/.exec(error.codeframe ?? '') ?? []
  const place = { file, line: Number(line ?? 1), column: Number(column ?? 1) }
  return { reason: `SyntaxError: ${error.message}`, place }
}
