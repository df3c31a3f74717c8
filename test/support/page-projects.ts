import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Block, blocksOf, pages } from './pages.js'
import { root, run } from './tools.js'

/** What projects have installed beside lightcib. */
const installed = ['vitest', 'vite', 'typescript', '@types', 'fast-check'] as const

/** The cluster of the README. */
const readmeCluster = blocksOf('README.md').find(({ name }) => name === 'cluster.ts')?.text ?? ''

/**
 * A folder in which lightcib is installed as it is built, for projects below it. `readme` has the files of a page without
 * a cluster of its own: that of the README as `cluster.ts`, and `cib.xml`. Every secret that a page names is set.
 */
export function projectsFolder(): {
  readonly folder: string
  readonly readme: string
  readonly remove: () => void
} {
  const folder = mkdtempSync(join(tmpdir(), 'lightcib-pages-'))
  const modules = join(folder, 'node_modules')
  mkdirSync(join(modules, '.bin'), { recursive: true })
  symlinkSync(root, join(modules, 'lightcib'))
  for (const name of installed) symlinkSync(join(root, 'node_modules', name), join(modules, name))
  symlinkSync(join(root, 'dist/cli/main.js'), join(modules, '.bin/lightcib'))
  for (const name of ['tsc', 'vitest'])
    symlinkSync(join(root, 'node_modules/.bin', name), join(modules, '.bin', name))
  // npx takes half a second to find what is installed beside it.
  writeFileSync(join(modules, '.bin/npx'), '#!/bin/sh\nexec "$@"\n', { mode: 0o755 })
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  const secrets = pages.flatMap((page) =>
    blocksOf(page).flatMap(({ text }) =>
      [...text.matchAll(/secret\('([\w-]+)'\)/g)].map(([, name]) => `${name}`),
    ),
  )
  process.env.LIGHTCIB_SECRETS = join(folder, 'secrets')
  for (const name of secrets) writeBelow(folder, `secrets/${name}`, 'example')
  const readme = join(folder, 'readme')
  writeBelow(readme, 'cluster.ts', readmeCluster)
  run(join(modules, '.bin/lightcib'), ['compile', join(readme, 'cluster.ts'), '-o', join(readme, 'cib.xml')])
  const remove = () => {
    // Other files of tests run in the same process.
    delete process.env.LIGHTCIB_SECRETS
    rmSync(folder, { recursive: true })
  }
  return { folder, readme, remove }
}

/** The files of a page as they are after each block that replaces one. */
export function statesOf(page: string, names: readonly string[]): readonly ReadonlyMap<string, Block>[] {
  const states: Map<string, Block>[] = [new Map()]
  for (const block of sourcesOf(page, names)) {
    const state = states.at(-1) as Map<string, Block>
    if (state.has(block.name)) states.push(new Map([...state, [block.name, block]]))
    else state.set(block.name, block)
  }
  return states
}

/** The blocks of a page that are files; TypeScript without a name is a module that may use what earlier ones declare. */
function sourcesOf(page: string, names: readonly string[]): readonly (Block & { readonly name: string })[] {
  const declared = new Map<string, string>()
  return blocksOf(page).flatMap((block) => {
    if (block.name !== undefined) return [{ ...block, name: block.name }]
    if (block.language !== 'ts') return []
    const name = `block-${block.line}.ts`
    const text = moduleOf(block.text, names, declared)
    for (const each of declaredIn(block.text)) declared.set(each, name)
    return [{ ...block, name, text }]
  })
}

/** A block as a module: it exports what it declares, and imports what it uses from lightcib and from earlier blocks. */
function moduleOf(code: string, names: readonly string[], declared: ReadonlyMap<string, string>): string {
  const words = code.replace(/\/\/.*$/gm, '').replace(/'[^'\n]*'/g, "''")
  const own = new Set([...declaredIn(code), ...importedIn(code)])
  const isUsed = (name: string) => !own.has(name) && new RegExp(`(?<![.\\w])${name}\\b(?! ?:)`).test(words)
  const earlier = [...declared].filter(([name]) => isUsed(name))
  const library = names.filter((name) => {
    const plain = name.replace('type ', '')
    return isUsed(plain) && !declared.has(plain)
  })
  const imports = [
    ...earlier.map(([name, file]) => `import { ${name} } from './${file.replace(/ts$/, 'js')}'\n`),
    ...(library.length === 0 ? [] : [`import { ${library.join(', ')} } from 'lightcib'\n`]),
  ]
  return `${imports.join('')}${code.replace(/^(const|function) /gm, 'export $1 ')}`
}

function declaredIn(code: string): readonly string[] {
  return [...code.matchAll(/^(?:export )?(?:const|function) (?:\{([^}]*)\}|\[([^\]]*)\]|(\w+))/gm)].flatMap(
    ([, fields, items, name]) => (fields ?? items ?? name ?? '').split(',').map((each) => each.trim()),
  )
}

function importedIn(code: string): readonly string[] {
  return [...code.matchAll(/^import (?:type )?(?:(\w+)|\{([^}]*)\})/gm)].flatMap(([, whole, some = '']) => [
    ...(whole === undefined ? [] : [whole]),
    ...some.split(',').map((name) => name.replace('type ', '').trim()),
  ])
}

/** Writes a file below a folder. */
export function writeBelow(folder: string, name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), text)
}
