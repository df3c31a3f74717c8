import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './support/tools.js'

/** Who may import whom: a folder imports only folders of a lower number. */
const level: Readonly<Record<string, number>> = {
  agents: 0,
  diagnostics: 0,
  model: 0,
  options: 0,
  xml: 0,
  dsl: 1,
  cib: 1,
  graph: 1,
  pcs: 2,
  crm: 2,
  check: 2,
  reduce: 2,
  render: 2,
  source: 2,
  ansible: 3,
  bootstrap: 3,
  config: 3,
  systemd: 3,
  diff: 3,
  pacemaker: 3,
  plan: 4,
  lsp: 4,
  apply: 5,
  vitest: 5,
  cli: 6,
}

/** The rooms of a folder: each imports only rooms that are before it. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  check: ['lookup', 'rules', 'policies', 'settings'],
  cli: [
    'module',
    'files',
    'findings',
    'terminal',
    'table',
    'reference',
    'project',
    'apply',
    'command',
    'program',
  ],
  cib: ['layout', 'validate', 'translate'],
  crm: ['read', 'write'],
  diagnostics: ['entries'],
  dsl: ['attribute', 'constraint', 'agents', 'resource', 'cluster'],
  graph: ['resource', 'location', 'order', 'analysis', 'colocation', 'feasibility', 'running', 'guarantee'],
  model: ['element', 'shapes', 'wellformed', 'systemd'],
  pacemaker: [
    'tool',
    'script',
    'metadata',
    'live',
    'status',
    'event',
    'promise',
    'explore',
    'report',
    'compare',
    'cause',
    'why',
  ],
  plan: ['edit', 'order', 'effect', 'print'],
  pcs: ['command', 'element', 'plan', 'script'],
  render: ['parts', 'picture', 'dot', 'svg', 'html', 'difference', 'chart'],
  source: ['syntax', 'element', 'factoring'],
}

/** The model knows what a finding looks like, for its policies; every folder may report findings. */
const allowed = new Set(['model -> diagnostics', 'xml -> diagnostics'])

const src = join(root, 'src')
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))

/** The files that a file imports, those of types included. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(src, file), 'utf8')
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, target]) =>
    join(dirname(file), target as string).replace(/\.js$/, '.ts'),
  )
}

const imports = new Map(files.map((file) => [file, importsOf(file)]))

const folderOf = (path: string) => path.split('/')[0] as string

test('folders import downwards only', () => {
  const wrong = files
    .filter((file) => file.includes('/'))
    .flatMap((file) => importsOf(file).map((target) => [file, target] as const))
    .filter(([file, target]) => {
      const [from, to] = [folderOf(file), folderOf(target)]
      if (from === to || allowed.has(`${from} -> ${to}`)) return false
      return !((level[to] ?? 9) < (level[from] ?? -1))
    })
  expect(wrong).toEqual([])
})

/** The folder and room of a file; undefined for one that is in no room. */
function roomOf(path: string): { readonly folder: string; readonly room: string } | undefined {
  const [folder = '', room, file] = path.split('/')
  return room === undefined || file === undefined ? undefined : { folder, room }
}

test('rooms import downwards only', () => {
  const wrong = files
    .flatMap((file) => importsOf(file).map((target) => [file, target] as const))
    .filter(([file, target]) => {
      const [from, to] = [roomOf(file), roomOf(target)]
      if (from === undefined || to === undefined) return false
      if (from.folder !== to.folder || from.room === to.room) return false
      const order = rooms[from.folder] ?? []
      return order.indexOf(to.room) > order.indexOf(from.room)
    })
  expect(wrong).toEqual([])
})

test('every room has its place', () => {
  const unknown = files.map(roomOf).filter((at) => at && !rooms[at.folder]?.includes(at.room))
  expect(unknown).toEqual([])
})

test('no file imports itself through others', () => {
  const cycles = files.flatMap((file) => pathBack(file)?.join(' -> ') ?? [])
  expect(cycles).toEqual([])
})

/** A shortest chain of imports from a file to itself, undefined where there is none. */
function pathBack(file: string): readonly string[] | undefined {
  const paths: (readonly string[])[] = [[file]]
  const seen = new Set<string>()
  for (const path of paths) {
    for (const target of imports.get(path.at(-1) as string) ?? []) {
      if (target === file) return [...path, file]
      if (seen.has(target)) continue
      seen.add(target)
      paths.push([...path, target])
    }
  }
  return undefined
}

