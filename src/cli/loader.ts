/** Hooks for Node's own module loader: it may run them on a thread of their own, so they share no state. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { transformSync } from 'oxc-transform'
import { noteRead } from './files/read-notes.js'
import type { Deadline } from './module/deadline.js'
import { watch } from './module/watchdog.js'

/** What a cluster's module may import by name: this very library, installed beside the module or not. */
const library: Readonly<Record<string, string>> = {
  lightcib: './traced.js',
  'lightcib/graph': '../graph/index.js',
  'lightcib/model': '../model/index.js',
  'lightcib/systemd': '../systemd/index.js',
  'lightcib/apply': '../apply/index.js',
  'lightcib/pacemaker': '../pacemaker/index.js',
}

/** The names of what declares clusters; the build knows them, so that this file need not load the library. */
declare const declaringNames: readonly string[]

/** The modules that import no other names of the library. */
const declaring = new Set<string | undefined>()

/** All of this package: the build puts this file into a folder of its own there. */
const ownFolder = fileURLToPath(new URL('..', import.meta.url))

interface Resolved {
  readonly url: string
  readonly format?: string
  readonly shortCircuit?: boolean
}

interface Loaded {
  readonly format: string
  readonly source?: string | ArrayBuffer | NodeJS.TypedArray
  readonly shortCircuit?: boolean
}

/** Called where the hooks have a thread of their own: it is the watchdog's too. */
export function initialize(deadline: Deadline): void {
  watch(deadline).unref()
}

type Next<Context, Result> = (name: string, context: Context) => Result

/** The file that an import names; `./services.js` may be written as `services.ts`, and `./services` too. */
export function resolve(
  name: string,
  context: { readonly parentURL?: string },
  next: Next<typeof context, Resolved>,
): Resolved {
  if (name === 'lightcib' && declaring.has(context.parentURL)) {
    return { url: new URL('./declaring.js', import.meta.url).href, shortCircuit: true }
  }
  const own = library[name]
  if (own !== undefined) return { url: new URL(own, import.meta.url).href, shortCircuit: true }
  const typed = typeScriptOf(name, context.parentURL)
  return typed === undefined ? next(name, context) : { url: typed, shortCircuit: true }
}

/** A TypeScript module as JavaScript; all else as Node loads it. */
export function load(url: string, context: object, next: Next<typeof context, Loaded>): Loaded {
  if (!url.startsWith('file:')) return next(url, context)
  const path = fileURLToPath(url)
  if (!path.includes('/node_modules/') && !path.startsWith(ownFolder)) noteRead(path)
  if (!/\.m?ts$/.test(path)) return next(url, context)
  const { code, errors } = transformSync(path, readFileSync(path, 'utf8'))
  const [error] = errors
  if (error !== undefined) {
    const place = /\[(.+:\d+:\d+)\]/.exec(error.codeframe ?? '')?.[1] ?? path
    throw new SyntaxError(`${error.message} (${place})`)
  }
  if (isDeclaring(code)) declaring.add(url)
  return { format: 'module', source: code, shortCircuit: true }
}

/** True where every import of the library is one of names, all of them of what declares clusters. */
function isDeclaring(code: string): boolean {
  const imported = [...code.matchAll(/^import \{([^}]*)\} from "lightcib";$/gm)]
  const names = imported.flatMap(([, list = '']) => list.split(','))
  const isKnown = (name: string) => declaringNames.includes(name.trim().replace(/ as .*/, ''))
  const mentions = code.split(/["'`]lightcib["'`]/).length - 1
  return mentions === imported.length && !code.includes('import(') && names.every(isKnown)
}

function typeScriptOf(name: string, parent: string | undefined): string | undefined {
  if (!/^\.\.?\//.test(name) || !parent?.startsWith('file:')) return undefined
  const path = fileURLToPath(new URL(name, parent))
  if (isFile(path)) return undefined
  const candidates = [path.replace(/\.(m?)js$/, '.$1ts'), `${path}.ts`, `${path}/index.ts`]
  const found = candidates.find(isFile)
  return found === undefined ? undefined : pathToFileURL(found).href
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile()
}
