import { readFileSync } from 'node:fs'
import * as nodeModule from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { validateCluster } from '../cib/index.js'
import { type Diagnostic, diagnostic, failure, type Result, success } from '../diagnostics/diagnostic.js'
import { quote } from '../diagnostics/quote.js'
import type { Cluster } from '../model/index.js'
import { describeValue } from '../model/wellformed/describe.js'
import { malformedElements } from '../model/wellformed/malformed.js'
import { reasonOf } from './files/read-file.js'
import { noteRead } from './files/read-notes.js'
import { codeFrame, shownFile } from './module/code-frame.js'
import type { Deadline } from './module/deadline.js'
import { type Failure, failureOf, laterFailureOf, placeOfDefault, placeOfNames } from './module/failure.js'
import { guarded, installGuard, isTracing } from './module/guard.js'
import { originOfElements, originPosition, positionIn } from './module/origin-position.js'
import { setModulePlaces } from './module/places.js'
import { stackOf } from './module/stack.js'
import { UsageError } from './usage-error.js'

/** The cluster that a TypeScript or JavaScript module exports as its default. */
export async function readModule(file: string): Promise<Result<Cluster>> {
  const path = resolve(file)
  try {
    readFileSync(path)
  } catch (error) {
    return failure([
      diagnostic('unreadable-input', '/', { file, reason: reasonOf(error as NodeJS.ErrnoException) }),
    ])
  }
  const unusable = ({ reason, place }: Failure) =>
    failure([diagnostic('invalid-module', '/', { file, reason }, { position: positionIn(path, place) })])
  const loaded = await defaultExport(path)
  if ('reason' in loaded) return unusable(loaded)
  return guarded(`module ${quote(file)}`, () => {
    const { value } = loaded
    const place = placeOfDefault(path)
    if (value === undefined) return unusable({ reason: 'has no default export', place })
    const faults = malformedElements(value)
    if (faults.some(({ elements }) => elements.length === 0)) {
      return unusable({ reason: `has ${describeValue(value)} as its default export, and no cluster`, place })
    }
    if (faults.length > 0)
      return failure(
        faults.map(({ finding, elements }) => {
          const position = originOfElements(path, elements) ?? positionIn(path, place)
          return position === undefined ? finding : { ...finding, position }
        }),
      )
    return success(value as Cluster, validateCluster(value as Cluster))
  })
}

/** What a module exports as its default, or why it cannot be loaded. */
export async function defaultExport(file: string): Promise<{ readonly value: unknown } | Failure> {
  noteRead(file)
  try {
    const deadline = installGuard(describeLater)
    setModulePlaces({
      positionOf: originPosition,
      frameAt: (name, position) => (isModule(name) ? codeFrame({ ...position, file: resolve(name) }) : []),
    })
    await installLoader(deadline)
    const url = pathToFileURL(resolve(file)).href
    return await guarded(`module ${quote(shownFile(file))}`, async () => {
      const { default: value } = await import(url)
      // What the module left to the next turn of the event loop happens before the cluster is used.
      await new Promise((done) => setImmediate(done))
      return { value }
    })
  } catch (thrown) {
    if (isTracing()) process.stderr.write(`${stackOf(thrown)}\n`)
    const { reason, place } = await failureOf(thrown, resolve(file))
    return { reason: `cannot be loaded: ${reason}`, place }
  }
}

/** The error of a configuration that cannot be loaded, with its place and the line there. */
export function failureOfConfig({ message }: UsageError, { place }: Failure): UsageError {
  if (place === undefined) return new UsageError(message)
  const { file, line, column } = place
  return new UsageError(`${shownFile(file)}:${line}:${column}: ${message}`, codeFrame(place))
}

/** A finding about a configuration, with the place of what it names there. */
export function locateInConfig(file: string, finding: Diagnostic): Diagnostic {
  const path = resolve(file)
  const position = positionIn(path, placeOfNames(path, finding.message))
  return position === undefined ? finding : { ...finding, position }
}

/** Lines of a CIB are long and generated; only those of modules are shown. */
function isModule(name: string): boolean {
  return /\.m?[jt]s$/.test(name)
}

/** What is thrown where nothing waits for it, with its place and the line there. */
function describeLater(thrown: unknown): string {
  const { reason, place } = laterFailureOf(thrown)
  const trace = isTracing() ? [stackOf(thrown)] : []
  if (place === undefined) return [reason, ...trace].join('\n')
  const at = `${reason} (${shownFile(place.file)}:${place.line}:${place.column})`
  return [at, ...codeFrame(place), ...trace].join('\n')
}

let isInstalled = false

/** From here on Node imports TypeScript, and finds this library by its name; the watchdog watches. */
async function installLoader(deadline: Deadline): Promise<void> {
  if (isInstalled) return
  isInstalled = true
  const { register, registerHooks } = nodeModule as typeof nodeModule & {
    /** Since Node 22.15; without it the hooks run on a thread of their own, which the watchdog shares. */
    readonly registerHooks?: (hooks: typeof import('./loader.js')) => void
  }
  if (registerHooks === undefined) {
    register('./loader.js', import.meta.url, { data: deadline })
    return
  }
  registerHooks(await import('./loader.js'))
  new Worker(new URL('./watchdog.js', import.meta.url), { workerData: deadline }).unref()
}