test('every folder has a README.md', () => {
  const folders = readdirSync(src, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => relative(src, join(entry.parentPath, entry.name)))
  expect(folders.filter((folder) => !existsSync(join(src, folder, 'README.md')))).toEqual([])
})

test('no folder has many more than fifteen files', () => {
  const sizes = new Map<string, number>()
  for (const file of files) sizes.set(dirname(file), (sizes.get(dirname(file)) ?? 0) + 1)
  expect([...sizes].filter(([, size]) => size > 16)).toEqual([])
})

test('docs/architecture.md lists these levels and rooms', () => {
  const text = readFileSync(join(root, 'docs/architecture.md'), 'utf8')
  const rows = [...text.matchAll(/^\| (\d) \| `(\w+)` \|.*\|(.*)\|$/gm)]
  expect(Object.fromEntries(rows.map(([, at, folder]) => [folder, Number(at)]))).toEqual(level)
  const listed = rows.map(([, , folder, cell = '']) => [
    folder,
    [...cell.matchAll(/`(\w+)`/g)].map(([, room]) => room),
  ])
  expect(Object.fromEntries(listed.filter(([, inside]) => inside?.length))).toEqual(rooms)
})

test('guides name files that exist', () => {
  const guides = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name))
  const named = [...guides, 'CONTRIBUTING.md', 'README.md'].flatMap((guide) =>
    [
      ...readFileSync(join(root, guide), 'utf8').matchAll(/`((?:src|test|scripts|fixtures)\/[a-z\d./-]+)`/g),
    ].map(([, path]) => path as string),
  )
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([])
})

test('every folder has its level', () => {
  expect(
    files
      .filter((file) => file.includes('/'))
      .map(folderOf)
      .filter((folder) => !(folder in level)),
  ).toEqual([])
})

test.each([
  ['fast-xml-parser', 'pacemaker'],
  ['xmlbuilder2', 'xml'],
  ['@dagrejs/graphlib', 'graph'],
  ['@viz-js/viz', 'render'],
  ['commander', 'cli'],
  ['oxc-transform', 'cli'],
  ['seek-bzip', 'cli'],
])('only one folder knows %s', (name, folder) => {
  const users = files.filter((file) => readFileSync(join(src, file), 'utf8').includes(`'${name}'`))
  expect([...new Set(users.map(folderOf))].filter((user) => user !== folder)).toEqual([])
})

/** package.json's `imports`: bundlers for browsers take the one file in place of the other. */
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  imports: Readonly<Record<string, { readonly browser: string; readonly default: string }>>
}
const inBrowser = new Map(
  Object.values(manifest.imports).map(({ browser, default: file }) => [sourceOf(file), sourceOf(browser)]),
)

function sourceOf(built: string): string {
  return built.replace('./dist/', '').replace(/\.js$/, '.ts')
}

/** The files that a file loads: imports of types alone are none. */
function loadedBy(file: string): string[] {
  const text = readFileSync(join(src, file), 'utf8').replace(/^(?:import|export) type [^']*'[^']*'$/gm, '')
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, target = '']) => {
    const path = target.startsWith('.') ? join(dirname(file), target).replace(/\.js$/, '.ts') : target
    return inBrowser.get(path) ?? path
  })
}

test.each(['index.ts', 'graph/index.ts', 'model/index.ts', 'systemd/index.ts'])(
  '%s loads nothing of Node in a browser',
  (entry) => {
    const loaded = new Set([entry])
    for (const file of loaded) {
      if (file.endsWith('.ts')) for (const target of loadedBy(file)) loaded.add(target)
    }
    expect([...loaded].filter((file) => file.startsWith('node:'))).toEqual([])
    const users = [...loaded].filter(
      (file) =>
        file.endsWith('.ts') &&
        !file.startsWith('pacemaker/') &&
        /\b(?:Buffer|process)\./.test(readFileSync(join(src, file), 'utf8')),
    )
    expect(users).toEqual([])
  },
)

test('what browsers load in place of a file exports the same functions', () => {
  const exportsOf = (file: string) =>
    [...readFileSync(join(src, file), 'utf8').matchAll(/^export (?:async )?function (\w+)/gm)].map(
      ([, name]) => name,
    )
  for (const [node, browser] of inBrowser) expect(exportsOf(browser)).toEqual(exportsOf(node))
})
